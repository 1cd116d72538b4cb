"""The results of all records of a build: from the cache, or worked out, and read when needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from synoptic.build.cache import Cache, encoded, key_of
from synoptic.build.ended import Ended, Task
from synoptic.build.one_text import Opened
from synoptic.build.result import Content, Job, Result, Stored, good_key, result_key, work
from synoptic.build.workers import Crew
from synoptic.corpus.limits import Limits
from synoptic.corpus.records import Record
from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.errors import CorpusError
from synoptic.model import Entry, Problem

_Job = TypeVar("_Job")
_Made = TypeVar("_Made")


class Shelf:
    """Knows where the result of every record lies; holds none of them."""

    def __init__(self, taxonomy: TaxonomyText, limits: Limits, cache: Cache, crew: Crew) -> None:
        self.taxonomy, self.limits = taxonomy, limits
        self.cache, self.crew = cache, crew
        self._stored: dict[str, Stored] = {}

    def stored(self, record: Record, entry: Entry) -> Stored:
        """Take up a record, so that its result can be asked for by its id."""
        key = result_key(record, entry, self.limits, self.taxonomy)
        good = good_key(record, entry, self.taxonomy)
        self._stored[record.id] = Stored(record, entry, key, good)
        return self._stored[record.id]

    def results(self, stored: Sequence[Stored]) -> dict[str, Result]:
        """Return what became of each record, in their order; what is kept is not worked out."""
        kept = {one.id: result for one in stored if (result := self._kept(one))}
        todo = [one for one in stored if one.id not in kept]
        sent: list[Stored] = []
        found = self.crew.each(work, self._tasks(todo, sent, kept), len(todo), "records")
        for answer, one in zip(found, sent, strict=False):  # sent grows as it is read
            result, content = _answered(answer, one)
            kept[one.id] = result
            if content:
                self.cache.put(_content_key(one.key), content)
                self.cache.put(one.good, encoded(one.key))
            if result.lasting:
                self.cache.put(one.key, encoded(result))
        return {one.id: self._with_last_good(one, kept[one.id]) for one in stored}

    def worked(
        self,
        work: Callable[[_Job], _Made],
        tasks: Mapping[str, Callable[[], Task[_Job]]],
        unit: str,
    ) -> Iterator[tuple[str, _Made | Ended]]:
        """Yield what came of each task, by its key; what took too long is not tried again.

        Args:
            work: A function that worker processes can import.
            tasks: By a key that tells all that the result depends on, how to get each.
            unit: What one is, for the progress bar.

        """
        ended = {key: end for key in tasks if (end := self.cache.get(self._end_key(key), Ended))}
        yield from ended.items()
        todo = [key for key in tasks if key not in ended]
        found = self.crew.each(work, (tasks[key]() for key in todo), len(todo), unit)
        for key, result in zip(todo, found, strict=True):
            if isinstance(result, Ended) and result.seconds:
                self.cache.put(self._end_key(key), encoded(result))
            yield key, result

    def content(self, record: str) -> bytes:
        """Return the encoded content of a record that has a place in the archive.

        Raises:
            CorpusError: It was kept no longer and cannot be made again.

        """
        stored = self._stored[record]
        kept = self.cache.raw(_content_key(stored.key), Content)
        return kept if kept is not None else self._made(stored)[1]

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
            place = self._made(one)[0].placed
            if place and place.words:
                texts[place.text] = one
        return texts

    def forget(self, record: str) -> None:
        """Let nothing of a record's result stay in the cache."""
        stored = self._stored[record]
        for key in (stored.key, _content_key(stored.key), stored.good):
            self.cache.forget(key)

    def _end_key(self, key: str) -> str:
        return key_of(key.encode(), b"ended", repr(self.limits.seconds).encode())

    def _kept(self, stored: Stored) -> Result | None:
        self.cache.has(stored.good)  # asked for, so that it stays
        return self._result(stored.key)

    def _result(self, key: str) -> Result | None:
        result = self.cache.get(key, Result)
        if result is None or (result.placed and not self.cache.has(_content_key(key))):
            return None
        return result

    def _with_last_good(self, stored: Stored, result: Result) -> Result:
        """Go back to the last good result of the same bytes if the program failed on them."""
        named = self.cache.get(stored.good, str) if result.is_ours else None
        good = self._result(named) if named else None
        if not named or not good or not good.placed:
            return result
        self._stored[stored.id] = replace(stored, key=named)
        return result.beside(good)

    def _made(self, stored: Stored) -> tuple[Result, bytes]:
        return _answered(self.crew.one(work, self._task(stored)), stored)

    def _tasks(
        self, todo: Iterable[Stored], sent: list[Stored], failed: dict[str, Result]
    ) -> Iterator[Task[Job]]:
        """Yield a task for each record; what can no longer be read has failed."""
        for stored in todo:
            try:
                task = self._task(stored)
            except CorpusError as fault:
                failed[stored.id] = Result(None, (Problem.of(fault),))
                continue
            sent.append(stored)
            yield task

    def _task(self, stored: Stored) -> Task[Job]:
        job = Job(Opened.of(stored.record, stored.entry, self.limits), self.taxonomy)
        return Task(job, self.limits.seconds)


def _answered(answer: tuple[Result, bytes] | Ended, stored: Stored) -> tuple[Result, bytes]:
    """Return what became of a record, also if the work on it was ended."""
    if isinstance(answer, Ended):
        return Result(None, (Problem.of(answer.fault(stored.id, "reading it")),)), b""
    return answer


def _content_key(key: str) -> str:
    return key_of(key.encode(), b"content")
