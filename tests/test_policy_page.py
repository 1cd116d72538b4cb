"""The page of a policy in time: its versions, what changed, its topics, and the drawing."""

import pytest
from makers import heading, paragraph
from page_makers import all_pages, compared, links, said, soup, table, version
from page_makers import heading as title_of

from synoptic.model import StatedDate
from synoptic.site.pages.timeline import Timeline, timeline

TEXT = (
    heading("Privacy"),
    paragraph("We collect your name."),
    paragraph("We keep it for ten years in a locked room."),
    paragraph("Nobody else gets it."),
)
PAGE = "policies/acme/index.md"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Three texts in time, the last in a language that nobody reads, and an undated one."""
    old = version(
        "acme", "2010-01-05T08:00", "2010-06", "2011-02-01", blocks=TEXT, language="en",
        on={"sharing": [2], "collection": [0, 1]}, title="Old title", sector="tools",
    )  # fmt: skip
    middle = version("acme", "2012", blocks=TEXT[:3], language="en", on={"collection": [0]})
    new = version(
        "acme", "2013-05-12", blocks=TEXT[:2], language="ja", legible=False, organisation="Acme"
    )
    undated = version("acme", blocks=TEXT[1:], language="en")
    pairs = [compared(old, middle), compared(middle, new), compared(old, new)]
    return all_pages([old, middle, new, undated], pairs)


@pytest.fixture(scope="module")
def page(pages: dict[str, str]) -> str:
    return pages[PAGE]


def test_versions_and_captures_are_counted_once(page: str) -> None:
    notice = said(soup(page).select_one(".notice"))
    assert notice.startswith("4 versions in 6 captures of http://acme.example/privacy.")


def test_each_version_stands_with_its_captures_words_and_topics(page: str) -> None:
    assert table(page, "Versions of this policy")[1:] == [
        ["2010-01-05", "2010-01-05 08:00 UTC, 2010-06, 2011-02-01", "Old title", "none found",
         "19", "–", "2 of 15"],
        ["2012", "2012", "none", "none found", "15", "–", "1 of 15"],
        ["2013-05-12", "2013-05-12", "none", "none found", "5", "–", "not read"],
        ["undated", "unknown", "none", "none found", "18", "–", "0 of 15"],
    ]  # fmt: skip


def test_neighbours_are_set_against_each_other_then_the_first_against_the_last(page: str) -> None:
    assert table(page, "What changed between versions") == [
        ["Versions", "When", "Words that stayed", "New clauses", "Gone", "Reworded"],
        ["2010-01-05 to 2012", "between 2011-02-01 and 2012", "78 %", "0", "1", "0"],
        ["2012 to 2013-05-12", "between 2012 and 2013-05-12", "33 %", "0", "1", "0"],
        ["2010-01-05 to 2013-05-12", "first and last", "26 %", "0", "2", "0"],
    ]
    assert links(page, "th")[4:7] == [
        ("2010-01-05 to 2012", "../../changes/acme/2010-01-05--2012/"),
        ("2012 to 2013-05-12", "../../changes/acme/2012--2013-05-12/"),
        ("2010-01-05 to 2013-05-12", "../../changes/acme/2010-01-05--2013-05-12/"),
    ]


def test_new_and_reworded_clauses_are_told_apart() -> None:
    words = "We share your address with the {}post office so that parcels arrive at your door."
    old = version("acme", "2010", blocks=(paragraph(words.format("")),))
    blocks = (paragraph(words.format("insurers and the ")), *TEXT[1:3])
    new = version("acme", "2011", blocks=blocks)
    (row,) = table(all_pages([old, new], [compared(old, new)])[PAGE], "What changed")[1:]

    assert row[2:] == ["100 %", "2", "0", "1"]


def test_each_topic_has_its_clauses_in_each_version(page: str) -> None:
    head, *rows = table(page, "How many clauses")
    silent = ["– nothing found", "– nothing found", "[ja] not read: Japanese", "– nothing found"]

    assert head == ["Topic", "2010-01-05", "2012", "2013-05-12", "undated"]
    assert len(rows) == 15
    assert {row[0]: row[1:] for row in rows if row[1:] != silent} == {
        "Collection": ["2 clauses", "1 clause", *silent[2:]],
        "Sharing": ["1 clause", *silent[1:]],
    }
    assert ("2 clauses", "../../policies/acme/2010-01-05/#topic-collection") in links(page, "td")


def test_an_undated_version_hides_nothing_that_others_say(pages: dict[str, str]) -> None:
    assert title_of(pages[PAGE]) == "Acme"
    (row,) = table(pages["policies/index.md"], "All policies")[1:]
    assert row == [
        "Acme", "2010-01-05, 2012, 2013-05-12, undated", "6", "http://acme.example/privacy",
        "tools",
    ]  # fmt: skip


def test_a_policy_without_known_times_has_no_drawing_and_nothing_to_compare() -> None:
    page = all_pages([version("acme")])[PAGE]

    assert "There are no two texts with known times to compare." in page
    assert soup(page).select(".timeline") == []
    assert "1 version in 1 capture of an unknown address." in said(soup(page).select_one(".notice"))


def test_a_flag_leads_to_what_changed_under_the_same_date() -> None:
    line = paragraph("Last updated: May 1, 2009")
    kept = "We keep the records of your orders for {} years after your last order."
    old, new = (
        version("acme", day, blocks=(paragraph(kept.format(years)), line))
        for day, years in (("2010", "two"), ("2011", "ten"))
    )
    clause = old.labelled.document.clauses[-1].id
    stated = StatedDate(kind="amended", date="2009-05-01", quote="May 1, 2009", clause=clause)
    for text in (old, new):
        object.__setattr__(text.labelled.document, "dates", (stated,))
    page = all_pages([old, new], [compared(old, new)])[PAGE]
    (flag,) = soup(page).select(".flag")

    assert said(flag).startswith("⚑ Same stated date (2009-05-01); 1 word out, 1 in.")
    assert flag.a["href"] == "../../changes/acme/2010--2011/"


def drawn(*texts: tuple[str, ...]) -> Timeline:
    """The drawing of a policy of which each text was seen at these times."""
    blocks = [(paragraph(f"We keep {number} names."),) for number in range(len(texts))]
    versions = [
        version("acme", *times, blocks=words) for times, words in zip(texts, blocks, strict=True)
    ]
    picture = timeline(versions)
    assert picture
    return picture


def test_a_capture_is_drawn_where_its_day_lies_between_the_first_and_the_last_year() -> None:
    picture = drawn(("2010-01-01", "2011-07-02"), ("2011-01-01",))
    first, second, again = picture.stays

    assert picture.years == ((2010, 40), (2011, 540), (2012, 1040))
    assert (first.captures, second.captures) == (((40, 0),), ((540, 0),))
    # The first of January is 181 days before the second of July, which has 183 after it.
    assert again.captures == ((40 + round(1000 * (365 + 182) / 730), 0),)
    assert (picture.width, picture.height) == (1080, 84)


def test_texts_stand_below_each_other_in_the_order_of_their_first_captures() -> None:
    picture = drawn(("2010",), ("2011",), ("2012",))

    assert [stay.y for stay in picture.stays] == [14, 42, 70]
    assert picture.height == 112
    assert [stay.caption for stay in picture.stays] == ["2010", "2011", "2012"]


@pytest.mark.parametrize(
    ("last", "step"),
    [(2021, 1), (2022, 2), (2033, 2), (2034, 5), (2069, 5), (2070, 10), (2130, 20), (2250, 50)],
)
def test_of_many_years_every_second_or_fifth_is_written(last: int, step: int) -> None:
    years = [year for year, _ in drawn(("2010-01-01", str(last))).years]

    assert years == list(range(2010, last + 2, step))


@pytest.mark.parametrize(("years", "label"), [(9, "2010"), (10, "")])
def test_a_label_stands_where_the_next_text_on_its_line_leaves_room(years: int, label: str) -> None:
    """A text that comes back has its label at the end of its last stay at least."""
    # From the end of 2010 to the beginning of 2012 there is a year: 111 of 1000 units, or 100.
    seen = drawn(("2010", "2012", str(2009 + years)), ("2011",))

    assert [stay.caption for stay in seen.stays] == [label, "2011", "2010"]


def test_the_drawing_says_the_same_as_its_layout() -> None:
    old = version("acme", "2010-01-01", "2010-07", blocks=TEXT)
    new = version("acme", "2011-12-31", blocks=TEXT[:2])
    svg = soup(all_pages([old, new])[PAGE]).svg
    dots = [(dot["cx"], dot["cy"]) for dot in svg.select("circle.seen")]
    spans = [(line["x1"], line["x2"], line["y1"]) for line in svg.select("line.within")]
    labels = [(said(text), text["text-anchor"]) for text in svg.select("text.label")]

    assert dots == [("40", "14"), (str(40 + round(1000 * 729 / 730)), "42")]
    assert spans == [(str(40 + round(1000 * 181 / 730)), str(40 + round(1000 * 212 / 730)), "14")]
    assert labels == [("2010-01-01", "start"), ("2011-12-31", "end")]
    assert [said(year) for year in svg.select("text.year")] == ["2010", "2011", "2012"]
