"""How a sentence says what it says: the one reading of a sentence for all that judge it.

Comes in: a text, its words, the place of one sentence, and the words of its language.
Goes out: a `Statement`: what is denied, what is only supposed or named, where a condition
limits it, and who acts. Answers, topics and changes ask it. Promise: it reads words,
never guesses; a word that it cannot place is the company's business and is affirmed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from synoptic.text.cues import CueIndex, parse_cue
from synoptic.text.languages.tables import StatementWords
from synoptic.text.sentences import Reading, sentence_places

COMPANY, READER, OTHER, UNSAID = "company", "reader", "other", "unsaid"
"""Who acts; `UNSAID` where the sentence is passive or names nobody."""

NEGATION, MODAL, CONDITION = "negation", "modal", "condition"
"""What changes the meaning of a sentence with a word or two."""

_SUPPOSES, _REFUSES, _SCOPE, _EXCLUDES = "supposes", "refuses", "scope", "excludes"

_EITHER = 4
"""Words after "whether" among which "or" leaves it open and says it of both."""

_OPENING = 5
"""Words at the head of a sentence among which "however" speaks of the sentence before."""

_QUOTED = re.compile(r"[\"“‘«]([^\"“”’»]{6,80})[\"”’»]")
_BREAK = re.compile(r"[,;:()\u2013\u2014]")


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or two that deny, allow or limit."""

    kind: str
    """`NEGATION`, `MODAL` or `CONDITION`."""
    cue: int
    """Which of its kind; all negations are alike."""
    first: int
    """Its first word, counted in the whole text."""
    last: int
    """The word after its last."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence as it is meant. Places count the words of the whole text."""

    table: StatementWords
    """The words by which it was read."""
    first: int
    """Its first word."""
    last: int
    """The word after its last."""
    asks: bool
    """It is a question, and answers nothing."""
    goes_back: bool
    """It begins with "however", "except", …: it limits the sentence before."""
    goes_on: bool
    """It begins with "unless", "except", … and breaks off at a colon: it limits what follows."""
    denied: frozenset[int]
    """Words in the reach of a negation."""
    supposed: frozenset[int]
    """Words that are asked for, wished or supposed and not said to be so."""
    named: frozenset[int]
    """Words of a name: a link, a right, a title, something in quotation marks."""
    conditions: tuple[int, ...]
    """Where conditions and exceptions begin."""
    scopes: tuple[int, ...]
    """Where a price, a purpose, a programme, a place or a definition narrows it."""
    breaks: tuple[str, ...]
    """The mark that parts each word from the next: a comma, a bracket, empty for none."""
    words: tuple[str, ...]
    """Its words in lower case."""
    signs: tuple[Sign, ...]
    """Its negations, modal verbs and conditions."""

    def is_limited(self, place: int, limits: Sequence[int]) -> bool:
        """Return whether one of `limits` holds for the word at `place`.

        What follows "and we" is said anew: a limit there looks back only across a comma.
        """
        anew = [
            at
            for at in range(place + 1, self.last - 1)
            if self.words[at - self.first] in self.table.joints
            and self.words[at - self.first + 1] in self.table.pronouns
            and self.breaks[at - self.first - 1]
        ]
        end = anew[0] if anew else self.last
        return any(at < end or self.breaks[at - self.first - 1] for at in limits)

    def refuses(self, place: int) -> bool:
        """Return whether what the word at `place` says is refused just before: "you may not …"."""
        at = place - self.first
        return bool(self.table.refusals & set(self.words[max(at - 4, 0) : at]))

    def is_own_right(self, place: int) -> bool:
        """Return whether the company keeps it as a right of its own.

        "We reserve the right to delete …", "the company has the right to …", "we may …".
        """
        before = self.words[: place - self.first]
        for at in range(len(before) - 1, -1, -1):
            if before[at] in self.table.readers or before[at] in self.table.asked:
                return False
            if self._may_do(at):
                return not self.table.asked & {*self.words}
            if before[at] in self.table.keeps:
                return not (
                    self.table.readers & {*before[max(at - 2, 0) : at]}
                    or self.table.asked & {*self.words}
                )
        return False

    def _may_do(self, at: int) -> bool:
        """Return whether word `at` of the sentence says that the company is free to do it."""
        following = self.words[at + 1 : at + 4]
        if self.words[at] in self.table.company and self.table.may & {*following[:1]}:
            return True
        is_right = self.words[at] in self.table.owns and following == self.table.owned_right
        return is_right and not self.table.readers & {*self.words[max(at - 3, 0) : at]}

    def is_done_to(self, place: int) -> bool:
        """Return whether it is said in the passive: "may be sold", not "you are renting"."""
        at = place - self.first
        is_passive = bool(self.table.passive & set(self.words[max(at - 4, 0) : at]))
        return is_passive and not self.words[at].endswith("ing")

    def actor(self, place: int) -> str:
        """Return who does what the word at `place` says: the nearest subject before it."""
        words = self.words[: place - self.first]
        back = [word for word in words[-4:] if word not in self.table.negations]
        is_passive = self.table.passive & set(back[-3:]) and self.is_done_to(place)
        if is_passive and not self.table.pronouns & set(back[-2:]):
            return UNSAID
        following = (*words[1:], self.words[place - self.first])
        for at in range(len(words) - 1, -1, -1):
            if following[at] in self.table.auxiliaries or at == len(words) - 1:
                actor = self._actor(words[at])
                if actor != UNSAID:
                    return actor
        return UNSAID

    def _actor(self, word: str) -> str:
        if word in self.table.company:
            return COMPANY
        if word in self.table.readers:
            return READER
        return OTHER if word in self.table.others else UNSAID


