"""The captures of a policy in time: where one text followed another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from synoptic.model.archive import Capture, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Two captures of a policy in a row that read otherwise."""

    old: Version
    new: Version
    last: Capture
    """The last capture of the one text."""
    first: Capture
    """The next capture, of the other text."""


def turns(versions: Sequence[Version]) -> Iterator[Turn]:
    """Yield the turns of every policy in time.

    Undated captures stand in no order; nor do two of which either may be the older, such
    as one of 2013 and one of 2013-05.

    Args:
        versions: By policy.

    """
    for _, group in groupby(versions, lambda version: version.policy):
        for (last, old), (first, new) in pairwise(in_time(list(group))):
            if old is not new and in_order(last, first):
                yield Turn(old=old, new=new, last=last, first=first)


def in_order(first: Capture, second: Capture) -> bool:
    """Return whether of two captures, sorted by time, the first is known to be the older."""
    before, after = first.provenance.captured_at, second.provenance.captured_at
    return before is not None and after is not None and not before.agrees_with(after)


def in_time(versions: Sequence[Version]) -> list[tuple[Capture, Version]]:
    """Return the dated captures of one policy, oldest first, each with its text."""
    seen = [
        (capture, version)
        for version in versions
        for capture in version.captures
        if capture.provenance.captured_at
    ]
    return sorted(seen, key=lambda pair: (pair[0].provenance.stamp or "", pair[0].record))
