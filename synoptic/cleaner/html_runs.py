"""Pieces of running text: white space, links and what stands behind them."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from synoptic.model import Run
from synoptic.words import one_line

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


class RunBuilder:
    """Gathers pieces of one line; white space folds as a browser folds it."""

    __slots__ = ("_space", "pieces")

    def __init__(self) -> None:
        self.pieces: list[tuple[list[str], Style, bool]] = []
        """Strings of one style in a row, the style, whether they are ours."""
        self._space = False

    def add(self, text: str, style: Style, *, supplied: bool = False) -> None:
        """Add a piece of source text, or of ours."""
        if (self._space or text[:1].isspace()) and self.pieces:
            self._add_space(style)
        self._put(" ".join(text.split()), style, supplied)
        self._space = text[-1:].isspace()

    def space(self) -> None:
        """Part what follows from what came before."""
        self._space = True

    def line_break(self) -> None:
        """Break the line within the block."""
        if self.pieces:
            self._put("\n", PLAIN, False)
        self._space = False

    def ends_with_break(self) -> bool:
        """Tell whether the last piece is a line break."""
        return bool(self.pieces) and self.pieces[-1][0][-1] == "\n"

    def runs(self) -> list[Run]:
        """Return the line as runs, without line breaks at its end."""
        while self.ends_with_break():
            self.pieces[-1][0].pop()
            if not self.pieces[-1][0]:
                self.pieces.pop()
        return [
            Run(text[0] if len(text) == 1 else "".join(text), s.href, s.strong, s.emphasis, own)
            for text, s, own in self.pieces
        ]

    def _add_space(self, style: Style) -> None:
        if self.ends_with_break():
            return
        # In what both sides share: "*word *" is no emphasis in Markdown.
        last = self.pieces[-1][1]
        if last != style:
            style = Style(
                style.href if last.href == style.href else "",
                style.strong and last.strong,
                style.emphasis and last.emphasis,
            )
        self._put(" ", style, False)

    def _put(self, text: str, style: Style, supplied: bool) -> None:
        if not text:
            return
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last[1] == style and last[2] == supplied:
            last[0].append(text)
        else:
            self.pieces.append(([text], style, supplied))
