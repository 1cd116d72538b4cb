"""Witness of the conservation check for HTML: counts words without the cleaner's code.

In: the decoded text of a page. Out: every word that a reader or an archive could see in
it, as often as it occurs. Counted is all text but scripts, styles, templates, comments
and attributes; the title counts, and so does what a style sheet hides.

Words are those of `synoptic.text.words`. Inline elements do not end a word; block-level ones,
line breaks, pictures and form controls do. Characters that only say where a line may
break (soft hyphen, zero-width space) are no part of a word.
"""

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from synoptic.text.words import words_of

_UNSEEN = frozenset({"script", "style"})
_ENDING = """
address applet article aside audio blockquote body br button canvas caption center col colgroup
dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset
h1 h2 h3 h4 h5 h6 header hgroup hr html img input legend li listing main map menu nav noscript
object ol optgroup option p pre search section select summary svg table tbody td tfoot th thead
tr ul video
"""
_ENDS_WORD = frozenset(_ENDING.split())
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")

# The parser reads these as one piece of text or leaves them out. Under another name their
# content is read like that of any element, as it was by the browsers of the time.
_OPAQUE = re.compile(
    r"<(/?)(iframe|noembed|noframes|plaintext|textarea|title|xmp)(?![\w-])", re.IGNORECASE
)
_OPENED = "opened-"

# These end nothing: a word goes on after the one, a page with inlined frames after the others.
_NO_END = re.compile(r"</?wbr(?![\w-])[^>]*>|</(?:html|body)(?![\w-])[^>]*>", re.IGNORECASE)
_PARSER_DEPTH = 2000  # lxml gives up at 2,048 open elements and drops the rest of the page


def visible_words_html(text: str) -> Counter[str]:
    """Count the visible words of a page. Linear cost.

    >>> sorted(visible_words_html("<p>We <b>pro</b>tect<br>data<script>x</script>"))
    ['We', 'data', 'protect']
    """
    text = _NO_END.sub("", _OPAQUE.sub(rf"<\1{_OPENED}\2", text.replace("\0", "")))
    try:
        pieces = list(_pieces(BeautifulSoup(text, "lxml"), _PARSER_DEPTH))
    except RecursionError:
        pieces = list(_pieces(BeautifulSoup(text, "html.parser"), len(text)))
    return Counter(words_of(_NO_WIDTH.sub("", "".join(pieces))))


def _pieces(soup: BeautifulSoup, deepest: int) -> Iterator[str]:
    """Yield text in the order of the source, a blank wherever an element ends a word.

    Raises RecursionError for a page that is nested deeper than it should be.
    """
    open_elements = [(iter(soup.contents), False, False)]
    while open_elements:
        if len(open_elements) > deepest:
            raise RecursionError(f"more than {deepest} open elements")
        children, ends_word, in_drawing = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            yield " " * ends_word
        elif isinstance(child, Tag):
            if not _is_unseen(child):
                ends = in_drawing or _ends_word(child)
                yield " " * ends
                drawing = in_drawing or child.name == "svg"
                open_elements.append((iter(child.contents), ends, drawing))
        elif not isinstance(child, PreformattedString):
            yield str(child)


def _is_unseen(element: Tag) -> bool:
    hidden = element.name == "template" and not element.has_attr("shadowrootmode")
    return hidden or element.name in _UNSEEN


def _ends_word(element: Tag) -> bool:
    return element.name in _ENDS_WORD or element.name.startswith(_OPENED)
