"""Units that were reworded.

In: what may be compared, with its similarity, and between which anchors each unit
stands. Out: matches. Between the same anchors the heaviest chain of similar units is
found (optimal for matches that keep their order); then the most similar ones of what
is left, wherever they stand, for which more has to agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from synoptic.compare.chain import heaviest_chain
from synoptic.compare.exact import Gaps, Match

NEAR = 0.26
"""Least similarity of units between the same neighbours."""

FAR = 0.5
"""Least similarity of units that changed places."""

EXCHANGED = 0.28
"""Least similarity of two rewritten units that changed places between the same neighbours."""

_EXCHANGED_WORDS = 30
"""Words of both together. On a few words chance is as similar as rewriting."""

_BEST_SHARE = 0.8
"""A unit is not given to one that is less than this as similar as its best is."""


class Edge(NamedTuple):
    """Two units that may belong together."""

    old: int
    new: int
    similarity: float
    words: int
    """Of both units."""


def reworded(edges: Sequence[Edge], anchors: Sequence[Match]) -> list[Edge]:
    """Choose among the edges, no unit twice; each round costs a few sorts of the edges.

    Edges below the floors are left out here. `anchors` are the matches found before, in
    one order on both sides.
    """
    chosen: list[Edge] = []
    fixed = sorted(anchors)
    while True:
        near, far = _above_floors(_free(edges, chosen), Gaps(fixed))
        good = list(_near_the_best([*near, *far]))
        chain = _chain(edge for edge in good if edge in near)
        found = chain + _most_similar(edge for edge in _free(good, chain) if edge in far)
        if not found:
            return chosen
        chosen += found
        fixed = sorted([*fixed, *((edge.old, edge.new) for edge in chain)])


def _above_floors(edges: Sequence[Edge], gaps: Gaps) -> tuple[set[Edge], set[Edge]]:
    """Return what may be paired where it stands, and what may have changed places."""
    near = {
        edge
        for edge in edges
        if edge.similarity >= NEAR and gaps.of_old(edge.old) == gaps.of_new(edge.new)
    }
    far = {edge for edge in edges if edge.similarity >= FAR}
    return near, far | {edge for edge in near & _without_rivals(edges) if _is_exchanged(edge)}


def _is_exchanged(edge: Edge) -> bool:
    return edge.similarity >= EXCHANGED and edge.words >= _EXCHANGED_WORDS


def _without_rivals(edges: Sequence[Edge]) -> set[Edge]:
    """Return the edges that are far more similar than any other of either unit."""
    good = list(_near_the_best(edges))
    olds, news = Counter(edge.old for edge in good), Counter(edge.new for edge in good)
    return {edge for edge in good if olds[edge.old] == 1 and news[edge.new] == 1}


def _near_the_best(edges: Iterable[Edge]) -> Iterator[Edge]:
    best_old: defaultdict[int, float] = defaultdict(float)
    best_new: defaultdict[int, float] = defaultdict(float)
    for edge in edges:
        best_old[edge.old] = max(best_old[edge.old], edge.similarity)
        best_new[edge.new] = max(best_new[edge.new], edge.similarity)
    for edge in edges:
        best = max(best_old[edge.old], best_new[edge.new])
        if edge.similarity >= _BEST_SHARE * best:
            yield edge


def _chain(edges: Iterable[Edge]) -> list[Edge]:
    by_place = {(edge.old, edge.new): edge for edge in edges}
    weighed = [(*place, edge.similarity * edge.words) for place, edge in by_place.items()]
    return [by_place[i, j] for i, j, _ in heaviest_chain(weighed)]


def _most_similar(edges: Iterable[Edge]) -> list[Edge]:
    found: list[Edge] = []
    olds, news = set(), set()
    for edge in sorted(edges, key=lambda edge: (-edge.similarity, edge.old, edge.new)):
        if edge.old not in olds and edge.new not in news:
            found.append(edge)
            olds.add(edge.old)
            news.add(edge.new)
    return found


def _free(edges: Iterable[Edge], taken: Sequence[Edge]) -> list[Edge]:
    olds = {edge.old for edge in taken}
    news = {edge.new for edge in taken}
    return [edge for edge in edges if edge.old not in olds and edge.new not in news]
