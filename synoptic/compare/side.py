"""One side of a pair as it is meant: its sentences, and the cues by which differences are classed.

In: the text of a side and the words of its language. Out: for any stretch of it the cues
that it touches, what it denies, allows and limits, and who acts behind it. What a sentence
says is asked of `text.statement`, as the answers of the label do.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from synoptic.text.cues import CueIndex, parse_cue
from synoptic.text.languages.tables import LanguageWords, StatementWords
from synoptic.text.sentences import read, sentence_places
from synoptic.text.signs import Sign
from synoptic.text.statement import UNSAID, Statement, statement

RECIPIENT, SHARING, PURPOSE, USING, QUANTITY = (
    "recipient",
    "sharing",
    "purpose",
    "using",
    "quantity",
)


class Found(NamedTuple):
    """A cue and the words where it stands."""

    role: str
    cue: int
    first: int
    last: int
    """The word after its last."""


def _quantities(language: LanguageWords) -> Iterator[str]:
    """Give the cues of what counts, one for all forms of a unit or a month."""
    numbers, differences = language.numbers, language.differences
    yield from differences.quantities if differences else ()
    if numbers:
        uncounted = differences.no_quantities if differences else ()
        yield from (word for word in {**numbers.numbers, **numbers.large} if word not in uncounted)
        for unit in dict.fromkeys(numbers.units.values()):
            yield "|".join(form for form, named in numbers.units.items() if named == unit)
    yield from (names.replace("/", "|") for names in language.months.split())


@cache
def _cues(language: LanguageWords) -> tuple[tuple[str, ...], CueIndex]:
    """Return the role of each cue of a language, and the index that finds them all."""
    words = language.differences
    listed = [(QUANTITY, tuple(_quantities(language)))]
    if words:
        listed += [
            (RECIPIENT, words.recipients),
            (SHARING, words.sharing),
            (PURPOSE, words.purposes),
            (USING, words.using),
        ]
    roles = tuple(role for role, cues in listed for _ in cues)
    return roles, CueIndex([parse_cue(cue, {}) for _, cues in listed for cue in cues])


def cues_in(words: Sequence[str], language: LanguageWords) -> list[Found]:
    """Return all cues that stand in some words, by first word."""
    roles, index = _cues(language)
    return [Found(roles[cue], cue, first, last) for cue, first, last in index.find(words)]


class Side:
    """The text of one side. Stretches are given in characters, words by their place."""

    def __init__(self, text: str, language: LanguageWords) -> None:
        self.text = text
        self.language = language
        self.reading = read(text)
        self.cues = cues_in(self.reading.words, language)
        self._ends = [end for _, end in self.reading.spans]
        self._starts = [start for start, _ in self.reading.spans]
        self._sentences = sentence_places(self.reading)
        self._statements: dict[int, Statement] = {}

    def words(self, start: int, end: int) -> range:
        """Return the places of the words that a stretch touches."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def touched(self, role: str, words: range) -> list[Found]:
        """Return the cues of a role that some words touch."""
        return [found for found in self.cues if found.role == role and _touch(found, words)]

    def signs(self, words: range) -> list[Sign]:
        """Return what denies, allows or limits and begins among some words.

        "With your *express* consent" brings no other condition than "with your consent".
        """
        return [sign for meant in self._meant(words) for sign in meant.signs if sign.first in words]

    def actor_behind(self, words: range) -> str:
        """Return who does what is said right behind some words, where these are its subject."""
        place = words.stop
        for meant in self._meant(range(place, min(place + 1, len(self.reading.words)))):
            heads = words.start <= meant.first < place < meant.last
            if heads or self.reading.words[place] in meant.table.auxiliaries:
                return meant.actor(place)
        return UNSAID

    def _meant(self, words: range) -> Iterator[Statement]:
        """Give the sentences that some words touch, each read when first asked for."""
        table = self.language.statement
        if not words or table is None:
            return
        number = bisect_right(self._sentences, words.start, key=_first) - 1
        while number < len(self._sentences) and self._sentences[number][0] < words.stop:
            yield self._read(number, table)
            number += 1

    def _read(self, number: int, table: StatementWords) -> Statement:
        if number not in self._statements:
            self._statements[number] = statement(
                self.text, self.reading, *self._sentences[number], table
            )
        return self._statements[number]


def _first(place: tuple[int, int]) -> int:
    return place[0]


def _touch(found: Found, words: range) -> bool:
    return found.first < words.stop and words.start < found.last
