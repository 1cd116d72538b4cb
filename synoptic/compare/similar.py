"""Units that were reworded.

In: what may be compared, with its similarity, and between which anchors each unit
stands. Out: matches. Between the same anchors the heaviest chain of similar units is
found (optimal for matches that keep their order); then the most similar ones of what
is left, wherever they stand, for which more has to agree.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from synoptic.compare.chain import heaviest_chain
from synoptic.compare.exact import Gaps, Match

NEAR = 0.26
"""Least similarity of units between the same neighbours."""

_SHORT_NEAR = 0.3
_SHORT_WORDS = 12
"""The same for a few words, both units together: on headings chance does more."""

FAR = 0.5
"""Least similarity of units that changed places."""

_FAR_ALONE = 0.28
"""The same for two units that have nothing else like them, if they have words enough."""

_FAR_ALONE_WORDS = 30
"""Of both together: without it four of ten such pairs were wrong, headings and lead-ins."""

_BEST_SHARE = 0.8
"""A unit is not given to one that is less than this as similar as its best is."""


class Edge(NamedTuple):
    """Two units that may belong together."""

    old: int
    new: int
    similarity: float
    ordered: float
    """Their similarity as far as words keep their order: by this rivals are compared."""
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
        good = _near_the_best(sorted(near | far))
        chain = _chain(edge for edge in good if edge in near)
        found = chain + _most_similar(edge for edge in _free(good, chain) if edge in far)
        if not found:
            return chosen
        chosen += found
        fixed = sorted([*fixed, *((edge.old, edge.new) for edge in chain)])


def _above_floors(edges: Sequence[Edge], gaps: Gaps) -> tuple[set[Edge], set[Edge]]:
    """Return what may be paired where it stands, and what may have changed places."""
    near = {edge for edge in edges if gaps.of_old(edge.old) == gaps.of_new(edge.new)}
    far = {edge for edge in edges if edge.similarity >= FAR}
    alone = {edge for edge in _without_rivals(edges) if _is_far_alone(edge)}
    return {edge for edge in near if edge.similarity >= _near_floor(edge)}, far | alone


def _near_floor(edge: Edge) -> float:
    return _SHORT_NEAR if edge.words <= _SHORT_WORDS else NEAR


def _is_far_alone(edge: Edge) -> bool:
    return edge.similarity >= _FAR_ALONE and edge.words >= _FAR_ALONE_WORDS


def _without_rivals(edges: Sequence[Edge]) -> set[Edge]:
    """Return the edges that by either measure are far better than any other of either unit."""
    return _alone(_best_by(_similarity, edges)) | _alone(_best_by(_ordered, edges))


def _alone(edges: Iterable[Edge]) -> set[Edge]:
    edges = list(edges)
    olds, news = Counter(edge.old for edge in edges), Counter(edge.new for edge in edges)
    return {edge for edge in edges if olds[edge.old] == 1 and news[edge.new] == 1}


def _near_the_best(edges: Sequence[Edge]) -> list[Edge]:
    good = {*_best_by(_similarity, edges), *_best_by(_ordered, edges)}
    return [edge for edge in edges if edge in good]


def _similarity(edge: Edge) -> float:
    return edge.similarity


def _ordered(edge: Edge) -> float:
    return edge.ordered


def _best_by(measure: Callable[[Edge], float], edges: Iterable[Edge]) -> Iterator[Edge]:
    edges = list(edges)
    best_old: defaultdict[int, float] = defaultdict(float)
    best_new: defaultdict[int, float] = defaultdict(float)
    for edge in edges:
        best_old[edge.old] = max(best_old[edge.old], measure(edge))
        best_new[edge.new] = max(best_new[edge.new], measure(edge))
    for edge in edges:
        if measure(edge) >= _BEST_SHARE * max(best_old[edge.old], best_new[edge.new]):
            yield edge


def _chain(edges: Iterable[Edge]) -> list[Edge]:
    by_place = {(edge.old, edge.new): edge for edge in edges}
    weighed = [(*place, edge.similarity * edge.words) for place, edge in by_place.items()]
    return [by_place[i, j] for i, j, _ in heaviest_chain(weighed)]


def _most_similar(edges: Iterable[Edge]) -> list[Edge]:
    found: list[Edge] = []
    olds, news = set(), set()
    for edge in sorted(edges, key=lambda edge: (-edge.ordered, edge.old, edge.new)):
        if edge.old not in olds and edge.new not in news:
            found.append(edge)
            olds.add(edge.old)
            news.add(edge.new)
    return found


def _free(edges: Iterable[Edge], taken: Sequence[Edge]) -> list[Edge]:
    olds = {edge.old for edge in taken}
    news = {edge.new for edge in taken}
    return [edge for edge in edges if edge.old not in olds and edge.new not in news]
