"""Pieces of running text: their style and their white space."""

from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from synoptic.formats.html.tree import EMPHASISED, STRONG
from synoptic.formats.links import target_of
from synoptic.model import Run
from synoptic.text.words import unbroken


class Style(NamedTuple):
    """How a piece of text is set."""

    href: str = ""
    strong: bool = False
    emphasis: bool = False


PLAIN = Style()

STYLED = STRONG | EMPHASISED | {"a", "font", "span"}
"""Elements that may set a style."""

_LARGE = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
"""Sizes that set a line apart in the time of the `font` element; 3 is that of the text."""


def styled(style: Style, tag: str, element: etree._Element) -> Style:
    """Return the style of the text in an element, from the one around it."""
    if tag == "a":
        href = element.get("href")
        return style if href is None else Style(target_of(href), style.strong, style.emphasis)
    if tag in STRONG:
        return Style(style.href, True, style.emphasis)
    if tag in EMPHASISED:
        return Style(style.href, style.strong, True)
    if tag == "font" and element.get("size") in _LARGE:
        return Style(style.href, True, style.emphasis)
    css = element.get("style")
    if not css:
        return style
    strong, emphasis = _emphasis(css)
    return Style(style.href, style.strong or strong, style.emphasis or emphasis)


@lru_cache(maxsize=10_000)  # word processors set the same few on every word
def _emphasis(css: str) -> tuple[bool, bool]:
    """Return whether a style sets text in bold and in italics."""
    css = css.replace(" ", "").lower()
    strong = "font-weight:bold" in css or "font-weight:7" in css
    return strong, "font-style:italic" in css


def decoded_address(code: str) -> str:
    """Decode an e-mail address that a delivery network hides in hexadecimal digits.

    The first byte is the key that the others are combined with. Empty if it is not one.

    >>> decoded_address("422302206c21")
    'a@b.c'
    """
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return ""
    address = bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
    return address if "@" in address and address.isprintable() else ""


Piece = tuple[str, Style, bool]
"""Text as it stands in the source, its style, and whether it is ours and not the source's."""

SPACE: Piece = (" ", PLAIN, False)
BREAK: Piece = ("\n", PLAIN, False)
"""A line break within the line; told from others by identity."""


def runs_from(pieces: list[Piece]) -> list[Run]:
    """Set the pieces of a line as runs; white space folds as a browser folds it.

    >>> [run.text for run in runs_from([(" We  ", PLAIN, False), ("keep", Style("#x"), False)])]
    ['We ', 'keep']
    """
    while pieces and (pieces[-1] is BREAK or pieces[-1] is SPACE):
        pieces.pop()
    if len(pieces) == 1:  # as four of five are
        text, style, supplied = pieces[0]
        text = " ".join(unbroken(text).split())
        return [Run(text, style.href, style.strong, style.emphasis, supplied)] if text else []
    line = _Line()
    for piece in pieces:
        line.add(piece)
    return line.runs()


class _Line:
    """Folds pieces of several styles one after the other."""

    def __init__(self) -> None:
        self._parts: list[tuple[list[str], Style, bool]] = []
        self._space = False

    def add(self, piece: Piece) -> None:
        """Add a piece; the blank before it, if any, first."""
        if piece is BREAK:
            self._space = False
            if self._parts:
                self._put("\n", PLAIN, False)
            return
        text, style, supplied = unbroken(piece[0]), piece[1], piece[2]
        words = text.split()
        self._space = self._space or text[:1].isspace()
        if words:
            if self._space and self._parts and not self._ends_with_break():
                self._put(" ", self._shared(style), False)
            self._put(" ".join(words), style, supplied)
            self._space = text[-1].isspace()

    def runs(self) -> list[Run]:
        """Return what was added, without line breaks at its end."""
        while self._ends_with_break():
            self._parts[-1][0].pop()
            if not self._parts[-1][0]:
                self._parts.pop()
        return [Run("".join(text), *style, supplied) for text, style, supplied in self._parts]

    def _ends_with_break(self) -> bool:
        return bool(self._parts) and self._parts[-1][0][-1] == "\n"

    def _shared(self, style: Style) -> Style:
        """Return what two styles share: "*word *" is no emphasis in Markdown."""
        last = self._parts[-1][1]
        if last == style:
            return style
        href = style.href if last.href == style.href else ""
        return Style(href, style.strong and last.strong, style.emphasis and last.emphasis)

    def _put(self, text: str, style: Style, supplied: bool) -> None:
        last = self._parts[-1] if self._parts else None
        if last is not None and last[1] == style and last[2] == supplied:
            last[0].append(text)
        else:
            self._parts.append(([text], style, supplied))
