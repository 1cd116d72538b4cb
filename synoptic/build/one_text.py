"""From one stored file to its clean text, the way that all go: the build, commands, checks.

read → clean → judge → account

A command that shows one document goes the same way as the build, so that it shows what the
build will publish: with the file's entry, the limits of the manifest and the word proof.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from synoptic.cleaning import clean_page, refuse_empty
from synoptic.cleaning.account import account
from synoptic.corpus.limits import USUAL, Limits, check_clauses
from synoptic.formats.read import read
from synoptic.model import CleanText, Document, Entry, Finding, Source
from synoptic.recognise import no_policy
from synoptic.segment import segment

BY_HAND = Finding("by_hand", "not a policy, says the curator")


@dataclass(frozen=True, slots=True)
class Record:
    """One document with all that its text depends on."""

    name: str
    """Of the file, or what messages call it."""
    data: bytes
    entry: Entry
    limits: Limits = USUAL

    @classmethod
    def alone(cls, data: bytes, name: str) -> "Record":
        """Return a document that no manifest says anything of."""
        return cls(name, data, Entry(name=name))


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


def source_of(record: Record) -> Source:
    """Read a document as its entry says.

    Raises:
        CorpusError: Empty, binary, undecodable, or with a faulty header.

    """
    return read(record.data, record.name, record.entry.encoding)


def cleaned(source: Source, record: Record) -> Cleaned:
    """Clean what was read.

    Raises:
        CorpusError: There is no policy text, there is too much, or words do not add up.

    """
    text = clean_page(source)
    finding = _no_policy(source, text, record.entry)
    if not finding:
        refuse_empty(source, text)
    check_clauses(len(text.blocks), record.limits, record.name)
    return Cleaned(source, text, account(source, text), finding)


def policy_text(record: Record) -> Cleaned:
    """Read and clean a document that is to be shown as a policy, whatever rules take it for.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    made = cleaned(source_of(record), record)
    refuse_empty(made.source, made.text)
    return made


def _no_policy(source: Source, text: CleanText, entry: Entry) -> Finding | None:
    """Judge a captured page, unless a curator has said what it is or a reader has read it."""
    if entry.policy is False:
        return BY_HAND
    if entry.policy or entry.reviews or entry.facts or entry.read:
        return None
    return no_policy(source, text)
