"""How a sentence says what it says: the one reading of a sentence for all that judge it.

Comes in: a text, its words and the place of one sentence. Goes out: a
`Statement`: what is denied, what is only supposed or named, where a condition
limits it, and who acts. The tables are English. Promise: it reads words, never
guesses; a word that it cannot place is company's business and is affirmed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from synoptic.label import english
from synoptic.label.cues import CueIndex, parse_cue
from synoptic.text.sentences import Reading

COMPANY, READER, OTHER, UNSAID = "company", "reader", "other", "unsaid"
"""Who acts; `UNSAID` where the sentence is passive or names nobody."""

_EITHER = 4
"""Words after "whether" among which "or" leaves it open and says it of both."""

_OPENING = 5
"""Words at the head of a sentence among which "however" speaks of the sentence before."""

_QUOTED = re.compile(r"[\"“‘«]([^\"“”’»]{6,80})[\"”’»]")
_BREAK = re.compile(r"[,;:()\u2013\u2014]")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence as it is meant. Places count the words of the whole text."""

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

    def is_limited(self, place: int, limits: Sequence[int]) -> bool:
        """Return whether one of `limits` holds for the word at `place`.

        What follows "and we" is said anew: a limit there looks back only across a comma.
        """
        anew = [
            at
            for at in range(place + 1, self.last - 1)
            if self.words[at - self.first] in english.JOINTS
            and self.words[at - self.first + 1] in english.PRONOUNS
            and self.breaks[at - self.first - 1]
        ]
        end = anew[0] if anew else self.last
        return any(at < end or self.breaks[at - self.first - 1] for at in limits)

    def refuses(self, place: int) -> bool:
        """Return whether what the word at `place` says is refused just before: "you may not …"."""
        at = place - self.first
        return bool(english.REFUSALS & set(self.words[max(at - 4, 0) : at]))

    def is_own_right(self, place: int) -> bool:
        """Return whether the company keeps it as a right of its own.

        "We reserve the right to delete …", "the company has the right to …", "we may …".
        """
        before = self.words[: place - self.first]
        for at in range(len(before) - 1, -1, -1):
            if before[at] in english.READERS or before[at] in english.ASKED:
                return False
            if self._may_do(at):
                return not english.ASKED & {*self.words}
            if before[at] in english.KEEPS:
                return not (
                    english.READERS & {*before[max(at - 2, 0) : at]}
                    or english.ASKED & {*self.words}
                )
        return False

    def _may_do(self, at: int) -> bool:
        """Return whether word `at` of the sentence says that the company is free to do it."""
        following = self.words[at + 1 : at + 4]
        if self.words[at] in english.COMPANY and english.MAY & {*following[:1]}:
            return True
        is_right = self.words[at] in english.OWNS and following == ("the", "right", "to")
        return is_right and not english.READERS & {*self.words[max(at - 3, 0) : at]}

    def is_done_to(self, place: int) -> bool:
        """Return whether it is said in the passive: "may be sold", not "you are renting"."""
        at = place - self.first
        is_passive = bool(english.PASSIVE & set(self.words[max(at - 4, 0) : at]))
        return is_passive and not self.words[at].endswith("ing")

    def actor(self, place: int) -> str:
        """Return who does what the word at `place` says: the nearest subject before it."""
        words = self.words[: place - self.first]
        back = [word for word in words[-4:] if word not in english.NEGATIONS]
        is_passive = english.PASSIVE & set(back[-3:]) and self.is_done_to(place)
        if is_passive and not english.PRONOUNS & set(back[-2:]):
            return UNSAID
        following = (*words[1:], self.words[place - self.first])
        for at in range(len(words) - 1, -1, -1):
            if following[at] in english.AUXILIARIES or at == len(words) - 1:
                actor = _actor(words[at])
                if actor != UNSAID:
                    return actor
        return UNSAID


def _actor(word: str) -> str:
    for actor, table in (
        (COMPANY, english.COMPANY),
        (READER, english.READERS),
        (OTHER, english.OTHERS),
    ):
        if word in table:
            return actor
    return UNSAID


@lru_cache(maxsize=256)
def _index(cues: tuple[str, ...]) -> CueIndex:
    return CueIndex([parse_cue(cue, {}) for cue in cues])


