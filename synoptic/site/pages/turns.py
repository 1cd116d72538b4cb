"""When one of two texts followed the other, for the pages of the policy and of the change."""

from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.model import Turn, Version


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
