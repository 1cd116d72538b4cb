"""What a container can do, whatever it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from synoptic.corpus.limits import Limits
from synoptic.errors import CorpusError
from synoptic.model import UNKNOWN, Member, Provenance

Found = Member | CorpusError
"""A record, or why one cannot be read: the fault is under its name, or under none where it is
that of the whole container."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """How the records of one kind of file are found and read."""

    kind: str
    """For messages, such as ``WARC file``."""
    recognises: Callable[[BinaryIO], bool]
    """Whether an opened file is one, by its content; asked in the order of `CONTAINERS`."""
    members: Callable[[BinaryIO, Limits], Iterator[Found]]
    """Yields the records in the order of the file, each under another name. No damage to one
    stops the others; nothing that is unpacked takes more memory than the limits allow."""
    read: Callable[[BinaryIO, Member], bytes]
    """Returns the bytes of one record, without going through those before it. Raises ValueError
    where they are not there any more."""
    holds_many: bool = True
    """Whether it has to be gone through to know what is in it."""


def member_of(
    data: bytes,
    name: str = "",
    offset: int = 0,
    *,
    charset: str = "",
    provenance: Provenance = UNKNOWN,
) -> Member:
    """Return what is known of a record whose bytes are at hand."""
    return Member(
        name=name,
        offset=offset,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        charset=charset,
        provenance=provenance,
    )


def begins_with(file: BinaryIO, sign: bytes) -> bool:
    """Return whether these are the first bytes of a file."""
    file.seek(0)
    return file.read(len(sign)) == sign
