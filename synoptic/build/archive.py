"""From an edition to docs/: every policy on its own, then what stretches over all of them.

A file is made only if what it depends on has changed, or if it does not lie below docs/ as
it should. Of what was made before its key is known, and with it the hashes of its files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import TypeVar

from synoptic.build.cache import PACKAGE, code_version, decoded, encoded, key_of
from synoptic.build.edition import Edition
from synoptic.build.pairs import Pairing, PairJob, collated, pair_key, pairings
from synoptic.build.policy import PARTS, Made, PolicyJob, Summary, TableRows, made, policy_key
from synoptic.build.shelf import Shelf
from synoptic.build.workers import each
from synoptic.errors import SettingError
from synoptic.label.labels import Labels
from synoptic.model import Version
from synoptic.site import addresses
from synoptic.site.data import DataRows, data_files, report_files
from synoptic.site.feed import atom_feed
from synoptic.site.figures import Totals
from synoptic.site.pages import archive as archive_pages
from synoptic.site.pages import facts, topics
from synoptic.site.pages.environment import View, rendered
from synoptic.site.pages.pager import ROWS, parts_of
from synoptic.site.pages.topics import MatrixRow
from synoptic.site.publish import Publication, Published

_Kind = TypeVar("_Kind")

CODE = code_version(PACKAGE, "site", "build/archive.py")

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
        EditedPageError: A generated file was changed by hand since the last build.
        SettingError: A generated page would take the place of a hand-written one, or a
            file of corpus/ was changed during the build.
        OSError: docs/ cannot be written; it is as it was.

    """
    policies = _policies(edition, shelf)
    _collate(policies, shelf)
    with Publication(docs) as publication:
        press = _Press(publication, edition, labels, shelf)
        press.make_policies(policies)
        summaries = [press.rows(policy, "summary", Summary) for policy in policies]
        matrix = [row for summary in summaries for row in summary.matrix]
        readers = {reader for summary in summaries for reader in summary.readers}
        totals = topics.totals_of(edition.versions, matrix, readers, labels.topics)
        for number in range(1, parts_of(len(matrix)) + 1):
            press.make_tables(number, policies, matrix, totals)
        press.make_data(policies)
        press.add_sources()
        press.add_lists(matrix, totals)
        if edition.archive:
            changes = [change for summary in summaries for change in summary.changes]
            feed = atom_feed(edition.archive, edition.versions, changes)
            publication.add(addresses.FEED.file, [feed.encode("utf-8")])
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
        todo = [policy for policy in policies if not self._is_made(policy)]
        jobs = (_job(policy, self.shelf, self.edition) for policy in todo)
        results = each(made, jobs, len(todo), self.shelf.workers, "policies")
        for policy, result in zip(todo, results, strict=True):
            self._make(policy.key, ((name, [data]) for name, data in result.files.items()))
            self._keep(policy, result)

    def rows(self, policy: Policy, part: str, kind: type[_Kind]) -> _Kind:
        """Return what a policy has in tables; made anew if it was damaged."""
        kept = self.cache.get(_part_key(policy.key, part), kind)
        if kept is not None:
            return kept
        result = made(_job(policy, self.shelf, self.edition))
        self._keep(policy, result)
        return decoded(result.rows[part], kind)

    def make_tables(
        self, number: int, policies: Sequence[Policy], matrix: Sequence[MatrixRow], totals: Totals
    ) -> None:
        """Make one part of every table: a hundred versions, whatever policies they are of."""
        first, last = ROWS * (number - 1), ROWS * number
        cut = list(_cut(policies, first, last))
        keys = "\n".join(f"{policy.key} {start} {end}" for policy, start, end in cut)
        about = (keys, repr(number), repr(totals), self.edition.taxonomy.digest)
        key = key_of(CODE, *(part.encode() for part in about))
        if self._is_done(key):
            return
        rows = [
            row
            for policy, start, end in cut
            for row in self.rows(policy, "tables", list[TableRows])[start:end]
        ]
        views: Iterable[View] = chain(
            topics.views(
                number, totals, matrix[first:last], [r.topics for r in rows], self.labels.topics
            ),
            facts.views(number, totals, [row.answers for row in rows], self.labels.facts),
        )
        self._make(key, map(_finished, views))

    def make_data(self, policies: Sequence[Policy]) -> None:
        """Make the data files that hold something of every policy."""
        key = key_of(CODE, b"data", *(policy.key.encode() for policy in policies))
        if not self._is_done(key):
            self._make(key, data_files(lambda: self._data_rows(policies)))

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

    def add_lists(self, matrix: Sequence[MatrixRow], totals: Totals) -> None:
        """Make what is small and says something of the whole archive."""
        edition = self.edition
        views = archive_pages.views(
            edition.versions,
            matrix,
            self.labels.topics,
            edition.problems,
            edition.withdrawn,
            edition.apart,
            feed=edition.archive is not None,
        )
        reports = report_files(totals.figures, edition.problems, edition.withdrawn)
        for name, pieces in chain(
            map(_finished, views), ((name, [data]) for name, data in reports.items())
        ):
            self.publication.add(name, pieces)

    def _data_rows(self, policies: Sequence[Policy]) -> Iterator[DataRows]:
        for policy in policies:
            yield from self.rows(policy, "data", list[DataRows])[: len(policy.versions)]
        for policy in policies:
            if policy.apart:
                yield from self.rows(policy, "data", list[DataRows])[len(policy.versions) :]

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


def _finished(view: View) -> tuple[str, list[bytes]]:
    return view.here.file, [rendered(view).encode("utf-8")]


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


def _collate(policies: Iterable[Policy], shelf: Shelf) -> None:
    """Collate the pairs of texts that were not held against each other before."""
    todo = {
        key: pair
        for policy in policies
        for key, pair in policy.pairs.items()
        if not shelf.cache.has(key)
    }
    jobs = (_pair_job(pair, shelf) for pair in todo.values())
    found = each(collated, jobs, len(todo), shelf.workers, "pairs of versions")
    for key, collation in zip(todo, found, strict=True):
        shelf.cache.put(key, collation)


def _pair_job(pair: Pairing, shelf: Shelf) -> PairJob:
    old, new = pair
    return PairJob(shelf.content(old.record), shelf.content(new.record))


def _job(policy: Policy, shelf: Shelf, edition: Edition) -> PolicyJob:
    return PolicyJob(
        versions=policy.versions,
        apart=policy.apart,
        contents={record: shelf.content(record) for record in policy.records},
        collations=tuple(
            (old.id, new.id, shelf.cache.raw(key) or collated(_pair_job((old, new), shelf)))
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
