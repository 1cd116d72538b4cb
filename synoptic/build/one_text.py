"""From one record to its clean text, the way that all go: the build, commands, checks.

read → clean → judge → account

A command that shows one document goes the same way as the build, so that it shows what the
build will publish: with the file's entry, the limits of the manifest and the word proof.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from synoptic.cleaning import clean_page, refuse_empty
from synoptic.cleaning.account import account
from synoptic.corpus.limits import USUAL, Limits, check_clauses
from synoptic.corpus.records import Record
from synoptic.formats.read import read
from synoptic.model import UNKNOWN, CleanText, Document, Entry, Finding, Provenance, Source
from synoptic.recognise import no_policy
from synoptic.segment import segment

BY_HAND = Finding("by_hand", "not a policy, says the curator")


@dataclass(frozen=True, slots=True)
class Opened:
    """A record that was read, with all else that its text depends on."""

    id: str
    """Of the record, or what messages call it."""
    data: bytes
    entry: Entry
    limits: Limits = USUAL
    container: str = ""
    """Path below the corpus of the file that holds it."""
    charset: str = ""
    """The encoding of its text, as its container names it; empty if it does not."""
    provenance: Provenance = UNKNOWN
    """What its container says of where it comes from."""

    @classmethod
    def of(cls, record: Record, entry: Entry, limits: Limits) -> Self:
        """Read a record.

        Raises:
            UnreadableError: The system refuses, or it is not what it was.

        """
        told = record.member
        data = record.read()
        return cls(record.id, data, entry, limits, record.container, told.charset, told.provenance)

    @classmethod
    def alone(cls, data: bytes, name: str) -> Self:
        """Return a document that lies in no archive."""
        return cls(name, data, Entry(record=name))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A capture with its clean text, each word of it accounted for."""

    source: Source
    text: CleanText
    words: Mapping[str, int]
    """Visible words: ``source``, ``kept`` and ``removed``."""
    no_policy: Finding | None
    """Why the page is probably no policy; None for a policy."""

    @property
    def document(self) -> Document:
        """The text cut into sections and clauses."""
        return segment(self.source, self.text)


def source_of(opened: Opened) -> Source:
    """Read a document as its entry says.

    Raises:
        CorpusError: Empty, binary, undecodable, or with a faulty header.

    """
    return read(
        opened.data,
        opened.id,
        opened.entry.encoding,
        charset=opened.charset,
        told=opened.provenance,
    )


def cleaned(source: Source, opened: Opened) -> Cleaned:
    """Clean what was read.

    Raises:
        CorpusError: There is no policy text, there is too much, or words do not add up.

    """
    text = clean_page(source)
    finding = _no_policy(source, text, opened.entry)
    if not finding:
        refuse_empty(source, text)
    check_clauses(len(text.blocks), opened.limits, opened.id)
    return Cleaned(source, text, account(source, text), finding)


def policy_text(opened: Opened) -> Cleaned:
    """Read and clean a document that is to be shown as a policy, whatever rules take it for.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    made = cleaned(source_of(opened), opened)
    refuse_empty(made.source, made.text)
    return made


def _no_policy(source: Source, text: CleanText, entry: Entry) -> Finding | None:
    """Judge a captured page, unless a curator has said what it is or a reader has read it."""
    if entry.policy is False:
        return BY_HAND
    if entry.policy or entry.reviews or entry.facts or entry.read:
        return None
    return no_policy(source, text)
