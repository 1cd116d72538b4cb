"""The reading of a sentence: who acts, what is denied, supposed, named and limited."""

import pytest

from synoptic.text.languages.english.statement import STATEMENT
from synoptic.text.sentences import read, sentence_places
from synoptic.text.statement import COMPANY, OTHER, READER, UNSAID, Statement, statement


def meant(text: str, number: int = 0) -> Statement:
    reading = read(text)
    return statement(text, reading, *sentence_places(reading)[number], STATEMENT)


def place(text: str, word: str) -> int:
    return read(text).words.index(word)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("We do not share data with third parties or sell it.", COMPANY),
        ("You may not sell what you find here.", READER),
        ("Members shall not attempt to sell it.", READER),
        ("Third parties may sell your data.", OTHER),
        ("The data you give us will not be sell.", UNSAID),
        ("They are not allowed to share or sell it.", OTHER),
    ],
)
def test_who_acts(text: str, actor: str) -> None:
    assert meant(text).actor(place(text, "sell")) == actor


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("We do not rent or sell data.", True),
        ("We don't ever sell data.", True),
        ("No data is collected to sell.", True),
        ("We not only keep but sell data.", False),
        ("We never lend data, but we sell it.", False),
        ("We never lend it and we sell it.", False),
        ("Without your consent we sell it.", False),
    ],
)
def test_the_reach_of_a_negation(text: str, denied: bool) -> None:
    assert (place(text, "sell") in meant(text).denied) is denied


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("You may request that we not sell data.", True),
        ("If we sell data, we tell you.", True),
        ("If you are a member, we sell data.", False),
        ("You have the right to know what we sell.", True),
    ],
)
def test_what_is_only_supposed(text: str, supposed: bool) -> None:
    assert (place(text, "sell") in meant(text).supposed) is supposed


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Follow Do Not Sell or Share My Data here.", True),
        ("Our page \u201chow we sell data\u201d says more.", True),
        ("We do not sell data.", False),
    ],
)
def test_names(text: str, named: bool) -> None:
    found = meant(text)
    assert (place(text, "sell") in found.named) is named


def test_what_somebody_is_doing_is_not_done_to_it() -> None:
    text = "The films that you are renting will be sold."
    assert meant(text).actor(place(text, "renting")) == READER
    assert not meant(text).is_done_to(place(text, "renting"))
    assert meant(text).is_done_to(place(text, "sold"))


def test_a_limit_holds_for_its_own_part_of_the_sentence() -> None:
    text = "We do not sell data, and we do not lend it without your consent."
    found = meant(text)
    assert not found.is_limited(place(text, "sell"), found.conditions)
    assert found.is_limited(place(text, "lend"), found.conditions)


def test_questions_and_exceptions_are_told() -> None:
    text = "Do we sell data? However, we may."
    assert (meant(text).asks, meant(text, 1).asks) == (True, False)
    assert (meant(text).goes_back, meant(text, 1).goes_back) == (False, True)
    assert meant("We may, however, sell data.").goes_back
    assert not meant("We may sell the data of guests, however old.").goes_back


def test_however_speaks_of_the_sentence_before_among_the_first_five_words() -> None:
    assert meant("We and others may, however, lend it.").goes_back
    assert not meant("We and others may later, however, lend it.").goes_back


def test_whether_one_or_the_other_supposes_nothing_if_or_comes_soon() -> None:
    assert not meant("Whether on old lists or new ones, names are sold.").supposed
    assert meant("Whether on very old lists or new ones, names are sold.").supposed


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Unless you agree:", True),
        ("Except as set out below:", True),
        ("Unless you agree, we do not sell data.", False),
        ("We do the following:", False),
    ],
)
def test_an_exception_that_breaks_off_goes_on(text: str, goes_on: bool) -> None:
    assert meant(text).goes_on is goes_on


def test_a_mark_after_the_sentence_is_none_of_its_own() -> None:
    assert meant("Unless you agree. We do this: we sell data.").breaks[-1] == ""


def test_the_rest_of_what_was_said_is_limited() -> None:
    text = "Otherwise, we do not sell data."
    found = meant(text)
    assert found.is_limited(place(text, "sell"), found.conditions)


def test_a_right_of_the_company_is_not_one_of_the_reader() -> None:
    own = "We reserve the right to remove any data."
    assert meant(own).is_own_right(place(own, "remove"))
    for text in (
        "The shop has the right to remove any data.",
        "We may remove your data.",
        "We will remove your data.",
    ):
        assert meant(text).is_own_right(place(text, "remove"))
    for text in (
        "Everyone has the right to remove data.",
        "You also have the right to remove data.",
        "We will remove data on request.",
    ):
        assert not meant(text).is_own_right(place(text, "remove"))
    asked = "We reserve the right to charge a fee, but you may remove data."
    assert not meant(asked).is_own_right(place(asked, "remove"))
