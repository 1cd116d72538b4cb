"""Which units of two texts belong together.

In: the units of either text. Out: groups of places. In steps, each for the units that
those before it left over:

    same words      wherever they stand (`exact`)
    split, merged   one unit that is several neighbours of the other text (`joins`)
    reworded        similar units in the same place, or very similar ones elsewhere (`similar`)
    titles          headings with a word in common over clauses that are paired
    grown           what is left beside a pair and in it, as if split or merged

Promise: no unit is in two groups, no group has nothing in common, and the same input
gives the same groups.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from synoptic.compare.exact import in_order, key_of, same_words
from synoptic.compare.joins import belongs, joins
from synoptic.compare.similar import Edge, reworded
from synoptic.compare.similarity import Bag, Profile, Weights, candidates, profile_of
from synoptic.model import Kind, Unit

Profiles = Mapping[int, Profile]

_TITLE = 0.15
"""Least similarity of headings over paired clauses: one rare word of six in common."""


@dataclass(frozen=True, slots=True)
class Group:
    """Places of units that belong together: one of one side, one or more of the other."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float


def groups_of(old: Sequence[Unit], new: Sequence[Unit]) -> list[Group]:
    """Return the groups in no particular order; units without a partner are in none."""
    old_keys, new_keys = [key_of(unit) for unit in old], [key_of(unit) for unit in new]
    matches = same_words(old_keys, new_keys)
    groups = [Group((i,), (j,), 1.0) for i, j in matches]
    # Most neighbours in an archive differ in nothing that has to be weighed.
    if len(groups) == min(len(old), len(new)):
        return groups
    cached = cache(profile_of)
    profiles = _profiles(old, cached), _profiles(new, cached)
    weights = Weights(profiles[0].values(), profiles[1].values())
    # Before the reworded ones: else the larger half of a split is taken for the whole,
    # reworded, and the other half for new text.
    groups += _joined(*_without_partner(profiles, groups), weights)
    free = _without_partner(profiles, groups)
    edges = [edge for edge in _edges(*free, weights) if _alike(old[edge.old], new[edge.new])]
    pairs = reworded(edges, in_order(matches, old_keys))
    groups += [Group((edge.old,), (edge.new,), edge.similarity) for edge in pairs]
    groups += _titles(old, new, groups, profiles, weights)
    return _grown(groups, profiles, weights)


def _profiles(units: Sequence[Unit], of_text: Callable[[str], Profile]) -> Profiles:
    return {place: of_text(unit.text) for place, unit in enumerate(units)}


def _without_partner(
    profiles: tuple[Profiles, Profiles], groups: Iterable[Group]
) -> tuple[dict[int, Profile], dict[int, Profile]]:
    groups = list(groups)
    done_old = set(chain.from_iterable(group.old for group in groups))
    done_new = set(chain.from_iterable(group.new for group in groups))
    return (
        {place: each for place, each in profiles[0].items() if place not in done_old},
        {place: each for place, each in profiles[1].items() if place not in done_new},
    )


def _joined(old: Profiles, new: Profiles, weights: Weights) -> list[Group]:
    edges = candidates(old, new, weights)
    back = sorted((j, i) for i, j in edges)
    split = [
        Group((each.whole,), each.parts, each.similarity)
        for each in joins(old, new, edges, weights)
    ]
    merged = [
        Group(each.parts, (each.whole,), each.similarity) for each in joins(new, old, back, weights)
    ]
    chosen: list[Group] = []
    for group in sorted(split + merged, key=lambda each: (-each.similarity, each.old, each.new)):
        if all(_apart(group, other) for other in chosen):
            chosen.append(group)
    return chosen


def _apart(one: Group, other: Group) -> bool:
    return set(one.old).isdisjoint(other.old) and set(one.new).isdisjoint(other.new)


def _edges(old: Profiles, new: Profiles, weights: Weights) -> list[Edge]:
    return [
        Edge(i, j, *weights.alikeness(old[i], new[j]), old[i].words + new[j].words)
        for i, j in candidates(old, new, weights)
    ]


def _alike(one: Unit, other: Unit) -> bool:
    """Return whether both are headings, or neither: a heading is no version of a clause."""
    return (one.kind is Kind.HEADING) == (other.kind is Kind.HEADING)


def _titles(
    old: Sequence[Unit],
    new: Sequence[Unit],
    groups: Sequence[Group],
    profiles: tuple[Profiles, Profiles],
    weights: Weights,
) -> list[Group]:
    """Pair headings that share little by what stands under them."""
    free_old, free_new = _without_partner(profiles, groups)
    found = []
    for group in groups:
        i, j = group.old[0] - 1, group.new[0] - 1
        titles = i in free_old and j in free_new and _are_headings(old[i], new[j])
        similarity = weights.alikeness(free_old[i], free_new[j])[0] if titles else 0.0
        if similarity >= _TITLE:
            found.append(Group((i,), (j,), similarity))
    return found


def _are_headings(one: Unit, other: Unit) -> bool:
    return one.kind is Kind.HEADING and other.kind is Kind.HEADING


def _grown(
    groups: Sequence[Group], profiles: tuple[Profiles, Profiles], weights: Weights
) -> list[Group]:
    """Add to a pair the neighbours on one side that are the rest of its other side."""
    free = _without_partner(profiles, groups)
    grown = []
    for group in groups:
        old, new = group.old, group.new
        if group.similarity < 1.0 and len(old) == len(new) == 1:
            one, other = profiles[0][old[0]], profiles[1][new[0]]
            new = _rest(one, other, new[0], free[1], weights)
            old = _rest(other, one, old[0], free[0], weights) if len(new) == 1 else old
        if (old, new) != (group.old, group.new):
            bags = [_bag_of(side, of) for side, of in zip((old, new), profiles, strict=True)]
            group = Group(old, new, weights.overlap(*bags))
        grown.append(group)
    return grown


def _bag_of(places: Iterable[int], profiles: Profiles) -> Bag:
    return sum((profiles[place].bag for place in places), Bag())


def _rest(
    whole: Profile, part: Profile, place: int, free: dict[int, Profile], weights: Weights
) -> tuple[int, ...]:
    left = whole.bag - part.bag
    first = last = place
    while True:
        near = [at for at in (last + 1, first - 1) if at in free]
        fitting = [at for at in near if belongs(free[at], whole, left, weights)]
        if not fitting:
            return tuple(range(first, last + 1))
        taken = free.pop(fitting[0])
        left = left - taken.bag
        first, last = min(first, fitting[0]), max(last, fitting[0])
