"""Tables in parts of bounded length, so that no page grows with the archive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

ROWS = 100
"""Policies on one page: a table of this length still opens at once on a telephone."""

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands among the parts of one table."""

    path: str
    """Place of the page below docs/."""
    root: str
    """Way from the page to the root of the site."""
    number: int
    total: int
    previous: str | None
    """Address of the part before, below the root; None if this is the first."""
    following: str | None


def parts(rows: Sequence[_Row], first: str, others: str) -> Iterator[tuple[Pager, Sequence[_Row]]]:
    """Cut rows into parts; the first is there even when there are no rows.

    Args:
        rows: All rows of the table.
        first: Address of the first part, without the slash at its end.
        others: Address of the others, to which their number is added.

    """
    total = max(1, -(-len(rows) // ROWS))

    def address(number: int) -> str | None:
        if not 1 <= number <= total:
            return None
        return f"{first}/" if number == 1 else f"{others}-{number}/"

    for number in range(1, total + 1):
        own = address(number) or ""
        pager = Pager(
            path=f"{own.removesuffix('/')}/index.md",
            root="../" * own.count("/"),
            number=number,
            total=total,
            previous=address(number - 1),
            following=address(number + 1),
        )
        yield pager, rows[(number - 1) * ROWS : number * ROWS]
