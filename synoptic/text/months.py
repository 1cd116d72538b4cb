"""Months, by their names in every language that is known."""

import re

from synoptic.text.languages import LANGUAGES

MONTHS = {
    name: number
    for language in LANGUAGES
    for number, names in enumerate(language.months.split(), start=1)
    for name in names.split("/")
}
"""The number of each month by its name or abbreviation, in lower case."""

_BEGINNINGS = "".join(sorted({name[0] for name in MONTHS}))

MONTH = (
    rf"(?<![^\W\d_])(?=[{_BEGINNINGS}])"
    rf"(?:{'|'.join(sorted(map(re.escape, MONTHS), key=len, reverse=True))})"
)
"""An expression for the name of a month, the longest first; tried at the head of a word only,
for there are many names."""
