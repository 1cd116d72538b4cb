"""The captures of a policy in time: figures, turns, pairs, picture, feed."""

from makers import entry, labelled, paragraph

from synoptic.build.pairs import pairings
from synoptic.corpus.catalogue import catalogue
from synoptic.corpus.placed import placed
from synoptic.model import Moment, Provenance, Version, turns
from synoptic.site.figures import figures_of
from synoptic.site.pages.timeline import timeline
from synoptic.site.pages.turns import turn_views


def versions_of(*texts: tuple[str, str], policy: str = "acme") -> list[Version]:
    """Versions of one policy that was captured with these texts at these times."""
    found = [
        placed(
            labelled(f"{number}.txt", paragraph(f"The words of {text}.")),
            entry(f"{number}.txt", document=policy),
            Provenance(
                captured_at=Moment.parse(time) if time else None,
                original_url=f"http://{policy}.example/",
            ),
            container=f"{number}.txt",
        )
        for number, (time, text) in enumerate(texts)
    ]
    versions, faults = catalogue(found)
    assert faults == []
    return versions


BACK_AND_FORTH = (
    ("2008-01-01", "one"),
    ("2009-01-01", "two"),
    ("2010-01-01", "one"),
    ("2011-01-01", "two"),
)


def test_a_policy_a_version_and_a_capture_are_counted_as_what_they_are() -> None:
    versions = versions_of(*BACK_AND_FORTH, ("", "one")) + versions_of(("", "one"), policy="apex")
    figures = figures_of(versions)

    assert (figures.policies, figures.versions, figures.captures) == (2, 3, 6)
    assert (figures.undated, figures.organisations) == (2, 0)
    assert str(figures) == "2 policies, 3 versions, 6 captures"


def test_the_words_of_a_text_count_once() -> None:
    assert figures_of(versions_of(*BACK_AND_FORTH)).words == 6


def test_every_turn_of_a_policy_is_told_with_the_captures_around_it() -> None:
    found = list(turns(versions_of(*BACK_AND_FORTH)))

    assert [(turn.last.name[:4], turn.first.name[:4]) for turn in found] == [
        ("2008", "2009"),
        ("2009", "2010"),
        ("2010", "2011"),
    ]


def test_texts_that_change_places_are_compared_once_with_all_dates() -> None:
    versions = versions_of(*BACK_AND_FORTH)
    (pair,) = pairings(versions)
    seen = turn_views(*pair, turns(versions))

    assert [one.version for one in pair] == ["2008-01-01", "2009-01-01"]
    assert [one.back for one in seen] == [False, True, False]


def test_neighbours_in_time_are_compared_and_the_first_with_the_last() -> None:
    versions = versions_of(("2008", "one"), ("2009", "two"), ("2010", "one"), ("2011", "three"),
                           ("2012", "four"), ("", "five"))  # fmt: skip

    assert [(old.version[:4], new.version[:4]) for old, new in pairings(versions)] == [
        ("2008", "2009"),
        ("2008", "2011"),
        ("2011", "2012"),
        ("2008", "2012"),
    ]


def test_a_text_that_comes_back_is_on_its_old_line_again() -> None:
    picture = timeline(versions_of(*BACK_AND_FORTH, ("", "one")))

    assert picture is not None
    one, two, again, last = picture.stays
    assert (one.y, two.y) == (again.y, last.y)
    assert one.y != two.y
    assert one.x < two.x < again.x < last.x


def test_a_policy_without_dates_has_no_picture() -> None:
    assert timeline(versions_of(("", "one"))) is None


def test_captures_of_which_either_may_be_older_are_no_turn() -> None:
    within = versions_of(("2013", "one"), ("2013-05", "two"))
    apart = versions_of(("2013", "one"), ("2014-05", "two"))

    assert list(turns(within)) == []
    assert [(one.last.name, one.first.name) for one in turns(apart)] == [("2013", "2014-05")]
    assert pairings(within) == []
    assert len(pairings(apart)) == 1


def test_a_capture_without_a_day_is_drawn_as_long_as_it_can_be() -> None:
    picture = timeline(versions_of(("2013", "one"), ("2014-06-01", "two"), ("2014-11", "one")))

    assert picture is not None
    one, two, again = picture.stays
    year = 500
    assert (one.captures, one.width, one.end) == (((40, year),), 0, 40 + year)
    assert [width for _, width in two.captures] == [0]
    ((left, width),) = again.captures
    assert abs(width - year / 12) < 2
    assert (again.start, again.end, again.width) == (left, left + width, 0)


def test_the_line_of_a_text_goes_as_far_as_its_times_are_known() -> None:
    picture = timeline(versions_of(("2013-06-01", "one"), ("2014", "one")))

    assert picture is not None
    (stay,) = picture.stays
    assert (stay.x + stay.width, stay.end) == (540, 1040)
