"""In which order two texts are read as one.

In: the pairs of a collation. Out: rows in the order of the newer text; what left a
place, because it was removed or moved, follows what it followed in the older text.
Promise: the rows that stay or arrive are the newer text in its order, those that stay
or leave the older text in its order.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from synoptic.model import Pair


class Role(StrEnum):
    """What a row shows of its pair."""

    STAYS = "stays"
    """Both sides, in their place."""
    ARRIVES = "arrives"
    """The newer side of what was added, or moved here."""
    LEAVES = "leaves"
    """The older side of what was removed, or moved away."""


class Row(NamedTuple):
    """A pair at one of the places where it stands."""

    pair: Pair
    role: Role


def rows_of(pairs: Iterable[Pair]) -> list[Row]:
    """Return the rows of a collation: two for a pair that moved, one for any other."""
    pairs = list(pairs)
    staying = [pair for pair in pairs if pair.old and pair.new and not pair.moved]
    # Only what kept its place tells where its old neighbours stood.
    anchors = {unit.index: pair.new[-1].index for pair in staying for unit in pair.old}
    leaving = {p.old[0].index: p for p in pairs if p.old and (p.moved or not p.new)}
    keyed = [((pair.new[0].index, 0, 0), Row(pair, _role(pair))) for pair in pairs if pair.new]
    last = -1
    for place in sorted(anchors.keys() | leaving.keys()):
        last = anchors.get(place, last)
        if place in leaving:
            keyed.append(((last, 1, place), Row(leaving[place], Role.LEAVES)))
    return [row for _, row in sorted(keyed, key=lambda entry: entry[0])]


def _role(pair: Pair) -> Role:
    return Role.STAYS if pair.old and not pair.moved else Role.ARRIVES


def in_reading_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Return each pair once, those that moved at their newer place."""
    rows = rows_of(pairs)
    return [row.pair for row in rows if row.role is not Role.LEAVES or not row.pair.new]
