"""Tables in parts of bounded length, so that no page grows with the archive."""

from dataclasses import dataclass

ROWS = 100
"""Policies on one page: a table of this length still opens at once on a telephone."""


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


def parts_of(rows: int) -> int:
    """Return into how many parts a table of so many rows is cut; one even without any."""
    return max(1, -(-rows // ROWS))


def pager(number: int, rows: int, first: str, others: str) -> Pager:
    """Return where a part of a table stands among the others.

    Args:
        number: Of the part, from 1.
        rows: How many rows the whole table has.
        first: Address of the first part, without the slash at its end.
        others: Address of the others, to which their number is added.

    """
    total = parts_of(rows)

    def address(number: int) -> str | None:
        if not 1 <= number <= total:
            return None
        return f"{first}/" if number == 1 else f"{others}-{number}/"

    own = address(number) or ""
    return Pager(
        path=f"{own.removesuffix('/')}/index.md",
        root="../" * own.count("/"),
        number=number,
        total=total,
        previous=address(number - 1),
        following=address(number + 1),
    )
