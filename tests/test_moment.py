"""A time as exact as it is known."""

import pytest

from synoptic.model import Moment


@pytest.mark.parametrize(
    ("given", "stamp"),
    [
        ("2013", "2013"),
        ("2013-05", "2013-05"),
        ("2013-05-12", "2013-05-12"),
        ("2013-05-12T08:00Z", "2013-05-12T08:00Z"),
        ("2013-05-12 08:00:00", "2013-05-12T08:00:00Z"),
        ("2013-05-12T00:30:00+02:00", "2013-05-11T22:30:00Z"),
        ("2013-05-12T08:00:00.25Z", "2013-05-12T08:00:00Z"),
    ],
)
def test_nothing_is_added_to_what_was_given(given: str, stamp: str) -> None:
    assert Moment.parse(given).stamp == stamp


@pytest.mark.parametrize("given", ["", "13", "2013-5", "2013-02-30", "2013-05-12T08", "20130512"])
def test_what_is_no_time(given: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        Moment.parse(given)


@pytest.mark.parametrize("given", ["1989", "0001-01-01T00:00:00+10:00", "9999-12-31"])
def test_a_time_before_and_after_the_web(given: str) -> None:
    with pytest.raises(ValueError, match="nothing was archived"):
        Moment.parse(given)


def test_times_sort_by_the_first_second_they_can_be() -> None:
    stamps = ["2012-12-31", "2013", "2013-01", "2013-01-01", "2013-01-01T00:00Z", "2013-05", "2014"]
    moments = sorted(map(Moment.parse, reversed(stamps)))

    assert [moment.stamp for moment in moments] == stamps
    assert [moment.earliest for moment in moments] == sorted(m.earliest for m in moments)


def test_parts_of_a_time() -> None:
    moment = Moment.parse("2012-06-21T21:42:09Z")

    assert (moment.day, moment.clock, moment.year) == ("2012-06-21", "214209", 2012)
    assert Moment.parse("2013").earliest.isoformat() == "2013-01-01T00:00:00+00:00"
    assert (Moment.parse("2013").day, Moment.parse("2013").clock) == ("2013", "")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2008", "2008-06-23T12:41:39Z", True),
        ("2008-06-23T12:41:39Z", "2008-06", True),
        ("2008-06", "2008-07", False),
        ("2008", "2009", False),
    ],
)
def test_times_that_can_be_the_same(one: str, other: str, agree: bool) -> None:
    assert Moment.parse(one).agrees_with(Moment.parse(other)) is agree


@pytest.mark.parametrize(
    ("given", "until"),
    [
        ("2013", "2014-01-01"),
        ("2013-12", "2014-01-01"),
        ("2012-02", "2012-03-01"),
        ("2013-05-12", "2013-05-12"),
        ("2013-05-12T08:00:00Z", "2013-05-12"),
    ],
)
def test_a_year_or_a_month_lasts(given: str, until: str) -> None:
    assert f"{Moment.parse(given).until:%Y-%m-%d}" == until
