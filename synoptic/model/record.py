"""The unit of an archive: one captured text in a container, known before it is read."""

from collections.abc import Collection
from dataclasses import dataclass

from synoptic.model.archive import Problem
from synoptic.model.text import UNKNOWN, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One record of a container: all that is known of it but its bytes."""

    name: str = ""
    """What the container calls it; empty where the container holds one record."""
    offset: int = 0
    """Byte of the container at which it begins."""
    size: int
    """Length of its bytes, once they are unpacked."""
    sha256: str
    """Fixity: hex digest of these bytes, before any decoding to text."""
    charset: str = ""
    """The encoding of its text, as the container names it; empty if it does not."""
    provenance: Provenance = UNKNOWN
    """What the container says of where it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What is in one container."""

    members: tuple[Member, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Records that cannot be read, each under its name; without a name, the whole container."""


def record_id(container: str, member: str) -> str:
    """Return the id of a record: that of its container, and what this calls it.

    >>> record_id("acme/2012.html", ""), record_id("crawl.warc", "20120621/http://acme.example/")
    ('acme/2012.html', 'crawl.warc!20120621/http://acme.example/')
    """
    return f"{container}!{member}" if member else container


_LONGEST_PATH = 4096  # bytes that a system takes; without it many "!" would cost their square


def container_among(names: Collection[str], record: str) -> str | None:
    """Return the container of a record by its id; None if it is none of those named.

    >>> container_among(["a.warc", "odd!name"], "a.warc!2012/http://acme.example/!")
    'a.warc'
    >>> container_among(["a.warc", "odd!name"], "odd!name")
    'odd!name'
    """
    if record in names:
        return record
    ends = (place for place, sign in enumerate(record[:_LONGEST_PATH]) if sign == "!")
    return next((record[:end] for end in ends if record[:end] in names), None)
