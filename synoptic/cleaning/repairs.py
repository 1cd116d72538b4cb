"""Repairs of form: the structure that a page showed and its conversion lost.

Each repair takes the blocks of a text and gives them back better arranged. None
changes a word; only table lines, list dashes and stray emphasis marks go. The
order matters and is the order of `REPAIRS`. To add a repair: one function, one
line in `REPAIRS`, one golden folder.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from synoptic.cleaning.line_breaks import (
    broken_lines,
    flattened_tables,
    stray_marks,
    torn_sentences,
)
from synoptic.cleaning.pipe_tables import pipe_tables
from synoptic.cleaning.titles import bold_titles, glued_titles, heading_levels, typed_titles
from synoptic.cleaning.typed_lists import typed_points
from synoptic.model import Block, Kind, Repair, Run
from synoptic.text.runs import tidied

Touched = list[Block]
"""Where a repair leaves the blocks that it changed, for the report."""

RepairRule = Callable[[Sequence[Block], Touched], list[Block]]


def empty_links(blocks: Sequence[Block], touched: Touched) -> list[Block]:
    """A link without words, often a picture that is gone, is named by its target."""
    result = []
    for block in blocks:
        if any(run.href and not run.text.strip() for run in block.runs):
            runs = tuple(run for group in _links(block.runs) for run in _named(group))
            if runs != block.runs:
                touched.append(replace(block, runs=runs))
                block = replace(block, runs=runs)
        result.append(block)
    return result


def _links(runs: Sequence[Run]) -> list[list[Run]]:
    return [list(group) for _, group in groupby(runs, lambda run: run.href)]


REPAIRS: tuple[tuple[str, str, RepairRule], ...] = (
    ("pipe-table", "lines of bars and dashes made a table", pipe_tables),
    ("flattened-table", "lines of a layout table taken off", flattened_tables),
    ("stray-mark", "emphasis mark without a partner taken off", stray_marks),
    ("torn-sentence", "parts of one sentence joined", torn_sentences),
    ("broken-lines", "line breaks turned into paragraphs, titles or points", broken_lines),
    ("glued-title", "title parted from the paragraph before it", glued_titles),
    ("bold-title", "emphasised line made a heading", bold_titles),
    ("typed-points", "typed numbers or bullets made a list", typed_points),
    ("typed-titles", "line in capitals or with a section number made a heading", typed_titles),
    ("heading-levels", "heading put on the level below the one above it", heading_levels),
    ("empty-link", "link without words named by its target", empty_links),
)
"""Name, reason for the report, function; in the order of use."""


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
    for name, reason, rule in REPAIRS:
        touched: Touched = []
        known = {id(block): block for block in current}
        current = _tidy(rule(current, touched), known)
        repairs += [
            Repair(rule=name, reason=reason, text=_beginning(block), line=block.line)
            for block in touched
        ]
    return current, repairs


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
    """Name a link by its target if none of its runs has a word."""
    href = link[0].href
    if not href or any(run.text.strip() for run in link):
        return link
    try:
        target = urlsplit(href)
    except ValueError:  # brackets that are no IPv6 address
        return link
    host = target.netloc.rpartition("@")[2]  # nobody's password is a name
    name = host or target.path.strip("/").rsplit("/", 1)[-1] or href
    return [replace(link[0], text=name, supplied=True)]
