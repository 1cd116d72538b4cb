"""Where the dates that a policy states do not fit what was captured.

In: the versions of a policy, and the pairs of them that followed one another. Out: what is
said beside a version. Promise: a flag is said of a company, so it is said only where nothing
else can be meant: the line with the date stands word for word in both texts, no later date has
come to it, and a clause with substance reads otherwise. Menus, titles, line breaks, links and
other dates of the page are none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from synoptic.model import Change, Collation, Kind, LabelledVersion, Mark, Pair, StatedDate, Unit
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.pages.turns import Compared
from synoptic.text.date_forms import DATE, TIME, YEAR
from synoptic.text.words import counted, words_of

LEAST_WORDS = 8
"""Words of a clause with substance; entries of menus, bylines and notices of rights have fewer."""

_DATES = re.compile(
    rf"(?:{DATE}){TIME}|{YEAR}|\b(?:19|20)\d\d\b|\d{{1,2}}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
"""Dates and times of day in any wording, to be left out of account."""

_POINTERS = re.compile(
    r"(?:https?://|www\.)\S+|§+\s?\d[\d.]*|\b[A-Z]\.\d+(?:\.\d+)*|\b\d+(?:\.\d+)+\b"
    r"|\]\[[^\]\s]*\]|^\[[^\]\s]*\]:.*$",
    re.MULTILINE,
)
"""Where to look, not what is said: printed addresses, numbers of sections, and references of
Markdown that lead nowhere."""

_WEIGHTY = (Change.MODALITY, Change.NUMBER, Change.RECIPIENT_ADDED, Change.RECIPIENT_DROPPED)

_RIGHTS = re.compile(r"©|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One place where the stated dates do not fit the captures."""

    says: str
    old: str = ""
    """The version before, where the flag is about two texts."""
    page: Address | None = None
    """What changed between the two; None if the flag is about one text."""


def flags_of(
    versions: Sequence[LabelledVersion], compared: Iterable[Compared]
) -> Mapping[str, list[Flag]]:
    """Return the flags of one policy by the name of the version.

    Args:
        versions: Its versions.
        compared: Its pairs of texts that followed one another, older first.

    """
    flags = {version.version: list(_too_late(version)) for version in versions}
    for old, new, collation in compared:
        flags[new.version] += _same_date(old, new, collation)
    return flags


def _too_late(version: LabelledVersion) -> Iterator[Flag]:
    """A text cannot have been changed after it was captured; to take effect later it may."""
    day = version.provenance.day
    for date in version.document.dates:
        exact = min(len(date.date), len(day or ""))
        if exact and date.kind != "effective" and date.date[:exact] > (day or "")[:exact]:
            yield Flag(says=f"states {date.date}, after it was captured")


def _same_date(old: LabelledVersion, new: LabelledVersion, collation: Collation) -> Iterator[Flag]:
    dates, before = new.document.dates, old.document.dates
    stated = max((date.date for date in dates), default="")
    lines = {_line(date) for date in before}
    if stated and stated == max((date.date for date in before), default=""):
        stays = any(date.date == stated and _line(date) in lines for date in dates)
        if stays and any(map(has_substance, collation.pairs)):
            words = collation.words
            out, put_in = words["deleted"], words["inserted"]
            yield Flag(
                says=f"Same stated date ({stated}); {counted(out, 'word')} out, {put_in:,} in.",
                old=old.version,
                page=addresses.changes(old, new),
            )


def _line(date: StatedDate) -> tuple[str, str, str]:
    """The line that states a date: ids of clauses are made of their words."""
    return date.kind, date.quote, date.clause


def has_substance(pair: Pair) -> bool:
    """Return whether a clause of the policy came, went or reads otherwise in its words.

    A single other word counts only where it is about a number, a negation, a duty or a
    recipient: else it may be a slip of spelling put right.
    """
    if not any(map(_is_clause, (*pair.old, *pair.new))):
        return False
    if not (pair.old and pair.new):
        return True
    old, new = (_bare(pair, mark) for mark in (Mark.INSERTED, Mark.DELETED))
    if "".join(old) == "".join(new):
        return False
    weighty = any(difference.change in _WEIGHTY for difference in pair.differences)
    return weighty or max((Counter(old) - Counter(new)).total(), len(new) - len(old)) > 1


def _is_clause(unit: Unit) -> bool:
    linked = sum(link.end - link.start for link in unit.links)
    return (
        unit.kind is not Kind.HEADING
        and len(_plain(unit.text)) >= LEAST_WORDS
        and 2 * linked <= len(unit.text)  # else an entry of a menu or a table of contents
        and not _RIGHTS.search(unit.text)
    )


def _bare(pair: Pair, without: Mark) -> list[str]:
    """Return the words of one side of a redline."""
    return _plain("".join(span.text for span in pair.spans if span.mark is not without))


def _plain(text: str) -> list[str]:
    """Return the words of a text in lower case, those of dates and pointers left out."""
    return [word.casefold() for word in words_of(_DATES.sub(" ", _POINTERS.sub(" ", text)))]
