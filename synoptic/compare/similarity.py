"""How much two units have in common, and which are worth comparing at all.

In: the units of either text. Out: for a unit of one side the few units of the other
that share rare words with it; and the share of words that two units have in common,
a rare word counting more than a frequent one.

Time is about linear in the words: frequent words lead to no candidates.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from synoptic.text.tokens import tokenise

_STEM = 6
"""Letters of a word that count: "website" and "websites", "modify" and "modified"."""

_FREQUENT = 40
"""A word or two words in a row that more units have than this lead to no candidates."""

_CANDIDATES = 12
"""Units of the other side that are compared with one unit."""

Bag = Counter[str]
"""How often each word stands in a unit, or in several together."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The words of a unit, prepared for comparing."""

    stems: tuple[str, ...]
    """The first letters of each word, in their order."""
    bag: Bag
    features: frozenset[str]
    """The words, and each two in a row: what may lead to a candidate."""

    @property
    def words(self) -> int:
        """How many words the unit has."""
        return len(self.stems)


def profile_of(text: str) -> Profile:
    """Count the words of a text by their first letters.

    >>> sorted(profile_of("Our websites").features)
    ['our', 'our websit', 'websit']
    """
    stems = tuple(token.key[:_STEM] for token in tokenise(text))
    twos = (f"{one} {other}" for one, other in pairwise(stems))
    return Profile(stems, Counter(stems), frozenset(stems).union(twos))


class Weights:
    """What each word counts for: less, the more units of either text have it."""

    def __init__(self, old: Iterable[Profile], new: Iterable[Profile]) -> None:
        frequency: Counter[str] = Counter()
        for side in (old, new):
            # The greater of the two sides: a word is no less rare for being on both.
            frequency |= Counter(word for profile in side for word in profile.features)
        self._weights = {word: _weight(word, count) for word, count in frequency.items()}

    def __getitem__(self, word: str) -> float:
        return self._weights[word]

    def of(self, bag: Bag) -> float:
        """Add up the weights of all words."""
        return math.fsum(self._weights[word] * count for word, count in bag.items())

    def shared(self, one: Bag, other: Bag) -> float:
        """Add up the weights of the words that both have, as often as both have them."""
        # Counter goes through its left side: a heading against a page is 5 steps, not 5,000.
        return self.of(one & other if len(one) <= len(other) else other & one)

    def overlap(self, one: Bag, other: Bag) -> float:
        """Return the weighted share of words in common, in any order: 0 none, 1 all."""
        total = self.of(one) + self.of(other)
        return 2.0 * self.shared(one, other) / total if total else 0.0

    def alikeness(self, one: Profile, other: Profile) -> tuple[float, float]:
        """Return how much of two units is in common, and that in the same order.

        The first, 0 nothing to 1 the same words, favours words in the same order, but
        lets sentences change places. The second tells rivals apart: two clauses of one
        subject share many words, but not the order of them.
        """
        overlap = self.overlap(one.bag, other.bag)
        order: float = Indel.normalized_similarity(one.stems, other.stems)
        mean = (overlap + order) / 2
        return (max(overlap, mean), mean) if overlap else (0.0, 0.0)


def _weight(word: str, count: int) -> float:
    # Short words are mostly grammar, in every language that parts its words.
    return min(1.0, len(word) / 4) / (1.0 + math.log(count))


def candidates(
    old: Mapping[int, Profile], new: Mapping[int, Profile], weights: Weights
) -> list[tuple[int, int]]:
    """Return the places (old, new) of units that share rare words, in order.

    Each unit of either side is offered the `_CANDIDATES` of the other that share most.
    """
    forth = _offers(old, new, weights)
    back = {(i, j) for j, i in _offers(new, old, weights)}
    return sorted(forth | back)


def _offers(
    asking: Mapping[int, Profile], asked: Mapping[int, Profile], weights: Weights
) -> set[tuple[int, int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, profile in asked.items():
        for word in profile.features:
            places[word].append(place)
    offers = set()
    for place, profile in asking.items():
        scores = _scores(profile, places, weights)
        best = sorted(scores, key=lambda other: (-scores[other], other))
        offers |= {(place, other) for other in best[:_CANDIDATES]}
    return offers


def _scores(
    profile: Profile, places: Mapping[str, list[int]], weights: Weights
) -> dict[int, float]:
    scores: defaultdict[int, float] = defaultdict(float)
    # Sorted, because the sum of fractions depends on their order in the last digit.
    for word in sorted(profile.features):
        found = places.get(word, ())
        if len(found) <= _FREQUENT:
            for other in found:
                scores[other] += weights[word]
    return scores
