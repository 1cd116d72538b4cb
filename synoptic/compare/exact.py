"""Units with the same words on both sides.

In: the key of each unit, that is its words. Out: places (old, new) of the same key.
Keys that stand once on each side lead; between those that keep their order, repeated
keys are paired in order; what is then left over is paired wherever it stands.
"""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Sequence

from rapidfuzz.distance import LCSseq

from synoptic.compare.chain import heaviest_chain
from synoptic.model import Unit
from synoptic.text.tokens import enumerator_length
from synoptic.text.words import normalised

Match = tuple[int, int]
"""Places of two units that belong together: older side, newer side."""

_CELLS = 100_000_000
"""Units of one side times units of the other whose order is found exactly: a bit each."""

_MOVED_WORDS = 3
"""A unit that is repeated in its text and shorter than this is not looked for elsewhere."""


def key_of(unit: Unit) -> str:
    """Return the words of a unit without its number; what it has instead if it has none."""
    # One clause put in renumbers all that follow it.
    words = normalised(unit.text[enumerator_length(unit.text) :])
    return words or normalised(unit.text) or f"\0{unit.text.strip()}"


def same_words(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Return the places of units with the same key, no unit twice.

    >>> same_words(["a", "b", "a"], ["b", "a", "c"])
    [(1, 0), (2, 1)]
    """
    # Order does not matter yet: a long paragraph that moved is still itself, and what
    # moved is judged at the end, when all pairs are known.
    matches = _standing_once(old, new)
    matches += _between(old, new, matches, Gaps(in_order(matches, old)))
    return sorted(matches + _elsewhere(old, new, matches))


def in_order(matches: Iterable[Match], keys: Sequence[str]) -> list[Match]:
    """Return the matches that keep their order, so that the fewest words have moved."""
    weighed = [(i, j, float(1 + keys[i].count(" "))) for i, j in matches]
    return [(i, j) for i, j, _ in heaviest_chain(weighed)]


class Gaps:
    """Between which anchors a unit stands, numbered alike on both sides."""

    def __init__(self, anchors: Sequence[Match]) -> None:
        self._old = [i for i, _ in anchors]
        self._new = [j for _, j in anchors]

    def of_old(self, place: int) -> int:
        """Return the number of the gap that a unit of the older side stands in."""
        return bisect_left(self._old, place)

    def of_new(self, place: int) -> int:
        """Return the number of the gap that a unit of the newer side stands in."""
        return bisect_left(self._new, place)


def _standing_once(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    often_old, often_new = Counter(old), Counter(new)
    places = {key: place for place, key in enumerate(new)}
    return [
        (place, places[key])
        for place, key in enumerate(old)
        if often_old[key] == 1 and often_new[key] == 1
    ]


def _between(
    old: Sequence[str], new: Sequence[str], matches: Sequence[Match], gaps: Gaps
) -> list[Match]:
    gap_old, gap_new = _left_over(old, new, matches)
    older, newer = defaultdict(list), defaultdict(list)
    for place in gap_old:
        older[gaps.of_old(place)].append(place)
    for place in gap_new:
        newer[gaps.of_new(place)].append(place)
    found: list[Match] = []
    for gap in sorted(older.keys() & newer.keys()):
        found += _ordered(older[gap], newer[gap], old, new)
    return found


def _left_over(
    old: Sequence[Hashable], new: Sequence[Hashable], matches: Sequence[Match]
) -> tuple[list[int], list[int]]:
    done_old, done_new = {i for i, _ in matches}, {j for _, j in matches}
    return (
        [place for place in range(len(old)) if place not in done_old],
        [place for place in range(len(new)) if place not in done_new],
    )


def _ordered(
    older: Sequence[int], newer: Sequence[int], old: Sequence[str], new: Sequence[str]
) -> list[Match]:
    if len(older) * len(newer) > _CELLS:
        return []
    # rapidfuzz compares hashes; a small whole number is its own hash.
    ids: dict[str, int] = {}
    keys_old = [ids.setdefault(old[place], len(ids)) for place in older]
    keys_new = [ids.setdefault(new[place], len(ids)) for place in newer]
    blocks = LCSseq.opcodes(keys_old, keys_new).as_matching_blocks()
    return [(older[block.a + k], newer[block.b + k]) for block in blocks for k in range(block.size)]


def _elsewhere(old: Sequence[str], new: Sequence[str], matches: Sequence[Match]) -> list[Match]:
    left_old, left_new = _left_over(old, new, matches)
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for place in left_new:
        places[new[place]].append(place)
    return [
        (place, places[old[place]].popleft())
        for place in left_old
        if old[place].count(" ") + 1 >= _MOVED_WORDS and places.get(old[place])
    ]
