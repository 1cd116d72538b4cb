"""Repairs of form: the structure that a page showed and its conversion lost.

Each repair takes the blocks of a text and gives them back better arranged. None
changes a word; only table lines, list dashes and stray emphasis marks go. The
order matters and is the order of `REPAIRS`. To add a repair: one function, one
entry in `REPAIRS`, one golden folder.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from synoptic.cleaning.line_breaks import (
    broken_lines,
    flattened_tables,
    stray_marks,
    torn_sentences,
)
from synoptic.cleaning.pipe_tables import pipe_tables
from synoptic.cleaning.titles import bold_titles, glued_titles, heading_levels, typed_titles
from synoptic.cleaning.typed_lists import typed_points
from synoptic.formats.links import leads_nowhere, name_of_target
from synoptic.model import Block, Kind, Repair, Run
from synoptic.text.runs import tidied

Touched = list[Block]
"""Where a repair leaves the blocks that it changed, for the report."""

Mend = Callable[[Sequence[Block], Touched], list[Block]]


@dataclass(frozen=True, slots=True)
class RepairRule:
    """A way to repair the form of a text."""

    name: str
    reason: str
    """A plain phrase for cleaning reports."""
    mends: str
    """What it finds and what becomes of it, for readers."""
    mend: Mend | None = None
    """None for what is put in form where the page is read, as its lines stand there."""


def empty_links(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """A link without words, often a picture that is gone, is named by its target."""
    result = []
    for block in blocks:
        if any(run.href and not run.text.strip() for run in block.runs):
            runs = tuple(run for group in _links(block.runs) for run in _named(group))
            if runs and runs != block.runs:
                touched.append(replace(block, runs=runs))
            block = replace(block, runs=runs)
        result.append(block)
    return result


def _links(runs: Sequence[Run]) -> list[list[Run]]:
    return [list(group) for _, group in groupby(runs, lambda run: run.href)]


REPAIRS = (
    RepairRule(
        "lines-of-print",
        "printed lines joined to paragraphs",
        "Lines that end within a sentence and go on in the next, as in a converted PDF, are one"
        " paragraph.",
    ),
    RepairRule(
        "pipe-table",
        "lines of bars and dashes made a table",
        "Lines with bars around a line of dashes are a table, the first of them its head.",
        pipe_tables,
    ),
    RepairRule(
        "flattened-table",
        "lines of a layout table taken off",
        "Bars and lines of dashes of a table that only placed text on the page go; its text stays.",
        flattened_tables,
    ),
    RepairRule(
        "stray-mark",
        "emphasis mark without a partner taken off",
        "An asterisk or underscore before emphasised words that has no partner goes.",
        stray_marks,
    ),
    RepairRule(
        "torn-sentence",
        "parts of one sentence joined",
        "A paragraph that begins with a full stop or a comma goes on from the one above, with the"
        " link that stands between them.",
        torn_sentences,
    ),
    RepairRule(
        "broken-lines",
        "line breaks turned into paragraphs, titles or points",
        "Lines of one block that are paragraphs, a title or points with dashes stand on their own."
        " Those of an address stay together.",
        broken_lines,
    ),
    RepairRule(
        "glued-title",
        "title parted from the paragraph before it",
        "A bold title at the end of a paragraph stands on its own.",
        glued_titles,
    ),
    RepairRule(
        "bold-title",
        "emphasised line made a heading",
        "A short paragraph in bold or italics from end to end, with text after it, is a heading.",
        bold_titles,
    ),
    RepairRule(
        "typed-points",
        "typed numbers or bullets made a list",
        "Paragraphs that begin with bullets, or with numbers or letters that count on, are a list."
        " Their marks are kept as they were printed.",
        typed_points,
    ),
    RepairRule(
        "typed-titles",
        "line in capitals or with a section number made a heading",
        "Short lines in capitals or with a section number are headings, if the text has several.",
        typed_titles,
    ),
    RepairRule(
        "heading-levels",
        "heading put on the level below the one above it",
        "Headings stand on levels without a gap, each one below the heading that it belongs to.",
        heading_levels,
    ),
    RepairRule(
        "empty-link",
        "link without words named by its target",
        "A link that shows no words, such as a picture that is gone, is named by where it leads,"
        " and taken off if it leads to the same page."
        " Such a name is marked as ours, and its words are not counted.",
        empty_links,
    ),
)
"""In the order of use."""


def repaired(blocks: Sequence[Block], *, tidy: bool = False) -> tuple[list[Block], list[Repair]]:
    """Apply all repairs.

    Args:
        blocks: In the order of the text.
        tidy: Whether their white space is folded already.

    Returns:
        The blocks with white space folded and empty ones gone, and what was done.
    """
    repairs: list[Repair] = []
    current = list(blocks) if tidy else _tidy(blocks, {})
    for rule in REPAIRS:
        touched: Touched = []
        known = {id(block): block for block in current}
        current = _tidy(rule.mend(current, touched), known) if rule.mend else current
        repairs += [
            Repair(rule=rule.name, reason=rule.reason, text=_beginning(block), line=block.line)
            for block in touched
        ]
    return [_plain_head(block) for block in current], repairs


def _beginning(block: Block, words: int = 12) -> str:
    text = "".join(run.text for run in block.runs) or block.text
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _tidy(blocks: Sequence[Block], known: Mapping[int, Block]) -> list[Block]:
    """Fold the white space of all blocks but those that are known to be tidy."""
    folded = [block if id(block) in known else _tidied(block) for block in blocks]
    return [block for block in folded if block.runs or block.cells or block.marker]


def _tidied(block: Block) -> Block:
    runs = tidied(block.runs)
    return block if block.kind is Kind.ROW or runs == block.runs else replace(block, runs=runs)


def _named(link: list[Run]) -> list[Run]:
    """Name a link by its target if none of its runs has a word; one without a name goes."""
    href = link[0].href
    if not href or any(run.text.strip() for run in link):
        return link
    name = name_of_target(href)
    return [replace(link[0], text=name, supplied=True)] if name else []


def _plain_head(block: Block) -> Block:
    """Take off what a heading and the head of a table are set in: they are set off as it is.

    A link in a heading that leads nowhere unfolded what stands below it.
    """
    if block.kind is Kind.HEADING:
        runs = (
            replace(run, strong=False, href="" if leads_nowhere(run.href) else run.href)
            for run in block.runs
        )
        return replace(block, runs=tuple(runs))
    if block.head:
        cells = (tuple(replace(run, strong=False) for run in cell) for cell in block.cells)
        return replace(block, cells=tuple(cells))
    return block