@cache
def _cues(table: StatementWords) -> tuple[tuple[tuple[str, int], ...], CueIndex]:
    """Return what each cue of a language says, and the index that finds them all."""
    listed = (
        (_SUPPOSES, table.supposes),
        (CONDITION, table.conditions),
        (_SCOPE, table.scopes),
        (_EXCLUDES, table.excludes),
        (_REFUSES, table.refusing),
        (MODAL, table.modals),
    )
    kinds = tuple((kind, number) for kind, cues in listed for number, _ in enumerate(cues))
    return kinds, CueIndex([parse_cue(cue, {}) for _, cues in listed for cue in cues])


def statement(
    text: str, reading: Reading, first: int, last: int, table: StatementWords
) -> Statement:
    """Read one sentence of a text.

    Args:
        text: The words as they stand, for capitals, commas and quotation marks.
        reading: The same text as words with their places.
        first: The first word of the sentence.
        last: The word after its last.
        table: The words of its language.

    """
    words = reading.words[first:last]
    breaks = _breaks(text, reading, first, last)
    kinds, index = _cues(table)
    found: dict[str, list[Sign]] = {}
    for cue, start, end in index.find(words):
        kind, number = kinds[cue]
        found.setdefault(kind, []).append(Sign(kind, number, first + start, first + end))
    negations, denied = _denied(words, breaks, table)
    return Statement(
        table=table,
        first=first,
        last=last,
        asks=_asks(text, reading, last),
        goes_back=bool({*words[:1]} & table.opens_exception)
        or bool({*words[:_OPENING]} & table.turns_back)
        or any(sign.first == first for sign in found.get(_EXCLUDES, ())),
        goes_on=bool(words) and words[0] in table.opens_limit and breaks[-1] == ":",
        denied=frozenset(first + place for place in denied),
        supposed=frozenset(_supposed(found.get(_SUPPOSES, ()), words, breaks, first, table)),
        named=frozenset(
            (
                *_linked(text, reading, first, last, breaks, table),
                *_titled(text, reading, first, last),
            )
        ),
        conditions=(
            *((first,) if words[:1] and words[0] in table.opens_rest else ()),
            *_places(found.get(CONDITION, ())),
        ),
        scopes=_places(found.get(_SCOPE, ())),
        breaks=tuple(breaks),
        words=tuple(words),
        signs=(
            *(Sign(NEGATION, 0, first + at, first + at + 1) for at in negations),
            *(Sign(NEGATION, 0, sign.first, sign.last) for sign in found.get(_REFUSES, ())),
            *(sign for sign in found.get(MODAL, ()) if not _is_numbered(words, sign.first - first)),
            *found.get(CONDITION, ()),
        ),
    )


def _places(signs: Iterable[Sign]) -> tuple[int, ...]:
    return tuple(sorted({sign.first for sign in signs}))


def _is_numbered(words: Sequence[str], at: int) -> bool:
    """Return whether a figure stands beside: "May 25" and "25 May" say nothing of permission."""
    return any(word[0].isdigit() for word in (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]))


