"""The picture of a document in time: one line for each text, from when it was seen to when.

Places are computed here, drawn in the template, said in words beside the picture. A
text that comes back is on its old line again. Between the lines there is a gap, as
in what we know.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from synoptic.model import Moment, Version

WIDTH = 1000
"""Units of the drawing between the first and the last year."""

LANE = 28
MARGIN = 40
LABEL = 110
"""Units that the day of a capture takes beside its mark."""

MOST_YEARS = 12
"""Years that are written below the picture; of more, every second, fifth and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A text over the time in which it was seen."""

    x: int
    width: int
    y: int
    label: str
    """Empty where the next text on the same line leaves no room for one."""
    sightings: tuple[int, ...]
    """Where its captures lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that the template draws."""

    width: int
    height: int
    stays: tuple[Stay, ...]
    years: tuple[tuple[int, int], ...]
    """Year and place."""


def timeline(versions: Sequence[Version]) -> Timeline | None:
    """Lay out the dated versions of a document; None if there are none."""
    dated = [one for one in versions if one.provenance.captured_at and one.sightings]
    if not dated:
        return None
    moments = [
        moment for one in dated for s in one.sightings if (moment := s.provenance.captured_at)
    ]
    first, last = min(moments).year, max(moments).year + 1
    lanes = _lanes(dated)
    stays = _with_room([_stay(one, lanes[one.version], first, last) for one in dated])
    step = next(n for n in (1, 2, 5, 10, 20, 50) if (last - first) / n <= MOST_YEARS)
    years = tuple(
        (year, MARGIN + round(WIDTH * (year - first) / (last - first)))
        for year in range(first, last + 1, step)
    )
    height = LANE * (max(lanes.values()) + 2)
    return Timeline(width=WIDTH + 2 * MARGIN, height=height, stays=stays, years=years)


def _lanes(versions: Sequence[Version]) -> dict[str, int]:
    """Give each text a line of its own, and one that comes back its old one."""
    lanes: dict[str, int] = {}
    for one in versions:
        lanes[one.version] = lanes[one.returns_to] if one.returns_to else len(set(lanes.values()))
    return lanes


def _stay(version: Version, lane: int, first: int, last: int) -> Stay:
    places = tuple(
        _place(moment, first, last)
        for one in version.sightings
        if (moment := one.provenance.captured_at)
    )
    return Stay(
        x=places[0],
        width=places[-1] - places[0],
        y=LANE * lane + LANE // 2,
        label=version.version,
        sightings=places,
    )


def _with_room(stays: Sequence[Stay]) -> tuple[Stay, ...]:
    """Leave out the labels that would run into the next text on their line."""
    following: dict[int, int] = {}
    kept = []
    for stay in reversed(stays):
        crowded = following.get(stay.y, 2 * WIDTH) - (stay.x + stay.width) < LABEL
        kept.append(replace(stay, label="") if crowded else stay)
        following[stay.y] = stay.x
    return tuple(reversed(kept))


def _place(moment: Moment, first: int, last: int) -> int:
    start, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 1, 1, tzinfo=UTC)
    return MARGIN + round(WIDTH * (moment.earliest - start) / (end - start))
