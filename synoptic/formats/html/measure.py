"""How much text, link text and prose each part of a page holds.

In: a `Page`. Out: a `Measure`, which answers for any box in constant time.
Sizes are in letters of alphabetic script; a Chinese, Japanese or Korean character
counts as three, because it says as much.
"""

import re
from collections.abc import Iterable
from itertools import accumulate

from synoptic.formats.html.part_names import kinds_of
from synoptic.formats.html.walk import Box, Line, Page
from synoptic.text.marks import ends_part

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff10-\uff9f]")

PROSE_SIZE = 70
"""From this size a line that is not mostly links is prose: twelve words, or a line of print."""

_SENTENCE_SIZE = 40


_CORE_SHARE = 0.6
"""The core is the innermost box with this share of the prose; boxes beside it that are
mostly prose stay, too, so that the number only decides about short lines."""

_LEAVES = frozenset({"p", "li", "dd", "dt", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})


class Sums:
    """Sums over stretches of lines, each in constant time."""

    def __init__(self, sizes: Iterable[int]) -> None:
        self._upto = [0, *accumulate(sizes)]
        self.total = self._upto[-1]

    def of(self, box: Box) -> int:
        """Return the sum over the lines of a box."""
        return self._upto[box.last] - self._upto[box.first]

    def before(self, line: int, start: int = 0) -> int:
        """Return the sum over the lines from `start` up to the one with this index."""
        return self._upto[line] - self._upto[start]


class Measure:
    """Sums over the lines of a page, for any box, and what each box says that it is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._kinds: dict[Box, frozenset[str]] = {}
        self.sizes = [size_of(line.text) for line in page.lines]
        self.linked = [linked_size(line) for line in page.lines]
        self.prose_sizes = [
            size if 2 * link < size and _is_prose(line.text, size) else 0
            for line, size, link in zip(page.lines, self.sizes, self.linked, strict=True)
        ]
        self.is_prose = [size > 0 for size in self.prose_sizes]
        self._size = Sums(self.sizes)
        self._link = Sums(self.linked)
        self._prose = Sums(self.prose_sizes)
        self.core = path_to_core(page, children_of(page.boxes), self._prose)[-1]

    def kinds(self, box: Box) -> frozenset[str]:
        """Return what a box says that it is; only those are read that somebody asks about."""
        kinds = self._kinds.get(box)
        return self._kinds.setdefault(box, kinds_of(box)) if kinds is None else kinds

    def size(self, box: Box) -> int:
        """Return the size of the text in a box."""
        return self._size.of(box)

    def prose(self, box: Box) -> int:
        """Return the size of the prose in a box."""
        return self._prose.of(box)

    def link_share(self, box: Box) -> float:
        """Return how much of the text of a box is links: 0 to 1."""
        size = self._size.of(box)
        return self._link.of(box) / size if size else 0.0

    def prose_share(self, box: Box) -> float:
        """Return how much of the prose of the page stands in a box: 0 to 1."""
        return self._prose.of(box) / self._prose.total if self._prose.total else 0.0

    def is_outer(self, box: Box) -> bool:
        """Return whether no prose stands before a box, or none after it."""
        return self._prose.before(box.first) == 0 or (
            self._prose.before(box.last) == self._prose.total
        )

    def is_within_core(self, box: Box) -> bool:
        """Return whether a box stands among the most of the prose."""
        return self.core.first <= box.first and box.last <= self.core.last


def children_of(boxes: Iterable[Box]) -> dict[Box | None, list[Box]]:
    """Return the boxes right inside each box."""
    children: dict[Box | None, list[Box]] = {}
    for box in boxes:
        children.setdefault(box.parent, []).append(box)
    return children


def path_to_core(page: Page, children: dict[Box | None, list[Box]], prose: Sums) -> list[Box]:
    """Return the boxes from the outermost one down to the core."""
    enough = max(1, _CORE_SHARE * prose.total)
    path = [page.root]
    while True:
        inner = next(
            (
                box
                for box in children.get(path[-1], ())
                if box.tag not in _LEAVES and prose.of(box) >= enough
            ),
            None,
        )
        if inner is None:
            return path
        path.append(inner)


def size_of(text: str) -> int:
    """Return the size of a text in letters."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))


COPYRIGHT = re.compile(
    r"©|℗|\(c\)\s*(?:19|20)\d\d|copyright\s.{0,30}?(?:19|20)\d\d|all rights reserved",
    re.IGNORECASE,
)
_COPYRIGHT_SIZE = 150  # letters; a longer text that speaks of copyright is a clause about it


def is_copyright_line(text: str) -> bool:
    """Return whether a line is the usual one at the foot of a page."""
    return len(text) < _COPYRIGHT_SIZE and COPYRIGHT.search(text) is not None


def _is_prose(text: str, size: int) -> bool:
    if is_copyright_line(text):
        return False
    if size >= PROSE_SIZE:
        return True
    return size >= _SENTENCE_SIZE and ends_part(text)


def linked_size(line: Line) -> int:
    """Return the size of the link text in a line."""
    return sum(
        size_of(run.text)
        for run in line.runs
        if run.href and not run.supplied and not run.href.startswith(("mailto:", "tel:"))
    )
