"""Witness of the conservation check for HTML: counts words without the cleaner's code.

In: the decoded text of a page. Out: every word that a reader or an archive could see in
it, as often as it occurs. Counted is all text but scripts, styles, comments and
attributes; the title counts, and so does what a style sheet or a template hides.

The parser is Lexbor, and the cleaner's is another. Here a page is no tree but a row of
texts: every tag is replaced by a break, if its element ends a word, or by nothing. So
no word depends on what a parser makes of tags that overlap or are never closed.

Words are those of `synoptic.text.words`. Tags of block-level elements, line breaks, pictures
and form controls end a word, also where they close nothing; other tags do not. Characters
that only say where a line may break (soft hyphen, zero-width space) are no part of a word.
"""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from synoptic.text.words import words_of

_UNSEEN = frozenset({"script", "style"})
_ENDING = """
address applet article aside audio blockquote body br button canvas caption center col colgroup dd
desc details dialog dir div dl dt embed fieldset figcaption figure footer foreignobject form frame
frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe image img input legend li listing main map
menu nav noembed noframes noscript object ol optgroup option p plaintext pre search section select
summary svg table tbody td template text textarea textpath tfoot th thead title tr tref tspan ul
video xmp
"""
_ENDS_WORD = frozenset(_ENDING.split())
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")

_TAG = re.compile(r"<(/?)([a-zA-Z][^\t\n\f\r />]*)")
_BREAK, _NOTHING = "</br", "</nothing"
"""Ends of elements: the parser keeps none of their attributes, and nothing is ever nested."""

_NAMES = 20_000
"""What a page may have between blanks, each thing counted once, before its attributes are
taken off: the parser's time grows with the square of the number of their different names."""
_NAME = re.compile(r"[^\t\n\f\r />=]+")
_ATTRIBUTES = r"""(?:=\s*+(?:"[^"]*"|'[^']*')|[^>])*+(?:>|\Z)"""
_NOTE = re.compile(
    r"<sup(?=[\s>])[^<>]*+>(?:[0-9\s]|</?(?:[abiu]|em|strong|span|font|small)\b[^<>]*+>)*+</sup\s*+>",
    re.IGNORECASE,
)
_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(script|style)(?=[\s/>]){_ATTRIBUTES}.*?(?=</\1[\s/>]|\Z)"
    rf"|<(/?[a-z][^\t\n\f\r />]*+){_ATTRIBUTES}",
    re.IGNORECASE | re.DOTALL,
)


def visible_words_html(text: str) -> Counter[str]:
    """Count the visible words of a page. Linear cost.

    >>> sorted(visible_words_html("<p>We <b>pro</b>tect<br>data<script>x</script>"))
    ['We', 'data', 'protect']
    """
    text = _NOTE.sub(_raised, text.replace("\0", ""))
    if len(text) > _NAMES and len(set(_NAME.findall(text))) > _NAMES:
        text = _MARKUP.sub(_without_attributes, text)
    page = LexborHTMLParser(_TAG.sub(_flattened, text).encode("utf-8", "replace"))
    return Counter(words_of(_NO_WIDTH.sub("", "".join(_pieces(page)))))


def _raised(note: re.Match[str]) -> str:
    """Count "24<sup>2</sup>" as 24², which is no 242."""
    parts = re.split(r"(<[^<>]*>)", note[0])
    return "".join(
        part if part.startswith("<") else "".join(_RAISED.get(sign, sign) for sign in part)
        for part in parts
    )


def _without_attributes(markup: re.Match[str]) -> str:
    return f"<{markup[2]}>" if markup[2] else ""


def _flattened(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in _UNSEEN:
        return tag[0] if tag[1] else f"<{name}>"  # the attributes become part of what is unseen
    return _BREAK if name in _ENDS_WORD else _NOTHING


def _pieces(page: LexborHTMLParser) -> Iterator[str]:
    """Yield text in the order of the source, a blank wherever an element ends a word."""
    for node in page.body.iter(include_text=True) if page.body else ():
        if node.is_text_node:
            yield node.text_content or ""
        elif node.tag == "br":
            yield " "
