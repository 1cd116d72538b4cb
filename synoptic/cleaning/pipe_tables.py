"""Tables written with bars and dashes, as Markdown writers and converters leave them.

Read here and not by the Markdown parser, which drops the cells of a row that is
longer than the head.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from synoptic.model import Block, Kind, Run, text_of
from synoptic.text.runs import Runs, joined, lines_of, tidied

_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?\|?\s*")


def pipe_tables(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Lines of cells around a line of dashes are a table with a head.

    A table that holds one cell a row, or none in its head and nothing to line up, is a
    layout table: its lines are left to `flattened_tables`.
    """
    result: list[Block] = []
    for block in blocks:
        # No line of any other text is searched: nearly all blocks have no bar in them.
        table = _table(block) if any("|" in run.text for run in block.runs) else None
        if table:
            touched.append(block)
        result += table or [block]
    return result


def _table(block: Block) -> list[Block] | None:
    """Cut a block into what stands before a table, its rows, and what stands after it."""
    lines = lines_of(block.runs)
    rule = _rule_of(lines)
    if not rule:
        return None
    head = _cells(lines[rule - 1])
    body = list(map(_cells, takewhile(_has_bar, lines[rule + 1 :])))
    end = rule + 1 + len(body)
    if not body or sum(map(_lines_up, [head, *body])) < 2:
        return None
    heads = [head] if any(text_of(cell).strip() for cell in head) else []
    rows = [_row(block, cells, head=True) for cells in heads]
    rows += [_row(block, cells) for cells in body]
    before = [replace(block, runs=joined(lines[: rule - 1]))] if rule > 1 else []
    after = [_after(block, lines[end:])] if end < len(lines) else []
    return [*before, replace(rows[0], opens=True), *rows[1:], *after]


def _rule_of(lines: list[Runs]) -> int:
    """Return the place of the line of dashes below a head; 0 for none."""
    rules = (place for place, line in enumerate(lines) if _RULE.fullmatch(text_of(line)))
    return next(filter(None, rules), 0)


def _has_bar(line: Runs) -> bool:
    return "|" in text_of(line)


def _after(block: Block, lines: list[Runs]) -> Block:
    return replace(block, kind=Kind.PARAGRAPH, marker="", runs=joined(lines))


def _row(block: Block, cells: tuple[Runs, ...], *, head: bool = False) -> Block:
    return Block(kind=Kind.ROW, cells=cells, head=head, depth=block.depth, line=block.line)


def _cells(line: Runs) -> tuple[Runs, ...]:
    cells: list[list[Run]] = [[]]
    for run in line:
        first, *others = run.text.split("|")
        cells[-1].append(replace(run, text=first))
        cells += [[replace(run, text=part)] for part in others]
    trimmed = [tidied(tuple(cell)) for cell in cells]
    text = text_of(line).strip()
    return tuple(trimmed[text.startswith("|") : len(trimmed) - text.endswith("|")])


def _lines_up(cells: tuple[Runs, ...]) -> bool:
    return sum(1 for cell in cells if text_of(cell).strip()) > 1
