"""How many of what: the figures at the head of a page of changes.

In: the pairs of a collation. Out: counts by kind, by class of difference, and in
words. Promise: the words of either text are all counted, each once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from synoptic.model import Change, Mark, Pair, PairKind
from synoptic.text.words import count_words


def kinds_of(pairs: Iterable[Pair]) -> dict[str, int]:
    """Count the pairs of each kind, in the order of `PairKind`."""
    return _ordered(PairKind, Counter(pair.kind for pair in pairs))


def changes_of(pairs: Iterable[Pair]) -> dict[str, int]:
    """Count the differences of each class, in the order of `Change`."""
    changes = (difference.change for pair in pairs for difference in pair.differences)
    return _ordered(Change, Counter(changes))


def _ordered(names: type[StrEnum], counts: Mapping[StrEnum, int]) -> dict[str, int]:
    return {str(name): counts[name] for name in names if name in counts}


def words_of(pairs: Sequence[Pair]) -> dict[str, int]:
    """Count the words that stayed, moved, went and came; all four keys are always there."""
    counts = {"same": 0, "moved": 0, "deleted": 0, "inserted": 0}
    for pair in pairs:
        for span in pair.spans:
            moved = pair.moved and span.mark is Mark.SAME
            counts["moved" if moved else str(span.mark)] += count_words(span.text)
    return counts
