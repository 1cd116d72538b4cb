"""Stored bytes to clean text: what `read` and `clean` hand on."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from synoptic.model.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a captured text comes from, as far as its own header says."""

    site: str | None = None
    """The site under which the archive lists the capture, such as ``casio.com``."""

    captured_at: Moment | None = None
    """When the archive fetched the page, as exact as it is known."""

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

    @property
    def host(self) -> str | None:
        """Machine of the original address, without ``www.``; None if unknown."""
        try:
            host = urlsplit(self.original_url or "").hostname
        except ValueError:  # such as an open bracket
            return None
        return host.removeprefix("www.") if host else None

    @property
    def stamp(self) -> str | None:
        """Time of capture as ``2008-06-23T12:41:39Z``, or as much of it as is known."""
        return self.captured_at.stamp if self.captured_at else None

    @property
    def day(self) -> str | None:
        """Day of capture as ``2008-06-23``, or the month or year if no more is known."""
        return self.captured_at.day if self.captured_at else None


UNKNOWN = Provenance()
"""Of a text of which nobody says where it comes from."""


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a text, with who says so."""

    tag: str | None = None
    """As in HTML: ``en``, ``pt-BR``; None if nobody says it and it could not be told."""

    source: str | None = None
    """``manifest``, ``page`` or ``detector``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One record, read and decoded: what the stages work on."""

    record: str
    """Id of the record, or the name given on the command line."""

    sha256: str
    """Fixity: hex digest of the bytes of the record, before any decoding."""

    size: int
    """Length of these bytes."""

    media_type: str
    """``text/html``, ``text/markdown`` or ``text/plain``, recognised by content."""

    encoding: str
    """The encoding that the bytes were read with, as Python names it."""

    guessed: bool = False
    """Whether nothing but the look of the bytes speaks for the encoding."""

    text: str
    """The whole decoded text with ``\\n`` line ends; the provenance header is taken off."""

    provenance: Provenance

    language: str | None = None
    """The language that the page declares, as in HTML."""

    direction: str | None = None
    """The direction of writing that the page declares: ``ltr`` or ``rtl``."""

    container: str = ""
    """Media type of the record where the text is one part of it; else empty."""

    @property
    def stored_as(self) -> str:
        """Media type of the record, such as ``multipart/related`` for a saved page."""
        return self.container or self.media_type


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

    count: int = 0
    """Of an ordered ITEM without a printed marker: the number that the source sets for it, as in
    ``<ol start="4">``; 0 where it just goes on counting."""

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
