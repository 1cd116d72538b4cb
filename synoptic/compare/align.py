"""Which words of two texts are the same words.

In: the words of either side. Out: runs of words in common, in one order on both
sides. The longest common subsequence is rapidfuzz's (bit-parallel); ours is what
a reader needs besides: stray words in common are let go where all around them
was rewritten, and a passage that was put in begins with a sentence if it can.

Mirrored by construction: the sides are put in a fixed order first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from synoptic.compare.chain import heaviest_chain

_CELLS = 200_000_000
"""Words of one side times words of the other that one matrix may hold: a bit each, 25 MB.

14,000 words against 14,000; a clause of a policy seldom has 500, but a page may come
as one paragraph.
"""

_ISLAND_WORDS = 2
"""Up to so many words in common may be let go. Three in a row are seldom chance."""


class Run(NamedTuple):
    """Words in common: where they begin on either side, and how many."""

    old: int
    new: int
    size: int


class Words(NamedTuple):
    """One side: the key of each word, and how well a passage may begin with it."""

    keys: Sequence[str]
    openings: Sequence[int]
    """2 at the beginning of a sentence, 1 after a comma, else 0."""


class _Region(NamedTuple):
    """What stands between two runs: words from and to, on either side."""

    old: int
    old_end: int
    new: int
    new_end: int


def common_runs(old: Words, new: Words) -> list[Run]:
    """Return the runs of words that both sides have, in their order.

    Where the parts that differ are longer than 14,000 words on both sides, only what
    stands around words that occur once on each side is found. Time grows with the
    product of the lengths, but 14,000 words against as many take 0.1 s.

    >>> old = Words("we share your data".split(), [2, 0, 0, 0])
    >>> common_runs(old, Words("we never share data".split(), [2, 0, 0, 0]))
    [Run(old=0, new=0, size=1), Run(old=1, new=2, size=1), Run(old=3, new=3, size=1)]
    """
    if (list(old.keys), list(old.openings)) > (list(new.keys), list(new.openings)):
        return [Run(run.new, run.old, run.size) for run in common_runs(new, old)]
    runs = _longest(*_numbered(old.keys, new.keys))
    runs = _without_islands(runs, old, new)
    return _slid(runs, old, new)


def _numbered(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    # rapidfuzz compares hashes; a small whole number is its own hash.
    ids: dict[str, int] = {}
    return (
        [ids.setdefault(key, len(ids)) for key in old],
        [ids.setdefault(key, len(ids)) for key in new],
    )


def _longest(old: list[int], new: list[int]) -> list[Run]:
    # Most clauses differ in one place; what stands before and after it needs no matrix.
    head = _agreeing(zip(old, new, strict=False))
    tail = _agreeing(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    inner = _Region(head, len(old) - tail, head, len(new) - tail)
    runs = [Run(0, 0, head), *_within(inner, old, new), Run(inner.old_end, inner.new_end, tail)]
    return _joined(runs)


def _within(region: _Region, old: list[int], new: list[int]) -> Iterator[Run]:
    if _cells(region) <= _CELLS:
        yield from _subsequence(region, old, new)
        return
    last = Run(region.old, region.new, 0)
    for anchor in [*_anchors(region, old, new), Run(region.old_end, region.new_end, 0)]:
        gap = _region(last, anchor)
        if _cells(gap) <= _CELLS:
            yield from _subsequence(gap, old, new)
        yield anchor
        last = anchor


def _cells(region: _Region) -> int:
    return (region.old_end - region.old) * (region.new_end - region.new)


def _subsequence(region: _Region, old: list[int], new: list[int]) -> Iterator[Run]:
    older, newer = old[region.old : region.old_end], new[region.new : region.new_end]
    for block in LCSseq.opcodes(older, newer).as_matching_blocks():
        yield Run(region.old + block.a, region.new + block.b, block.size)


def _anchors(region: _Region, old: list[int], new: list[int]) -> list[Run]:
    """Find the words that stand once on each side, as many as keep their order."""
    places_old = _standing_once(old, region.old, region.old_end)
    places_new = _standing_once(new, region.new, region.new_end)
    both = sorted(places_old.keys() & places_new.keys())
    chain = heaviest_chain([(places_old[word], places_new[word], 1.0) for word in both])
    return [Run(i, j, 1) for i, j, _ in chain]


def _standing_once(words: list[int], start: int, end: int) -> dict[int, int]:
    often = Counter(words[start:end])
    return {words[place]: place for place in range(start, end) if often[words[place]] == 1}


def _agreeing(pairs: Iterable[tuple[int, int]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.old + last.size, last.new + last.size) == (run.old, run.new):
            joined[-1] = Run(last.old, last.new, last.size + run.size)
        elif run.size:
            joined.append(run)
    return joined


def _without_islands(runs: list[Run], old: Words, new: Words) -> list[Run]:
    kept = _swept(runs, old, new)
    # Once more from the left: an island let go may have been what kept the one before it.
    return _swept(kept, old, new)


def _swept(runs: list[Run], old: Words, new: Words) -> list[Run]:
    kept: list[Run] = []
    for place, run in enumerate(runs):
        before = _region(kept[-1] if kept else Run(0, 0, 0), run)
        follower = runs[place + 1] if place + 1 < len(runs) else None
        after = _region(run, follower or Run(len(old.keys), len(new.keys), 0))
        if not _is_island(run, before, after, old, new):
            kept.append(run)
    return kept


def _region(before: Run, after: Run) -> _Region:
    return _Region(before.old + before.size, after.old, before.new + before.size, after.new)


def _is_island(run: Run, before: _Region, after: _Region, old: Words, new: Words) -> bool:
    """Return whether the words in common are fewer than what is rewritten on either side."""
    if run.size > _ISLAND_WORDS or not (_is_replaced(before) or _is_replaced(after)):
        return False
    letters = sum(map(len, old.keys[run.old : run.old + run.size]))
    return letters <= min(_letters(before, old, new), _letters(after, old, new))


def _is_replaced(region: _Region) -> bool:
    return region.old < region.old_end and region.new < region.new_end


def _letters(region: _Region, old: Words, new: Words) -> int:
    return max(
        sum(map(len, old.keys[region.old : region.old_end])),
        sum(map(len, new.keys[region.new : region.new_end])),
    )


def _slid(runs: list[Run], old: Words, new: Words) -> list[Run]:
    """Shift what was only put in, or only taken out, to where it begins best.

    "Ask us. [We answer. ]We smile." and "Ask us. We [answer. We ]smile." hold the same
    words; people read the first.
    """
    runs = list(runs)
    for place in range(len(runs) - 1):
        region = _region(runs[place], runs[place + 1])
        if region.old == region.old_end:
            shift = _best_shift(region.new, region.new_end, runs[place].size, new)
        elif region.new == region.new_end:
            shift = _best_shift(region.old, region.old_end, runs[place].size, old)
        else:
            continue
        here, there = runs[place], runs[place + 1]
        runs[place] = here._replace(size=here.size - shift)
        runs[place + 1] = Run(there.old - shift, there.new - shift, there.size + shift)
    return [run for run in runs if run.size]


def _best_shift(start: int, end: int, room: int, side: Words) -> int:
    best, best_opening = 0, side.openings[start]
    for shift in range(1, room + 1):
        if side.keys[start - shift] != side.keys[end - shift]:
            break
        if side.openings[start - shift] > best_opening:
            best, best_opening = shift, side.openings[start - shift]
    return best
