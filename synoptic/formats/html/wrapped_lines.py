"""Pages made of printed lines: each in a box of its own, as in converted PDFs, or wrapped.

In: the kept lines of a page. Out: the same, printed lines of one paragraph joined. Words that
a printer divided at the end of a line stay divided, because nothing says which they are.
"""

import re
from dataclasses import replace
from itertools import groupby, pairwise

from synoptic.formats.html.walk import Box, Line
from synoptic.model import Repair, Run, text_of
from synoptic.text.marks import begins_with_marker, ends_part
from synoptic.text.runs import Emphases, emphases

_MIN_LINES = 6  # fewer are an address or a list of names
_MIN_GOING_ON = 0.15
"""Share of lines that go on in the next, which begins with a small letter: 0.3 in German, 0.6
in English; hardly any where a `div` is a paragraph."""

_MIN_OPEN = 0.3
"""Share of lines that end within a sentence."""

_MIN_ROWS = 3
_MIN_WIDTH = 35  # letters; an address, of which one line is a mail address, is narrower
_BREAK = re.compile("\n")


def paragraphs_from_print(lines: list[Line]) -> tuple[list[Line], list[Repair]]:
    """Join the lines of a page that goes on from line to line."""
    joined: list[Line] = []
    repairs: list[Repair] = []
    for _, group in groupby(map(_unwrapped, lines), _series):
        series = list(group)
        if _is_print(series):
            joined += _paragraphs(series)
            repairs.append(_repair(series[0]))
        else:
            joined += series
    return joined, repairs


def _repair(line: Line) -> Repair:
    return Repair(
        rule="lines-of-print",
        reason="printed lines joined to paragraphs",
        text=line.text,
        line=line.number,
    )


def _unwrapped(line: Line) -> Line:
    """Turn the line breaks of a text wrapped at a width into blanks."""
    if "\n" not in line.text:
        return line
    rows = line.text.split("\n")
    width = max(map(len, rows))
    if len(rows) < _MIN_ROWS or width < _MIN_WIDTH or not _goes_on(rows):
        return line
    breaks = iter([" " if _belongs(*pair, width) else "\n" for pair in pairwise(rows)])
    runs = [
        run
        if "\n" not in run.text
        else replace(run, text=_BREAK.sub(lambda _: next(breaks), run.text))
        for run in line.runs
    ]
    return replace(line, runs=runs, text=text_of(tuple(runs)))


def _series(line: Line) -> tuple[Box | None, str, bool]:
    """Boxes of one line side by side make a series."""
    box = line.box
    alone = (
        box.last - box.first == 1
        and bool(line.text)
        and not box.heading
        and box.tag in ("div", "p")
    )
    return box.parent, box.tag, alone


def _is_print(series: list[Line]) -> bool:
    if len(series) < _MIN_LINES or not _series(series[0])[2]:
        return False
    return _goes_on([line.text for line in series])


def _goes_on(rows: list[str]) -> bool:
    """Return whether many rows end within a sentence, and go on with a small letter."""
    pairs = [(row, after) for row, after in pairwise(rows) if not ends_part(row)]
    going_on = sum(1 for _, after in pairs if after[:1].islower())
    return going_on >= _MIN_GOING_ON * len(rows) and len(pairs) >= _MIN_OPEN * len(rows)


def _paragraphs(series: list[Line]) -> list[Line]:
    """Put the lines of each paragraph together. Linear cost."""
    width = max(len(line.text) for line in series)
    groups: list[list[Line]] = []
    common: Emphases | None = None
    for line in series:
        own = emphases(line.runs)
        if groups and bool(own) == bool(common) and _belongs(groups[-1][-1].text, line.text, width):
            groups[-1].append(line)
            common = own if common is None else common if own is None else common & own
        else:
            groups.append([line])
            common = own
    return [_joined(group) for group in groups]


def _joined(lines: list[Line]) -> Line:
    first, *rest = lines
    if not rest:
        return first
    runs = list(first.runs)
    for line in rest:
        runs += [Run(" "), *line.runs]
    return replace(first, runs=runs, text=" ".join(line.text for line in lines))


def _belongs(last: str, text: str, width: int) -> bool:
    """Return whether a line goes on from the last one."""
    if ends_part(last) or begins_with_marker(text):
        return len(last) > 0.75 * width and text[:1].islower()
    return text[:1].islower() or len(last) > 0.6 * width
