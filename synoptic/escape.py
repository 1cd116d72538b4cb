"""Writing foreign text into a place so that it is read as letters and nothing else.

One function for each place. Archived input never reaches a page by another way.
"""

import json
import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from markupsafe import Markup, escape

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_SPACE = re.compile(r"\s+")
# Themes write a title into <title> after stripping tags and undoing entities, so
# an escaped bracket would come back as a bracket; its typographic twin stays.
_ANGLES = str.maketrans("<>", "‹›")
_SCHEMES = ("http", "https", "mailto")


def plain(text: str) -> str:
    """Take out the control characters that no XML, HTML or YAML may hold."""
    return _CONTROL.sub("", text)


def html(text: str) -> Markup:
    """Escape for HTML text and quoted attributes.

    >>> html('<b>"Tom" & Jerry</b>')
    Markup('&lt;b&gt;&#34;Tom&#34; &amp; Jerry&lt;/b&gt;')
    """
    return escape(plain(text))


def md(text: str) -> Markup:
    """Escape for one line of Markdown, headings included: punctuation as references.

    >>> md("# *Not* a [link]{#x}")
    Markup('&#35; &#42;Not&#42; a &#91;link&#93;&#123;&#35;x&#125;')
    """
    line = _SPACE.sub(" ", plain(text)).strip()
    return Markup(_PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", line))


def yaml(text: str) -> Markup:
    """Write a text as a double-quoted YAML value that is safe in a page's title.

    >>> yaml('A "quoted": title <b>')
    Markup('"A \\\\"quoted\\\\": title ‹b›"')
    """
    line = _SPACE.sub(" ", plain(text)).strip().translate(_ANGLES)
    return Markup(json.dumps(line.replace("&", "&amp;"), ensure_ascii=False))


def link(href: str, base: str | None) -> str:
    """Return an address that may be linked, or an empty string.

    Only http, https and mailto may; a relative address is resolved against the
    original address of the document; credentials are dropped.

    >>> link("../terms", "http://acme.example/legal/privacy")
    'http://acme.example/terms'
    >>> link(" java\\nscript:alert(1)", None)
    ''
    """
    try:
        address = urljoin(base or "", _CONTROL.sub("", re.sub(r"[\t\r\n]", "", href)).strip())
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return ""
    if parts.scheme not in _SCHEMES or (parts.scheme != "mailto" and not host):
        return ""
    return urlunsplit(parts._replace(netloc=host))
