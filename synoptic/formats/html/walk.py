"""A parsed page to its lines of text and the boxes they stand in.

In: the root of an lxml tree. Out: a `Page`: every stretch of text that a reader sees
as a line or paragraph of its own, in the order of the source, and the tree of
block-level elements around them.
Promise: each word outside scripts and styles is in exactly one line, or in `unseen`.
Nothing is judged here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from synoptic.formats.html.inline import (
    BREAK,
    PLAIN,
    SPACE,
    STYLED,
    Piece,
    Style,
    decoded_address,
    runs_from,
    styled,
)
from synoptic.formats.html.tree import BREAKING, CELLS, HEADINGS, PREFORMATTED, UNSEEN
from synoptic.formats.links import name_of_target
from synoptic.model import Run, text_of
from synoptic.text.words import count_words, one_line, unbroken


class Box:
    """A block-level element: its place in the tree and the lines inside it.

    `first` and `last` are the indices of its first line and after its last one; `heading`
    is the level of the heading it is or stands in, 0 for none; `item`, `table`, `row` and
    `cell` are the nearest such boxes that it is or stands in.
    """

    __slots__ = (
        *("cell", "element", "first", "heading", "item"),
        *("last", "parent", "row", "table", "tag"),
    )

    def __init__(
        self, tag: str, element: etree._Element, parent: "Box | None" = None, first: int = 0
    ) -> None:
        self.tag = tag
        self.element = element
        self.parent = parent
        self.first = first
        self.last = first
        self.heading: int = parent.heading if parent else 0
        self.item: Box | None = parent.item if parent else None
        self.table: Box | None = parent.table if parent else None
        self.row: Box | None = parent.row if parent else None
        self.cell: Box | None = parent.cell if parent else None
        if tag in _OWN_PLACE:
            self._take_place(tag)

    def _take_place(self, tag: str) -> None:
        if tag == "li":
            self.item = self
        elif tag == "table":
            self.table = self
        elif tag == "tr":
            self.row = self
        elif tag in CELLS:
            self.cell = self
        else:
            self.heading = HEADINGS[tag]


_OWN_PLACE = frozenset({"li", "table", "tr", *CELLS, *HEADINGS})


@dataclass(slots=True, eq=False)
class Line:
    """Text without a block-level break in it; no text at all for an image without a name."""

    box: Box
    runs: list[Run]
    number: int
    """Line of the source."""
    text: str


@dataclass(slots=True)
class Page:
    """All lines and boxes of a page, both in the order of the source."""

    root: Box
    """Holds all the others."""
    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    unseen: list[tuple[str, str, int]] = field(default_factory=list)
    """Words in no line: the rule that takes them off, text and source line of each."""


def page_from_tree(root: etree._Element) -> Page:
    """Read off the lines of a page. Linear cost; no recursion."""
    walk = _Walk(root)
    walk.run()
    return walk.page


class _Walk:
    """One pass through a tree, with what the position in it means for the text."""

    def __init__(self, root: etree._Element) -> None:
        self.box = Box("", root, None, 0)
        self.page = Page(self.box)
        self.events = etree.iterwalk(root, events=("start", "end"))
        self.hides_addresses = root.find(".//*[@data-cfemail]") is not None
        self.pieces: list[Piece] = []
        self.number = 0
        self.style = PLAIN
        self.styles: list[tuple[Style, tuple[int, int]]] = []
        """Of each open element with a style: the style around it, and what had been read."""

    def run(self) -> None:
        for event, element in self.events:
            tag = element.tag
            if event == "start":
                if tag in BREAKING:
                    self._open(element, tag)
                elif tag in _HANDLED and not self._enter(element, tag):
                    self.events.skip_subtree()
                    continue
                text = element.text
            else:
                if tag in BREAKING:
                    self._close()
                elif tag in STYLED:
                    self._leave(element, tag)
                text = element.tail
            if text:
                self._text(text, element)
        self._flush()
        self.page.root.last = len(self.page.lines)

    def _open(self, element: etree._Element, tag: str) -> None:
        self._flush()
        self.box = Box(tag, element, self.box, len(self.page.lines))
        self.page.boxes.append(self.box)

    def _close(self) -> None:
        self._flush()
        self.box.last = len(self.page.lines)
        self.box = self.box.parent or self.box

    def _enter(self, element: etree._Element, tag: str) -> bool:
        """Enter an inline element; return whether there is text to be read in it."""
        if tag in STYLED:
            self.styles.append((self.style, (len(self.page.lines), len(self.pieces))))
            if self.hides_addresses and self._hidden_address(element):
                return False
            self.style = styled(self.style, tag, element)
        elif tag == "br":
            self._break()
        else:
            return not self._odd(element, tag)
        return True

    def _leave(self, element: etree._Element, tag: str) -> None:
        around, (lines, pieces) = self.styles.pop()
        if tag == "a" and self.style.href and lines == len(self.page.lines):
            new = range(pieces, len(self.pieces))
            if all(self.pieces[index][0].isspace() for index in new):
                self._supply(name_of_target(self.style.href), self.style, element)
        self.style = around

    def _break(self) -> None:
        """Two line breaks in a row end a paragraph; one stays within it."""
        if not self.pieces or self.pieces[-1] is BREAK:
            self._flush()
        else:
            self.pieces.append(BREAK)

    def _text(self, text: str, element: etree._Element) -> None:
        if self.box.tag in PREFORMATTED and "\n" in text:
            self._preformatted(text, element)
        elif text.isspace():
            self._space()
        else:
            if not self.pieces:
                self.number = _source_line(element)
            self.pieces.append((text, self.style, False))

    def _preformatted(self, text: str, element: etree._Element) -> None:
        first, *rest = text.split("\n")
        for count, row in enumerate((first, *rest)):
            if count:
                self._break()
            if row:
                self._text(row, element)

    def _space(self) -> None:
        if self.pieces and self.pieces[-1] is not BREAK:
            self.pieces.append(SPACE)

    def _supply(self, name: str, style: Style, element: etree._Element) -> None:
        """Add a name of ours."""
        if name:
            if not self.pieces:
                self.number = _source_line(element)
            self.pieces.append((name, style, True))

    def _flush(self) -> None:
        if self.pieces:
            runs = runs_from(self.pieces)
            if runs:
                text = text_of(tuple(runs))
                self.page.lines.append(Line(self.box, runs, self.number, text))
            self.pieces = []

    def _odd(self, element: etree._Element, tag: str) -> bool:
        """Take an element that is no plain text; return whether its inside is left out."""
        if tag == "img":
            self._image(element)
        elif tag == "hr":
            self._flush()
            return False
        elif tag == "input":
            self._space()
        elif tag == "template":
            if element.get("shadowrootmode") is not None:
                return False
            self._unseen("template", element)
        elif tag == "svg":
            self._unseen("drawing", element)
        return True

    def _unseen(self, rule: str, element: etree._Element) -> None:
        self._space()
        texts = cast(Sequence[str], _TEXTS(element))
        text = one_line(unbroken("".join(texts)))
        if count_words(text):
            self.page.unseen.append((rule, text, _source_line(element)))

    def _image(self, element: etree._Element) -> None:
        self._space()
        name = " ".join((element.get("alt") or "").split())
        if name:
            self._supply(name, self.style, element)
            self._space()

    def _hidden_address(self, element: etree._Element) -> bool:
        """Put an address in the place of the note that stands for it; return whether it could."""
        note = "".join(map(str, element.itertext())).strip()
        address = decoded_address(element.get("data-cfemail") or "")
        # Only a note in brackets: no word goes on across them, so none is torn in two.
        if not address or not (note.startswith("[") and note.endswith("]")):
            return False
        self.page.unseen.append(("hidden-address", note, _source_line(element)))
        self._supply(address, Style("mailto:" + address), element)
        return True


def _source_line(element: etree._Element) -> int:
    number: int | None = element.sourceline  # type: ignore[assignment]  # the stub has "..."
    return number or 0


_TEXTS = etree.XPath(".//text()[not(ancestor::style) and not(ancestor::script)]")
_HANDLED = UNSEEN | STYLED | {"br", "hr", "img", "input", "svg", "template"}
