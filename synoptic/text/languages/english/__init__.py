"""The words of English: the language of the cues, and so the one with all tables."""

from synoptic.text.languages.english.dates import DATES, TITLES
from synoptic.text.languages.english.differences import DIFFERENCES
from synoptic.text.languages.english.numbers import NUMBERS
from synoptic.text.languages.english.statement import STATEMENT
from synoptic.text.languages.tables import LanguageWords

ENGLISH = LanguageWords(
    tag="en",
    abbreviations="inc ltd co corp llc mr mrs ms dr st vs no art sec",
    months=(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sept/sep october/oct november/nov december/dec"
    ),
    numbers=NUMBERS,
    dates=DATES,
    titles=TITLES,
    statement=STATEMENT,
    differences=DIFFERENCES,
)
