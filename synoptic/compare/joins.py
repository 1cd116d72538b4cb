"""Units that were split, or merged: one unit that is several neighbours of the other text.

In: units still without a partner. Out: groups of one unit and at least two
neighbours in a row that hold its words between them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from synoptic.compare.similarity import Bag, Profile, Weights

_PART = 0.5
"""Share of a part's words that the whole has to hold, apart from what other parts took.

At 0.7 real splits were missed whose parts had been reworded as well; strangers are kept
out by `_homes`.
"""

_WHOLE = 0.6
"""Least similarity of the whole and its parts together.

The 36 joins above it in 116 real pairs of versions are right; of four kinds between 0.45
and 0.6 two were wrong.
"""

_SHORT = 6
"""Words; of a shorter part half the pairs of neighbouring words have to be in the whole.

"Payment and renewal" has all its words in many a clause on payments.
"""

_MIN_WORDS = 2
"""Words in a part: a "Yes" stands in too many units to be a part of one."""


@dataclass(frozen=True, slots=True)
class Join:
    """A whole, and the neighbours in a row that it is made of."""

    whole: int
    parts: tuple[int, ...]
    similarity: float


def joins(
    wholes: Mapping[int, Profile],
    parts: Mapping[int, Profile],
    edges: list[tuple[int, int]],
    weights: Weights,
) -> list[Join]:
    """Return the groups worth making, the most similar first, no unit in two of them.

    `wholes` are the units of one text that have no partner, by place, `parts` those of
    the other text; `edges` are the places (whole, part) of what is worth comparing.
    """
    homes = _homes(wholes, parts, edges, weights)
    found: list[Join] = []
    for whole, seed in edges:
        # A seed that an earlier one of the same whole grew over would grow to the same.
        if not any(join.whole == whole and seed in join.parts for join in found[-1:]):
            at_home = {part: parts[part] for part in homes[whole]}
            found += _grown(whole, seed, wholes[whole], at_home, weights)
    return list(_disjoint(sorted(found, key=lambda each: (-each.similarity, each.whole))))


def _homes(
    wholes: Mapping[int, Profile],
    parts: Mapping[int, Profile],
    edges: list[tuple[int, int]],
    weights: Weights,
) -> Mapping[int, list[int]]:
    """Return for each whole the parts that have no more in common with any other.

    A clause that was reworded shares stock phrases with its neighbour's counterpart too.
    """
    shared = {edge: weights.shared(wholes[edge[0]].bag, parts[edge[1]].bag) for edge in edges}
    most: defaultdict[int, float] = defaultdict(float)
    for (_, part), weight in shared.items():
        most[part] = max(most[part], weight)
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for (whole, part), weight in shared.items():
        if weight >= most[part]:
            homes[whole].append(part)
    return homes


def _disjoint(ordered: list[Join]) -> Iterator[Join]:
    wholes: set[int] = set()
    parts: set[int] = set()
    for join in ordered:
        if join.whole not in wholes and parts.isdisjoint(join.parts):
            wholes.add(join.whole)
            parts.update(join.parts)
            yield join


def _grown(
    place: int, seed: int, whole: Profile, parts: Mapping[int, Profile], weights: Weights
) -> Iterator[Join]:
    """Take in neighbours of a part for as long as the whole has words left for them."""
    left: Bag = whole.bag.copy()
    together: Bag = Bag()
    fits = partial(belongs, whole=whole, left=left, weights=weights)
    first = last = part = seed
    while part in parts and fits(parts[part]):
        # What one part took is gone: else a heading that repeats a phrase is a part, too.
        left.subtract(parts[part].bag & left)
        together.update(parts[part].bag)
        first, last = min(first, part), max(last, part)
        neighbours = [near for near in (last + 1, first - 1) if near in parts]
        part = next((near for near in neighbours if fits(parts[near])), -1)
    similarity = weights.overlap(whole.bag, together)
    if first < last and similarity >= _WHOLE:
        yield Join(place, tuple(range(first, last + 1)), similarity)


def belongs(part: Profile, whole: Profile, left: Bag, weights: Weights) -> bool:
    """Return whether enough of a part is in what a whole has left; its order counts if short."""
    if part.words < _MIN_WORDS:
        return False
    if part.words <= _SHORT:
        twos = [feature for feature in part.features if " " in feature]
        if 2 * sum(two in whole.features for two in twos) < len(twos):
            return False
    return weights.shared(part.bag, left) >= _PART * weights.of(part.bag)
