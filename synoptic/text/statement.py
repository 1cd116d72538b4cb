"""How a sentence says what it says: the one reading of a sentence for all that judge it.

Comes in: a text, its words, the place of one sentence, and the words of its language.
Goes out: a `Statement`: what is denied, what is only supposed or named, where a condition
limits it, and who acts. Answers, topics and changes ask it. Promise: it reads words,
never guesses; a word that it cannot place is the company's business and is affirmed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.text.languages.tables import StatementWords
from synoptic.text.named import linked_words, titled_words
from synoptic.text.sentences import Reading, marks_between
from synoptic.text.signs import (
    CONDITION,
    EXCLUDES,
    MODAL,
    NEGATION,
    REFUSES,
    SCOPE,
    SUPPOSES,
    Sign,
    denied_words,
    is_numbered,
    signs_in,
    supposed_words,
)

COMPANY, READER, OTHER, UNSAID = "company", "reader", "other", "unsaid"
"""Who acts; `UNSAID` where the sentence is passive or names nobody."""

_OPENING = 5
"""Words at the head of a sentence among which "however" speaks of the sentence before."""


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
    breaks = marks_between(text, reading, first, last)
    found = signs_in(words, first, table)
    negations, denied = denied_words(words, breaks, table)
    return Statement(
        table=table,
        first=first,
        last=last,
        asks=_asks(text, reading, last),
        goes_back=bool({*words[:1]} & table.opens_exception)
        or bool({*words[:_OPENING]} & table.turns_back)
        or any(sign.first == first for sign in found.get(EXCLUDES, ())),
        goes_on=bool(words) and words[0] in table.opens_limit and breaks[-1] == ":",
        denied=frozenset(first + place for place in denied),
        supposed=frozenset(supposed_words(found.get(SUPPOSES, ()), words, breaks, first, table)),
        named=frozenset(
            (
                *linked_words(text, reading, first, last, breaks, table),
                *titled_words(text, reading, first, last),
            )
        ),
        conditions=(
            *((first,) if words[:1] and words[0] in table.opens_rest else ()),
            *_places(found.get(CONDITION, ())),
        ),
        scopes=_places(found.get(SCOPE, ())),
        breaks=tuple(breaks),
        words=tuple(words),
        signs=(
            *(Sign(NEGATION, 0, first + at, first + at + 1) for at in negations),
            *(Sign(NEGATION, 0, sign.first, sign.last) for sign in found.get(REFUSES, ())),
            *(sign for sign in found.get(MODAL, ()) if not is_numbered(words, sign.first - first)),
            *found.get(CONDITION, ()),
        ),
    )


def _places(signs: Iterable[Sign]) -> tuple[int, ...]:
    return tuple(sorted({sign.first for sign in signs}))


def _asks(text: str, reading: Reading, last: int) -> bool:
    end = reading.spans[last][1] if last < len(reading.spans) else len(text)
    return text[:end].rstrip("\"'”’ )").endswith("?")
