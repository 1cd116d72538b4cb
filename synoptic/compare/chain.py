"""The heaviest chain: which matches can stand in one order on both sides.

In: matches (i, j, weight). Out: those of the heaviest set in which both i and j
only rise. It is optimal, takes O(k log k) time and O(k) memory for k matches,
and the same input gives the same chain.
"""

from collections.abc import Sequence

Match = tuple[int, int, float]
"""Place on the older side, place on the newer side, weight above 0."""


def heaviest_chain(matches: Sequence[Match]) -> list[Match]:
    """Return the heaviest matches of which none crosses or touches another.

    >>> heaviest_chain([(0, 1, 5.0), (1, 0, 4.0), (2, 2, 1.0)])
    [(0, 1, 5.0), (2, 2, 1.0)]
    """
    # Equal i in falling j: a match never continues another of the same i.
    ordered = sorted(matches, key=lambda match: (match[0], -match[1], match[2]))
    ranks = {j: rank for rank, j in enumerate(sorted({j for _, j, _ in ordered}), start=1)}
    best = _PrefixMaximum(len(ranks))
    before: list[int] = []
    for place, (_, j, weight) in enumerate(ordered):
        total, last = best.below(ranks[j])
        before.append(last)
        best.raise_to(ranks[j], (total + weight, place))
    return _followed_back(ordered, before, best.below(len(ranks) + 1)[1])


def _followed_back(ordered: list[Match], before: list[int], last: int) -> list[Match]:
    chain = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


class _PrefixMaximum:
    """A Fenwick tree of (weight, place): the best entry among all smaller ranks."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, rank: int) -> tuple[float, int]:
        """Return the best entry of the ranks 1 to rank - 1; (0, -1) if there is none."""
        best = (0.0, -1)
        rank -= 1
        while rank > 0:
            if self._tree[rank][0] > best[0]:
                best = self._tree[rank]
            rank -= rank & -rank
        return best

    def raise_to(self, rank: int, entry: tuple[float, int]) -> None:
        """Put in an entry; at equal weight the earlier one stays."""
        while rank < len(self._tree):
            if entry[0] > self._tree[rank][0]:
                self._tree[rank] = entry
            rank += rank & -rank
