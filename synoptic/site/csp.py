"""A strict Content-Security-Policy in every page.

In: a finished page. Out: the same with its policy at the head. Promise: the theme's few inline
scripts are allowed by the hash of their text, nothing else that is inline runs. Nothing comes
from another host, nothing is embedded, forms lead nowhere. A page that some archived text has
got a script into shows it as dead.
"""

import re
from base64 import b64encode
from hashlib import sha256

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_HEAD = re.compile(r"<head[^>]*>")
_DATA = "application/"  # a block of JSON is data to a browser, not a script

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' {hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
)
"""What a page may load and run, most general first."""


def with_policy(page: str) -> str:
    """Put the policy at the head of a page; a text without a head is left as it is."""
    head = _HEAD.search(page)
    if head is None:
        return page
    policy = "; ".join(DIRECTIVES).format(hashes=" ".join(script_hashes(page)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page[: head.end()] + meta + page[head.end() :]


def script_hashes(page: str) -> list[str]:
    """Return the sources that allow the inline scripts of a page, each once, in order."""
    hashes = []
    for script in _INLINE_SCRIPT.finditer(page):
        if " src=" not in script["attributes"] and _DATA not in script["attributes"]:
            digest = b64encode(sha256(script["text"].encode("utf-8")).digest()).decode("ascii")
            hashes.append(f"'sha256-{digest}'")
    return list(dict.fromkeys(hashes))
