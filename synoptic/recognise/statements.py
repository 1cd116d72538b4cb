"""How often a text says what is done with personal information, in the languages we know.

A sentence counts if it has both a word for information on people and a word for what is
done with it. That is no reading of the sentence: it only tells a short policy from the
error page, the robot check or the menu that a crawler may have met in its place.
"""

import re

from synoptic.recognise.languages import LANGUAGES
from synoptic.text.marks import STOPS, WIDE_STOPS

_LAWS = re.compile(
    r"general data protection regulation|data protection (?:act|law|regulation|directive)s?",
    re.IGNORECASE,
)
"""Names that hold both words and say nothing of what is done."""

_SENTENCES = re.compile(rf"[{STOPS};:](?=\s|$)|[{WIDE_STOPS}；\n\t]")

_PATTERNS = tuple(
    (re.compile(language.information, re.IGNORECASE), re.compile(language.done, re.IGNORECASE))
    for language in LANGUAGES
    if language.information
)
"""By language: information on people, and what is done with it."""

_SPEAKER = re.compile(
    "|".join(language.speaker for language in LANGUAGES if language.speaker), re.IGNORECASE
)


def statements(text: str) -> int:
    """Count the sentences that say what is done with information on people.

    >>> statements("We collect your name. We never sell personal data! Welcome.")
    2
    >>> statements("The page you asked for was not found. Privacy policy")
    0
    """
    return len(_stating(text))


def own_statements(text: str) -> int:
    """Count those of them in which whoever speaks names itself, where the language has a word.

    >>> own_statements("We collect your name. Enter your e-mail address to receive news.")
    1
    """
    return sum(bool(_SPEAKER.search(sentence)) for sentence in _stating(text))


def _stating(text: str) -> list[str]:
    return [
        sentence
        for sentence in _SENTENCES.split(_LAWS.sub("", text))
        if any(what.search(sentence) and done.search(sentence) for what, done in _PATTERNS)
    ]
