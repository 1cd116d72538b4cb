"""Kept lines of a page to blocks: headings, paragraphs, lists, definitions, tables.

In: the lines of a `Page` that are policy text. Out: flat blocks with their nesting told
by `depth`. Promise: every word of every line is in exactly one block, in the same order.
"""

from dataclasses import replace

from synoptic.formats.html.lists import items_by_hand
from synoptic.formats.html.tables import Table, tables_of
from synoptic.formats.html.titles import titles_of
from synoptic.formats.html.walk import Box, Line, Page
from synoptic.model import Block, Kind
from synoptic.text.marks import is_bullet, is_marker

_FEW_RUNS = 10  # a notice of a few lines may well be bold as a whole
_MAX_HEADING = 250  # letters; longer text in a heading element is a paragraph set large


class _State:
    """What has been opened so far, and how deep each box stands in lists."""

    def __init__(self, page: Page, lines: list[Line]) -> None:
        self.blocks: list[Block] = []
        self.seen: set[Box] = set()
        self.marker: tuple[Line, Box] | None = None
        titled = {line.box.item for line in lines if line.box.heading}
        self.by_hand = items_by_hand(lines)
        self.titles = titles_of(lines)
        self.depth: dict[Box, int] = {page.root: 0}
        self.item: dict[Box, Box | None] = {page.root: None}
        for box in page.boxes:
            outer = box.parent or page.root
            item = self.item[outer]
            if box.tag == "li" and box not in titled:
                item = box
            item = self.by_hand.get(box, item)
            self.item[box] = item
            self.depth[box] = self.depth[outer] + (item is not self.item[outer])


def blocks_from_lines(page: Page, lines: list[Line]) -> list[Block]:
    """Set those lines of a page that are kept as blocks. Linear cost."""
    lines = _without_endless(lines)
    state = _State(page, lines)
    tables = tables_of(lines, state.by_hand)
    index = 0
    while index < len(lines):
        line = lines[index]
        table = tables.get(index)
        if table is not None:
            _add_lone_marker(state)
            _add_table(state, table)
            index = table.end
        else:
            _add_line(state, line)
            index += 1
    _add_lone_marker(state)
    return _without_jumps(state.blocks)


def _without_endless(lines: list[Line]) -> list[Line]:
    """Take off emphasis that most of a text has: an element that was never closed."""
    runs = [run for line in lines for run in line.runs]
    half = sum(len(run.text) for run in runs) / 2
    strong = sum(len(run.text) for run in runs if run.strong) > half
    emphasis = sum(len(run.text) for run in runs if run.emphasis) > half
    if len(runs) < _FEW_RUNS or not (strong or emphasis):
        return lines
    return [
        replace(
            line,
            runs=[
                replace(
                    run, strong=run.strong and not strong, emphasis=run.emphasis and not emphasis
                )
                for run in line.runs
            ],
        )
        for line in lines
    ]


def _add_table(state: _State, table: Table) -> None:
    state.blocks += [
        Block(kind=Kind.ROW, cells=row.cells, head=row.head, opens=count == 0, line=row.number)
        for count, row in enumerate(table.rows)
    ]


def _add_line(state: _State, line: Line) -> None:
    box = line.box
    item = state.item[box]
    if state.marker is not None and (state.marker[1] is not item or box.heading):
        _add_lone_marker(state)
    if line in state.titles or (box.heading and len(line.text) <= _MAX_HEADING):
        _add_heading(state, line)
    elif item is None or item in state.seen:
        _add_paragraph(state, line)
    elif state.marker is None and is_marker(line.text):
        state.marker = (line, item)
    else:
        _add_item(state, line, item)


def _add_lone_marker(state: _State) -> None:
    """Add an item of which there is nothing but the marker."""
    if state.marker is not None:
        line, item = state.marker
        _add_item(state, line, item, lone=True)


def _add_heading(state: _State, line: Line) -> None:
    runs = tuple(line.runs)
    state.blocks.append(
        Block(kind=Kind.HEADING, runs=runs, level=line.box.heading, line=line.number)
    )


def _add_paragraph(state: _State, line: Line) -> None:
    box = line.box
    kind = Kind.PARAGRAPH if box in state.by_hand else _KINDS.get(box.tag, Kind.PARAGRAPH)
    state.blocks.append(
        Block(kind=kind, runs=tuple(line.runs), depth=state.depth[box], line=line.number)
    )


_KINDS = {"dt": Kind.TERM, "dd": Kind.DEFINITION}


def _add_item(state: _State, line: Line, item: Box, *, lone: bool = False) -> None:
    listing = item.table if item.tag == "tr" and item.table else item.parent or item
    first = state.marker[0] if state.marker else line
    marker = first.text.strip() if state.marker else ""
    state.blocks.append(
        Block(
            kind=Kind.ITEM,
            runs=() if lone else tuple(line.runs),
            depth=state.depth[line.box],
            ordered=listing.tag == "ol" or (bool(marker) and not is_bullet(marker)),
            marker=marker,
            count=0 if marker else _count(item, listing, listing not in state.seen),
            opens=listing not in state.seen,
            line=first.number,
        )
    )
    state.seen |= {item, listing}
    state.marker = None


def _count(item: Box, listing: Box, opens: bool) -> int:
    """Return the number that a page sets for an item of its own list; 0 for none."""
    if listing.tag != "ol" or item.tag != "li":
        return 0
    number = item.element.get("value") or (listing.element.get("start") if opens else None) or ""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0


def _without_jumps(blocks: list[Block]) -> list[Block]:
    """Let no block stand more than one list deeper than the one before."""
    depth = 0
    made = []
    for block in blocks:
        limit = depth + 1 if block.kind is Kind.ITEM else depth
        depth = min(block.depth, limit)
        made.append(block if depth == block.depth else replace(block, depth=depth))
    return made
