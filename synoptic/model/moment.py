"""A time as exact as it is known: nothing is added to what was given."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

YEARS = range(1990, 3000)
"""In which a page of the web can have been captured."""

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_START = "0001-01-01T00:00:00"


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A year, month, day, minute or second in UTC.

    Moments sort by the first second that they can be, the less exact before the more
    exact: ``2013``, ``2013-01``, ``2013-05-12``.
    """

    text: str
    """ISO 8601 in UTC without the ``Z``: ``2013``, ``2013-05-12``, ``2013-05-12T08:00:00``."""

    @classmethod
    def parse(cls, given: str) -> Self:
        """Read a time; parts of a second are left out.

        Args:
            given: ISO 8601, such as ``2013``, ``2013-05`` or ``2013-05-12T10:00:00+02:00``. A
                time of day without a zone is UTC.

        Raises:
            ValueError: Not a time, or one at which nothing can have been captured.

        >>> Moment.parse("2013-05").stamp, Moment.parse("2013-05-12T10:00:00+02:00").stamp
        ('2013-05', '2013-05-12T08:00:00Z')
        """
        timed = _TIME.fullmatch(given)
        if timed is None and not _DAY.fullmatch(given):
            raise ValueError(f"{given!r} is not a time")
        try:
            moment = datetime.fromisoformat(given if timed else given + _START[len(given) :])
        except ValueError:
            raise ValueError(f"{given!r} is not a time") from None
        if moment.year not in YEARS:  # years at the ends of the calendar have no next or last day
            raise ValueError(f"nothing was archived from the web in {moment.year}")
        if timed is None:
            return cls(given)
        utc = moment.astimezone(UTC) if moment.tzinfo else moment
        return cls(f"{utc:%Y-%m-%dT%H:%M:%S}" if timed[3] else f"{utc:%Y-%m-%dT%H:%M}")

    def __str__(self) -> str:
        return self.stamp

    @property
    def stamp(self) -> str:
        """The time as it is published, ``2013`` or ``2013-05-12T08:00:00Z``."""
        return f"{self.text}Z" if self.clock else self.text

    @property
    def day(self) -> str:
        """The day, or the month or year if no more is known."""
        return self.text[:10]

    @property
    def clock(self) -> str:
        """The digits of the time of day, such as ``214209``; empty if it is not known."""
        return self.text[11:].replace(":", "")

    @property
    def year(self) -> int:
        """The year."""
        return int(self.text[:4])

    @property
    def earliest(self) -> datetime:
        """The first second that it can be, for what needs a whole time; not to be shown."""
        return datetime.fromisoformat(self.text + _START[len(self.text) :]).replace(tzinfo=UTC)

    @property
    def until(self) -> datetime:
        """When the year or month is over if no more is known, else the same as `earliest`."""
        start = self.earliest
        if len(self.text) == len("2013"):
            return start.replace(year=start.year + 1)
        if len(self.text) == len("2013-05"):
            return (start + timedelta(days=31)).replace(day=1)
        return start

    def agrees_with(self, other: "Moment") -> bool:
        """Return whether both can be the same time, one of them perhaps known less exactly."""
        return self.text.startswith(other.text) or other.text.startswith(self.text)
