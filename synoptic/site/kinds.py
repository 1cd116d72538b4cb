"""What a kind of page or file says of itself that is of no one policy.

Every policy gives rows to such kinds. Rows are kept, so that a page is made again without any
text. The three kinds differ in how many rows are in memory at a time: all, those of a hundred
versions, one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from synoptic.label.labels import Labels
from synoptic.model import LabelledVersion
from synoptic.site.addresses import Address
from synoptic.site.edition import Edition
from synoptic.site.figures import Totals
from synoptic.site.pages.environment import File, View
from synoptic.site.pages.topics import MatrixRow
from synoptic.site.pages.turns import Compared

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTexts:
    """One policy with its words: what its pages and its rows are made of."""

    versions: Sequence[LabelledVersion]
    """By the time of their first captures, undated last."""
    apart: Sequence[LabelledVersion]
    """What was captured at its address and probably is no policy."""
    compared: Sequence[Compared]
    """Older and newer version, with what changed."""
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What any page may know of the whole archive: all but the words of its texts."""

    edition: Edition
    labels: Labels
    matrix: Sequence[MatrixRow]
    """One row for each version."""
    totals: Totals


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """What each policy gives to pages or files of the whole archive."""

    name: str
    """No other rows have it."""
    type: type[list[Row]]
    """What they are read back as."""
    of: Callable[[PolicyTexts], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class AtOnce(Generic[Row]):
    """Pages or files that every build makes, of the rows of all policies at once.

    All of these rows lie in memory, so they are few and short.
    """

    files: Callable[[Whole, Sequence[Row]], Iterable[File]]
    rows: Rows[Row] | None = None
    """None where what is known of the whole archive is enough."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Pages with a row for each version, in parts of a hundred versions."""

    rows: Rows[Row]
    """One of each version."""
    views: Callable[[int, Whole, Sequence[Row]], Iterable[View]]
    """Called with the number of the part, from 1, and its rows."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to which each version gives a piece of text, and so may each page apart."""

    address: Address
    piece: Callable[[LabelledVersion, Sequence[str]], str]
    """Called with the version and the slugs of all topics."""
    whole: Callable[[Iterable[str]], Iterable[str]]
    """The whole file of the pieces of all versions, then of all pages apart."""
    with_apart: bool = False

    @property
    def rows(self) -> Rows[str]:
        """The pieces of the versions of a policy, then of its pages apart."""
        return Rows(self.address.name, list[str], self._pieces)

    def _pieces(self, policy: PolicyTexts) -> list[str]:
        texts = [*policy.versions, *(policy.apart if self.with_apart else ())]
        return [self.piece(text, policy.labels.topic_slugs) for text in texts]


Kind = AtOnce[Any] | Table[Any] | DataFile
