"""What a date looks like, in every language that is known, and what it says in ISO 8601."""

import re
from collections.abc import Iterable
from datetime import date

from synoptic.text.languages import LANGUAGES
from synoptic.text.months import MONTH, MONTHS

_YEARS = range(1990, 2100)
"""In which a text of the web can have been written or come into force."""

_TABLES = tuple(language.dates for language in LANGUAGES if language.dates)


def either(expressions: Iterable[str]) -> str:
    """Return an expression for any of some expressions; empty ones are left out.

    A blank stands for any white space. Without any expression it matches nothing.

    >>> either(["of", "", "del?"])
    '(?:of|del?)'
    """
    given = dict.fromkeys(expression for expression in expressions if expression)
    return f"(?:{'|'.join(given)})".replace(" ", r"\s{1,3}") if given else "(?!)"


_ERAS = {era: year for words in _TABLES for era, year in words.eras.items()}
_FIRST_YEAR = "元"  # of an era
_S = r"[\s-]{1,3}"  # a line break or a no-break blank parts the words of a date as well
_OF = rf"(?:{either(words.of for words in _TABLES)}\s{{1,3}})?"
_ORDINAL = rf"(?:\.|{either(words.ordinal for words in _TABLES)})?"
_NUMBERS = "0123456789"


def _in_units(number: int, year: str, units: tuple[str, str, str]) -> str:
    """Return an expression for a year, a month and perhaps a day, each with its unit."""
    year_unit, month_unit, day_unit = units
    return (
        rf"(?P<year{number}>{year}) ?{year_unit} ?(?P<month{number}>\d{{1,2}}) ?{month_unit}"
        rf"(?: ?(?P<day{number}>\d{{1,2}}) ?{day_unit})?"
    )


_UNITS = tuple(dict.fromkeys(words.units for words in _TABLES if words.units))
_ERA_UNITS = tuple(dict.fromkeys(words.units for words in _TABLES if words.units and words.eras))
_IN_UNITS = "|".join(
    [
        *(_in_units(10 + number, r"\d{4}", units) for number, units in enumerate(_UNITS)),
        *(
            f"(?P<era{number}>{'|'.join(_ERAS)}) ?"
            + _in_units(20 + number, rf"\d{{1,2}}|{_FIRST_YEAR}", units)
            for number, units in enumerate(_ERA_UNITS)
        ),
    ]
)

DATE = (
    rf"(?P<month1>{MONTH})\.?,?{_S}(?P<day1>\d{{1,2}}){_ORDINAL}(?:,?{_S}|,)(?P<year1>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}}){_ORDINAL}{_S}{_OF}"
    rf"(?P<month2>{MONTH})\.?,?{_S}{_OF}(?P<year2>\d{{4}})"
    rf"|(?P<month3>{MONTH})\.?,?{_S}{_OF}(?P<year3>\d{{4}})"
    r"|(?P<year4>\d{4})[-/.](?P<month4>\d{1,2})[-/.](?P<day4>\d{1,2})"
    rf"|{_IN_UNITS}"
    r"|(?P<numbers>(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year7>\d{4}|\d{2}))"
)
"""An expression for a date; `iso_date` reads its groups."""

YEAR = "|".join(
    [
        *(rf"\d{{4}} ?{year}" for year, _, _ in _UNITS),
        *(
            rf"(?:{'|'.join(_ERAS)}) ?(?:\d{{1,2}}|{_FIRST_YEAR}) ?{year}"
            for year, _, _ in _ERA_UNITS
        ),
    ]
)
"""An expression for a year that a word says to be one."""

ENDS = r"(?![\d/]|[.-]\d)"
"""What may not follow a date: it would go on."""

TIME = (
    rf"(?:,?\s{{0,3}}(?:{either(words.at for words in _TABLES)}\s{{1,3}})?"
    r"T?\d{1,2}[:.h]\d\d\S*(?:\s?[ap]\.?m\.?)?)?"
)
"""A time of day behind a date, or nothing."""

DATED = re.compile(
    rf"\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2}}|{'|'.join(year for year, _, _ in _UNITS)}"
)
"""What no date is without: looked for first, for most clauses hold none."""


def iso_date(match: re.Match[str], *, day_first: bool) -> tuple[str, str] | None:
    """Read the groups of `DATE`.

    Args:
        match: A match of an expression that holds `DATE`.
        day_first: Whether 03/04/2018 is the third of April; else it can be read in two ways.

    Returns:
        The date in ISO 8601, as exact as it is; and day and month as written where these
        can be read in two ways, so that only the year is known. None if there is no such
        day, or no text of the web can state it.

    """
    said = {name.rstrip(_NUMBERS): part for name, part in match.groupdict().items() if part}
    numbers = said.get("numbers", "")
    if len(said["year"]) == 2 and numbers and not day_first and "/" not in numbers:
        return None  # of 06-03-26 not even the year is sure
    year = _year(said["year"], said.get("era", ""))
    if year not in _YEARS:
        return None
    if numbers:
        first, second = int(said["first"]), int(said["second"])
        if not day_first and first != second and max(first, second) <= 12:
            return str(year), numbers
        month, day = (first, second) if second > 12 and not day_first else (second, first)
        return _checked(year, month, day)
    name = said["month"]
    month = int(name) if name.isdigit() else MONTHS[name.lower()]
    return _checked(year, month, int(said["day"]) if "day" in said else None)


def _year(said: str, era: str) -> int:
    year = 1 if said == _FIRST_YEAR else int(said)
    if era:
        return year + _ERAS[era]
    if len(said) == 2:  # no page of the web is older than the nineties
        return year + (1900 if year >= 90 else 2000)
    return year


def _checked(year: int, month: int, day: int | None) -> tuple[str, str] | None:
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return (found.isoformat() if day else f"{found:%Y-%m}"), ""
