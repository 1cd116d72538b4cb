"""The nouns of the project: what the stages hand to one another.

Everything here is frozen. `None` always means "the source does not say".

    read      bytes       -> Capture
    clean     Capture     -> CleanText
    segment   CleanText   -> Document
    label     Document    -> LabelledDocument
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a captured text comes from, as far as its own header says."""

    site: str | None = None
    """The site under which the archive lists the capture, such as ``casio.com``."""

    captured_at: datetime | None = None
    """When the archive fetched the page: aware, UTC, to the second."""

    original_url: str | None = None
    """The address at that time (URI-R)."""

    memento_url: str | None = None
    """The archived copy for people, with the archive's frame around it (URI-M)."""

    memento_raw_url: str | None = None
    """The archived copy as it was received: the ``id_`` form of the same memento."""

    header: str = ""
    """The header itself, as it stood in the file; taken off the text."""

    header_lines: int = 0
    """How many lines of the file the header takes, blank lines after it included."""

    def __post_init__(self) -> None:
        if self.captured_at is not None and self.captured_at.tzinfo is None:
            raise ValueError(f"captured_at has no time zone: {self.captured_at}")

    @property
    def stamp(self) -> str | None:
        """Time of capture as ``2008-06-23T12:41:39Z``."""
        return f"{self.captured_at:%Y-%m-%dT%H:%M:%SZ}" if self.captured_at else None

    @property
    def day(self) -> str | None:
        """Day of capture as ``2008-06-23``."""
        return f"{self.captured_at:%Y-%m-%d}" if self.captured_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One stored file, decoded, with what is known about it."""

    name: str
    """The path below corpus/, with forward slashes, or the name given on the command line."""

    sha256: str
    """Fixity: hex digest of the stored bytes, before any decoding."""

    size: int
    """Length of the stored bytes."""

    media_type: str
    """``text/html``, ``text/markdown`` or ``text/plain``, recognised by content."""

    encoding: str
    """The encoding that the bytes were read with, as Python names it."""

    text: str
    """The whole decoded text with ``\\n`` line ends; the provenance header is taken off."""

    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A line break inside a block is ``\\n`` in its text."""

    text: str
    href: str = ""
    """Target of a link as written in the source (archive rewriting undone); empty for none."""
    strong: bool = False
    emphasis: bool = False
    supplied: bool = False
    """Not in the source: a name that we gave to an empty link or an image."""


class Kind(StrEnum):
    """What a block is in the layout of the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    TERM = "term"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A unit of layout. Nesting is told by `depth`, so that a text is a flat sequence.

    A PARAGRAPH with depth 2 continues the last ITEM of depth 2 above it.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    """The text; for a ROW the cells hold it instead."""

    level: int = 0
    """Of a HEADING: 1 to 6. Otherwise 0."""

    depth: int = 0
    """How many lists it stands in; 0 is outside all lists."""

    ordered: bool = False
    """Of an ITEM: whether its list counts."""

    marker: str = ""
    """Of an ITEM: the marker printed in the source ("1.", "(a)", "—"), or empty."""

    cells: tuple[tuple[Run, ...], ...] = ()
    """Of a ROW: one entry per cell, empty cells included."""

    head: bool = False
    """Of a ROW: whether its cells name the columns."""

    opens: bool = False
    """Whether an ITEM or ROW is the first of its list or table."""

    line: int = 0
    """Line of the source, counted from 1, header included; 0 if unknown."""

    place: str = ""
    """Where in the page it stood, outermost first, such as ``div#footer > ul > li``."""

    @property
    def text(self) -> str:
        """The words of the block as they stand, cells parted by tabs."""
        if self.kind is Kind.ROW:
            return "\t".join(text_of(cell) for cell in self.cells)
        return text_of(self.runs)


