"""Dates that a policy states about itself: enacted, amended, effective.

In: the headings and clauses of a text in their order. Out: dates, each with the
words that state it. A false date is far worse than a missed one: a date counts
right behind a word that says what it is ("Revised November 2005"), where these words
stand for themselves or are said of this text ("this policy was last updated on").
The word may also stand alone in the heading or line above the date. Dates of
laws, of other texts and of earlier versions are not this policy's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from synoptic.model import Passage, StatedDate
from synoptic.text.date_forms import DATE, DATED, ENDS, TIME, either, iso_date
from synoptic.text.languages import LANGUAGES
from synoptic.text.languages.tables import DateWords, LanguageWords
from synoptic.text.marks import STOPS, WIDE_STOPS

_HEAD = 240
"""Characters before a date that are looked at: a long sentence."""

_TITLE_WORDS = 12
_NAME_WORDS = 7

_SENTENCE = re.compile(rf"\n|[{STOPS}]\s+|[{WIDE_STOPS}]| \| |;\s|•|<[^<>]{{1,80}}>")
_TABLES = tuple(language.dates for language in LANGUAGES if language.dates)

_BARE = re.compile(
    rf"(?:[\W\d_]|\b{either(words.bare for words in _TABLES)}\b)*+",
    re.IGNORECASE,
)
"""What says nothing of whose date it is, as "Version 2.1 –"."""

_CLOSED = re.compile(
    rf"{TIME}[^\S\n]*+(?:$|[.)\]|;({{<（）。、•·*–—-]|\n|&|/"
    rf"|{either(words.goes_on for words in _TABLES)}\b)",
    re.IGNORECASE,
)
"""What may follow a date of which nothing before it says whose it is."""

_RANGE = re.compile(
    rf"\s*+(?:,\s*+)?(?:{either(words.until for words in _TABLES)}"
    rf"|(?:{either(words.until_number for words in _TABLES)}|[–—-])"
    r"\s*(?:[^\W\d_]{1,9}\.?\s){0,2}\d)",
    re.IGNORECASE,
)
"""Behind a date: it is the first of a time that has an end, as of an earlier version."""

_OF_EARLIER = [words.earlier for words in _TABLES]
_OF_RECORDS = [words.records for words in _TABLES]
_EARLIER = re.compile(either(_OF_EARLIER), re.IGNORECASE)
_ANOTHER = re.compile(either([*_OF_EARLIER, *_OF_RECORDS]), re.IGNORECASE)
_ANOTHER_OR_LAW = re.compile(
    either([*_OF_EARLIER, *_OF_RECORDS, *(words.laws for words in _TABLES)]), re.IGNORECASE
)
_SORTS = tuple(
    re.compile(either(sort), re.IGNORECASE)
    for sort in zip(
        *((words.terms, words.cookies, words.privacy) for words in _TABLES), strict=True
    )
)
"""Sorts of texts: in a privacy policy, the date of "our terms of use" is that of another one."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The expressions of one language."""

    day_first: bool
    stated: re.Pattern[str]
    """Announcing words and date; the group that matched is named after kind and sureness."""
    announced: re.Pattern[str]
    """Announcing words alone, as they stand above a date."""
    this: re.Pattern[str]
    """What may stand before: this text, by a word such as "this"."""
    named: re.Pattern[str]
    """What may stand before: a text by its name."""
    date_first: re.Pattern[str] | None
    """A date and what happened on it, where the language may say it in this order."""
    did: re.Pattern[str] | None
    """Who says that they did it, and when."""


def _blanks(pattern: str) -> str:
    return pattern.replace(" ", r"\s{1,3}")


def _groups(sureness: str, table: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{kind}_{sureness}>{_blanks(words)})" for kind, words in table.items())


