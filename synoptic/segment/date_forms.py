"""What a date looks like in eight languages, and what it says in ISO 8601."""

import re
from datetime import date

from synoptic.segment.date_words import LANGUAGES

_YEARS = range(1990, 2100)
"""In which a text of the web can have been written or come into force."""

_MONTHS = {
    name: number
    for words in LANGUAGES.values()
    for number, names in enumerate(words.months.split(), start=1)
    for name in names.split("/")
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_ERAS = {"令和": 2018, "平成": 1988}
_S = r"[\s-]{1,3}"  # a line break or a no-break blank parts the words of a date as well
_OF = r"(?:(?:day )?(?:of|del?)\s{1,3})?"
_NUMBERS = "1234567"

DATE = (
    rf"(?P<month1>{_MONTH})\.?,?{_S}(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?{_S}|,)(?P<year1>\d{{4}})"
    rf"|(?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?{_S}{_OF}"
    rf"(?P<month2>{_MONTH})\.?,?{_S}(?:del?\s{{1,3}})?(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH})\.?,?{_S}(?:del?\s{{1,3}})?(?P<year3>\d{{4}})"
    r"|(?P<year4>\d{4})[-/.](?P<month4>\d{1,2})[-/.](?P<day4>\d{1,2})"
    r"|(?P<year5>\d{4}) ?年 ?(?P<month5>\d{1,2}) ?月(?: ?(?P<day5>\d{1,2}) ?日)?"
    r"|(?P<era>令和|平成) ?(?P<year6>\d{1,2}|元) ?年 ?(?P<month6>\d{1,2}) ?月"
    r"(?: ?(?P<day6>\d{1,2}) ?日)?"
    r"|(?P<numbers>(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year7>\d{4}|\d{2}))"
)
"""An expression for a date; `iso_date` reads its groups."""

ENDS = r"(?![\d/]|[.-]\d)"
"""What may not follow a date: it would go on."""

TIME = r"(?:,?\s{0,3}(?:at |um |à )?T?\d{1,2}[:.h]\d\d\S*(?:\s?[ap]\.?m\.?)?)?"
"""A time of day behind a date, or nothing."""

DATED = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}|年")
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
    month = int(name) if name.isdigit() else _MONTHS[name.lower()]
    return _checked(year, month, int(said["day"]) if "day" in said else None)


def _year(said: str, era: str) -> int:
    year = 1 if said == "元" else int(said)
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
