"""Repairs of the layout: tables, sentences and line breaks that a conversion mangled.

In: blocks. Out: the same better arranged, and which of them were touched. No word changes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from synoptic.cleaning.titles import PSEUDO, is_title
from synoptic.model import Block, Kind, Run, text_of
from synoptic.text.marks import ends_sentence
from synoptic.text.runs import (
    Runs,
    cut,
    is_link,
    is_without_end,
    joined,
    lines_of,
    tidied,
    words_in,
)

LEAD_WORDS = 12
LONG_LINE_WORDS = 8  # shorter lines are addresses, names and dates, which belong together

_TABLE_RULE = re.compile(r"[\s|:-]*[|-][\s|:-]*")
_CELL_BAR = re.compile(r"^\s*\|\s*")
_DASH = re.compile(r"^\s*([—–•・]|-(?=\s))\s*")
_CONTINUES = re.compile(r"^\s*[.,;:)]")


def flattened_tables(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Layout tables that became lines of bars and dashes: the lines go, the text stays."""
    result = []
    for block in blocks:
        if not any(_may_be_table(run.text) for run in block.runs):
            result.append(block)
            continue
        lines = lines_of(block.runs)
        kept = [_without_bar(line) for line in lines if not _is_table_rule(line)]
        if kept != lines:
            touched.append(block)
            block = replace(block, runs=joined(kept))
        result.append(block)
    return result


def stray_marks(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Emphasis marks without a partner at the head of emphasised words, as in ``_*Title_``."""
    result = []
    for block in blocks:
        if any(_has_stray_mark(run) for run in block.runs):
            touched.append(block)
            runs = tuple(
                replace(run, text=run.text.lstrip("*_")) if _has_stray_mark(run) else run
                for run in block.runs
            )
            block = replace(block, runs=runs)
        result.append(block)
    return result


def torn_sentences(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """A paragraph that begins with a full stop or comma goes on from the one above.

    A link that stands alone between the two halves belongs to the sentence too.
    """
    result: list[Block] = []
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and result and _continues(block):
            halves = [block]
            while is_link(halves[0].runs) or halves[0] is block:
                if not result or result[-1].kind not in (Kind.PARAGRAPH, Kind.ITEM):
                    break
                halves.insert(0, result.pop())
            if len(halves) > 1:
                touched.append(block)
            block = replace(halves[0], runs=_glued(halves))
        result.append(block)
    return result


def broken_lines(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Line breaks inside a block that part paragraphs, titles or dashed points."""
    result: list[Block] = []
    for block in blocks:
        broken = _is_prose(block) and any("\n" in run.text for run in block.runs)
        parts = _parts(block) if broken else [block]
        if len(parts) > 1:
            touched.append(block)
        result += parts
    return result


def _has_stray_mark(run: Run) -> bool:
    return (run.emphasis or run.strong) and run.text.startswith(("*", "_"))


def _is_prose(block: Block) -> bool:
    return block.kind in (Kind.PARAGRAPH, Kind.ITEM)


def _may_be_table(text: str) -> bool:
    return "|" in text or "\n" in text or not text.strip("- :")


def _is_table_rule(line: Runs) -> bool:
    return bool(_TABLE_RULE.fullmatch(text_of(line)))


def _without_bar(line: Runs) -> Runs:
    bar = _CELL_BAR.match(text_of(line))
    return cut(line, bar.end())[1] if bar else line


def _continues(block: Block) -> bool:
    first = next((run.text for run in block.runs if run.text.strip()), "")
    return _CONTINUES.match(first) is not None


def _glued(halves: list[Block]) -> Runs:
    """Join the runs of blocks with a blank, but none before the mark that ends a sentence."""
    runs: list[Run] = []
    for half in halves:
        glue = runs and not _CONTINUES.match(half.text)
        runs += [Run(" "), *half.runs] if glue else half.runs
    return tuple(runs)


def _is_lead(line: Runs, following: Runs) -> bool:
    """A plain short line without an end, above a sentence that has one."""
    return (
        1 < words_in(line) <= LEAD_WORDS
        and is_without_end(text_of(line))
        and not any(run.href for run in line)
        and words_in(following) >= LONG_LINE_WORDS
        and ends_sentence(text_of(following))
    )


def _parts(block: Block) -> list[Block]:
    """Cut a block with line breaks into the blocks that they stand for. Linear cost."""
    lines = [line for line in map(tidied, lines_of(block.runs)) if line]
    headings = _headings_above(lines) if block.kind is Kind.PARAGRAPH else 0
    parts = [
        replace(block, kind=Kind.HEADING, level=PSEUDO, runs=line, depth=0)
        for line in lines[:headings]
    ]
    rest = lines[headings:]
    if block.kind is Kind.ITEM and len(rest) > 1 and is_title(rest[0]):
        rest[:2] = [joined(rest[:2])]  # the title of an item stays with its text
    return parts + (_paragraphs(block, rest) if len(rest) > 1 else [_with_lines(block, rest)])


def _headings_above(lines: list[Runs]) -> int:
    """Return how many of the first lines are titles of what follows."""
    count = 0
    for line, after in pairwise(lines):
        if not is_title(line) and not _is_lead(line, after):
            break
        count += 1
    return count


def _with_lines(block: Block, lines: list[Runs]) -> Block:
    return replace(block, runs=joined(lines))


def _paragraphs(block: Block, lines: list[Runs]) -> list[Block]:
    parts: list[tuple[Block, list[Runs]]] = []
    opens = True
    for line in lines:
        dash = _DASH.match(text_of(line))
        if dash and parts:
            point = _point(block, dash[1], opens)
            parts.append((point, [cut(line, dash.end())[1]]))
            opens = False
        elif parts and parts[-1][0].kind is not Kind.ITEM and _belongs(parts[-1][1][-1], line):
            parts[-1][1].append(line)
        elif parts:
            parts.append((replace(block, kind=Kind.PARAGRAPH, marker=""), [line]))
        else:
            parts.append((block, [line]))
    return [_with_lines(part, own) for part, own in parts]


def _point(block: Block, marker: str, opens: bool) -> Block:
    return replace(
        block,
        kind=Kind.ITEM,
        runs=(),
        depth=block.depth + 1,
        ordered=False,
        marker=marker,
        opens=opens,
    )


def _belongs(last: Runs, line: Runs) -> bool:
    """Return whether a line goes with the one above it: short lines of an address or signature."""
    short = words_in(last) < LONG_LINE_WORDS and words_in(line) < LONG_LINE_WORDS
    return short and not ends_sentence(text_of(last)) and not is_link(last)
