"""Kept lines of a page to blocks: headings, paragraphs, lists, definitions, tables.

In: the lines of a `Page` that are policy text. Out: flat blocks with their nesting told
by `depth`. Promise: every word of every line is in exactly one block, in the same order.
"""

import re
from dataclasses import replace

from synoptic.cleaner.html_tables import Table, tables_of
from synoptic.cleaner.html_walk import Box, Line, Page
from synoptic.model import Block, Kind

MARKER = re.compile(
    r"\s*(?:[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]{1,2}|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
    r"|[•·●○■□▪▫◦‣⁃∙*–—-]|[\u2460-\u2473]|[(（]?\d{1,2}[)）．])\s*"
)
"""A printed list marker, alone."""

_BULLETS = "•·●○■□▪▫◦‣⁃∙*–—-"
_MAX_HEADING = 250  # letters; longer text in a heading element is a paragraph set large


class _State:
    """What has been opened so far, and how deep each box stands in lists."""

    def __init__(self, page: Page, lines: list[Line]) -> None:
        self.blocks: list[Block] = []
        self.seen: set[Box] = set()
        self.marker: tuple[str, Line] | None = None
        titled = {line.box.item for line in lines if line.box.heading}
        marked = _marker_lists(lines)
        self.depth: dict[Box, int] = {page.root: 0}
        self.item: dict[Box, Box | None] = {page.root: None}
        self.in_marked: dict[Box, bool] = {page.root: False}
        for box in page.boxes:
            outer = box.parent or page.root
            is_item = box.tag == "li" and box not in titled
            self.depth[box] = self.depth[outer] + is_item
            self.item[box] = box if is_item else self.item[outer]
            self.in_marked[box] = box in marked or self.in_marked[outer]


def blocks_from_lines(page: Page, lines: list[Line]) -> list[Block]:
    """Set those lines of a page that are kept as blocks. Linear cost."""
    state = _State(page, lines)
    tables = tables_of(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        table = tables.get(index)
        if table is not None:
            _add_table(state, table)
            index = table.end
        else:
            _add_line(state, line)
            index += 1
    return _without_jumps(state.blocks)


def _add_table(state: _State, table: Table) -> None:
    state.blocks += [
        Block(kind=Kind.ROW, cells=row.cells, head=row.head, opens=count == 0, line=row.number)
        for count, row in enumerate(table.rows)
    ]


def _add_line(state: _State, line: Line) -> None:
    box = line.box
    item = state.item[box]
    if box.heading and len(line.text) <= _MAX_HEADING:
        _add_heading(state, line)
    elif item is None or item in state.seen:
        _add_paragraph(state, line)
    elif state.marker is None and MARKER.fullmatch(line.text):
        state.marker = (line.text.strip(), line)
    else:
        _add_item(state, line, item)


def _add_heading(state: _State, line: Line) -> None:
    runs = tuple(replace(run, strong=False) for run in line.runs)
    state.blocks.append(
        Block(kind=Kind.HEADING, runs=runs, level=line.box.heading, line=line.number)
    )


def _add_paragraph(state: _State, line: Line) -> None:
    box = line.box
    kind = _KINDS.get(box.tag, Kind.PARAGRAPH)
    if state.in_marked[box]:
        kind = Kind.PARAGRAPH
    state.blocks.append(
        Block(kind=kind, runs=tuple(line.runs), depth=state.depth[box], line=line.number)
    )


_KINDS = {"dt": Kind.TERM, "dd": Kind.DEFINITION}


def _add_item(state: _State, line: Line, item: Box) -> None:
    listing = item.parent or item
    marker, first = state.marker or ("", line)
    state.blocks.append(
        Block(
            kind=Kind.ITEM,
            runs=tuple(line.runs),
            depth=state.depth[line.box],
            ordered=listing.tag == "ol" or (bool(marker) and marker not in _BULLETS),
            marker=marker,
            opens=listing not in state.seen,
            line=first.number,
        )
    )
    state.seen |= {item, listing}
    state.marker = None


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
