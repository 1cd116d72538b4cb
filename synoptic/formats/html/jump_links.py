"""Links that only lead back or on within a page, such as "Top of page", in any language.

In: a measured page, and which of its lines are kept. Out: the lines that are such links.
What tells them from a table of contents and from links that unfold a panel: they come back
again and again, word for word, or stand outside of the text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from synoptic.formats.html.measure import Measure

_JUMP_SIZE = 40  # letters
_TO_TOP = frozenset({"", "#", "#top", "#header", "#page", "#wrapper", "#main"})


def jump_links(page: Measure, kept: Sequence[bool]) -> Iterator[int]:
    """Yield the lines that are links within the page and no text of it."""
    lines = page.page.lines
    jumps = [
        index
        for index, line in enumerate(lines)
        if len(line.text) <= _JUMP_SIZE
        and not line.box.heading
        and any("#" in run.href for run in line.runs)
    ]
    times = Counter(lines[index].text for index in jumps)
    titles = {line.text for line in lines if line.box.heading}
    for index in jumps:
        line = lines[index]
        to_top = {run.href.lower() for run in line.runs} <= _TO_TOP
        again = times[line.text] > (1 if to_top else 2) and line.text not in titles
        if kept[index] and (again or (to_top and not page.is_within_core(line.box))):
            yield index
