"""What an element says that it is: by its tag, its role, its id and its class.

People name the parts of a page in English whatever language they write in, and with few
words. In: an element. Out: the kinds of part that its names tell of.
"""

import re
from functools import lru_cache

from synoptic.formats.html.walk import Box

# Capitals and underscores are read as hyphens: "fNavi" is "f-navi", "page_Top" is "page-top".
NAMES: dict[str, tuple[str, ...]] = {
    "archive": (r"\bwm-ipp", r"\bdonato\b"),
    "navigation": (
        r"nav(?!y|al|ajo)",
        r"menu",
        r"bread-?crumb",
        r"crumbs?\b",
        r"pathway",
        r"topics?-?path",
        r"site-?map",
        r"pagination",
        r"pager\b",
        r"skip-?(?:to|link|content)",
        r"\btabs\b",
        r"tool-?bar",
        r"lang(?:uage)?s?-?(?:select|switch|list|choose|pick)",
        r"\bto-?top\b",
        r"page-?top",
        r"top-?bar",
    ),
    "footer": (
        r"foot(?!note|age|print|ball|wear)",
        r"copyright",
        r"colophon",
        r"bottom-?(?:links|bar)",
    ),
    "header": (r"head(?:er)?(?![a-z])", r"masthead", r"banner", r"\bhd\b", r"logo"),
    "sidebar": (
        r"side-?(?:bar|col|panel)",
        r"\baside\b",
        r"(?:right|left)-?(?:rail|bar)",
    ),
    "share": (
        r"\bshar(?:e|ing|er)\b",
        r"share\b",
        r"addthis",
        r"social",
        r"follow-?us",
        r"print-?(?:page|this|sec|button)",
        r"e?mail-?this",
        r"\btweet",
        r"bookmark",
    ),
    "search": (r"search", r"suche\b", r"recherche"),
    "login": (r"log-?in\b", r"sign-?in\b", r"account-?(?:menu|box)", r"user-?(?:menu|bar)"),
    "consent": (
        r"(?:cookies?|consent|gdpr|privacy)-?(?:bar|banner|consent|popup|message|alert|overlay)",
        r"(?:cookies?|consent|gdpr)-?(?:notice|law|manager)",
    ),
    "popup": (r"modal", r"pop-?up", r"overlay", r"lightbox", r"tooltip", r"dialog", r"off-?canvas"),
    "related": (
        r"related",
        r"recommend",
        r"trending",
        r"popular",
        r"most-?(?:read|viewed)",
        r"latest",
        r"read-?(?:next|also)",
        r"recent-?posts",
        r"\bwidgets?\b",
        r"\bpromo",
        r"\bteasers?\b",
    ),
    "comments": (r"\bcomments?\b", r"\brespond\b"),
    "newsletter": (r"newsletter", r"subscribe", r"sign-?up"),
    "advertisement": (r"\bad(?:s|vert)?\b", r"advertis", r"sponsor", r"-ads?-iframe"),
}
"""Kind of part: what a name of it contains."""

_NAMES = re.compile(
    "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in NAMES.items())
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NONE: frozenset[str] = frozenset()


TAGS = {
    "aside": "sidebar",
    "button": "button",
    "footer": "footer",
    "form": "form",
    "header": "header",
    "nav": "navigation",
    "noscript": "no-script",
    "option": "choice",
    "select": "choice",
    "x-title": "title",
    **dict.fromkeys(("applet", "audio", "canvas", "object", "video"), "frame"),
    **dict.fromkeys(("x-iframe", "x-noembed"), "frame"),
}
"""Tag: kind of part."""

ROLES = {
    "alertdialog": "popup",
    "banner": "header",
    "complementary": "sidebar",
    "contentinfo": "footer",
    "dialog": "popup",
    "menu": "navigation",
    "menubar": "navigation",
    "navigation": "navigation",
    "search": "search",
}
"""Role: kind of part."""


def kinds_of(box: Box) -> frozenset[str]:
    """Return which kinds of part a box says that it is."""
    get = box.element.get
    name, kind, role = get("id"), get("class"), get("role")
    kinds = _kinds(f"{name or ''} {kind or ''}") if name or kind else _NONE
    if box.tag in TAGS:
        kinds |= {TAGS[box.tag]}
    return kinds | {ROLES[role]} if role in ROLES else kinds


@lru_cache(maxsize=10_000)  # the names of a site come back on each of its pages
def _kinds(names: str) -> frozenset[str]:
    names = _CAMEL.sub("-", names).lower().replace("_", "-")
    return frozenset(match.lastgroup or "" for match in _NAMES.finditer(names))
