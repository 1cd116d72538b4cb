"""The languages of which the rules know words: a module or folder each, and one list of them.

How to add one is told in CONTRIBUTING.md.
"""

from synoptic.text.language_tags import primary
from synoptic.text.languages.chinese import CHINESE
from synoptic.text.languages.dutch import DUTCH
from synoptic.text.languages.english import ENGLISH
from synoptic.text.languages.french import FRENCH
from synoptic.text.languages.german import GERMAN
from synoptic.text.languages.italian import ITALIAN
from synoptic.text.languages.japanese import JAPANESE
from synoptic.text.languages.korean import KOREAN
from synoptic.text.languages.polish import POLISH
from synoptic.text.languages.portuguese import PORTUGUESE
from synoptic.text.languages.spanish import SPANISH
from synoptic.text.languages.swedish import SWEDISH
from synoptic.text.languages.tables import LanguageWords

LANGUAGES = (
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    DUTCH,
    PORTUGUESE,
    SWEDISH,
    POLISH,
    JAPANESE,
    CHINESE,
    KOREAN,
)
"""In the order in which they are tried: where two read the same words, the first holds."""

UNKNOWN = LanguageWords(tag="")
"""A language of which no words are known."""

_BY_TAG = {language.tag: language for language in LANGUAGES}


def words_of_language(tag: str) -> LanguageWords:
    """Return the words of a language; one that is not listed has none.

    >>> words_of_language("de").months.split()[0], words_of_language("eo").months
    ('januar/jänner/jan/jän', '')
    """
    return _BY_TAG.get(primary(tag), UNKNOWN)
