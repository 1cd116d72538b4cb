"""The captures of a policy in time: figures, turns, pairs, picture, feed."""

from makers import entry, labelled, paragraph, provenance

from synoptic.build.pairs import pairings
from synoptic.corpus.catalogue import Placed, catalogue
from synoptic.model import Version, turns
from synoptic.site.figures import figures_of
from synoptic.site.pages.timeline import timeline
from synoptic.site.pages.turns import turn_views


def versions_of(*texts: tuple[str, str], policy: str = "acme") -> list[Version]:
    """Versions of one policy that was captured with these texts in these years."""
    placed = [
        Placed(
            labelled(f"{number}.txt", paragraph(f"The words of {text}.")),
            entry(f"{number}.txt", document=policy),
            provenance(f"{year}0101000000" if year else "", f"http://{policy}.example/"),
        )
        for number, (year, text) in enumerate(texts)
    ]
    versions, faults = catalogue(placed)
    assert faults == []
    return versions


BACK_AND_FORTH = (("2008", "one"), ("2009", "two"), ("2010", "one"), ("2011", "two"))


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