def _grammar(language: LanguageWords, words: DateWords) -> _Grammar:
    edge = r"\b" if language.has_edges else ""
    announcing = rf"{edge}(?:{_groups('sure', words.sure)}|{_groups('other', words.other)}){edge}"
    small = f"(?:{_blanks(words.small)}){edge}"
    gap = (
        rf"(?:\s*+{small},?){{0,5}}\s*+[:：–—(-]?\s*+(?:\|\s)?"
        rf"(?:{small},?\s*+){{0,3}}"
    )
    name = rf"(?:[^\W\d_][\w’'&/-]*\s+|[“”\"«»,]\s?){{0,{_NAME_WORDS}}}"
    if not language.has_edges:
        name = r"[^。、\n]{0,20}"
    own = (
        rf"(?:{_blanks(words.own)}){edge}(?:\s+[^\W\d_][\w’'&/-]*){{0,7}}?"
        r"[”\"»]?(?:\s*\([^()]{1,40}\))?"
    )
    joined = rf"(?:[^.;]{{1,60}}\b(?:{words.and_})\b)?" if words.and_ else ""
    said = rf"\W{{0,40}}{joined}(?:\s*(?:{_blanks(words.is_)}){edge},?)*\s*"
    return _Grammar(
        day_first=words.day_first,
        stated=re.compile(rf"{announcing}{gap}(?:{DATE}){ENDS}", re.IGNORECASE),
        announced=re.compile(rf"{announcing}(?:\s*+{small}){{0,5}}\s*+[:：–—-]?\s*+", re.I),
        this=re.compile(rf"{edge}(?:{words.this})\s*{name}{own}{said}$", re.IGNORECASE),
        named=re.compile(rf"\W*{name}{own}{said}$", re.IGNORECASE),
        date_first=_date_first(words),
        did=_did(words, small),
    )


def _date_first(words: DateWords) -> re.Pattern[str] | None:
    if words.behind is None:
        return None
    behind = rf"[)）]?\s?(?:{_blanks(words.behind)})*\s?"
    return re.compile(rf"(?:{DATE}){behind}(?:{_groups('other', words.other)})")


def _did(words: DateWords, small: str) -> re.Pattern[str] | None:
    if not words.did:
        return None
    who = rf"\b(?:{words.ours}) (?:{_groups('other', words.did)}) (?:{words.this}) "
    what = rf"(?:[\w’'-]+\s+){{0,4}}(?:{words.own})(?: {small}|:)? "
    return re.compile(rf"{who}{what}(?:{DATE}){ENDS}", re.IGNORECASE)


_GRAMMARS = tuple(_grammar(language, language.dates) for language in LANGUAGES if language.dates)
_SMALL = either(words.small for words in _TABLES)
_ALONE = re.compile(rf"\W*(?:{_SMALL}\b,?\s+){{0,3}}(?:{DATE}){ENDS}{TIME}\W*", re.IGNORECASE)


def stated_dates(passages: Sequence[Passage]) -> tuple[StatedDate, ...]:
    """Find the dates that a text states about itself, in its order.

    Args:
        passages: Headings and clauses of the whole text.

    """
    title = next((passage.text for passage in passages if passage.is_heading), "")
    found: list[StatedDate] = []
    for before, passage in pairwise((None, *passages)):
        if passage is None or not DATED.search(passage.text):
            continue
        if not _EARLIER.search(" ".join(passage.above)):
            found += _in_passage(passage, title) or _below(before, passage, title)
    return tuple(found)


def _in_passage(passage: Passage, title: str) -> list[StatedDate]:
    """Read the dates that stand behind their words, in some languages also before them."""
    dates: dict[int, StatedDate] = {}
    text = passage.text
    for grammar in _GRAMMARS:
        for match in grammar.stated.finditer(text):
            if _is_own(match, passage, grammar, title):
                _keep(dates, match, passage, day_first=grammar.day_first)
    for grammar in _GRAMMARS:
        for match in grammar.date_first.finditer(text) if grammar.date_first else ():
            head = _head(text, match.start())
            if _stands_alone(match, head) or _said_of_this(head, grammar):
                _keep(dates, match, passage, day_first=True)
        for match in grammar.did.finditer(text) if grammar.did else ():
            _keep(dates, match, passage, day_first=grammar.day_first)
    return [dates[start] for start in sorted(dates)]


