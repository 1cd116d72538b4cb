"""Two versions of a policy that are set against each other, and when one followed the other.

In: two versions and the turns of their policy. Out: each turn between the two, for the pages
of the policy and of the change.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.model import Collation, LabelledVersion, Turn, Version

Compared = tuple[LabelledVersion, LabelledVersion, Collation]
"""Older and newer version, with what became of the one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """Two captures in a row between which one text gave way to the other."""

    back: bool
    """Whether the text that was seen first came back."""
    last: str | None
    """Time of the last capture before."""
    first: str | None
    """Time of the first capture after."""


def turn_views(old: Version, new: Version, history: Iterable[Turn]) -> tuple[TurnView, ...]:
    """Return each time that one of two versions followed the other, oldest first."""
    return tuple(
        TurnView(
            back=turn.new.id == old.id,
            last=turn.last.provenance.stamp,
            first=turn.first.provenance.stamp,
        )
        for turn in history
        if {turn.old.id, turn.new.id} == {old.id, new.id}
    )
