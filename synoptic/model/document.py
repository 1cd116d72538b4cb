"""A text cut into sections and clauses: what `segment` hands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from synoptic.model.text import Block, Removal, Repair, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The smallest thing that is tagged, quoted and linked."""

    id: str
    """``c-`` and a short hash of its words, a counter for repeats; an anchor on the page."""

    number: str
    """For people, such as ``3.2``: second clause of the third section."""

    block: Block
    """Kind, runs, marker and nesting."""

    text: str
    """Its words in one piece; line breaks are kept, table cells are parted by " | "."""

    title: str = ""
    """A title at its head, set apart by emphasis and a line break; part of `text`."""

    lead_in: str = ""
    """Of a list item: the text that opens the list, or the item above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that have an anchor of their own: a heading or a clause."""

    id: str
    """Of the section or of the clause."""

    number: str
    """For people: ``3`` for the third heading, ``3.2`` for the second clause under it."""

    text: str

    is_heading: bool

    above: tuple[str, ...]
    """The headings above it, outermost first, and the lead-in of a list item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and the clauses under it, up to the next heading."""

    id: str
    """An anchor on the page, made from the words of the heading."""

    number: int
    """Counted from 1 through the document; 0 for text before the first heading."""

    heading: str
    """Empty for text before the first heading."""

    block: Block | None
    """The heading itself, None before the first one."""

    level: int
    """1 for the highest; a section is never more than one level below the one before."""

    path: tuple[str, ...]
    """The headings above it and its own, outermost first."""

    clauses: tuple[Clause, ...]

    @property
    def passages(self) -> Iterator[Passage]:
        """The heading and its clauses, in their order."""
        if self.heading:
            yield Passage(
                id=self.id,
                number=str(self.number),
                text=self.heading,
                is_heading=True,
                above=self.path[:-1],
            )
        for clause in self.clauses:
            yield Passage(
                id=clause.id,
                number=clause.number,
                text=clause.text,
                is_heading=False,
                above=(*self.path, clause.lead_in),
            )


def _read(clause: Clause) -> str:
    return " ".join(f"{clause.block.marker} {clause.text}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date that the policy states about itself."""

    kind: str
    """``enacted``, ``amended`` or ``effective``."""

    date: str
    """ISO 8601, as exact as the source: ``2016-05-01``, ``2005-11`` or ``2005``."""

    quote: str
    """The words that state it: an exact part of the clause or heading."""

    clause: str
    """Id of the clause, or of the section whose heading states it: an anchor either way."""

    lead_in: str = ""
    """The heading or clause above that says what date it is, where the quote is the date alone."""

    unclear: str = ""
    """Day and month as written where they can be read in two ways, such as ``03/04/2018``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One captured text, cut into sections and clauses."""

    source: Source
    title: str | None
    sections: tuple[Section, ...]
    dates: tuple[StatedDate, ...]
    removals: tuple[Removal, ...]
    repairs: tuple[Repair, ...]
    title_source: str | None = None
    """Where the title stood: ``heading`` or ``page``, the title of the web page."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in the order of the text."""
        return tuple(clause for section in self.sections for clause in section.clauses)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All headings and clauses in the order of the text."""
        return tuple(passage for section in self.sections for passage in section.passages)

    @property
    def text_digest(self) -> str:
        """The same for two captures exactly if their headings and clauses read the same."""
        texts = (
            text
            for section in self.sections
            for text in (section.heading, *map(_read, section.clauses))
        )
        return sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
