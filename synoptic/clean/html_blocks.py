"""Kept lines of a page to blocks: headings, paragraphs, lists, definitions, tables.

In: the lines of a `Page` that are policy text. Out: flat blocks with their nesting told
by `depth`. Promise: every word of every line is in exactly one block, in the same order.
"""

import re
from dataclasses import replace

from synoptic.clean.html_tables import Table, tables_of
from synoptic.clean.html_walk import Box, Line
from synoptic.model import Block, Kind

MARKER = re.compile(
    r"\s*(?:[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]{1,2}|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
    r"|[•·●○■□▪▫◦‣⁃∙*–—-]|[\u2460-\u2473]|[(（]?\d{1,2}[)）．])\s*"
)
"""A printed list marker, alone."""

_MAX_HEADING = 250  # letters; longer text in a heading element is a paragraph set large


class _State:
    """What has been opened so far."""

    def __init__(self, lines: list[Line]) -> None:
        self.blocks: list[Block] = []
        self.seen_items: set[Box] = set()
        self.seen_lists: set[Box] = set()
        self.titled = {
            line.box.item for line in lines if line.box.heading and line.box.item is not None
        }
        self.marker_lists = _marker_lists(lines)
        self.marker: tuple[str, Line] | None = None


def blocks_from_lines(lines: list[Line]) -> list[Block]:
    """Set lines as blocks. Linear cost but for the depth of nesting."""
    state = _State(lines)
    tables = tables_of(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        table = tables.get(index)
        if table is not None:
            _add_table(state, table, line)
            index = table.end
        else:
            _add_line(state, line)
            index += 1
    return _without_jumps(state.blocks)


def _add_table(state: _State, table: Table, line: Line) -> None:
    for count, row in enumerate(table.rows):
        state.blocks.append(
            Block(
                kind=Kind.ROW,
                cells=row.cells,
                head=row.head,
                opens=count == 0,
                line=row.number or line.number,
            )
        )


def _add_line(state: _State, line: Line) -> None:
    box = line.box
    if box.heading and len(line.text) <= _MAX_HEADING:
        runs = tuple(replace(run, strong=False) for run in line.runs)
        state.blocks.append(
            Block(kind=Kind.HEADING, runs=runs, level=box.heading, line=line.number)
        )
        return
    depth, item, listing = _nesting(state, box)
    runs = tuple(line.runs)
    opens_item = item is not None and item not in state.seen_items
    if opens_item and state.marker is None and MARKER.fullmatch(line.text):
        state.marker = (line.text.strip(), line)
        return
    if opens_item and item is not None:
        _add_item(state, line, depth, item, listing)
        return
    kind = {"dt": Kind.TERM, "dd": Kind.DEFINITION}.get(box.tag, Kind.PARAGRAPH)
    if depth and kind is not Kind.PARAGRAPH and box.item is not None and _inside(box, state):
        kind = Kind.PARAGRAPH
    state.blocks.append(Block(kind=kind, runs=runs, depth=depth, line=line.number))


def _inside(box: Box, state: _State) -> bool:
    return any(outer in state.marker_lists for outer in _outwards(box))


def _add_item(state: _State, line: Line, depth: int, item: Box, listing: Box | None) -> None:
    state.seen_items.add(item)
    opens = listing is not None and listing not in state.seen_lists
    if listing is not None:
        state.seen_lists.add(listing)
    marker = state.marker[0] if state.marker else ""
    number = state.marker[1].number if state.marker else line.number
    state.marker = None
    ordered = bool(marker and marker[-1] not in "•·●○■□▪▫◦‣⁃∙*–—-") or (
        listing is not None and listing.tag == "ol"
    )
    state.blocks.append(
        Block(
            kind=Kind.ITEM,
            runs=tuple(line.runs),
            depth=depth,
            ordered=ordered,
            marker=marker,
            opens=opens,
            line=number,
        )
    )


def _nesting(state: _State, box: Box) -> tuple[int, Box | None, Box | None]:
    """Return how many lists a box stands in, its nearest item, and that item's list."""
    depth = 0
    item: Box | None = None
    for outer in _outwards(box):
        if outer.tag == "li" and outer not in state.titled:
            depth += 1
            item = item or outer
    if item is None:
        return 0, None, None
    return depth, item, item.parent


def _outwards(box: Box) -> list[Box]:
    found = []
    outer: Box | None = box
    while outer is not None:
        found.append(outer)
        outer = outer.parent
    return found


def _marker_lists(lines: list[Line]) -> set[Box]:
    """Find definition lists whose terms are all printed markers."""
    terms: dict[Box, bool] = {}
    for line in lines:
        listing = line.box.parent
        if line.box.tag == "dt" and listing is not None:
            terms[listing] = terms.get(listing, True) and bool(MARKER.fullmatch(line.text))
    return {listing for listing, marked in terms.items() if marked}


def _without_jumps(blocks: list[Block]) -> list[Block]:
    """Let no block stand more than one list deeper than the one before."""
    depth = 0
    made = []
    for block in blocks:
        limit = depth + 1 if block.kind is Kind.ITEM else depth
        depth = min(block.depth, limit)
        made.append(block if depth == block.depth else replace(block, depth=depth))
    return made
