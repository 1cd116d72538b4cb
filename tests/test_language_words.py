"""The tables of every language: what holds for each, also for those that come later."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from synoptic.text.language_tags import tag_of
from synoptic.text.languages import LANGUAGES
from synoptic.text.languages.tables import (
    AMENDED,
    EFFECTIVE,
    ENACTED,
    DateWords,
    LanguageWords,
    TitleWords,
)
from synoptic.text.months import MONTHS

each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda words: words.tag)


def expressions(words: DateWords | TitleWords | None) -> Iterator[str]:
    """All expressions of a table, those of announcing words included."""
    for field in fields(words) if words else ():
        value = getattr(words, field.name)
        if isinstance(value, str):
            yield value
        elif field.name in ("sure", "other", "did"):
            yield from value.values()


def test_each_language_stands_once_under_a_real_tag() -> None:
    tags = [language.tag for language in LANGUAGES]

    assert len(set(tags)) == len(tags)
    assert [tag_of(tag) for tag in tags] == tags


@each_language
def test_a_year_has_twelve_months(language: LanguageWords) -> None:
    assert len(language.months.split()) in (0, 12)
    assert language.months == language.months.lower()


def test_no_name_is_that_of_two_months() -> None:
    numbers = [
        (name, number)
        for language in LANGUAGES
        for number, names in enumerate(language.months.split(), start=1)
        for name in names.split("/")
    ]
    assert dict(numbers) == MONTHS
    assert len({name for name, _ in numbers}) == len(set(numbers))


@each_language
def test_expressions_are_sound_and_match_no_empty_text(language: LanguageWords) -> None:
    for expression in (*expressions(language.dates), *expressions(language.titles)):
        assert not expression or not re.compile(expression, re.IGNORECASE).fullmatch("")
        assert not re.search(r"(?<!\\)\((?!\?)", expression), "numbered groups move others"


@each_language
def test_what_happens_to_a_text_is_of_a_known_kind(language: LanguageWords) -> None:
    if language.dates is None:
        return
    for table in (language.dates.sure, language.dates.other, language.dates.did):
        assert set(table) <= {ENACTED, AMENDED, EFFECTIVE}


@each_language
def test_words_are_written_as_they_are_looked_for(language: LanguageWords) -> None:
    numbers = language.numbers
    known = [*numbers.numbers, *numbers.large, *numbers.units] if numbers else []
    for word in (*known, *language.abbreviations.split()):
        assert re.fullmatch(r"[^\W\d_]+", word), word
        assert word == word.lower()
