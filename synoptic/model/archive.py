"""Documents in an archive: what the manifest says, and what is published."""

from dataclasses import dataclass, field
from typing import Self

from synoptic.directions import set_apart
from synoptic.errors import CorpusError
from synoptic.model.document import Document, StatedDate
from synoptic.model.labels import LabelledDocument, Reading, ReviewedFact, ReviewedTopic
from synoptic.model.moment import Moment
from synoptic.model.text import Provenance, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the manifest says of one record: only what the record does not say itself."""

    record: str
    """Id of the record, or name of a container, for all in it."""
    line: int = field(default=0, repr=False)
    """Line of the manifest, for messages; no result depends on it."""
    organisation: str | None = None
    document: str | None = None
    """Slug of the document in addresses; holds for all captures of the same address."""
    title: str | None = None
    language: str | None = None
    default_language: str | None = None
    """What the manifest says of all records: holds where the record itself says nothing."""
    sector: str | None = None
    site: str | None = None
    captured_at: Moment | None = None
    added: Moment | None = None
    """When the record came into the archive."""
    original_url: str | None = None
    encoding: str | None = None
    rights: str | None = None
    withdrawn: str | None = None
    """Why the text is no longer published; the rest of the record stays."""
    policy: bool | None = None
    """Whether it is a policy, if a curator has said so; else the rules judge."""
    dates: tuple[StatedDate, ...] = ()
    """Dates that the rules miss, each with its quote; the clause is found at build."""
    reviews: tuple[ReviewedTopic, ...] = ()
    facts: tuple[ReviewedFact, ...] = ()
    read: Reading | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a file is taken for no capture, or a captured page for no policy."""

    rule: str
    """Name of the rule, by which the site explains it."""
    reason: str
    """One plain phrase for readers, such as "robot check"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A capture: one sighting of a text, as one record holds it."""

    name: str
    """Day of capture, or ``undated``; longer where the policy has another capture of that name."""
    provenance: Provenance
    record: str
    """Id of the record: the path of a file below corpus/, or ``path!member``."""
    container: str
    """The path of the file, which may hold many records."""
    sha256: str
    """Hex digest of the bytes of the record."""
    added: Moment | None = None
    """When it came into the archive, if a curator has said it."""

    @property
    def member(self) -> str | None:
        """What the container calls the record; None where the file is the record."""
        return self.record.removeprefix(self.container)[1:] or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One distinct text of one policy with all its captures: what lists know of it."""

    policy: str
    """Slug of the policy through all its versions."""
    version: str
    """Name of its first capture, such as ``2008-06-23``, or as much of the day as is known."""
    organisation: str | None
    title: str | None
    title_source: str | None
    """``manifest``, ``heading`` or ``page``; None without a title."""
    language: str | None
    sector: str | None
    rights: str | None
    words: int
    """Words of the policy text."""
    provenance: Provenance
    """Of its first capture: what the file says, completed from the manifest."""
    signed: str
    """The record on which a reader said something, else that of the first capture."""
    captures: tuple[Capture, ...]
    """All captures that read the same, oldest first, undated last; never empty."""
    no_policy: Finding | None = None
    """Why the captured page is probably no policy; None for a policy."""

    @property
    def id(self) -> str:
        """Policy and version: unique in the archive."""
        return f"{self.policy}/{self.version}"

    @property
    def name(self) -> str:
        """What people call it: the organisation, else the site, its host, the title, the slug."""
        known = self.organisation or self.provenance.site or self.provenance.host
        return set_apart(known or self.title or self.policy)

    @property
    def dated_name(self) -> str:
        """Name and day of the first capture, such as "Acme (2008-06-23)"."""
        return f"{self.name} ({self.version})"

    @property
    def when(self) -> str | None:
        """Day of capture, or the time where a day has two versions; None if unknown."""
        day = self.provenance.day
        return day if day is None or self.version.endswith(day) else self.provenance.stamp

    @property
    def record(self) -> str:
        """Id of the record of its first capture."""
        return self.captures[0].record


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledVersion(Version):
    """A version with its text, ready to be published."""

    labelled: LabelledDocument

    @property
    def document(self) -> Document:
        """The text, cut into sections and clauses."""
        return self.labelled.document

    @property
    def source(self) -> Source:
        """What it was read from."""
        return self.document.source


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fault, for which a file is set aside, or a warning, for which none is."""

    where: str
    what: str
    code: str
    hint: str = ""
    fatal: bool = True
    """False for a warning."""

    @classmethod
    def of(cls, error: CorpusError) -> Self:
        """Return a fault or a warning as it is reported."""
        return cls(
            where=error.where,
            what=error.problem,
            code=error.code,
            hint=error.hint,
            fatal=error.fatal,
        )

    def __str__(self) -> str:
        kind = "" if self.fatal else "warning: "
        text = f"{self.where}: {kind}{self.what} [{self.code}]"
        return f"{text}\n  help: {self.hint}" if self.hint else text
