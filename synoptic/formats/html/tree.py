"""HTML text to an lxml tree that holds every word a reader of the page could see.

In: decoded text. Out: the root element, or None for a page without any element; and what
the elements of HTML mean for the flow of the text. Promise: no text is lost to the parser's
own limits or to elements whose content it would leave unparsed.
"""

import re
from itertools import islice

from lxml import etree

_BREAKING = """
address article aside blockquote body button caption center col colgroup dd details dialog dir
div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup
html legend li listing main map menu nav noscript object ol optgroup option p pre search section
select summary table tbody td tfoot th thead tr ul applet audio canvas embed video
x-title x-iframe x-noframes x-noembed x-textarea x-xmp x-plaintext
"""
BREAKING = frozenset(_BREAKING.split())
"""Elements that begin and end a line. All others, unknown ones too, run within it."""

_WITHIN_A_LINE = """
br hr image img input svg template
desc foreignobject text textpath tref tspan
"""
PARTING = frozenset({*_WITHIN_A_LINE.split(), *(name.removeprefix("x-") for name in BREAKING)})
"""Elements whose tags end a word: those of `BREAKING`, pictures and the texts in them."""

UNSEEN = frozenset({"script", "style", "meta", "link", "base", "param", "source", "track"})
"""Elements without anything to read. `template` is looked at one by one."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

STRONG = frozenset({"b", "strong"})
EMPHASISED = frozenset({"i", "em", "cite", "dfn"})

CELLS = frozenset({"td", "th"})
PREFORMATTED = frozenset({"pre", "listing", "x-textarea", "x-xmp", "x-plaintext"})

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

# Characters for raised figures, as marks of notes and powers, exist: nothing is added to the text
# and no word is cut in two. It is done in the source, since parsers do not agree on where an
# element ends that was never closed; such a one is left alone.
_STYLED = r"</?(?:a|b|i|u|em|strong|span|font|small)\b[^<>]*+>"
_RAISED = re.compile(rf"<sup(?=[\s>])[^<>]*+>(?:\s|{_STYLED}|[0-9])*+(?=</sup\s*+>)", re.IGNORECASE)
_TEXT = re.compile(r"(?<=>)[\s0-9]+")
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# For pages nested deeper than the parser goes (2,048 elements): the structure of such a page
# means nothing; all its elements are dissolved but those that decide what is text.
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>")
_KEPT_FLAT = frozenset({"script", "style", "template", "svg", "br", "hr", "img", "input"})


# The parser's time grows with the square of the attributes of one element. No page that somebody
# made has a hundredth of so many on one; what they say is no text.
_MOST_ATTRIBUTES = 5_000
_ELEMENT = re.compile(r"""<([a-zA-Z][^\t\n\f\r />]*+)((?:=\s*+(?:"[^"]*+"|'[^']*+')|[^>])*+)>?""")
_ATTRIBUTE = re.compile(r"""[^\t\n\f\r />=]+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?""")


def parse(text: str) -> etree._Element | None:
    """Parse a page; comments and processing instructions are left out. Linear cost."""
    text = _parsable(_raised_figures(_ELEMENT.sub(_bounded, text)))
    root, complete = _parsed(text)
    return root if complete else _parsed(_TAG.sub(_flattened, text))[0]


def _bounded(element: re.Match[str]) -> str:
    """Take the attributes off an element that has too many of them."""
    attributes = element[2]
    if len(attributes) <= 2 * _MOST_ATTRIBUTES:  # each has a letter and a blank
        return element[0]
    count = sum(1 for _ in islice(_ATTRIBUTE.finditer(attributes), _MOST_ATTRIBUTES + 1))
    return f"<{element[1]}>" if count > _MOST_ATTRIBUTES else element[0]


def _raised_figures(text: str) -> str:
    """Write the figures of raised elements that hold nothing else as such: 24² is no 242."""
    return _RAISED.sub(lambda raised: _TEXT.sub(_translated, raised[0]), text)


def _translated(figures: re.Match[str]) -> str:
    return figures[0].translate(_FIGURES)


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
