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

from synoptic.cleaner.html_names import (
    BREAKING,
    CELLS,
    EMPHASISED,
    HEADINGS,
    PREFORMATTED,
    STRONG,
    UNSEEN,
)
from synoptic.cleaner.html_runs import (
    PLAIN,
    RunBuilder,
    Style,
    decoded_address,
    folded,
    name_of_target,
    target_of,
)
from synoptic.model import Run, text_of
from synoptic.words import count_words


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
    after_break: bool
    """Whether empty lines, made with line breaks, part it from the one before."""


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
        self.builder = RunBuilder()
        self.number = 0
        self.after_break = False
        self.style = PLAIN
        self.styles: list[tuple[Style, object]] = []
        """Of each open element with a style: the style around it, and what had been read."""

    def run(self) -> None:
        for event, element in self.events:
            if event == "start":
                text = element.text if self._start(element, element.tag) else None
            else:
                self._end(element, element.tag)
                text = element.tail
            if text:
                self._text(text, element)
        self._flush()
        self.page.root.last = len(self.page.lines)

    def _start(self, element: etree._Element, tag: str) -> bool:
        """Enter an element; tell whether there is text to be read in it."""
        if tag in BREAKING:
            if self.builder.pieces or self.after_break:
                self._flush()
            self.box = Box(tag, element, self.box, len(self.page.lines))
            self.page.boxes.append(self.box)
        elif tag in _STYLED:
            if element.get("data-cfemail") and self._hidden_address(element):
                self.styles.append((self.style, None))
                self.events.skip_subtree()
                return False
            self.styles.append((self.style, self._position()))
            self.style = _styled(self.style, tag, element)
        elif tag == "br":
            self._break()
        elif tag in _ODD and self._odd(element, tag):
            self.events.skip_subtree()
            return False
        return True

    def _end(self, element: etree._Element, tag: str) -> None:
        if tag in BREAKING:
            if self.builder.pieces or self.after_break:
                self._flush()
            self.box.last = len(self.page.lines)
            self.box = self.box.parent or self.box
        elif tag in _STYLED:
            around, since = self.styles.pop()
            if tag == "a" and since == self._position():
                self._name_empty_link(element)
            self.style = around

    def _break(self) -> None:
        """Two line breaks in a row end a paragraph; one stays within it."""
        if not self.builder.pieces or self.builder.ends_with_break():
            self._flush()
            self.after_break = True
        else:
            self.builder.line_break()

    def _text(self, text: str, element: etree._Element) -> None:
        if self.box.tag in PREFORMATTED and "\n" in text:
            self._preformatted(text)
        elif text.isspace():
            self.builder.space()
        else:
            if not self.builder.pieces:
                self.number = _source_line(element)
            self.builder.add(folded(text), self.style)

    def _preformatted(self, text: str) -> None:
        for count, row in enumerate(text.split("\n")):
            if count:
                self._break()
            self.builder.add(folded(row), self.style)

    def _flush(self) -> None:
        if self.builder.pieces:
            runs = self.builder.runs()
            if runs:
                line = Line(self.box, runs, self.number, text_of(tuple(runs)), self.after_break)
                self.page.lines.append(line)
            self.builder = RunBuilder()
        self.after_break = False

    def _odd(self, element: etree._Element, tag: str) -> bool:
        """Deal with an element that is not plain text; tell whether to leave out its inside."""
        if tag == "img":
            self._image(element)
            return True
        if tag == "hr":
            self._flush()
            return False
        if tag == "input":
            self.builder.space()
            return True
        if tag == "template":
            return element.get("shadowrootmode") is None
        if tag == "svg":
            self._drawing(element)
        return True

    def _drawing(self, element: etree._Element) -> None:
        self.builder.space()
        texts = cast(Sequence[str], _DRAWN_TEXT(element))
        text = " ".join(folded(" ".join(texts)).split())
        if count_words(text):
            self.page.unseen.append(("drawing", text, _source_line(element)))

    def _image(self, element: etree._Element) -> None:
        self.builder.space()
        name = " ".join((element.get("alt") or "").split())
        if name:
            if not self.builder.pieces:
                self.number = _source_line(element)
            self.builder.add(name, self.style, supplied=True)
            self.builder.space()

    def _position(self) -> object:
        pieces = self.builder.pieces
        return len(self.page.lines), len(pieces), len(pieces[-1][0]) if pieces else 0

    def _name_empty_link(self, element: etree._Element) -> None:
        name = name_of_target(self.style.href)
        if name:
            if not self.builder.pieces:
                self.number = _source_line(element)
            self.builder.add(name, self.style, supplied=True)

    def _hidden_address(self, element: etree._Element) -> bool:
        """Put an address in the place of the note that stands for it; tell whether it could."""
        note = " ".join(map(str, element.itertext())).strip()
        address = decoded_address(element.get("data-cfemail") or "")
        # Only a note in brackets: no word goes on across them, so none is torn in two.
        if not address or not (note.startswith("[") and note.endswith("]")):
            return False
        if not self.builder.pieces:
            self.number = _source_line(element)
        self.page.unseen.append(("hidden-address", note, _source_line(element)))
        self.builder.add(address, Style("mailto:" + address), supplied=True)
        return True


def _source_line(element: etree._Element) -> int:
    number: int | None = element.sourceline  # type: ignore[assignment]  # the stub has "..."
    return number or 0


_DRAWN_TEXT = etree.XPath(
    ".//text()[not(ancestor::style) and not(ancestor::script) and not(ancestor::template)]"
)
_STYLED = STRONG | EMPHASISED | {"a", "span", "font"}
_ODD = UNSEEN | {"img", "hr", "input", "template", "svg"}


_LARGE = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
"""Sizes that set a line apart in the time of the `font` element; 3 is that of the text."""


def _styled(style: Style, tag: str, element: etree._Element) -> Style:
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
    return _styled_by_css(style, css.replace(" ", "").lower()) if css else style


def _styled_by_css(style: Style, css: str) -> Style:
    strong = style.strong or "font-weight:bold" in css or "font-weight:7" in css
    return Style(style.href, strong, style.emphasis or "font-style:italic" in css)
