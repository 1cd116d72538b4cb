"""HTML text to an lxml tree that holds every word a reader of the page could see.

In: decoded text. Out: the root element, or None for a page without any element.
Promise: no text is lost to the parser's own limits or to elements whose content
it would leave unparsed.
"""

import re

from lxml import etree

from synoptic.formats.html.names import BREAKING, PARTING

# A parser of today leaves the first of these as raw text, as browsers with frames do; in
# archives they hold text: inlined frames of saved pages, the whole text of a page made of
# frames, the scroll box of an agreement; or, when they are never closed, the whole page.
# Renamed, their content is parsed like any other. Ends of the page end nothing, as an inlined
# frame has one, too, and what follows would be put outside the root; a place where a word may be
# broken opens nothing: the parser does not know it as empty and nests the rest of the page in it.
_MISREAD = re.compile(
    r"<(?=/?[tinpxwhb])(?:(/?)(title|iframe|noframes|noembed|textarea|xmp|plaintext)"
    r"|/?wbr|/html|/body)(?![\w-])",
    re.IGNORECASE,
)
_NOTHING = "</nothing"
"""The end of an element that no page has, which the parser passes over."""

# The parser makes no element of a tag in the wrong place, such as the end of what is not open,
# but the words on both sides of it were not meant as one.
_OPENING = re.compile(r"<(?=/?([a-zA-Z][^\t\n\f\r />]*))")

RENAMED = "x-"
"""Put before the name of an element that was renamed."""

# For pages nested deeper than the parser goes (2,048 elements): the structure of such a page
# means nothing; all its elements are dissolved but those that decide what is text.
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>")
_KEPT_FLAT = frozenset({"script", "style", "template", "svg", "br", "hr", "img", "input"})


def parse(text: str) -> etree._Element | None:
    """Parse a page; comments and processing instructions are left out. Linear cost."""
    text = _parsable(text)
    root, complete = _parsed(text)
    return root if complete else _parsed(_TAG.sub(_flattened, text))[0]


def _parsable(text: str) -> str:
    """Undo what would make the parser drop or misread text."""
    return _MISREAD.sub(_renamed, _OPENING.sub(_parted, text.replace("\x00", "")))


def _parted(opening: re.Match[str]) -> str:
    return " <" if opening[1].lower() in PARTING else "<"


def _renamed(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{RENAMED}{tag[2]}" if tag[2] else _NOTHING


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    """Return the root and whether the parser reached the end of the text."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    # As bytes: lxml refuses a str that declares an encoding. Lone surrogates become "?".
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    last = parser.error_log.last_error
    return root, last is None or last.level < etree.ErrorLevels.FATAL


def _flattened(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in _KEPT_FLAT:
        return tag[0]
    return "<p>" if name in BREAKING else ""
