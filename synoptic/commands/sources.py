"""Reading the one document that a command is about, with what the manifest says of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from synoptic.build.one_text import Record
from synoptic.corpus.limits import within
from synoptic.corpus.manifest.files import manifest_of
from synoptic.corpus.records import corpus_files, stored_bytes


@contextmanager
def read_record(file: str, corpus: Path) -> Iterator[Record]:
    """Give a document for as long as the manifest allows work on it.

    Args:
        file: A path; ``-`` is standard input.
        corpus: The folder whose manifest holds for the files in it, and for no others.

    Raises:
        CorpusError: The file or its entry in the manifest cannot be used.
        OSError: There is no such file.

    """
    record = _record(file, corpus)
    with within(record.limits.seconds, record.name):
        yield record


def _record(file: str, corpus: Path) -> Record:
    if file == "-":
        return Record.alone(sys.stdin.buffer.read(), "standard input")
    name = name_below(Path(file), corpus)
    names, _ = corpus_files(corpus) if name else ([], ())
    if name not in names:
        return Record.alone(Path(file).read_bytes(), file)
    manifest = manifest_of(corpus, names)
    for fault in manifest.faulty.get(name, ()):
        raise fault
    data = stored_bytes(corpus, name, manifest.limits.bytes)
    return Record(file, data, replace(manifest.entry(name), name=file), manifest.limits)


def name_below(file: Path, corpus: Path) -> str:
    """Return what the manifest calls a file; empty if it does not lie in the corpus."""
    root, whole = corpus.resolve(), file.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""
