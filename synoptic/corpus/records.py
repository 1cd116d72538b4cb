"""What corpus/ yields: records, of which all is known but the bytes, and these when asked for.

A plain file is a container of one record and has its name for an id; of a container of many
each record has an id of its own, `path!member`. All that comes later knows a record by its id.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from synoptic.corpus.containers import container_of
from synoptic.corpus.folder import opened
from synoptic.corpus.limits import HINT, Limits
from synoptic.errors import (
    CorpusError,
    DamagedError,
    EmptyDocumentError,
    TooLargeError,
    UnreadableError,
)
from synoptic.model import Index, Member, Problem, record_id


@dataclass(frozen=True, slots=True)
class Record:
    """One captured text as it is stored."""

    corpus: Path
    """The folder."""
    container: str
    """Path of the file below it."""
    member: Member

    @property
    def id(self) -> str:
        """The path of the file, or ``path!member`` where it holds many records."""
        return record_id(self.container, self.member.name)

    def read(self) -> bytes:
        """Return its bytes; nothing of them is kept.

        Raises:
            UnreadableError: The system refuses, or they are not what they were.

        """
        with opened(self.corpus, self.container) as file:
            try:
                data = container_of(file).read(file, self.member)
            except ValueError:
                data = b""
        if sha256(data).hexdigest() != self.member.sha256:
            raise UnreadableError(self.id, "it changed while it was read", hint="build again")
        return data


def index_of(corpus: Path, name: str, limits: Limits) -> Index:
    """Go through a file of the corpus once, to know what is in it.

    Raises:
        UnreadableError: The system refuses, or the file changes while it is read.

    """
    with opened(corpus, name) as file:
        return indexed(file, limits)


def indexed(file: BinaryIO, limits: Limits) -> Index:
    """Go through an opened file, to know what is in it."""
    container = container_of(file)
    found = list(islice(container.members(file, limits), limits.records + 1))
    if len(found) > limits.records:
        problem = f"this {container.kind} holds more than {limits.records} records"
        found = [TooLargeError("", problem, hint=HINT.format("records"))]
    return Index(
        members=tuple(member for member in found if isinstance(member, Member)),
        problems=tuple(Problem.of(fault) for fault in found if isinstance(fault, CorpusError)),
    )


def record_named(corpus: Path, container: str, member: str, index: Index) -> Record:
    """Return one record of a file.

    Args:
        corpus: The folder.
        container: Path of the file below it.
        member: What the container calls the record; may be empty where it holds one.
        index: What is in the file.

    Raises:
        CorpusError: There is no such record, or it cannot be read.

    """
    for problem in index.problems:
        if problem.where == member or not problem.where:
            error = _ERRORS.get(problem.code, CorpusError)
            raise error(record_id(container, problem.where), problem.what, hint=problem.hint)
    names = [found.name for found in index.members]
    if not member and len(names) == 1:
        return Record(corpus, container, index.members[0])
    if member not in names:
        what = (
            f"there is no record {member!r} in it" if member else f"it holds {len(names)} records"
        )
        raise UnreadableError(container, what, hint=_choice(container, member, names))
    return Record(corpus, container, index.members[names.index(member)])


_ERRORS = {error.code: error for error in (DamagedError, EmptyDocumentError, TooLargeError)}
_FEW = 5


def _choice(container: str, member: str, names: Sequence[str]) -> str:
    near = get_close_matches(member, names, n=_FEW) if member else names[:_FEW]
    ids = ", ".join(repr(record_id(container, name)) for name in near or names[:_FEW])
    more = ", …" if len(names) > len(near) else ""
    return f"name one of its records: {ids}{more}"


def records_in(corpus: Path, name: str, index: Index) -> Iterator[Record]:
    """Yield the records of a file."""
    return (Record(corpus, name, member) for member in index.members)
