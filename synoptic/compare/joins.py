"""Units that were split, or merged: one unit that is several neighbours of the other text.

In: units still without a partner. Out: groups of one unit and at least two
neighbours in a row that hold its words between them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from synoptic.compare.similarity import Bag, Profile, Weights

_PART = 0.7
"""Share of a part's words that the whole has to hold, apart from what other parts took.

On 60 pairs of neighbouring versions real parts held 0.8 and more."""

_WHOLE = 0.6
"""Least similarity of the whole and its parts together."""

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
    found: list[Join] = []
    for whole, seed in edges:
        # A seed that an earlier one of the same whole grew over would grow to the same.
        if not any(join.whole == whole and seed in join.parts for join in found[-1:]):
            found += _grown(whole, seed, wholes, parts, weights)
    return list(_disjoint(sorted(found, key=lambda each: (-each.similarity, each.whole))))


def _disjoint(ordered: list[Join]) -> Iterator[Join]:
    wholes: set[int] = set()
    parts: set[int] = set()
    for join in ordered:
        if join.whole not in wholes and parts.isdisjoint(join.parts):
            wholes.add(join.whole)
            parts.update(join.parts)
            yield join


def _grown(
    whole: int,
    seed: int,
    wholes: Mapping[int, Profile],
    parts: Mapping[int, Profile],
    weights: Weights,
) -> Iterator[Join]:
    """Take in neighbours of a part for as long as the whole has words left for them."""
    left: Bag = wholes[whole].bag.copy()
    together: Bag = Bag()
    first = last = seed
    place = seed
    while _belongs(parts[place], left, weights):
        left.subtract(parts[place].bag & left)
        together.update(parts[place].bag)
        first, last = min(first, place), max(last, place)
        neighbours = [near for near in (last + 1, first - 1) if near in parts]
        fitting = [near for near in neighbours if _belongs(parts[near], left, weights)]
        if not fitting:
            break
        place = fitting[0]
    similarity = weights.overlap(wholes[whole].bag, together)
    if first < last and similarity >= _WHOLE:
        yield Join(whole, tuple(range(first, last + 1)), similarity)


def _belongs(part: Profile, left: Bag, weights: Weights) -> bool:
    if part.words < _MIN_WORDS:
        return False
    return weights.shared(part.bag, left) >= _PART * weights.of(part.bag)
