"""The languages in which captured pages are told: a module each, and one list of them."""

from synoptic.recognise.languages.chinese import CHINESE
from synoptic.recognise.languages.danish import DANISH
from synoptic.recognise.languages.dutch import DUTCH
from synoptic.recognise.languages.english import ENGLISH
from synoptic.recognise.languages.french import FRENCH
from synoptic.recognise.languages.german import GERMAN
from synoptic.recognise.languages.italian import ITALIAN
from synoptic.recognise.languages.japanese import JAPANESE
from synoptic.recognise.languages.korean import KOREAN
from synoptic.recognise.languages.polish import POLISH
from synoptic.recognise.languages.portuguese import PORTUGUESE
from synoptic.recognise.languages.russian import RUSSIAN
from synoptic.recognise.languages.spanish import SPANISH
from synoptic.recognise.languages.swedish import SWEDISH

LANGUAGES = (
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    DUTCH,
    POLISH,
    RUSSIAN,
    SWEDISH,
    DANISH,
    JAPANESE,
    CHINESE,
    KOREAN,
)
