"""Tables of data, told apart from tables that only place text on the page.

In: the kept lines of a page. Out: for each table of data its rows, found by the index of
its first line. All other tables are dissolved: their cells are read one after the other.
"""

from dataclasses import dataclass, replace

from synoptic.formats.html.walk import Box, Line
from synoptic.model import Run

_MAX_CELL = 1500  # letters; a longer cell is a column of the page
_MAX_HEADED_CELL = 5000  # the text of a law beside its summary, under a head that says so


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of data."""

    cells: tuple[tuple[Run, ...], ...]
    head: bool
    number: int
    """Line of the source."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data."""

    rows: tuple[Row, ...]
    end: int
    """Index after its last line."""


def tables_of(lines: list[Line], by_hand: dict[Box, Box]) -> dict[int, Table]:
    """Find the tables of data among those that are no lists set by hand. Linear cost."""
    spans = _spans(lines)
    found: dict[int, Table] = {}
    for box, (first, last) in spans.items():
        if lines[first].box.row in by_hand:
            continue
        table = _table(box, lines[first:last], last)
        if table is not None:
            found[first] = table
    return found


def _spans(lines: list[Line]) -> dict[Box, tuple[int, int]]:
    """Return which lines stand in each innermost table."""
    spans: dict[Box, tuple[int, int]] = {}
    outer_tables: set[Box] = set()
    for index, line in enumerate(lines):
        table = line.box.table
        if table is None or (line.box.row is None and table not in spans):
            continue  # a caption is a line above the table
        first, _ = spans.get(table, (index, index))
        spans[table] = (first, index + 1)
        outer = table.parent.table if table.parent else None
        while outer is not None and outer not in outer_tables:
            outer_tables.add(outer)
            outer = outer.parent.table if outer.parent else None
    return {box: span for box, span in spans.items() if box not in outer_tables}


def _table(box: Box, lines: list[Line], end: int) -> Table | None:
    if box.element.get("role") in ("presentation", "none"):
        return None
    rows = _rows(lines)
    if rows is None or not _is_data(box, rows, lines):
        return None
    return Table(tuple(_row(count, row) for count, row in enumerate(rows)), end)


_Cells = dict[Box, list[Line]]


def _rows(lines: list[Line]) -> list[tuple[Box, _Cells]] | None:
    """Sort lines into rows and cells; None if one stands in no cell."""
    rows: list[tuple[Box, _Cells]] = []
    for line in lines:
        row, cell = line.box.row, line.box.cell
        if row is None or cell is None:
            return None
        if not rows or rows[-1][0] is not row:
            rows.append((row, {}))
        rows[-1][1].setdefault(cell, []).append(line)
    return rows


def _is_data(box: Box, rows: list[tuple[Box, _Cells]], lines: list[Line]) -> bool:
    headed = _has_head_cells(rows)
    if any(line.box.heading for line in lines) and not headed:
        return False
    full = sum(1 for _, cells in rows if len(cells) >= 2)
    if full < 2 or 2 * full < len(rows):
        return False
    cells = [cell for _, row in rows for cell in row.values()]
    longest = max(sum(len(line.text) for line in cell) for cell in cells)
    return longest <= (_MAX_HEADED_CELL if headed else _MAX_CELL)


def _has_head_cells(rows: list[tuple[Box, _Cells]]) -> bool:
    return any(cell.tag == "th" for _, cells in rows for cell in cells)


def _row(count: int, row: tuple[Box, _Cells]) -> Row:
    box, lines = row
    cells = [_joined(lines.get(cell, ())) for cell in _cells_of(box, lines)]
    head = count == 0 and all(cell.tag == "th" for cell in lines)
    number = min(line.number for cell in lines.values() for line in cell)
    return Row(tuple(cells), head, number)


def _cells_of(row: Box, lines: _Cells) -> list[Box]:
    """Return the cells of a row in order; empty ones too."""
    by_element = {cell.element: cell for cell in lines}
    found = []
    for child in row.element:
        if child.tag in ("td", "th"):
            found.append(by_element.get(child) or Box(child.tag, child))
    return found if all(cell in found for cell in lines) else list(lines)


def _joined(lines: "list[Line] | tuple[()]") -> tuple[Run, ...]:
    runs: list[Run] = []
    for line in lines:
        if runs:
            runs.append(Run("\n"))
        runs.extend(
            replace(run, strong=False) if line.box.tag == "th" else run for run in line.runs
        )
    return tuple(runs)