def statement(text: str, reading: Reading, first: int, last: int) -> Statement:
    """Read one sentence of a text.

    Args:
        text: The words as they stand, for capitals, commas and quotation marks.
        reading: The same text as words with their places.
        first: The first word of the sentence.
        last: The word after its last.

    """
    words = reading.words[first:last]
    breaks = _breaks(text, reading, first, last)
    return Statement(
        first=first,
        last=last,
        asks=_asks(text, reading, last),
        goes_back=bool({*words[:1]} & english.OPENS_EXCEPTION)
        or bool({*words[:_OPENING]} & english.TURNS_BACK)
        or first in _places(english.EXCLUDES, words, first),
        goes_on=bool(words) and words[0] in english.OPENS_LIMIT and breaks[-1] == ":",
        denied=_moved(_denied(words, breaks), first),
        supposed=_moved(_supposed(words, breaks), first),
        named=frozenset(_named(text, reading, first, last, breaks)),
        conditions=(
            *((first,) if words[:1] and words[0] in english.OPENS_REST else ()),
            *_places(english.CONDITIONS, words, first),
        ),
        scopes=_places(english.SCOPES, words, first),
        breaks=tuple(breaks),
        words=tuple(words),
    )


def _places(cues: tuple[str, ...], words: Sequence[str], first: int) -> tuple[int, ...]:
    return tuple(sorted({first + at for _, at, _ in _index(cues).find(words)}))


def _moved(places: Iterable[int], by: int) -> frozenset[int]:
    return frozenset(place + by for place in places)


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


def _denied(words: Sequence[str], breaks: Sequence[str]) -> Iterable[int]:
    """Give the words after a negation up to where the sentence turns."""
    denies = False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in english.TURNS or (word in english.PRONOUNS and before in english.JOINTS):
            denies = False
        if denies:
            yield at
        if word in english.NEGATIONS or (word == "t" and before in english.CONTRACTED):
            following = words[at + 1] if at + 1 < len(words) else ""
            denies = following not in english.NO_DENIAL and (
                word != "without" or following[-3:] == "ing"
            )
        if breaks[at] in (";", ":"):
            denies = False


def _supposed(words: Sequence[str], breaks: Sequence[str]) -> Iterable[int]:
    """Give the words after a request or an "if" up to a comma with a new subject behind it."""
    for _, _, end in _index(english.SUPPOSES).find(words):
        if words[end - 1] == "whether" and "or" in words[end : end + _EITHER]:
            continue  # "whether public or private, data are not sold" supposes nothing
        for at in range(end, len(words)):
            if breaks[at - 1] and (words[at] in english.PRONOUNS or breaks[at - 1] in ";:"):
                break
            yield at


def _named(
    text: str, reading: Reading, first: int, last: int, breaks: Sequence[str]
) -> Iterable[int]:
    """Give the words in quotation marks, in "do not … my", and in capitals amid small letters."""
    start, end = reading.spans[first][0], reading.spans[last - 1][1]
    quoted = [found.span() for found in _QUOTED.finditer(text, start, end) if " " in found.group(1)]
    words = reading.words
    for at in range(first, last):
        if any(left <= reading.spans[at][0] < right for left, right in quoted):
            yield at
    for at in range(first, last - 1):
        if words[at] == "do" and words[at + 1] == "not" and _is_order(text, reading, at, first):
            marks = [place for place in range(at, last) if breaks[place - first]]
            yield from range(at, min([at + 8, last, *(mark + 1 for mark in marks)]))
    titled = [at for at in range(first, last) if _is_capital(text, reading, at)]
    if len(titled) * 2 > last - first:
        return
    yield from (at for at in titled if at > first and {at - 1, at + 1} & set(titled))


def _is_order(text: str, reading: Reading, at: int, first: int) -> bool:
    """Return whether "do not" is what a link says: nobody is named who does not."""
    before = reading.words[at - 1] if at > first else ""
    if "my" in reading.words[at : at + 8] or _is_capital(text, reading, at + 1):
        return True
    return before not in english.COMPANY | english.READERS | english.OTHERS | english.BEFORE_DO


def _is_capital(text: str, reading: Reading, at: int) -> bool:
    word = text[slice(*reading.spans[at])]
    return word[:1].isupper() and word[1:].islower()
