"""Cutting and measuring runs: the small operations that repairs are made of."""

import re
from collections.abc import Iterable
from dataclasses import replace

from synoptic.model import Run, text_of
from synoptic.text.marks import HALTS, STOPS, WIDE_STOPS
from synoptic.text.words import words_of

Runs = tuple[Run, ...]

_SPACES = re.compile(r"[^\S\n]+")
_UNFOLDED = re.compile(r"[^\S\n ]|  ")
_TITLE_WORDS = 15  # the longest item title in the first corpus has 11
_TITLE_END = re.compile(rf"[{STOPS}{WIDE_STOPS}{HALTS},、，]\s*$")


def lines_of(runs: Runs) -> list[Runs]:
    """Cut runs at their line breaks; the breaks go, every other character stays.

    >>> [text_of(line) for line in lines_of((Run("a\\nb"), Run("c\\n")))]
    ['a', 'bc', '']
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=part)] for part in rest]
    return [tuple(line) for line in lines]


def joined(lines: list[Runs]) -> Runs:
    """Put lines together again with a break between them."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        runs += [Run("\n"), *line] if number else line
    return tuple(runs)


def cut(runs: Runs, offset: int) -> tuple[Runs, Runs]:
    """Cut runs in two at a character offset of their joined text.

    >>> cut((Run("ab"), Run("cd")), 3)[1]
    (Run(text='d', href='', strong=False, emphasis=False, supplied=False),)
    """
    left: list[Run] = []
    right: list[Run] = []
    for run in runs:
        part = max(0, min(offset, len(run.text)))
        if part or (not run.text and offset > 0):
            left.append(replace(run, text=run.text[:part]))
        if part < len(run.text) or (not run.text and offset <= 0):
            right.append(replace(run, text=run.text[part:]))
        offset -= len(run.text)
    return tuple(left), tuple(right)


def tidied(runs: Runs) -> Runs:
    """Fold white space, take it off both ends, and drop runs that hold nothing.

    A link whose run is empty is kept: it is named later.
    """
    if len(runs) == 1 and runs[0].text == " ".join(runs[0].text.split()) and runs[0].text:
        return runs  # most runs are tidy, and this is the quickest way to know
    kept: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", run.text) if _UNFOLDED.search(run.text) else run.text
        if not kept or kept[-1].text.endswith((" ", "\n")):
            text = text.lstrip() if not kept else text.lstrip(" ")
        if text or (not run.text and run.href):
            kept.append(run if text == run.text else replace(run, text=text))
    while kept and not kept[-1].text.strip() and not kept[-1].href:
        kept.pop()
    if kept and kept[-1].text[-1:].isspace():
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


Emphases = frozenset[str]
"""Ways in which words are set off: "strong", "emphasis"."""


def emphases(runs: Iterable[Run]) -> Emphases | None:
    """Return the ways in which all the words are set off; None where there are no words."""
    worded = [run for run in runs if run.text.strip()]
    if not worded:
        return None
    return frozenset(way for way in ("strong", "emphasis") if all(getattr(r, way) for r in worded))


def is_emphasised(runs: Runs) -> bool:
    """Return whether all the words are bold, or all are italic."""
    return bool(emphases(runs))


def is_link(runs: Runs) -> bool:
    """Return whether the runs are one link and nothing else."""
    targets = {run.href for run in runs if run.text.strip() or run.href}
    return len(targets) == 1 and "" not in targets


def words_in(runs: Runs) -> int:
    """Return the number of words in some runs, a stretch that no blank parts counted as one.

    Where clauses begin rests on it, and so do their ids, which have to stay.
    """
    return len(words_of(text_of(runs)))


def is_without_end(text: str) -> bool:
    """Return whether a text stops without a mark, as titles do in any script."""
    return _TITLE_END.search(text) is None


def may_be_title(text: str) -> bool:
    """Return whether a line is as short as titles are and stops as they do.

    >>> may_be_title("Cookies"), may_be_title("お知らせ！"), may_be_title("…")
    (True, False, False)
    """
    return 0 < len(words_of(text)) <= _TITLE_WORDS and is_without_end(text)
