"""Two texts side by side: what `compare` hands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from synoptic.model.text import Kind


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a unit's text that carries a link or an emphasis."""

    start: int
    end: int
    value: str
    """The target of the link as written, or ``strong`` or ``emphasis``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A clause or a heading, as collation sees it."""

    id: str
    index: int
    """Place in its own text, counted from 0, headings included."""
    kind: Kind
    text: str
    number: str = ""
    """For people: that of the clause, or of the section that a heading opens."""
    path: tuple[str, ...] = ()
    """The headings it stands under, outermost first; a heading does not name itself."""
    lead_in: str = ""
    level: int = 0
    """Of a heading: 1 for the highest. Otherwise 0."""
    form: str = ""
    """Its layout apart from words, such as ``heading 2`` or ``item 1. depth 1``."""
    links: tuple[Stretch, ...] = ()
    emphasis: tuple[Stretch, ...] = ()


class Mark(StrEnum):
    """On which side of a redline some words stand."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Change(StrEnum):
    """What a difference is about; a difference has one class, the first that fits."""

    MODALITY = "modality"
    """A negation, a modal verb or a condition: not; may, must, will; unless, with your consent."""
    NUMBER = "number"
    """A number, an amount, a period or a date."""
    PARTY = "party"
    """Who acts: the company, the reader or others."""
    RECIPIENT_ADDED = "recipient-added"
    """Somebody else who gets data, or another purpose of using it."""
    RECIPIENT_DROPPED = "recipient-dropped"
    LINK = "link"
    """The target of a link, or an address printed in the text."""
    WORDING = "wording"
    TYPOGRAPHY = "typography"
    """Punctuation, case, or the spelling of one word in two."""
    FORMATTING = "formatting"
    """White space, emphasis, list markers, levels of headings, paragraphs cut or joined."""

    @property
    def trivial(self) -> bool:
        """Whether the words, numbers and targets are the same on both sides."""
        return self in (Change.TYPOGRAPHY, Change.FORMATTING)

    @property
    def phrase(self) -> str:
        """What readers call it."""
        return _CHANGE_PHRASES[self]


_CHANGE_PHRASES = {
    Change.MODALITY: "negation, modality or condition",
    Change.PARTY: "who acts",
    Change.NUMBER: "number, amount or date",
    Change.RECIPIENT_ADDED: "recipient or purpose added",
    Change.RECIPIENT_DROPPED: "recipient or purpose dropped",
    Change.LINK: "link target",
    Change.WORDING: "wording",
    Change.TYPOGRAPHY: "punctuation, case or typography",
    Change.FORMATTING: "formatting",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a redline."""

    text: str
    mark: Mark
    difference: int | None = None
    """Which of the pair's differences it belongs to; None for words that are the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the sides of a pair part; its words, or targets, or forms."""

    change: Change
    old: str
    """Empty when something was put in."""
    new: str
    """Empty when something was taken out."""


class PairKind(StrEnum):
    """What became of a unit, or of some neighbouring units."""

    SAME = "same"
    """The same words in the same place; trivial differences are possible."""
    REWORDED = "reworded"
    MOVED = "moved"
    """Stands elsewhere among its neighbours; reworded as well if it has other differences."""
    SPLIT = "split"
    """One older unit is several newer ones in a row."""
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def phrase(self) -> str:
        """What readers call it."""
        return "Same words" if self is PairKind.SAME else self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Units of two texts that belong together, or a unit that stands alone."""

    kind: PairKind
    old: tuple[Unit, ...]
    """Empty when added."""
    new: tuple[Unit, ...]
    """Empty when removed."""
    moved: bool = False
    """Whether it changed places; told apart from `kind` for what is split or merged as well."""
    similarity: float = 0.0
    """Weighted share of words in common, 0 to 1; 0 for what stands alone."""
    spans: tuple[Span, ...] = ()
    """The redline. Units of one side are parted by a blank line."""
    differences: tuple[Difference, ...] = ()
    """Those in the words, in their order, then those of links and of formatting."""

    @property
    def identical(self) -> bool:
        """Whether the sides agree to the last character, link and style."""
        return bool(self.old and self.new) and not self.differences

    @property
    def trivial(self) -> bool:
        """Whether it may be folded: nothing but trivial differences, and in its old place."""
        return not self.moved and all(each.change.trivial for each in self.differences)

    @property
    def reworded(self) -> bool:
        """Whether both sides exist and part in more than trivial ways."""
        sides = bool(self.old and self.new)
        return sides and any(not each.change.trivial for each in self.differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """Two texts side by side: every unit of either is in exactly one pair."""

    pairs: tuple[Pair, ...]
    """In the order of the newer text; what was removed follows what it followed."""

    kinds: Mapping[str, int] = field(default_factory=dict)
    """How many pairs there are of each kind that occurs."""

    changes: Mapping[str, int] = field(default_factory=dict)
    """How many differences there are of each class, trivial ones included."""

    words: Mapping[str, int] = field(default_factory=dict)
    """``same``, ``moved``, ``deleted`` and ``inserted``: words of the redlines. What is
    the same in a pair that moved counts as moved; the older text has same + moved +
    deleted words, the newer text same + moved + inserted."""

    @property
    def older(self) -> tuple[Unit, ...]:
        """The units of the older text in their order."""
        units = (unit for pair in self.pairs for unit in pair.old)
        return tuple(sorted(units, key=lambda unit: unit.index))

    @property
    def newer(self) -> tuple[Unit, ...]:
        """The units of the newer text in their order."""
        units = (unit for pair in self.pairs for unit in pair.new)
        return tuple(sorted(units, key=lambda unit: unit.index))
