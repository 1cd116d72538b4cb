"""Finding the one record that a command is about, with what the manifest says of it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from synoptic.build.one_text import Opened
from synoptic.build.workers import in_time
from synoptic.corpus.folder import corpus_files
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.files import manifest_of
from synoptic.corpus.records import Record, index_of, record_named
from synoptic.model import Entry

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Named:
    """A record that somebody named."""

    record: Record
    manifest: Manifest
    """What holds for it; an empty one for a record that lies in no corpus."""

    @property
    def entry(self) -> Entry:
        """What the manifest says of it."""
        return self.manifest.entry(self.record.container, self.record.member.name)


def of_record(
    work: Callable[[Opened], _Result], opened: Opened, ready: Callable[[], object] = int
) -> _Result:
    """Return what some work makes of a document, in the time that the manifest allows.

    Args:
        work: A function that another process can import.
        opened: The document.
        ready: Loads what the work needs, which is not counted.

    Raises:
        CorpusError: The document cannot be read, or it takes too long.

    """
    return in_time(work, opened, opened.limits.seconds, opened.id, "reading it", ready)


def read_record(file: str, corpus: Path) -> Opened:
    """Read a document.

    Args:
        file: A path, or ``path!member`` for a file that holds many; ``-`` is standard input.
        corpus: The folder whose manifest holds for the files in it, and for no others.

    Raises:
        CorpusError: The record or its entry in the manifest cannot be used.
        OSError: There is no such file.

    """
    if file == "-":
        return Opened.alone(sys.stdin.buffer.read(), "standard input")
    path, _ = parted(file)
    if not path.is_file():  # a pipe, or nothing
        return Opened.alone(path.read_bytes(), file)
    found = named(file, corpus)
    opened = Opened.of(found.record, found.entry, found.manifest.limits)
    return replace(opened, id=file, entry=replace(opened.entry, record=file))


def named(file: str, corpus: Path) -> Named:
    """Find a record by what a person calls it.

    Raises:
        CorpusError: There is none, or its entry in the manifest cannot be used.

    """
    path, member = parted(file)
    name = name_below(path, corpus)
    names, _ = corpus_files(corpus) if name else ([], ())
    inside = name in names
    manifest = manifest_of(corpus, names) if inside else Manifest()
    whole = path.resolve()  # what a person names may be a link to anywhere
    folder, container = (corpus, name) if inside else (whole.parent, whole.name)
    record = record_named(folder, container, member, index_of(folder, container, manifest.limits))
    for fault in manifest.faults_of(container, record.member.name):
        raise fault
    return Named(record, manifest)


def parted(file: str) -> tuple[Path, str]:
    """Part ``path!member`` where there is a file of that path; else all of it is the path."""
    path = Path(file)
    for end in (place for place, sign in enumerate(file) if sign == "!" and not path.is_file()):
        if Path(file[:end]).is_file():
            return Path(file[:end]), file[end + 1 :]
    return path, ""


def name_below(file: Path, corpus: Path) -> str:
    """Return what the manifest calls a file; empty if it does not lie in the corpus."""
    root, whole = corpus.resolve(), file.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""
