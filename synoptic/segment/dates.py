"""Dates that a policy states about itself: enacted, amended, effective.

Only a date right behind a word that says what it is counts: "Revised November
2005" does, "data collected before 31 March, 2005" does not. A date is as exact
as the source; an order of day and month that could be read both ways gives the
year alone.
"""

import re
from collections.abc import Iterable
from datetime import date

from synoptic.model import Clause, StatedDate

_ENGLISH = "january february march april may june july august september october november december"
_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_GERMAN = "januar februar märz april mai juni juli august september oktober november dezember"
_MONTHS = {
    name: number
    for names in (_ENGLISH, _FRENCH, _GERMAN)
    for number, name in enumerate(names.split(), start=1)
}
_MONTHS |= {name[:3]: number for number, name in enumerate(_ENGLISH.split(), start=1)} | {"sept": 9}

KINDS: tuple[tuple[str, str], ...] = (
    ("enacted", r"enacted|established|adopted|制定日?|施行日?"),
    (
        "amended",
        r"amended|revised|updated|modified|amendment|revision|update|changed"
        r"|mise à jour|modifiée?|aktualisiert|stand|最終改[定訂正]日?|改[定訂正]日?|更新日?",
    ),
    ("effective", r"effective|in force|en vigueur|gültig ab"),
)
"""Kind of date and the words that announce it, as regular expressions."""

_S = r"\s{1,3}"  # a line break or a no-break blank parts the words of a date as well
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?P<month1>{_MONTH})\.?{_S}(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?{_S}(?P<year1>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|\.)?{_S}(?:of{_S})?"
    rf"(?P<month2>{_MONTH})\.?,?{_S}(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH})\.?,?{_S}(?P<year3>\d{{4}})"
    r"|(?P<year4>\d{4})[-/.](?P<month4>\d{1,2})[-/.](?P<day4>\d{1,2})"
    r"|(?P<year5>\d{4})年 ?(?P<month5>\d{1,2})月(?: ?(?P<day5>\d{1,2})日)?"
    r"|(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year6>\d{4})"
)
# Between the word and the date stand at most a few small words: "last updated on:",
# "revision date –", "mise à jour : le". A wider gap finds dates of other things.
# Blanks are taken whole and never given back: page after page of them costs no time.
_GAP = r"(?:\s*+(?:date|on|as of|since|from|in|le|am|vom|is|was)\b){0,3}\s*+[:：–—-]?\s*+"
_LEAD = r"(?:(?:most recent|last|latest|date of|dernière)\s+){0,2}"
_STATEMENTS = tuple(
    (kind, re.compile(rf"\b{_LEAD}(?:{words}){_GAP}(?:{_DATE})(?!\d)", re.IGNORECASE))
    for kind, words in KINDS
)


def stated_dates(clauses: Iterable[Clause]) -> list[StatedDate]:
    """Find the dates that clauses state about the policy, in the order of the text."""
    return [found for clause in clauses for found in _in_clause(clause)]


def _in_clause(clause: Clause) -> list[StatedDate]:
    found = []
    for kind, pattern in _STATEMENTS:
        for match in pattern.finditer(clause.text):
            iso = iso_date(match)
            if iso:
                dated = StatedDate(kind=kind, date=iso, quote=match[0], clause=clause.id)
                found.append((match.start(), dated))
    return [dated for _, dated in sorted(found, key=lambda pair: pair[0])]


def iso_date(match: re.Match[str]) -> str | None:
    """Return the date of a match in ISO 8601, as exact as it is; None if no such day exists."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    year = int(_one(parts, "year"))
    if "first" in parts:
        return _numeric(year, int(parts["first"]), int(parts["second"]))
    name = _one(parts, "month")
    month = int(name) if name.isdigit() else _MONTHS[name.lower()]
    day = _one(parts, "day")
    return _iso(year, month, int(day) if day else None)


def _one(parts: dict[str, str], kind: str) -> str:
    return next((value for name, value in parts.items() if name.startswith(kind)), "")


def _numeric(year: int, first: int, second: int) -> str | None:
    """Read 25/05/2018; of 05/09/2018, which may be May or September, only the year is sure."""
    if first == second or first > 12:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else str(year)


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        checked = date(year, month, day or 1)
    except ValueError:
        return None
    return checked.isoformat() if day else f"{checked:%Y-%m}"