def _breaks(text: str, reading: Reading, first: int, last: int) -> list[str]:
    """Return the first mark that parts each word from the one after it, "" for none."""
    starts = [start for start, _ in reading.spans[first + 1 : last + 1]]
    ends = starts if len(starts) == last - first else [*starts, len(text)]
    parts = zip(reading.spans[first:last], ends, strict=False)
    found = (_BREAK.search(text, end, following) for (_, end), following in parts)
    return [match.group() if match else "" for match in found]


def _asks(text: str, reading: Reading, last: int) -> bool:
    end = reading.spans[last][1] if last < len(reading.spans) else len(text)
    return text[:end].rstrip("\"'”’ )").endswith("?")


def _denied(
    words: Sequence[str], breaks: Sequence[str], table: StatementWords
) -> tuple[list[int], list[int]]:
    """Return the negations, and the words after each up to where the sentence turns."""
    negations: list[int] = []
    denied: list[int] = []
    denies = False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in table.turns or (word in table.pronouns and before in table.joints):
            denies = False
        if denies:
            denied.append(at)
        if word in table.negations or (word == "t" and before in table.contracted):
            following, second, *_ = (*words[at + 1 : at + 3], "", "")
            denies = not (
                following in table.no_denial
                or (following in table.comparing and second == table.than)
                or (word in table.no_refusal and not following.endswith(table.doing))
            )
            negations += [at] * denies
        if breaks[at] in (";", ":"):
            denies = False
    return negations, denied


def _supposed(
    supposing: Iterable[Sign],
    words: Sequence[str],
    breaks: Sequence[str],
    first: int,
    table: StatementWords,
) -> Iterable[int]:
    """Give the words after a request or an "if" up to a comma with a new subject behind it."""
    for sign in supposing:
        end = sign.last - first
        if words[end - 1] == table.whether and table.either in words[end : end + _EITHER]:
            continue  # "whether public or private, data are not sold" supposes nothing
        for at in range(end, len(words)):
            if breaks[at - 1] and (words[at] in table.pronouns or breaks[at - 1] in ";:"):
                break
            yield first + at


def names_of_links(text: str, reading: Reading, table: StatementWords) -> frozenset[int]:
    """Return the words of a text that are what a link or a setting is called.

    They stand in quotation marks or in an order to the company, such as "Do Not Sell …". A
    part of the reading that is quick to have alone: most texts hold none.
    """
    pairs = zip(reading.words, reading.words[1:], strict=False)
    if table.order not in pairs and _QUOTED.search(text) is None:
        return frozenset()
    return frozenset(
        place
        for first, last in sentence_places(reading)
        if first < last
        for place in _linked(text, reading, first, last, _breaks(text, reading, first, last), table)
    )


def _linked(
    text: str,
    reading: Reading,
    first: int,
    last: int,
    breaks: Sequence[str],
    table: StatementWords,
) -> Iterable[int]:
    """Give the words in quotation marks, and those of "do not …" where nobody is named."""
    start, end = reading.spans[first][0], reading.spans[last - 1][1]
    quoted = [found.span() for found in _QUOTED.finditer(text, start, end) if " " in found.group(1)]
    words = reading.words
    for at in range(first, last):
        if any(left <= reading.spans[at][0] < right for left, right in quoted):
            yield at
    for at in range(first, last - 1):
        ordered = (words[at], words[at + 1]) == table.order
        if ordered and _is_order(text, reading, at, first, table):
            marks = [place for place in range(at, last) if breaks[place - first]]
            yield from range(at, min([at + 8, last, *(mark + 1 for mark in marks)]))


def _titled(text: str, reading: Reading, first: int, last: int) -> Iterable[int]:
    """Give the words in capitals amid small letters, as of a law or a title."""
    titled = [at for at in range(first, last) if _is_capital(text, reading, at)]
    if len(titled) * 2 <= last - first:
        yield from (at for at in titled if at > first and {at - 1, at + 1} & set(titled))


def _is_order(text: str, reading: Reading, at: int, first: int, table: StatementWords) -> bool:
    """Return whether "do not" is what a link says: nobody is named who does not."""
    before = reading.words[at - 1] if at > first else ""
    if table.mine in reading.words[at : at + 8] or _is_capital(text, reading, at + 1):
        return True
    return not any(
        before in known for known in (table.company, table.readers, table.others, table.before_do)
    )


def _is_capital(text: str, reading: Reading, at: int) -> bool:
    word = text[slice(*reading.spans[at])]
    return word[:1].isupper() and word[1:].islower()
