"""How much text, link text and prose each part of a page holds.

In: a `Page`. Out: a `Measure`, which answers for any box in constant time.
Sizes are in letters of alphabetic script; a Chinese, Japanese or Korean character
counts as three, because it says as much.
"""

import re
from itertools import accumulate

from synoptic.clean.html_walk import Box, Line, Page

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff10-\uff9f]")

PROSE_SIZE = 90
"""From this size a line that is not mostly links is prose: about fifteen words."""


class Measure:
    """Sums over the lines of a page, for any box."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sizes = [size_of(line.text) for line in page.lines]
        self.linked = [linked_size(line) for line in page.lines]
        self.prose_sizes = [
            size if size >= PROSE_SIZE and 2 * link < size else 0
            for size, link in zip(self.sizes, self.linked, strict=True)
        ]
        self.is_prose = [size > 0 for size in self.prose_sizes]
        self._sizes = _sums(self.sizes)
        self._linked = _sums(self.linked)
        self._prose = _sums(self.prose_sizes)
        self.all_prose = self._prose[-1]

    def size(self, box: Box) -> int:
        """Return the size of the text in a box."""
        return self._sizes[box.last] - self._sizes[box.first]

    def prose(self, box: Box) -> int:
        """Return the size of the prose in a box."""
        return self._prose[box.last] - self._prose[box.first]

    def link_share(self, box: Box) -> float:
        """Return how much of the text of a box is links: 0 to 1."""
        size = self.size(box)
        return (self._linked[box.last] - self._linked[box.first]) / size if size else 0.0

    def is_outer(self, box: Box) -> bool:
        """Tell whether no prose stands before a box, or none after it."""
        return not self._prose[box.first] or self._prose[box.last] == self.all_prose

    def prose_share(self, box: Box) -> float:
        """Return how much of the prose of the page stands in a box: 0 to 1."""
        return self.prose(box) / self.all_prose if self.all_prose else 0.0


def size_of(text: str) -> int:
    """Return the size of a text in letters."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))


def linked_size(line: Line) -> int:
    """Return the size of the link text in a line."""
    return sum(
        size_of(run.text)
        for run in line.runs
        if run.href and not run.supplied and not run.href.startswith(("mailto:", "tel:"))
    )


def _sums(sizes: list[int]) -> list[int]:
    return [0, *accumulate(sizes)]
