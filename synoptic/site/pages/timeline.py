"""The picture of a policy in time: one line for each text, from when it was seen to when.

In: the dated captures of a policy. Out: numbers that the template draws; the page says the
same in words beside the picture. Promise: a text that comes back is on its old line again,
and nothing is drawn where nothing was captured: between the lines there is a gap, as in
what we know.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby

from synoptic.model import Moment, Provenance, Version, in_time

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
    """Of the time between its first and last capture, as far as it is known."""
    start: int
    end: int
    """Between which all of it lies."""
    y: int
    caption: str
    """Empty where the next text on the same line leaves no room for one."""
    captures: tuple[tuple[int, int], ...]
    """Where each capture is drawn, and how wide where only the month or year is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that the template draws."""

    width: int
    height: int
    stays: tuple[Stay, ...]
    years: tuple[tuple[int, int], ...]
    """Each year that is written, and where it begins."""


def timeline(versions: Sequence[Version]) -> Timeline | None:
    """Lay out the dated captures of a policy; None if there are none."""
    seen = in_time(versions)
    moments = [moment for capture, _ in seen if (moment := capture.provenance.captured_at)]
    if not moments:
        return None
    first, last = moments[0].year, moments[-1].year + 1
    lanes = {version.version: lane for lane, version in enumerate(_dated(versions))}
    stays = _with_room(
        [
            _stay(name, [capture.provenance for capture, _ in run], lanes[name], (first, last))
            for name, run in groupby(seen, lambda pair: pair[1].version)
        ]
    )
    step = next(n for n in (1, 2, 5, 10, 20, 50) if (last - first) / n <= MOST_YEARS)
    years = tuple(
        (year, MARGIN + round(WIDTH * (year - first) / (last - first)))
        for year in range(first, last + 1, step)
    )
    height = LANE * (len(lanes) + 1)
    return Timeline(width=WIDTH + 2 * MARGIN, height=height, stays=stays, years=years)


def _dated(versions: Sequence[Version]) -> list[Version]:
    return [version for version in versions if version.provenance.captured_at]


def _stay(name: str, seen: Sequence[Provenance], lane: int, years: tuple[int, int]) -> Stay:
    drawn = tuple(_drawn(moment, *years) for capture in seen if (moment := capture.captured_at))
    x = sum(drawn[0])
    return Stay(
        x=x,
        width=max(0, drawn[-1][0] - x),
        start=drawn[0][0],
        end=sum(drawn[-1]),
        y=LANE * lane + LANE // 2,
        caption=name,
        captures=drawn,
    )


def _with_room(stays: Sequence[Stay]) -> tuple[Stay, ...]:
    """Leave out the labels that would run into the next text on their line."""
    following: dict[int, int] = {}
    kept = []
    for stay in reversed(stays):
        crowded = following.get(stay.y, 2 * WIDTH) - stay.end < LABEL
        kept.append(replace(stay, caption="") if crowded else stay)
        following[stay.y] = stay.start
    return tuple(reversed(kept))


def _drawn(moment: Moment, first: int, last: int) -> tuple[int, int]:
    """Return where a capture is drawn and how wide: a known day has no width."""
    start, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 1, 1, tzinfo=UTC)
    left, right = (
        MARGIN + round(WIDTH * (edge - start) / (end - start))
        for edge in (moment.earliest, moment.until)
    )
    return left, right - left
