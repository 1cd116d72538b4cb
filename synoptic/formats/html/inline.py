"""Pieces of running text: white space, links and what stands behind them."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from synoptic.model import Run
from synoptic.text.words import one_line

_IGNORABLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Characters that only tell where a line may break; they would cut words in two."""

_REWRITTEN = re.compile(
    r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=[a-z][\w+.-]*:|mailto:|//|\w)",
    re.IGNORECASE,
)


class Style(NamedTuple):
    """How a piece of text is set."""

    href: str = ""
    strong: bool = False
    emphasis: bool = False


PLAIN = Style()


def folded(text: str) -> str:
    """Take out soft hyphens and their like."""
    return text if text.isascii() else _IGNORABLE.sub("", text)


def target_of(href: str) -> str:
    """Return a link's target with the archive's rewriting undone.

    >>> target_of("/web/20120621214209/http://acme.example/contact?a=1")
    'http://acme.example/contact?a=1'
    >>> target_of(" #top ")
    '#top'
    """
    href = href.strip()
    return _REWRITTEN.sub("", href, count=1) if "/web/" in href else href


def leads_inside(href: str) -> bool:
    """Return whether a link may lead to a place on the same page.

    Saved pages spell out their own address before the mark.
    """
    return "#" in href and not href.endswith("#")


def name_of_target(href: str) -> str:
    """Return words for a link that has none, from where it leads; empty inside the page.

    >>> name_of_target("http://www.acme.example/img/privacy-mark.html")
    'acme.example: privacy-mark'
    """
    try:
        parts = urlsplit(href)
    except ValueError:  # brackets that are no IPv6 address
        return ""
    host = parts.netloc.removeprefix("www.")
    if parts.scheme not in ("http", "https", ""):
        return one_line(parts.path) if parts.scheme == "mailto" else ""
    name = unquote(parts.path.rstrip("/").rpartition("/")[2]).rpartition(".")[0]
    return ": ".join(part for part in (host, one_line(name)) if part)


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
        text = " ".join(folded(text).split())
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
        text, style, supplied = folded(piece[0]), piece[1], piece[2]
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
