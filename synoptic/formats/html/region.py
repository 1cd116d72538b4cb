"""Where on a page the text stands, and what lies outside of it.

In: a measured page, and which of its lines are kept. Out: the lines of the furniture around
the text. Promise: prose is never left out here unless it is a small part of a box of
furniture; what is doubtful stays.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from synoptic.formats.html.measure import (
    Measure,
    Sums,
    children_of,
    is_copyright_line,
    path_to_core,
)
from synoptic.formats.html.walk import Box, Line
from synoptic.formats.links import leads_inside
from synoptic.text.date_forms import DATE, DATED, YEAR
from synoptic.text.marks import STOPS, WIDE_STOPS

_MIXED_SHARE = 0.05  # of the prose of the page: so much is searched for, not left out as a whole

_DATE = re.compile(rf"{DATE}|{YEAR}", re.IGNORECASE)
_MENU_LINKS = 3
_SEPARATORS = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(rf"\w[{STOPS}{WIDE_STOPS}]\s*$")  # and not "More..."
_SAYS_WHAT = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_STATES_DATE_MAX = 120  # letters


class _Region:
    """What the rules left, measured anew."""

    def __init__(self, measure: Measure, kept: Sequence[bool]) -> None:
        self.measure = measure
        self.lines = measure.page.lines
        self.kept = kept
        self.prose = Sums(_where(kept, measure.prose_sizes))
        self.size = Sums(_where(kept, measure.sizes))
        self.linked = Sums(_where(kept, measure.linked))
        self.children = children_of(
            box for box in measure.page.boxes if self.size.before(box.last, box.first)
        )
        self.bare: dict[Box, list[int]] = {}
        for index, line in enumerate(self.lines):
            self.bare.setdefault(line.box, []).append(index)
        self.path = path_to_core(measure.page, self.children, self.prose)
        self.has_core = self.prose.total > 0 and len(self.path) > 1

    def link_share(self, box: Box) -> float:
        size = self.size.of(box)
        return self.linked.of(box) / size if size else 0.0


def _where(kept: Sequence[bool], sizes: list[int]) -> list[int]:
    return [size if stays else 0 for size, stays in zip(sizes, kept, strict=True)]


def outside_text(measure: Measure, kept: Sequence[bool]) -> Iterator[int]:
    """Yield the lines around the text. Linear cost."""
    region = _Region(measure, kept)
    path = region.path
    if not region.has_core:
        return
    title = _title_before(region, path[-1])
    for outer, inner in pairwise(path):
        for chunk in region.children.get(outer, ()):
            if chunk is not inner and not _follows_title(region, chunk, title, path[-1]):
                yield from _around(region, chunk, inner, path[-1])
        yield from _bare_around(region, outer, path[-1])
    yield from _pictures_around(region, path[-1])


def edge_of_text(measure: Measure, kept: Sequence[bool]) -> Iterator[int]:
    """Yield lines of links at both ends of the text, before and after all prose. Linear cost."""
    region = _Region(measure, kept)
    if not region.has_core:
        return
    core = region.path[-1]
    lines = range(core.first, core.last)
    for indices in (lines, reversed(lines)):
        at_edge = True
        for index in indices:
            line = region.lines[index]
            if measure.is_prose[index]:
                break
            if not kept[index] or not line.text:
                continue
            at_edge = at_edge and (_is_linked(region, index, line) or _is_copyright(region, index))
            if at_edge or _is_menu(region, index, line):
                yield index


def _pictures_around(region: _Region, core: Box) -> Iterator[int]:
    """Pictures beside the text are furniture, whatever their names."""
    for index, line in enumerate(region.lines):
        if not line.text and not core.first <= index < core.last:
            yield index


def _title_before(region: _Region, core: Box) -> int:
    """Return the index of the last main heading before the core; the core's own if none."""
    for index in range(core.first - 1, -1, -1):
        line = region.lines[index]
        if line.box.heading == 1 and line.text and not any(run.href for run in line.runs):
            return index if region.kept[index] else core.first
    return core.first


def _follows_title(region: _Region, box: Box, title: int, core: Box) -> bool:
    """Return whether a box between the main heading and the core has headings of its own."""
    between = title < box.first and box.last <= core.first and region.link_share(box) < 0.5
    return between and any(line.box.heading for line in region.lines[box.first : box.last])


def _around(region: _Region, chunk: Box, inner: Box, core: Box) -> Iterator[int]:
    """Yield the lines of a box beside the text but of those in it that are text, too."""
    todo = [chunk]
    while todo:
        box = todo.pop()
        if _is_text(region, box) or _is_of_the_same_kind(region, box, inner):
            continue
        if region.prose.of(box) >= _MIXED_SHARE * region.prose.total and region.children.get(box):
            todo.extend(region.children[box])
        else:
            yield from _strangers(region, range(box.first, box.last), core)


def _is_text(region: _Region, box: Box) -> bool:
    prose = region.prose.of(box)
    return prose > 0 and 2 * prose >= region.size.of(box)


def _is_of_the_same_kind(region: _Region, box: Box, inner: Box) -> bool:
    """Return whether a box is a sibling of the same make, as the sections of a text are."""
    if box.parent is not inner.parent or box.tag != inner.tag:
        return False
    kind = inner.element.get("class")
    return kind is not None and box.element.get("class") == kind and region.link_share(box) < 0.5


def _bare_around(region: _Region, outer: Box, core: Box) -> Iterator[int]:
    lines = region.bare.get(outer, ())
    bare = [index for index in lines if not region.measure.is_prose[index]]
    return _strangers(region, bare, core)


def _strangers(region: _Region, indices: Iterable[int], core: Box) -> Iterator[int]:
    return (index for index in indices if region.kept[index] and not _belongs(region, index, core))


def _belongs(region: _Region, index: int, core: Box) -> bool:
    """Return whether a line around the text is part of it: its title, its date."""
    line = region.lines[index]
    if region.measure.linked[index] * 2 > region.measure.sizes[index]:
        return False
    if index < core.first and line.text and line.box.heading in (1, 2):
        return True
    beside = line.box.parent is core.parent and _SENTENCE_END.search(line.text)
    return bool(beside) or states_date(line)


def states_date(line: Line) -> bool:
    """Return whether a short line names a day or a month of a year and says what it is."""
    text = line.text
    if len(text) > _STATES_DATE_MAX or not DATED.search(text) or is_copyright_line(text):
        return False
    without = _DATE.sub("", text)
    return without != text and _SAYS_WHAT.search(without) is not None


def _is_copyright(region: _Region, index: int) -> bool:
    line = region.lines[index]
    return is_copyright_line(line.text) and not line.box.heading


def _is_menu(region: _Region, index: int, line: Line) -> bool:
    targets = {run.href for run in line.runs if run.href}
    return len(targets) >= _MENU_LINKS and _is_linked(region, index, line)


def _is_linked(region: _Region, index: int, line: Line) -> bool:
    """Return whether a line is links, and none that leads to a place on the page."""
    linked = region.measure.linked[index]
    if line.box.heading or not linked:
        return False
    between = "".join(run.text for run in line.runs if not run.href and not run.supplied)
    words = len(_SEPARATORS.sub("", between))  # " | " between links is no text
    return linked > 0.7 * (linked + words) and not any(leads_inside(run.href) for run in line.runs)
