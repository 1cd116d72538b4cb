"""What a corpus holds: its records, what belongs to saved pages, and what cannot be read.

A file that holds many records is gone through once: what is in it is kept by its digest.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from synoptic.build.cache import PACKAGE, Cache, code_version, encoded, key_of
from synoptic.build.warned import not_a_capture
from synoptic.corpus.containers import container_of
from synoptic.corpus.containers.answer import is_brotli_read
from synoptic.corpus.folder import opened
from synoptic.corpus.limits import Limits
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.records import Record, indexed, records_in
from synoptic.errors import CorpusError, CorpusWarning
from synoptic.model import Index, Problem, container_among, record_id
from synoptic.recognise import SAVED, in_saved_page

CODE = code_version(
    PACKAGE, "version.py", "errors.py", "plain.py", "directions.py", "model", "text", "corpus"
)


@dataclass(frozen=True)
class Listing:
    """All that lies in a corpus, unread but for what is needed to know it."""

    records: tuple[Record, ...]
    """In the order of their files, and in the order that these hold them in."""
    parts: Mapping[str, CorpusWarning]
    """What a browser put beside the pages that it saved, by name or id."""
    problems: tuple[Problem, ...]
    """What cannot be read: each one file or one record."""

    def knows(self, record: str) -> bool:
        """Return whether there is a record of this id, or was before its file broke."""
        return record in self._names or container_among(self._gone, record) is not None

    @cached_property
    def _names(self) -> Collection[str]:
        return {name for record in self.records for name in (record.id, record.container)}

    @cached_property
    def _gone(self) -> Collection[str]:
        return {problem.where for problem in self.problems} | self.parts.keys()


def listed(corpus: Path, names: Sequence[str], manifest: Manifest, cache: Cache) -> Listing:
    """Return what is in the files of a corpus.

    Args:
        corpus: The folder.
        names: Of the files in it.
        manifest: Says how much a file may hold, and which part of a page is a policy.
        cache: Holds what was in files that are as they were.

    """
    parts = _parts_of_pages(names, manifest)
    whole = [name for name in names if name not in parts]
    records, problems = _read(corpus, whole, manifest.limits, cache)
    parts |= _parts_of_pages(list(records), manifest)
    kept = tuple(record for record in records.values() if record.id not in parts)
    return Listing(kept, parts, tuple(problems))


def _parts_of_pages(names: Sequence[str], manifest: Manifest) -> dict[str, CorpusWarning]:
    """Find what a browser put beside the pages that it saved; such files are not read."""
    known = frozenset(names)
    return {
        name: not_a_capture(name, SAVED)
        for name in names
        if in_saved_page(name, known) and not manifest.entry(name).policy
    }


def _read(
    corpus: Path, names: Iterable[str], limits: Limits, cache: Cache
) -> tuple[dict[str, Record], list[Problem]]:
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            index = _index(corpus, name, limits, cache)
        except CorpusError as fault:
            problems.append(Problem.of(fault))
            continue
        problems += [
            replace(problem, where=record_id(name, problem.where)) for problem in index.problems
        ]
        for record in records_in(corpus, name, index):
            if record.id in records:
                problems.append(_two_of_one_id(record, records[record.id]))
            else:
                records[record.id] = record
    return records, problems


def _two_of_one_id(record: Record, first: Record) -> Problem:
    problem = f"a record of {first.container} has the same id"
    return Problem.of(CorpusError(record.id, problem, hint="rename one of the two files"))


def _index(corpus: Path, name: str, limits: Limits, cache: Cache) -> Index:
    with opened(corpus, name) as file:
        container = container_of(file)
        if not container.holds_many:
            return indexed(file, limits)
        file.seek(0)
        digest = file_digest(file, "sha256").digest()
        about = f"{container.kind} {limits.bytes} {limits.records} {is_brotli_read()}"
        key = key_of(CODE, digest, about.encode())
        index = cache.get(key, Index)
        if index is None:
            index = indexed(file, limits)
            cache.put(key, encoded(index))
        return index
