"""Where links lead: the same questions for every format."""

import re
from urllib.parse import unquote, urlsplit

from synoptic.text.words import one_line

_REWRITTEN = re.compile(
    r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=[a-z][\w+.-]*:|mailto:|//|\w)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"^(\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2})[^/\\?#]*@", re.IGNORECASE)
_ENDING = re.compile(r"(?<=.)\.\w{1,5}$")


def target_of(href: str) -> str:
    """Return a link's target with the archive's rewriting undone.

    >>> target_of("/web/20120621214209/http://acme.example/contact?a=1")
    'http://acme.example/contact?a=1'
    >>> target_of(" #top ")
    '#top'
    """
    href = href.strip()
    return _REWRITTEN.sub("", href, count=1) if "/web/" in href else href


def without_password(address: str) -> str:
    """Return an address without the name and password that may stand before the machine.

    >>> without_password("http://ann:secret@acme.example/a@b")
    'http://acme.example/a@b'
    """
    return _PASSWORD.sub(r"\1", address)


def leads_inside(href: str) -> bool:
    """Return whether a link may lead to a place on the same page.

    Saved pages spell out their own address before the mark.
    """
    return "#" in href and not href.endswith("#")


def leads_nowhere(href: str) -> bool:
    """Return whether a link only does something to the page, such as unfold a panel."""
    return href == "#" or href.startswith("javascript:")


def name_of_target(href: str) -> str:
    """Return words for a link that has none, from where it leads; empty inside the page.

    >>> name_of_target("http://www.acme.example/img/privacy-mark.html")
    'acme.example: privacy-mark'
    >>> name_of_target("mailto:ann@acme.example"), name_of_target("#top")
    ('ann@acme.example', '')
    """
    try:
        parts = urlsplit(href)
    except ValueError:  # brackets that are no IPv6 address
        return ""
    if parts.scheme not in ("http", "https", ""):
        return one_line(parts.path) if parts.scheme == "mailto" else ""
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")  # nobody's password is a name
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    return ": ".join(part for part in (host, one_line(_ENDING.sub("", last))) if part)
