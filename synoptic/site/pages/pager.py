"""Tables in parts of bounded length, so that no page grows with the archive.

In: the number of a part and how many rows there are in all. Out: the way to its neighbours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from synoptic.site.addresses import Address

Row = TypeVar("Row")

ROWS = 100
"""Policies on one page: a table of this length still opens at once on a telephone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands among the parts of one table."""

    number: int
    """From 1."""
    total: int
    previous: Address | None
    """The part before; None if this is the first."""
    following: Address | None
    """The part after; None if this is the last."""


def parts_of(rows: int) -> int:
    """Return into how many parts a table of so many rows is cut; one even without any."""
    return max(1, -(-rows // ROWS))


def part_of(rows: Sequence[Row], number: int) -> Sequence[Row]:
    """Return the rows of one part of a table by its number, from 1."""
    return rows[ROWS * (number - 1) : ROWS * number]


def pager(number: int, rows: int, part: Callable[[int], Address]) -> Pager:
    """Return where a part of a table stands among the others.

    Args:
        number: Of the part, from 1.
        rows: How many rows the whole table has.
        part: Gives the address of a part by its number.

    """
    total = parts_of(rows)
    return Pager(
        number=number,
        total=total,
        previous=part(number - 1) if number > 1 else None,
        following=part(number + 1) if number < total else None,
    )
