"""List items that are set by hand: numbers or bullets in cells, terms or lines of their own.

In: the kept lines of a page. Out: which boxes begin or continue an item of such a list.
"""

from synoptic.formats.html.walk import Box, Line
from synoptic.text.marks import is_marker


def items_by_hand(lines: list[Line]) -> dict[Box, Box]:
    """Map rows, terms and definitions of lists set by hand to the box that begins their item."""
    found: dict[Box, Box] = {}
    rows: dict[Box, dict[Box, list[Line]]] = {}
    terms: dict[Box, list[Line]] = {}
    for line in lines:
        box = line.box
        if box.row is not None and box.table is not None:
            rows.setdefault(box.table, {}).setdefault(box.row, []).append(line)
        if box.tag in _ENTRIES:
            terms.setdefault(_list_of(box), []).append(line)
    for table in rows.values():
        found |= _row_items(table)
    for listing, entries in terms.items():
        found |= _term_items(listing, entries)
    return found


_ENTRIES = ("dt", "dd")


def _list_of(box: Box) -> Box:
    """Return the list of an entry; the parser nests entries that are not closed."""
    while box.tag in _ENTRIES and box.parent is not None:
        box = box.parent
    return box


def _row_items(rows: dict[Box, list[Line]]) -> dict[Box, Box]:
    """Rows that begin with a marker in a cell of its own; rows of one cell continue them."""
    items: dict[Box, Box] = {}
    current: Box | None = None
    for row, lines in rows.items():
        if _begins_with_marker(lines):
            current = row
        elif current is None or lines[0].box.cell is not lines[-1].box.cell:
            return {}
        items[row] = current
    return items


def _begins_with_marker(lines: list[Line]) -> bool:
    first = lines[0]
    return len(lines) > 1 and is_marker(first.text) and first.box.cell is not lines[1].box.cell


def _term_items(listing: Box, lines: list[Line]) -> dict[Box, Box]:
    """Terms that are markers begin an item; if there is one only, it is that of the list item."""
    terms = [line.box for line in lines if line.box.tag == "dt"]
    marked = [line.box for line in lines if line.box.tag == "dt" and is_marker(line.text)]
    if not terms or marked != terms or lines[0].box is not terms[0]:
        return {}
    if len(terms) == 1 and listing.item is not None:
        return {line.box: listing.item for line in lines}
    items: dict[Box, Box] = {}
    current = terms[0]
    for line in lines:
        current = line.box if line.box.tag == "dt" else current
        items[line.box] = current
    return items
