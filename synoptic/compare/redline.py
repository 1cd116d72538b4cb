"""Word-by-word redline of two texts.

Three steps, named as in collation (the Gothenburg model):

    tokenise   text            -> words with their places
    align      words, words    -> runs of words in common
    redline    text, text      -> spans that are the same, deleted or inserted

Promise: the same and the deleted spans, joined, are the older text to the last
character; the same and the inserted ones are the newer. A difference has at most
one deleted and one inserted span, in that order, and no two differences touch. Words
that differ in case alone, and what stands between words, are compared as well.
How spans look is not decided here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from synoptic.compare.align import Words, common_runs
from synoptic.model import Mark
from synoptic.text.marks import STOPS, WIDE_STOPS
from synoptic.text.tokens import Token, letters_of, tokenise


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch on both sides: equal, or an older wording and a newer one."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether both sides agree to the character."""
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two texts with the words that they have in common."""

    old: str
    new: str
    old_tokens: list[Token]
    new_tokens: list[Token]
    matches: list[tuple[int, int]]
    """Numbers of the words that are the same word, rising on both sides."""


def align(old: str, new: str) -> Aligned:
    """Find the words that two texts have in common, in order."""
    old_tokens, new_tokens = tokenise(old), tokenise(new)
    runs = common_runs(_words(old, old_tokens), _words(new, new_tokens))
    matches = [(run.old + k, run.new + k) for run in runs for k in range(run.size)]
    return Aligned(old, new, old_tokens, new_tokens, matches)


def _words(text: str, tokens: list[Token]) -> Words:
    ends = [0, *(token.end for token in tokens)]
    gaps = [text[end : token.start] for end, token in zip(ends, tokens, strict=False)]
    openings = [_opening(gap, first=place == 0) for place, gap in enumerate(gaps)]
    return Words([token.key for token in tokens], openings)


def _opening(gap: str, *, first: bool) -> int:
    if first or any(sign in gap for sign in f"{STOPS}{WIDE_STOPS}\n"):
        return 2
    return 1 if any(sign in gap for sign in ",;:(，、") else 0


def redline(old: str, new: str) -> list[Piece]:
    """Return the two texts as pieces in turn the same and different.

    >>> [(piece.old, piece.new) for piece in redline("Kept 30 days.", "Kept for 30 days")]
    [('Kept ', 'Kept '), ('', 'for '), ('30 days', '30 days'), ('.', '')]
    """
    if old == new:
        return [Piece(old, new)] if old else []
    return _pieces(align(old, new))


@dataclass(slots=True)
class _Stretch:
    """Pieces in a row that will be one."""

    pieces: list[Piece]
    same: bool
    has_letters: bool
    keeps_letters: bool
    """Whether both sides have the same letters and figures but for case."""

    @classmethod
    def of(cls, piece: Piece) -> Self:
        """Begin a stretch."""
        letters = letters_of(piece.old)
        return cls([piece], piece.same, bool(letters), letters == letters_of(piece.new))

    @property
    def is_recased(self) -> bool:
        """Whether nothing but the case of its words, and signs, changed."""
        return self.has_letters and self.keeps_letters and not self.same

    def add(self, other: Self) -> None:
        """Put another stretch behind this one."""
        self.pieces += other.pieces
        self.has_letters |= other.has_letters
        self.keeps_letters &= other.keeps_letters

    def piece(self) -> Piece:
        """Return the stretch as one piece."""
        olds, news = (each.old for each in self.pieces), (each.new for each in self.pieces)
        return Piece("".join(olds), "".join(news))


def _pieces(aligned: Aligned) -> list[Piece]:
    """Put together what belongs together. Linear cost."""
    joined: list[_Stretch] = []
    for piece in _cut(aligned):
        if not (piece.old or piece.new):
            continue
        stretch = _Stretch.of(piece)
        if joined and joined[-1].same == stretch.same:
            joined[-1].add(stretch)
        elif len(joined) > 1 and _is_bridge(joined[-2], joined[-1], stretch):
            joined[-2].add(joined.pop())
            joined[-1].add(stretch)
        else:
            joined.append(stretch)
    return [stretch.piece() for stretch in joined]


def _is_bridge(before: _Stretch, between: _Stretch, after: _Stretch) -> bool:
    """Return whether two words in a row changed only in case, as in "Of Cookies": one change."""
    if not between.same or between.has_letters:
        return False
    return before.is_recased and after.is_recased


def _cut(aligned: Aligned) -> Iterator[Piece]:
    old_end = new_end = 0
    for i, j in aligned.matches:
        one, other = aligned.old_tokens[i], aligned.new_tokens[j]
        # Between two words that stayed there may be words that did not, or signs alone.
        yield from _trimmed(aligned.old[old_end : one.start], aligned.new[new_end : other.start])
        yield Piece(aligned.old[one.start : one.end], aligned.new[other.start : other.end])
        old_end, new_end = one.end, other.end
    yield from _trimmed(aligned.old[old_end:], aligned.new[new_end:])


def _trimmed(old: str, new: str) -> Iterator[Piece]:
    """Part the signs and spaces that two stretches share at either end from the rest."""
    head = _shared_signs(old, new)
    rest = min(len(old), len(new)) - head
    tail = min(_shared_signs(old[::-1], new[::-1]), rest)
    yield Piece(old[:head], new[:head])
    yield Piece(old[head : len(old) - tail], new[head : len(new) - tail])
    yield Piece(old[len(old) - tail :], new[len(new) - tail :])


def _shared_signs(old: str, new: str) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other or one.isalnum():
            break
        count += 1
    return count


def marks_of(piece: Piece) -> list[tuple[str, Mark]]:
    """Return the texts of a piece with the side they stand on; empty ones are left out."""
    if piece.same:
        return [(piece.old, Mark.SAME)]
    sides = ((piece.old, Mark.DELETED), (piece.new, Mark.INSERTED))
    return [(text, mark) for text, mark in sides if text]
