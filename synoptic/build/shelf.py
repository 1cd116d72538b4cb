"""The results of all records of a build: from the cache, or worked out, and read when needed."""

from collections.abc import Iterable, Iterator, Sequence

from synoptic.build.cache import Cache, encoded, key_of
from synoptic.build.one_text import Opened
from synoptic.build.result import Job, Result, Stored, result_key, work
from synoptic.build.workers import Workers, each
from synoptic.corpus.limits import Limits
from synoptic.corpus.records import Record
from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.errors import CorpusError
from synoptic.model import Entry, Problem


class Shelf:
    """Knows where the result of every record lies; holds none of them."""

    def __init__(
        self, taxonomy: TaxonomyText, limits: Limits, cache: Cache, workers: Workers
    ) -> None:
        self.taxonomy, self.limits = taxonomy, limits
        self.cache, self.workers = cache, workers
        self._stored: dict[str, Stored] = {}

    def stored(self, record: Record, entry: Entry) -> Stored:
        """Take up a record, so that its result can be asked for by its id."""
        key = result_key(record, entry, self.limits, self.taxonomy)
        self._stored[record.id] = Stored(record, entry, key)
        return self._stored[record.id]

    def results(self, stored: Sequence[Stored]) -> dict[str, Result]:
        """Return what became of each record, in their order; what is kept is not worked out."""
        kept = {one.id: result for one in stored if (result := self._kept(one))}
        todo = [one for one in stored if one.id not in kept]
        sent: list[Stored] = []
        found = each(work, self._jobs(todo, sent, kept), len(todo), self.workers, "records")
        for (result, content), one in zip(found, sent, strict=False):  # sent grows as it is read
            kept[one.id] = result
            if content:
                self.cache.put(_content_key(one.key), content)
            if result.lasting:
                self.cache.put(one.key, encoded(result))
        return {one.id: kept[one.id] for one in stored}

    def content(self, record: str) -> bytes:
        """Return the encoded content of a record that has a place in the archive."""
        stored = self._stored[record]
        kept = self.cache.raw(_content_key(stored.key))
        return kept if kept is not None else work(self._job(stored))[1]

    def key(self, record: str) -> str:
        """Return the key of a record's result: the same key, the same content."""
        return self._stored[record].key

    def source(self, record: str) -> bytes:
        """Return the stored bytes of a record."""
        return self._stored[record].record.read()

    def texts_of(self, stored: Iterable[Stored]) -> dict[str, Stored]:
        """Return records by the digest of their text; nothing of them is kept."""
        texts = {}
        for one in stored:
            place = work(self._job(one))[0].placed
            if place and place.words:
                texts[place.text] = one
        return texts

    def forget(self, record: str) -> None:
        """Let nothing of a record's result stay in the cache."""
        key = self._stored[record].key
        self.cache.forget(key)
        self.cache.forget(_content_key(key))

    def _kept(self, stored: Stored) -> Result | None:
        result = self.cache.get(stored.key, Result)
        if result is None or (result.placed and not self.cache.has(_content_key(stored.key))):
            return None
        return result

    def _jobs(
        self, todo: Iterable[Stored], sent: list[Stored], failed: dict[str, Result]
    ) -> Iterator[Job]:
        """Yield a job for each record; what can no longer be read has failed."""
        for stored in todo:
            try:
                job = self._job(stored)
            except CorpusError as fault:
                failed[stored.id] = Result(None, (Problem.of(fault),))
                continue
            sent.append(stored)
            yield job

    def _job(self, stored: Stored) -> Job:
        return Job(Opened.of(stored.record, stored.entry, self.limits), self.taxonomy)


def _content_key(key: str) -> str:
    return key_of(key.encode(), b"content")