def text_of(runs: tuple[Run, ...]) -> str:
    """Join the source's own words of some runs; what we supplied is left out."""
    return "".join([run.text for run in runs if not run.supplied])


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Text of the source that is not policy text, with the reason for leaving it out."""

    rule: str
    """Name of the rule, as in the list of rules."""

    reason: str
    """One plain phrase for readers, such as "navigation"."""

    text: str
    line: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A change of form that keeps every word, with its reason."""

    rule: str
    reason: str
    text: str
    """The beginning of the text concerned, enough to find it."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """The policy's own text in its own order, and the account of everything else."""

    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    targets: tuple[str, ...] = ()
    """Addresses of links and images that the source spells out in its text (Markdown)."""


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
    """Of a list item: the sentence that opens the list or the item above it."""


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
    """The words that state it: an exact part of the clause."""

    clause: str
    """Id of the clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One captured text, cut into sections and clauses."""

    capture: Capture
    title: str | None
    sections: tuple[Section, ...]
    dates: tuple[StatedDate, ...]
    removals: tuple[Removal, ...]
    repairs: tuple[Repair, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in the order of the text."""
        return tuple(clause for section in self.sections for clause in section.clauses)

    @property
    def text_digest(self) -> str:
        """The same for two captures exactly if their headings and clauses read the same."""
        texts = (text for one in self.sections for text in (one.heading, *map(_read, one.clauses)))
        return sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One cue that fired: the reason for a tag."""

    topic: str
    cue: str
    """The cue as it is written in the taxonomy."""
    start: int
    end: int
    """Span in the clause's text, in characters; 0, 0 when the cue stood in a heading."""
    weight: float = 1.0
    where: str = "text"
    """``text``, ``heading`` or ``lead-in``: where the cue was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's word on a topic of a clause, which is above the rules'."""

    verdict: str
    """``confirm``, ``add`` or ``remove``; of a fact ``answer``."""
    by: str
    on: str
    """Date of the review, ISO 8601."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The presence of a topic in a clause."""

    topic: str
    clause: str
    quote: str
    """An exact part of the clause's text: all of it if short, else the sentence."""
    evidence: tuple[Evidence, ...] = ()
    review: Review | None = None

    @property
    def method(self) -> str:
        """``rule`` or ``person``: who has the last word on this tag."""
        return "person" if self.review else "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedTopic:
    """A line of the manifest: a person's verdict on a topic of the clause that holds a quote."""

    topic: str
    quote: str
    review: Review
    line: int
    """Line of the manifest, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedFact:
    """A line of the manifest: a person's answer to a question, above that of the rules."""

    question: str
    state: str
    value: str | int | None
    quote: str
    """Words that give the answer; empty where the policy is silent."""
    review: Review
    line: int
    """Line of the manifest, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the manifest says of one file: only what the file does not say itself."""

    name: str
    line: int = 0
    organisation: str | None = None
    document: str | None = None
    """Slug of the document in addresses; holds for all captures of the same address."""
    title: str | None = None
    language: str | None = None
    sector: str | None = None
    site: str | None = None
    captured_at: datetime | None = None
    original_url: str | None = None
    encoding: str | None = None
    rights: str | None = None
    withdrawn: str | None = None
    """Why the text is no longer published; the rest of the record stays."""
    dates: tuple[StatedDate, ...] = ()
    """Dates that the rules miss, each with its quote; the clause is found at build."""
    reviews: tuple[ReviewedTopic, ...] = ()
    facts: tuple[ReviewedFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The answer of one policy to one question, with the words that give it."""

    question: str
    state: str
    """``yes``, ``no``, ``conditional``, ``nothing-found`` or ``not-mentioned``."""
    value: str | int | None = None
    quote: str = ""
    clause: str = ""
    review: Review | None = None


def facts_by_question(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Group facts by question, in their order; the first of each is the one that tables show."""
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.question, []).append(fact)
    return grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDocument:
    """A document with what its clauses are about."""

    document: Document
    tags: tuple[Tag, ...]
    """In the order of the text, then of the taxonomy."""
    facts: tuple[Fact, ...] = ()
    overruled: tuple[Tag, ...] = ()
    """Tags of the rules that a person took back; shown, never counted."""
    words: Mapping[str, int] = field(default_factory=dict)
    """``source``, ``kept`` and ``removed``, as counted by the conservation check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One capture of a text that may have been captured more than once."""

    provenance: Provenance
    file: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One capture of one document with its place in the archive, ready to be published."""

    document: str
    """Slug of the policy through all its captures."""
    version: str
    """Day of capture, ``2008-06-23``, or ``undated``; longer where a day has two captures."""
    organisation: str | None
    title: str | None
    language: str | None
    sector: str | None
    rights: str | None
    provenance: Provenance
    """What the file says, completed from the manifest."""
    labelled: LabelledDocument
    sightings: tuple[Sighting, ...] = ()
    """All captures in a row that read the same, oldest first, this one included."""
    returns_to: str | None = None
    """An earlier version of the document with the same text, not the one just before."""

    @property
    def id(self) -> str:
        """Document and version: unique in the archive, and the page's address."""
        return f"{self.document}/{self.version}"

    @property
    def page(self) -> str:
        """Address of the page below the root of the site."""
        return f"policies/{self.id}/"

    @property
    def name(self) -> str:
        """What people call it: the organisation, else the site, else the document's slug."""
        return self.organisation or self.provenance.site or self.document

    @property
    def label(self) -> str:
        """Name and day of capture, such as "Acme (2008-06-23)"."""
        return f"{self.name} ({self.version})"

    @property
    def words(self) -> int:
        """Words of the policy text."""
        return self.labelled.words["kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A document that was set aside, or a warning about one that was not."""

    where: str
    what: str
    code: str
    hint: str = ""
    fatal: bool = True
    """Whether the document was set aside."""

    def __str__(self) -> str:
        text = f"{self.where}: {self.what} [{self.code}]"
        return f"{text}\n  help: {self.hint}" if self.hint else text


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
    """A negation or a modal verb: not, never; may, must, will."""
    NUMBER = "number"
    """A number, an amount, a period or a date."""
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
    def label(self) -> str:
        """What readers call it."""
        return _CHANGE_LABELS[self]


_CHANGE_LABELS = {
    Change.MODALITY: "negation or modality",
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
