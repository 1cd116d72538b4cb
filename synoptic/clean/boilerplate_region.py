"""Where on a page the text stands, and what lies outside of it.

In: a measured page and what the rules left of it. Out: the same, with the furniture around
the text left out. Promise: prose is never left out here unless it is a small part of a box
of furniture; what is doubtful stays.
"""

import re
from itertools import accumulate, pairwise

from synoptic.clean.html_measure import Measure
from synoptic.clean.html_walk import Box, Line

Verdict = tuple[str, str, Box] | None
"""Rule, reason and box of a line that is left out."""

_CORE_SHARE = 0.6
"""The core is the innermost box with this share of the prose; boxes beside it that are
mostly prose stay, too, so that the number only decides about short lines."""

_MIN_PROSE = 120  # letters: a sentence of twenty words
_MIXED_SHARE = 0.05  # of the prose of the page: so much is searched for, not left out as a whole

_LEAVES = frozenset({"p", "li", "dd", "dt", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)|[平令]成?和?\d{1,2}年|平成|令和")
_COPYRIGHT = re.compile(r"©|\(c\)\s|copyright|℗|all rights reserved", re.IGNORECASE)
_STATES_DATE_MAX = 120  # letters


class _Region:
    """What the rules left, measured anew, and where its core is."""

    def __init__(self, measure: Measure, verdicts: list[Verdict]) -> None:
        self.measure = measure
        self.lines = measure.page.lines
        self.verdicts = verdicts
        left = [verdict is None for verdict in verdicts]
        self._prose = _sums(measure.prose_sizes, left)
        self._size = _sums(measure.sizes, left)
        self._linked = _sums(measure.linked, left)
        self.children: dict[Box | None, list[Box]] = {}
        for box in measure.page.boxes:
            if self._size[box.last] > self._size[box.first]:
                self.children.setdefault(box.parent, []).append(box)

    def prose(self, box: Box) -> int:
        return self._prose[box.last] - self._prose[box.first]

    def size(self, box: Box) -> int:
        return self._size[box.last] - self._size[box.first]

    def link_share(self, box: Box) -> float:
        size = self.size(box)
        return (self._linked[box.last] - self._linked[box.first]) / size if size else 0.0

    def all_prose(self) -> int:
        return self._prose[-1]


def _sums(sizes: list[int], left: list[bool]) -> list[int]:
    return [0, *accumulate(size if kept else 0 for size, kept in zip(sizes, left, strict=True))]


def leave_out_surroundings(measure: Measure, verdicts: list[Verdict]) -> None:
    """Add to the verdicts what lies around the text. Linear cost."""
    region = _Region(measure, verdicts)
    if not region.all_prose():
        return
    path = _path_to_core(region)
    if not path:
        return
    for outer, inner in pairwise(path):
        for chunk in region.children.get(outer, ()):
            if chunk is not inner:
                _judge_chunk(region, chunk, inner, path[-1])
        _judge_bare_lines(region, outer, path[-1])
    _trim(region, path[-1])


def _path_to_core(region: _Region) -> list[Box]:
    """Return the boxes from the outermost one down to the core."""
    enough = _CORE_SHARE * region.all_prose()
    root = region.measure.page.boxes[0].parent
    path: list[Box] = [root] if root is not None else []
    here = root
    while True:
        inner = next(
            (
                box
                for box in region.children.get(here, ())
                if box.tag not in _LEAVES and region.prose(box) >= enough
            ),
            None,
        )
        if inner is None:
            return path
        path.append(inner)
        here = inner


def _judge_chunk(region: _Region, chunk: Box, inner: Box, core: Box) -> None:
    todo = [chunk]
    while todo:
        box = todo.pop()
        if _is_text(region, box) or _is_of_the_same_kind(region, box, inner):
            continue
        if region.prose(box) >= _MIXED_SHARE * region.all_prose() and region.children.get(box):
            todo.extend(region.children[box])
        else:
            _leave_out(region, box.first, box.last, box, core)


def _is_text(region: _Region, box: Box) -> bool:
    prose = region.prose(box)
    return prose >= _MIN_PROSE and 2 * prose >= region.size(box)


def _is_of_the_same_kind(region: _Region, box: Box, inner: Box) -> bool:
    """Tell whether a box is a sibling of the same make, as the sections of a text are."""
    if box.parent is not inner.parent or box.tag != inner.tag:
        return False
    kind = inner.element.get("class")
    return kind is not None and box.element.get("class") == kind and region.link_share(box) < 0.5


def _judge_bare_lines(region: _Region, outer: Box, core: Box) -> None:
    for index in range(outer.first, outer.last):
        line = region.lines[index]
        if line.box is outer and not region.measure.is_prose[index]:
            _leave_out(region, index, index + 1, outer, core)


def _leave_out(region: _Region, first: int, last: int, box: Box, core: Box) -> None:
    for index in range(first, last):
        if region.verdicts[index] is None and not _belongs(region, index, core):
            region.verdicts[index] = ("outside-text", "outside of the text", box)


def _belongs(region: _Region, index: int, core: Box) -> bool:
    """Tell whether a line around the text is part of it: its title, its date."""
    line = region.lines[index]
    if region.measure.linked[index] * 2 > region.measure.sizes[index]:
        return False
    if line.box.heading in (1, 2) and index < core.first:
        return not any(later.box.heading for later in region.lines[index + 1 : core.first])
    return states_date(line)


def states_date(line: Line) -> bool:
    """Tell whether a short line names a year and is no copyright line."""
    text = line.text
    return (
        len(text) <= _STATES_DATE_MAX
        and _YEAR.search(text) is not None
        and _COPYRIGHT.search(text) is None
    )


def _trim(region: _Region, core: Box) -> None:
    """Leave out lines of links at both ends of the core."""
    for indices in (range(core.first, core.last), range(core.last - 1, core.first - 1, -1)):
        for index in indices:
            if region.verdicts[index] is not None:
                continue
            line = region.lines[index]
            if region.measure.is_prose[index] or not _is_furniture(region, index, line):
                break
            region.verdicts[index] = ("edge-of-text", "links around the text", line.box)


def _is_furniture(region: _Region, index: int, line: Line) -> bool:
    size = region.measure.sizes[index]
    if size and region.measure.linked[index] > 0.7 * size:
        return not any(run.href.startswith("#") for run in line.runs)
    return len(line.text) < _STATES_DATE_MAX and _COPYRIGHT.search(line.text) is not None
