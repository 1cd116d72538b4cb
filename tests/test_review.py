"""A reader's word above the rules'."""

from collections.abc import Sequence

import pytest
from makers import document, entry, heading, item, paragraph, reader

from synoptic.errors import QuoteError
from synoptic.label.review import find_quote, reviewed, with_stated_dates
from synoptic.model import Review, ReviewedTopic, StatedDate, Tag

TOPICS = ("collection", "sharing", "security")
TEXT = document(
    paragraph("We collect your name\nand your address. We lock the drawer."),
    item("We tell nobody.", "1."),
    paragraph("Revised in spring 2005."),
)
FIRST, SECOND, THIRD = (clause.id for clause in TEXT.clauses)
BY_RULE = (
    Tag(topic="collection", clause=FIRST, quote="We collect your name"),
    Tag(topic="sharing", clause=SECOND, quote="We tell nobody."),
)


def line(verdict: str, topic: str, quote: str) -> ReviewedTopic:
    review = Review(verdict=verdict, by=reader("Ann Example"), on="2024-05-01")
    return ReviewedTopic(topic=topic, quote=quote, review=review, line=7)


def line_around(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Return the line of the text that the first place stands in."""
    start, _ = places[0]
    return text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]


def apply(*lines: ReviewedTopic) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    return reviewed(TEXT, BY_RULE, entry(reviews=lines), TOPICS, line_around, "corpus.yml")


def test_no_review_changes_nothing() -> None:
    assert apply() == (BY_RULE, ())


def test_a_quote_is_found_whatever_its_white_space_and_given_as_it_stands() -> None:
    clause, words = find_quote(TEXT, "  your name and\tyour   address", "corpus.yml:1")

    assert (clause, words) == (FIRST, "your name\nand your address")


def test_confirmed_tags_keep_the_quote_of_the_rules() -> None:
    (first, _), _ = apply(line("confirm", "collection", "your address"))

    assert (first.quote, first.method) == ("We collect your name", "reader")


def test_added_tags_stand_in_the_order_of_the_text_and_the_taxonomy() -> None:
    held, _ = apply(
        line("add", "security", "We lock the drawer."), line("add", "sharing", "your name")
    )

    assert [(tag.clause, tag.topic) for tag in held] == [
        (FIRST, "collection"),
        (FIRST, "sharing"),
        (FIRST, "security"),
        (SECOND, "sharing"),
    ]
    assert held[1].quote == "We collect your name"
    assert held[2].quote == "and your address. We lock the drawer."


def test_removed_tags_are_shown_apart() -> None:
    held, overruled = apply(line("remove", "sharing", "We tell nobody."))

    assert held == BY_RULE[:1]
    assert [(tag.topic, tag.review and tag.review.by.name) for tag in overruled] == [
        ("sharing", "Ann Example")
    ]


@pytest.mark.parametrize(
    ("wrong", "words", "hint"),
    [
        (line("add", "sharing", "We tell no one."), "no clause holds", "We tell nobody."),
        (line("add", "sharing", "Zebra crossings"), "no clause holds", "nothing in the document"),
        (line("add", "gossip", "We tell nobody."), "no topic 'gossip'", "collection, sharing"),
        (line("remove", "security", "We tell nobody."), "no topic 'security' to remove", "take"),
    ],
)
def test_a_review_that_fits_nothing_is_named_with_its_line(
    wrong: ReviewedTopic, words: str, hint: str
) -> None:
    with pytest.raises(QuoteError, match=words) as caught:
        apply(wrong)
    assert caught.value.where == "corpus.yml:7"
    assert hint in caught.value.hint


def test_stated_dates_are_found_by_their_quote() -> None:
    given = StatedDate(kind="amended", date="2005", quote="Revised in  spring 2005", clause="")
    dated = with_stated_dates(TEXT, entry(dates=(given,)), "corpus.yml")

    assert [(date.clause, date.quote) for date in dated.dates] == [
        (THIRD, "Revised in spring 2005")
    ]


def test_a_stated_date_may_stand_in_a_heading() -> None:
    text = document(heading("Privacy, as of spring 2005"), paragraph("We lock the drawer."))
    given = StatedDate(kind="amended", date="2005", quote="as of spring 2005", clause="")

    (stated,) = with_stated_dates(text, entry(dates=(given,)), "corpus.yml").dates

    assert stated.clause == text.sections[0].id


def test_a_date_of_a_person_replaces_that_of_the_rules() -> None:
    text = document(paragraph("Revised 05/09/2016."), paragraph("Enacted 2 May 2001."))
    given = StatedDate(kind="amended", date="2016-09-05", quote="Revised 05/09/2016", clause="")

    dated = with_stated_dates(text, entry(dates=(given,)), "corpus.yml")

    assert sorted(date.date for date in dated.dates) == ["2001-05-02", "2016-09-05"]


def test_of_a_quote_that_no_longer_matches_the_two_nearest_passages_are_named() -> None:
    text = document(
        paragraph("We lock the drawer every night."),
        paragraph("We lock the door every night, too, and every morning."),
        paragraph("We lock the drawers every evening."),
        paragraph("Nobody else reads it."),
    )
    with pytest.raises(QuoteError) as caught:
        find_quote(text, "We lock the drawer every nighttime.", "corpus.yml:1")

    assert caught.value.hint == (
        "nearest: 'We lock the drawer every night.' / 'We lock the drawers every evening.'"
    )


@pytest.mark.parametrize(("quote", "near"), [("abcdefxxxx", True), ("abcdxxxxxx", False)])
def test_a_passage_is_near_if_most_letters_are_the_same(quote: str, near: bool) -> None:
    with pytest.raises(QuoteError) as caught:
        find_quote(document(paragraph("abcdefghij")), quote, "corpus.yml:1")

    assert caught.value.hint.startswith("nearest: ") is near


def test_of_what_the_rules_found_nothing_is_left_to_take_back_twice() -> None:
    lines = (line("remove", "sharing", "We tell nobody."),) * 2
    with pytest.raises(QuoteError, match="no topic 'sharing' to remove"):
        apply(*lines)
