"""From an edition to docs/: every policy on its own, then what stretches over all of them.

A file is made only if what it depends on has changed, or if it does not lie below docs/ as
it should. Of what was made before its key is known, and with it the hashes of its files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from synoptic.build.aside import SetAsideError, faults_of
from synoptic.build.cache import PACKAGE, code_version, decoded, encoded, key_of
from synoptic.build.collating import collate_all, collation
from synoptic.build.ended import Ended, Task
from synoptic.build.pairs import Pairing, pair_key, pairings
from synoptic.build.policy import PARTS, Made, PolicyJob, made, policy_key
from synoptic.build.shelf import Shelf
from synoptic.errors import CorpusError, SettingError
from synoptic.label.labels import Labels
from synoptic.model import Version
from synoptic.site import addresses
from synoptic.site.archive_wide import ARCHIVE_WIDE, MATRIX, READERS
from synoptic.site.edition import Edition
from synoptic.site.kinds import AtOnce, DataFile, Row, Rows, Table, Whole
from synoptic.site.pages.environment import file_of
from synoptic.site.pages.pager import ROWS, parts_of
from synoptic.site.pages.topics import totals_of
from synoptic.site.publish import Publication, Published

CODE = code_version(PACKAGE, "site", "build/archive.py")

Encoded = dict[str, bytes]
"""Rows of a policy by their name, each list encoded."""

Hashes = dict[str, str]
"""The files of something that was made: path below docs/ to SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One policy, or what was captured at its address and is none, with its key."""

    versions: tuple[Version, ...]
    apart: tuple[Version, ...]
    pairs: Mapping[str, Pairing]
    """Versions that are held against each other, by the key of their collation."""
    records: tuple[str, ...]
    """Those of which the contents are needed, by their ids."""
    key: str


def publish_archive(edition: Edition, labels: Labels, shelf: Shelf, docs: Path) -> Published:
    """Bring docs/ up to date with an edition.

    Raises:
        SetAsideError: The work on some versions was ended; docs/ is as it was.
        EditedPageError: A generated file was changed by hand since the last build.
        SettingError: A generated page would take the place of a hand-written one, or a
            file of corpus/ was changed during the build.
        OSError: docs/ cannot be written; it is as it was.

    """
    policies = _policies(edition, shelf)
    collate_all(chain(*(policy.pairs.items() for policy in policies)), shelf)
    with Publication(docs) as publication:
        press = _Press(publication, edition, labels, shelf)
        press.make_policies(policies)
        gathered = press.gathered(policies)
        whole = _whole(edition, labels, gathered)
        press.add_sources()
        for kind in ARCHIVE_WIDE:
            if isinstance(kind, Table):
                press.make_table(kind, policies, whole)
            elif isinstance(kind, DataFile):
                press.make_data(kind, policies)
            else:
                press.add_files(kind, whole, gathered)
        publication.add(addresses.PUBLISHED.file, [publication.hashes_for_readers()])
        return publication.finish()


class _Press:
    """Makes files, unless they lie below docs/ as they would be made."""

    def __init__(
        self, publication: Publication, edition: Edition, labels: Labels, shelf: Shelf
    ) -> None:
        self.publication, self.edition = publication, edition
        self.labels, self.shelf, self.cache = labels, shelf, shelf.cache

    def make_policies(self, policies: Sequence[Policy]) -> None:
        """Make the pages and texts of each policy, and its rows in all tables."""
        todo = {policy.key: policy for policy in policies if not self._is_made(policy)}
        tasks = {key: partial(self._task, policy) for key, policy in todo.items()}
        faults: dict[str, CorpusError] = {}
        for key, result in self.shelf.worked(made, tasks, "policies"):
            policy = todo[key]
            if isinstance(result, Ended):
                faults |= faults_of(result, (*policy.versions, *policy.apart), "making its pages")
                continue
            self._make(policy.key, ((name, [data]) for name, data in result.files.items()))
            self._keep(policy, result)
        if faults:
            raise SetAsideError(faults)

    def gathered(self, policies: Iterable[Policy]) -> dict[str, list[Any]]:
        """Return the rows of all policies that every build needs, by their name."""
        kinds = PARTS["at-once"]
        gathered: dict[str, list[Any]] = {kind.name: [] for kind in kinds}
        for policy in policies:
            for kind, rows in zip(kinds, self._rows(policy, "at-once", *kinds), strict=True):
                gathered[kind.name] += rows
        return gathered

    def make_table(self, table: Table[Any], policies: Sequence[Policy], whole: Whole) -> None:
        """Make all parts of a table."""
        for number in range(1, parts_of(len(whole.matrix)) + 1):
            self._make_part(table, number, policies, whole)

    def _make_part(
        self, table: Table[Row], number: int, policies: Sequence[Policy], whole: Whole
    ) -> None:
        """Make one part of a table: a hundred versions, whatever policies they are of."""
        cut = list(_cut(policies, ROWS * (number - 1), ROWS * number))
        keys = "\n".join(f"{policy.key} {start} {end}" for policy, start, end in cut)
        about = (table.rows.name, keys, repr(number), repr(whole.totals))
        digest = self.edition.taxonomy.digest
        key = key_of(CODE, *(part.encode() for part in (*about, digest)))
        if not self._is_done(key):
            rows = [
                row
                for policy, start, end in cut
                for row in self._rows(policy, "tables", table.rows)[0][start:end]
            ]
            self._make(key, map(file_of, table.views(number, whole, rows)))

    def make_data(self, file: DataFile, policies: Sequence[Policy]) -> None:
        """Make a data file that holds something of every policy."""
        name = file.address.file
        key = key_of(CODE, name.encode(), *(policy.key.encode() for policy in policies))
        if not self._is_done(key):
            text = file.whole(self._pieces(file, policies))
            self._make(key, [(name, (piece.encode("utf-8") for piece in text))])

    def add_sources(self) -> None:
        """Copy the stored bytes of every capture, where they do not lie already."""
        for version in (*self.edition.versions, *self.edition.apart):
            for capture in version.captures:
                name = addresses.stored(version, capture).file
                if self.publication.has({name: capture.sha256}):
                    continue
                if (
                    self.publication.add(name, [self.shelf.source(capture.record)])
                    != capture.sha256
                ):
                    problem = "this file was changed while the archive was built"
                    raise SettingError(capture.record, problem, hint="build again")

    def add_files(self, kind: AtOnce[Row], whole: Whole, gathered: Mapping[str, list[Row]]) -> None:
        """Make what is small and says something of the whole archive."""
        rows = gathered[kind.rows.name] if kind.rows else ()
        for name, pieces in kind.files(whole, rows):
            self.publication.add(name, pieces)

    def _pieces(self, file: DataFile, policies: Sequence[Policy]) -> Iterator[str]:
        """Yield what each version has in a file, then what each page apart has."""
        for policy in policies:
            yield from self._rows(policy, "data", file.rows)[0][: len(policy.versions)]
        for policy in policies:
            if policy.apart and file.with_apart:
                yield from self._rows(policy, "data", file.rows)[0][len(policy.versions) :]

    def _rows(self, policy: Policy, part: str, *kinds: Rows[Any]) -> list[list[Any]]:
        """Return rows of a policy, a list of each kind; made anew if they were damaged."""
        kept = self.cache.get(_part_key(policy.key, part), Encoded)
        try:
            return _decoded(kept or {}, kinds)
        except (KeyError, ValueError):
            result = self.shelf.crew.one(made, self._task(policy))
        if isinstance(result, Ended):
            raise SetAsideError(faults_of(result, policy.versions, "making its pages"))
        self._keep(policy, result)
        return _decoded(decoded(result.rows[part], Encoded), kinds)

    def _task(self, policy: Policy) -> Task[PolicyJob]:
        texts = len(policy.versions) + len(policy.apart)
        job = _job(policy, self.shelf, self.edition)
        return Task(job, self.shelf.limits.seconds * texts)

    def _is_made(self, policy: Policy) -> bool:
        kept = all(self.cache.has(_part_key(policy.key, part)) for part in PARTS)
        return self._is_done(policy.key) and kept

    def _is_done(self, key: str) -> bool:
        hashes = self.cache.get(_part_key(key, "hashes"), Hashes)
        return hashes is not None and self.publication.has(hashes)

    def _make(self, key: str, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        """Take up files, and remember their hashes by what they depend on."""
        hashes = {name: self.publication.add(name, pieces) for name, pieces in files}
        self.cache.put(_part_key(key, "hashes"), encoded(hashes))

    def _keep(self, policy: Policy, result: Made) -> None:
        for part, data in result.rows.items():
            self.cache.put(_part_key(policy.key, part), data)


def _whole(edition: Edition, labels: Labels, gathered: Mapping[str, list[Any]]) -> Whole:
    matrix, readers = gathered[MATRIX.name], set(gathered[READERS.name])
    totals = totals_of(edition.versions, matrix, readers, labels.topics)
    return Whole(edition=edition, labels=labels, matrix=matrix, totals=totals)


def _decoded(kept: Mapping[str, bytes], kinds: Iterable[Rows[Any]]) -> list[list[Any]]:
    return [decoded(kept[kind.name], kind.type) for kind in kinds]


def _part_key(key: str, part: str) -> str:
    return key_of(key.encode(), part.encode())


def _cut(policies: Sequence[Policy], first: int, last: int) -> Iterator[tuple[Policy, int, int]]:
    """Yield the policies that have versions in a part of all, and which of theirs it has."""
    place = 0
    for policy in policies:
        start, end = max(first - place, 0), min(last - place, len(policy.versions))
        if start < end:
            yield policy, start, end
        place += len(policy.versions)


def _job(policy: Policy, shelf: Shelf, edition: Edition) -> PolicyJob:
    return PolicyJob(
        versions=policy.versions,
        apart=policy.apart,
        contents={record: shelf.content(record) for record in policy.records},
        collations=tuple(
            (old.id, new.id, collation(key, (old, new), shelf))
            for key, (old, new) in policy.pairs.items()
        ),
        taxonomy=edition.taxonomy,
    )


def _policies(edition: Edition, shelf: Shelf) -> list[Policy]:
    """Gather the texts of each policy, in the order of their slugs."""
    texts = sorted((*edition.versions, *edition.apart), key=lambda version: version.policy)
    return [
        _policy(list(group), edition, shelf)
        for _, group in groupby(texts, key=lambda version: version.policy)
    ]


def _policy(texts: Sequence[Version], edition: Edition, shelf: Shelf) -> Policy:
    versions = tuple(version for version in texts if not version.no_policy)
    apart = tuple(version for version in texts if version.no_policy)
    pairs = {
        pair_key(shelf.key(old.record), shelf.key(new.record)): (old, new)
        for old, new in pairings(versions)
    }
    records = tuple(
        dict.fromkeys(record for version in texts for record in (version.record, version.signed))
    )
    keys = [*map(shelf.key, records), *pairs]
    key = policy_key(versions, apart, keys, edition.taxonomy)
    return Policy(versions=versions, apart=apart, pairs=pairs, records=records, key=key)
