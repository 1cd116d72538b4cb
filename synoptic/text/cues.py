"""The language of cues, and one scan that finds all of them at once.

    parse_cue     "we keep|store ... data"  -> elements
    CueIndex      all cues                  -> a tree of words
    find          words                     -> which cue stands where

A cue is a few words. They match whole words, in any case; punctuation and
hyphens in the text only part words. The signs:

    a|b      one of these words             data?   the word may be missing
    retain*  words that begin so            @data   any word of a named list
    ...      up to `GAP` words in between, within one sentence

Promise: one pass over the text whatever the number of cues; the work per word
is bounded by the cues that begin with it, never by the length of the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from synoptic.text.sentences import BORDER
from synoptic.text.words import words_of

GAP = 5
"""Words that ``...`` may stand for; six and seven found as many wrong as right sentences."""

MAX_VOCABULARY = 100_000
"""Remembered words; a text of random words must not fill the memory."""

Element = tuple[str, ...] | None
"""The words that fit one place of a cue (a trailing ``*`` marks a stem); None is a gap."""


def parse_cue(cue: str, lists: Mapping[str, Sequence[str]]) -> tuple[tuple[Element, ...], ...]:
    """Return the sequences of elements that a cue stands for: several if words are optional.

    Raises:
        ValueError: An unknown list, an empty alternative, or a gap at the edge.

    >>> parse_cue("keep|store ... data?", {})
    ((('keep', 'store'), None, ('data',)), (('keep', 'store'),))

    """
    sequences: list[tuple[Element, ...]] = [()]
    for part in cue.split():
        if part == "...":
            sequences = [(*done, None) for done in sequences]
            continue
        elements = _elements(part.removesuffix("?"), lists, cue)
        longer = [done + elements for done in sequences]
        sequences = longer + sequences if part.endswith("?") else longer
    trimmed = dict.fromkeys(_trim(sequence) for sequence in sequences)
    if not cue.split() or () in trimmed or cue.startswith("...") or cue.endswith("..."):
        raise ValueError(f"the cue {cue!r} has no words, or a gap at its edge")
    return tuple(trimmed)


def _trim(sequence: tuple[Element, ...]) -> tuple[Element, ...]:
    """Drop the gaps that a missing optional word left at the edges."""
    while sequence and sequence[0] is None:
        sequence = sequence[1:]
    while sequence and sequence[-1] is None:
        sequence = sequence[:-1]
    return sequence


def _elements(part: str, lists: Mapping[str, Sequence[str]], cue: str) -> tuple[Element, ...]:
    """Return one element, or several for a word that hyphens or apostrophes part."""
    if "|" not in part and not part.startswith("@") and not part.endswith("*"):
        words = words_of(part.lower())
        if not words:
            raise ValueError(f"{part!r} in the cue {cue!r} is no word")
        return tuple((word,) for word in words)
    return (tuple(chain.from_iterable(_words(name, lists, cue) for name in part.split("|"))),)


def _words(name: str, lists: Mapping[str, Sequence[str]], cue: str) -> Iterable[str]:
    if name.startswith("@"):
        if name[1:] not in lists:
            raise ValueError(f"the cue {cue!r} names the list {name!r}, which there is not")
        return lists[name[1:]]
    if words_of(name) != [name.removesuffix("*")]:
        raise ValueError(f"{name!r} in the cue {cue!r} is not one word")
    return (name.lower(),)


@dataclass(slots=True)
class _Node:
    """A place in the tree of words: what may follow, and the cues that end here."""

    words: dict[str, list["_Node"]] = field(default_factory=dict)
    stems: dict[str, list["_Node"]] = field(default_factory=dict)
    gap: "_Node | None" = None
    cues: list[int] = field(default_factory=list)
    elements: dict[tuple[str, ...], "_Node"] = field(default_factory=dict)
    """The same children by element; needed only while the tree is built."""

    def follow(self, element: tuple[str, ...]) -> "_Node":
        """Return the child for an element, a new one if need be."""
        if element not in self.elements:
            self.elements[element] = child = _Node()
            for word in element:
                table = self.stems if word.endswith("*") else self.words
                table.setdefault(word.rstrip("*"), []).append(child)
        return self.elements[element]


class _Stems(dict[str, tuple[str, ...]]):
    """Which stems a word begins with: worked out when the word is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.known: set[str] = set()
        self.longest = 0

    def add(self, stems: Iterable[str]) -> None:
        for stem in stems:
            self.known.add(stem)
            self.longest = max(self.longest, len(stem))

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > MAX_VOCABULARY:
            self.clear()
        # A word may have a million letters; no stem has.
        ends = range(1, min(len(word), self.longest) + 1)
        prefixes = (word[:end] for end in ends)
        self[word] = stems = tuple(prefix for prefix in prefixes if prefix in self.known)
        return stems


class CueIndex:
    """All cues as one tree of words; `find` walks it. Cues are known by their number."""

    def __init__(self, cues: Sequence[tuple[tuple[Element, ...], ...]]) -> None:
        """Build the tree; the number of a cue is its place in `cues`."""
        self._root = _Node()
        self._stems = _Stems()
        for number, sequences in enumerate(cues):
            for sequence in sequences:
                self._add(sequence, number)

    def _add(self, sequence: tuple[Element, ...], number: int) -> None:
        node = self._root
        for element in sequence:
            if element is None:
                node.gap = node = node.gap or _Node()
                continue
            node = node.follow(element)
            self._stems.add(word[:-1] for word in element if word.endswith("*"))
        node.cues.append(number)

    def find(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return (cue, first word, word after the last) for every match, by first word."""
        known = self._stems
        stems = [known[word] for word in words]
        found: list[tuple[int, int, int]] = []
        first = self._root.words
        for place, word in enumerate(words):
            if word in first:
                _walk(first[word], place, words, stems, found)
            if stems[place]:
                _walk(_by_stem(self._root, stems[place]), place, words, stems, found)
        return found


def _by_stem(node: _Node, stems: Sequence[str]) -> list[_Node]:
    return [child for stem in stems for child in node.stems.get(stem, ())]


def _walk(
    starts: Sequence[_Node],
    start: int,
    words: Sequence[str],
    stems: Sequence[Sequence[str]],
    found: list[tuple[int, int, int]],
) -> None:
    """Follow the tree from its first word on; depth is bounded by the longest cue.

    The innermost loop of the tagger: kept flat, a call per step costs a fifth more.
    """
    end = len(words)
    open_nodes = [(node, start + 1) for node in starts]
    while open_nodes:
        node, place = open_nodes.pop()
        for cue in node.cues:
            found.append((cue, start, place))
        if place >= end:
            continue
        if words[place] in node.words:
            open_nodes += [(child, place + 1) for child in node.words[words[place]]]
        if node.stems and stems[place]:
            open_nodes += [(child, place + 1) for child in _by_stem(node, stems[place])]
        if node.gap is None:
            continue
        after = node.gap.words
        for further in range(place, min(place + GAP + 1, end)):
            word = words[further]
            if word == BORDER:
                break
            if word in after:
                open_nodes += [(child, further + 1) for child in after[word]]
            if stems[further] and node.gap.stems:
                open_nodes += [(child, further + 1) for child in _by_stem(node.gap, stems[further])]
