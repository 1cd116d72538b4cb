"""The grade of a text, which pages show: a formula counted out by hand."""

import pytest

from synoptic.text.readability import reading_grade

TEXT = [
    "We keep names. We keep them well!",  # 7 words of 25 letters, 2 sentences
    "A title",  # 2 words of 6 letters: a paragraph ends a sentence
    "",
    f"{'cards ' * 91}.",  # 91 words of 455 letters, 1 sentence
]


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_the_index_is_that_of_its_formula(language: str) -> None:
    # 100 words of 486 letters in 4 sentences: 4.71 × 4.86 + 0.5 × 25 − 21.43
    assert reading_grade(TEXT, language) == 14.0


@pytest.mark.parametrize("language", ["de", "enm", "", None])
def test_it_says_nothing_of_other_languages(language: str | None) -> None:
    assert reading_grade(TEXT, language) is None


def test_it_says_nothing_of_less_than_a_hundred_words_or_of_other_letters() -> None:
    assert reading_grade([TEXT[0], TEXT[1], f"{'cards ' * 90}."], "en") is None
    assert reading_grade([*TEXT[:3], f"{'cárds ' * 91}."], "en") is None
    assert reading_grade([*TEXT, "Café"], "en") is not None
