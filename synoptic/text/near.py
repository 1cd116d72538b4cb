"""Which of many names somebody may have meant who wrote one that is not among them.

In: the names that there are, and one that there is not. Out: those that come near it.
Promise: many questions cost little more than one, as they are asked where a whole folder
was renamed.
"""

import difflib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import takewhile
from operator import eq

_FEW = 24
"""Names that are all looked at, and that a message can name all."""
_AROUND = 3
"""Of more names, how many before and behind it in the order of their beginnings and ends."""
_ALIKE = 0.6
"""Part of the longer name that must be the same at the two ends."""
_LONGEST = 500
"""Letters of a name that can be meant for another; comparing costs the square of it."""


class Names:
    """Names that there are.

    >>> Names(["title", "sector"]).near("titel")
    ['title']
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)

    @property
    def are_few(self) -> bool:
        """Whether a message can name them all."""
        return len(self.names) <= _FEW

    def near(self, name: str, most: int = 1) -> list[str]:
        """Return the names that come nearest, the nearest first; none if none is near."""
        if len(name) > _LONGEST:
            return []
        if self.are_few:
            return difflib.get_close_matches(name, self.names, n=most)
        around = {*_around(name, self._by_beginning), *(_turned(self._alike_at_end(name)))}
        alike = sorted((-_likeness(name, other), other) for other in around)
        return [other for likeness, other in alike[:most] if -likeness >= _ALIKE]

    def _alike_at_end(self, name: str) -> Sequence[str]:
        return _around(name[::-1], self._by_end)

    @cached_property
    def _by_beginning(self) -> list[str]:
        return sorted(self.names)

    @cached_property
    def _by_end(self) -> list[str]:
        return sorted(_turned(self.names))


def _turned(names: Iterable[str]) -> list[str]:
    return [name[::-1] for name in names]


def _around(name: str, ordered: Sequence[str]) -> Sequence[str]:
    place = bisect_left(ordered, name)
    return ordered[max(place - _AROUND, 0) : place + _AROUND]


def _likeness(name: str, other: str) -> float:
    """Return which part of the longer name both have at their beginnings and ends."""
    start = _in_common(name, other)
    end = _in_common(name[start:][::-1], other[start:][::-1])
    return (start + end) / max(len(name), len(other), 1)


def _in_common(one: str, other: str) -> int:
    """Return with how many same letters both begin."""
    return sum(takewhile(bool, map(eq, one, other)))
