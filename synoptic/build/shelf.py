"""The results of all files of a build: from the cache, or worked out, and read when needed."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from synoptic.build.cache import Cache, encoded, key_of
from synoptic.build.document import Job, Result, Stored, problem_of, work
from synoptic.build.one_text import Record
from synoptic.build.workers import Workers, each
from synoptic.corpus.limits import Limits
from synoptic.corpus.records import stored_bytes
from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.errors import CorpusError
from synoptic.model import Entry


class Shelf:
    """Knows where the result of every file lies; holds none of them."""

    def __init__(
        self,
        corpus: Path,
        taxonomy: TaxonomyText,
        limits: Limits,
        cache: Cache,
        workers: Workers,
    ) -> None:
        self.corpus, self.taxonomy, self.limits = corpus, taxonomy, limits
        self.cache, self.workers = cache, workers
        self._files: dict[str, Stored] = {}

    def stored(self, name: str, entry: Entry) -> Stored:
        """Look at a file, so that its result can be asked for by name.

        Raises:
            CorpusError: It cannot be read.

        """
        job = self._job(name, entry)
        digest = sha256(job.record.data).hexdigest()
        self._files[name] = Stored(name, digest, job.key, entry)
        return self._files[name]

    def results(self, files: Sequence[Stored]) -> dict[str, Result]:
        """Return what became of each file, in their order; what is kept is not worked out anew."""
        kept = {file.name: result for file in files if (result := self._kept(file))}
        todo = [file for file in files if file.name not in kept]
        sent: list[Stored] = []
        found = each(work, self._jobs(todo, sent, kept), len(todo), self.workers, "files")
        for (result, content), file in zip(found, sent, strict=False):  # sent grows as it is read
            kept[file.name] = result
            if content:
                self.cache.put(_content_key(file.key), content)
            if result.lasting:
                self.cache.put(file.key, encoded(result))
        return {file.name: kept[file.name] for file in files}

    def content(self, name: str) -> bytes:
        """Return the encoded content of a file that has a place in the archive."""
        file = self._files[name]
        kept = self.cache.raw(_content_key(file.key))
        return kept if kept is not None else work(self._job(name, file.entry))[1]

    def key(self, name: str) -> str:
        """Return the key of a file's result: the same key, the same content."""
        return self._files[name].key

    def source(self, name: str) -> bytes:
        """Return the stored bytes of a file."""
        return stored_bytes(self.corpus, name, self.limits.bytes)

    def texts_of(self, files: Iterable[Stored]) -> dict[str, Stored]:
        """Return files by the digest of their text; nothing of them is kept."""
        texts = {}
        for file in files:
            place = work(self._job(file.name, file.entry))[0].placed
            if place and place.words:
                texts[place.text] = file
        return texts

    def forget(self, name: str) -> None:
        """Let nothing of a file's result stay in the cache."""
        key = self._files[name].key
        self.cache.forget(key)
        self.cache.forget(_content_key(key))

    def _kept(self, file: Stored) -> Result | None:
        result = self.cache.get(file.key, Result)
        if result is None or (result.placed and not self.cache.has(_content_key(file.key))):
            return None
        return result

    def _jobs(
        self, files: Iterable[Stored], sent: list[Stored], failed: dict[str, Result]
    ) -> Iterator[Job]:
        """Yield a job for each file; what can no longer be read has failed."""
        for file in files:
            try:
                job = self._job(file.name, file.entry)
            except CorpusError as fault:
                failed[file.name] = Result(None, (problem_of(fault),))
                continue
            sent.append(file)
            yield job

    def _job(self, name: str, entry: Entry) -> Job:
        return Job(Record(name, self.source(name), entry, self.limits), self.taxonomy)


def _content_key(key: str) -> str:
    return key_of(key.encode(), b"content")
