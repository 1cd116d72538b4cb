"""Repairs of form: the structure that a page showed and its conversion lost.

Each repair takes the blocks of a text and gives them back better arranged. None
changes a word; only table lines, list dashes and stray emphasis marks go. The
order matters and is the order of `REPAIRS`. To add a repair: one function, one
line in `REPAIRS`, one golden folder.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from synoptic.cleaner.points import typed_points
from synoptic.cleaner.runs import (
    Runs,
    cut,
    ends_sentence,
    is_emphasised,
    is_link,
    joined,
    lines_of,
    tidied,
    words_in,
)
from synoptic.model import Block, Kind, Repair, Run, text_of

Touched = list[Block]
"""Where a repair leaves the blocks that it changed, for the report."""

RepairRule = Callable[[Sequence[Block], Touched], list[Block]]

PSEUDO = 0
"""Level of a heading that only its looks gave away, until `heading_levels` places it."""

TITLE_WORDS = 15  # the longest item title in the first corpus has 11
LEAD_WORDS = 12
LONG_LINE_WORDS = 8  # shorter lines are addresses, names and dates, which belong together

_TABLE_RULE = re.compile(r"[\s|:-]*[|-][\s|:-]*")
_CELL_BAR = re.compile(r"^\s*\|\s*")
_DASH = re.compile(r"^\s*([—–•・]|-(?=\s))\s*")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}|[A-Z]|[IVX]{2,4})[.)]")
_CONTINUES = re.compile(r"^\s*[.,;:)]")
_TITLE_END = re.compile(r"[.,;:!?。、]\s*$")


def flattened_tables(blocks: Sequence[Block], touched: Touched) -> list[Block]:
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


def stray_marks(blocks: Sequence[Block], touched: Touched) -> list[Block]:
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


def torn_sentences(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """A paragraph that begins with a full stop or comma goes on from the one above.

    A link that stands alone between the two halves belongs to the sentence too.
    """
    result: list[Block] = []
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and result and _continues(block):
            touched.append(block)
            halves = [block]
            while is_link(halves[0].runs) or halves[0] is block:
                if not result or result[-1].kind not in (Kind.PARAGRAPH, Kind.ITEM):
                    break
                halves.insert(0, result.pop())
            block = replace(halves[0], runs=_glued(halves))
        result.append(block)
    return result


def broken_lines(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """Line breaks inside a block that part paragraphs, titles or dashed points."""
    result: list[Block] = []
    for block in blocks:
        broken = _is_prose(block) and any("\n" in run.text for run in block.runs)
        parts = _parts(block) if broken else [block]
        if len(parts) > 1:
            touched.append(block)
        result += parts
    return result


def glued_titles(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """A bold title glued to the end of the paragraph above it."""
    result: list[Block] = []
    for block in blocks:
        offset = _glued_title_offset(block)
        if offset:
            touched.append(block)
            body, title = cut(block.runs, offset)
            result.append(replace(block, runs=body))
            block = replace(block, kind=Kind.HEADING, level=PSEUDO, runs=title, depth=0)
        result.append(block)
    return result


def bold_titles(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """A short paragraph in bold or italics from end to end is a heading."""
    result = []
    for place, block in enumerate(blocks):
        follows = place + 1 < len(blocks)
        if follows and block.kind is Kind.PARAGRAPH and not block.depth and _is_title(block.runs):
            touched.append(block)
            block = replace(block, kind=Kind.HEADING, level=PSEUDO)
        result.append(block)
    return result


def heading_levels(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """Headings nest without jumps; one known by its looks stands below the last real one.

    One that opens the text and is followed by text is the title, and as good as a real one.
    """
    result = []
    real = int(_opens_with_title(blocks))
    opening = True
    above: list[int] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            level = block.level or (1 if opening else real + 1)
            real = block.level or real
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            if block.level not in (PSEUDO, len(above)):
                touched.append(block)
            if block.level != len(above):
                block = replace(block, level=len(above))
        opening = False
        result.append(block)
    return result


def _opens_with_title(blocks: Sequence[Block]) -> bool:
    """Tell a title known by its looks, with text under it, from the first of many headings."""
    pseudo = [block.level == PSEUDO for block in blocks[:2] if block.kind is Kind.HEADING]
    return pseudo == [True] and not _NUMBERED.match(blocks[0].text)


def empty_links(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """A link without words, often a picture that is gone, is named by its target."""
    result = []
    for block in blocks:
        if any(run.href and not run.text.strip() for run in block.runs):
            runs = tuple(_named(run) for run in block.runs)
            touched.append(replace(block, runs=runs))
            block = replace(block, runs=runs)
        result.append(block)
    return result


REPAIRS: tuple[tuple[str, str, RepairRule], ...] = (
    ("flattened-table", "lines of a layout table taken off", flattened_tables),
    ("stray-mark", "emphasis mark without a partner taken off", stray_marks),
    ("torn-sentence", "parts of one sentence joined", torn_sentences),
    ("broken-lines", "line breaks turned into paragraphs, titles or points", broken_lines),
    ("glued-title", "title parted from the paragraph before it", glued_titles),
    ("bold-title", "emphasised line made a heading", bold_titles),
    ("typed-points", "typed numbers or bullets made a list", typed_points),
    ("heading-levels", "heading put on the level below the one above it", heading_levels),
    ("empty-link", "link without words named by its target", empty_links),
)
"""Name, reason for the report, function; in the order of use."""


def repaired(blocks: Sequence[Block]) -> tuple[list[Block], list[Repair]]:
    """Apply all repairs.

    Returns:
        The blocks with white space folded and empty ones gone, and what was done.
    """
    repairs: list[Repair] = []
    current = _tidy(blocks, {})
    for name, reason, rule in REPAIRS:
        touched: Touched = []
        tidy = {id(block): block for block in current}
        current = _tidy(rule(current, touched), tidy)
        repairs += [
            Repair(rule=name, reason=reason, text=_beginning(block), line=block.line)
            for block in touched
        ]
    return current, repairs


def _beginning(block: Block, words: int = 12) -> str:
    text = "".join(run.text for run in block.runs) or block.text
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _tidy(blocks: Sequence[Block], tidy: Mapping[int, Block]) -> list[Block]:
    """Fold the white space of all blocks but those that are known to be tidy."""
    folded = [block if id(block) in tidy else _tidied(block) for block in blocks]
    return [block for block in folded if block.runs or block.cells or block.marker]


def _tidied(block: Block) -> Block:
    runs = tidied(block.runs)
    return block if block.kind is Kind.ROW or runs == block.runs else replace(block, runs=runs)


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


def _is_title(runs: Runs) -> bool:
    return (
        is_emphasised(runs)
        and not any(run.href for run in runs)
        and words_in(runs) <= TITLE_WORDS
        and not _TITLE_END.search(text_of(runs))
    )


def _is_lead(line: Runs, following: Runs) -> bool:
    """A plain short line without an end, above a sentence that has one."""
    return (
        1 < words_in(line) <= LEAD_WORDS
        and not _TITLE_END.search(text_of(line))
        and not any(run.href for run in line)
        and words_in(following) >= LONG_LINE_WORDS
        and ends_sentence(following)
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
    if block.kind is Kind.ITEM and len(rest) > 1 and _is_title(rest[0]):
        rest[:2] = [joined(rest[:2])]  # the title of an item stays with its text
    return parts + (_paragraphs(block, rest) if len(rest) > 1 else [_with_lines(block, rest)])


def _headings_above(lines: list[Runs]) -> int:
    """Return how many of the first lines are titles of what follows."""
    count = 0
    for line, after in pairwise(lines):
        if not _is_title(line) and not _is_lead(line, after):
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
    """Whether a line goes with the one above it: short lines of an address or signature."""
    short = words_in(last) < LONG_LINE_WORDS and words_in(line) < LONG_LINE_WORDS
    return short and not ends_sentence(last) and not is_link(last)


def _glued_title_offset(block: Block) -> int:
    """Where a bold title begins at the end of a paragraph; 0 if there is none."""
    if block.kind is not Kind.PARAGRAPH or not block.runs or not block.runs[-1].strong:
        return 0
    first = len(block.runs)
    while first and (block.runs[first - 1].strong or not block.runs[first - 1].text.strip()):
        first -= 1
    body, title = block.runs[:first], block.runs[first:]
    glued = body and ends_sentence(body) and _is_title(title)
    return sum(len(run.text) for run in body) if glued else 0


def _named(run: Run) -> Run:
    if not run.href or run.text.strip():
        return run
    target = urlsplit(run.href)
    name = target.netloc or target.path.strip("/").rsplit("/", 1)[-1] or run.href
    return replace(run, text=name, supplied=True)
