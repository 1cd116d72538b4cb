"""How hard a text is to read, by a published formula that needs no dictionary."""

import re

from synoptic.text.marks import STOPS
from synoptic.text.words import words_of

_SENTENCE_END = re.compile(rf"[{STOPS}]+(?=\s|$)")
_LEAST_WORDS = 100
"""The formula was made on passages of about this length; below it the figure is chance."""


def reading_grade(texts: list[str], language: str | None) -> float | None:
    """Return the Automated Readability Index of some paragraphs, in years of US schooling.

    Args:
        texts: The paragraphs.
        language: Their language code. The formula was made on English and says nothing of
            others, whose words are longer or shorter for other reasons.

    Source: Smith and Senter, Automated Readability Index, AMRL-TR-66-220 (1967):
    4.71 × letters per word + 0.5 × words per sentence − 21.43. A paragraph ends a
    sentence. None for a text that is too short, or not known to be in English.

    >>> reading_grade(["Too short to tell."], "en") is None
    True
    """
    if (language or "").partition("-")[0] != "en":
        return None
    words = [word for text in texts for word in words_of(text)]
    if len(words) < _LEAST_WORDS or not all(map(str.isascii, words[:_LEAST_WORDS])):
        return None
    letters = sum(map(len, words))
    sentences = sum(max(1, len(_SENTENCE_END.findall(text))) for text in texts if text.strip())
    return round(4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43, 1)