def _keep(
    dates: dict[int, StatedDate], match: re.Match[str], passage: Passage, *, day_first: bool
) -> None:
    """Note a date at its place, unless a statement noted before holds it."""
    read = iso_date(match, day_first=day_first)
    if read is not None and not any(
        start <= match.start() < start + len(noted.quote) for start, noted in dates.items()
    ):
        dates[match.start()] = StatedDate(
            kind=_kind(match), date=read[0], quote=match[0], clause=passage.id, unclear=read[1]
        )


def _below(before: Passage | None, passage: Passage, title: str) -> list[StatedDate]:
    """Read a date that stands alone, under a heading or line that says what date it is."""
    alone = _ALONE.fullmatch(passage.text)
    if alone is None or before is None or len(before.text) > _HEAD:
        return []
    for grammar in _GRAMMARS:
        for label in grammar.announced.finditer(before.text):
            head = _head(before.text, label.start())
            read = iso_date(alone, day_first=grammar.day_first)
            if read and label.end() == len(before.text) and _is_free(head, grammar, title):
                return [
                    StatedDate(
                        kind=_kind(label),
                        date=read[0],
                        quote=passage.text.strip(),
                        clause=passage.id,
                        lead_in=before.text.strip(),
                        unclear=read[1],
                    )
                ]
    return []


def _is_own(match: re.Match[str], passage: Passage, grammar: _Grammar, title: str) -> bool:
    """Return whether the statement is one of this text about itself."""
    head = _head(passage.text, match.start())
    rest = passage.text[match.end() :]
    if _RANGE.match(rest):
        return False
    if _said_of_this(head, grammar):
        return True
    entitled = passage.is_heading and passage.text == title
    if not (entitled and _is_plain(head)) and not _is_free(head, grammar, title):
        return False
    sure = _group(match).endswith("_sure") or re.search(r"[:：|]\s*\W*$", _announcing(match))
    return bool(sure or _CLOSED.match(rest) or grammar.named.fullmatch(head))


def _is_free(head: str, grammar: _Grammar, title: str) -> bool:
    """Return whether what stands before announcing words leaves them to this text."""
    if len(head.split()) > _TITLE_WORDS or not _is_plain(head):
        return False
    if _BARE.fullmatch(head):
        return True
    return _same_sort(head, title) and grammar.named.fullmatch(head) is not None


def _is_plain(head: str) -> bool:
    """Return whether no word before a date makes it that of a law, a record or another version."""
    return _ANOTHER_OR_LAW.search(head) is None


def _said_of_this(head: str, grammar: _Grammar) -> bool:
    """Return whether the words before say it of "this policy", not of one before it."""
    said = grammar.this.search(head)
    if said is None:
        return False
    near = head[: said.start()].rpartition(",")[2]
    return _EARLIER.search(near) is None and _ANOTHER.search(said[0]) is None


def _stands_alone(match: re.Match[str], head: str) -> bool:
    rest = match.string[match.end() :]
    return bool(_BARE.fullmatch(head) and re.match(r"\s*(?:$|[\n）)。、|・])", rest))


def _same_sort(head: str, title: str) -> bool:
    """Return whether a text named in passing can be the one whose title is given."""
    named = {sort for sort in _SORTS if sort.search(head)}
    entitled = {sort for sort in _SORTS if sort.search(title)}
    return not named or not entitled or bool(named & entitled)


def _head(text: str, start: int) -> str:
    """Return what stands before a place in its sentence or line."""
    return _SENTENCE.split(text[max(0, start - _HEAD) : start])[-1]


def _announcing(match: re.Match[str]) -> str:
    """Return the words of a statement up to its date."""
    starts = [
        match.start(name)
        for name, said in match.groupdict().items()
        if said and not name.endswith(("_sure", "_other"))
    ]
    return match[0][: min(starts) - match.start()]


def _group(match: re.Match[str]) -> str:
    said = match.groupdict().items()
    return next(name for name, part in said if part and name.endswith(("_sure", "_other")))


def _kind(match: re.Match[str]) -> str:
    return _group(match).partition("_")[0]
