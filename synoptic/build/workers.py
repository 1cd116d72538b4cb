"""Doing many independent pieces of work: on all cores, or on a cluster.

Each piece is done in a process that can be ended (see `ended`).
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Self, TypeVar

from pebble import ProcessPool
from tqdm import tqdm

from synoptic.build.cluster import cluster_at, done_beside
from synoptic.build.ended import Ended, Task, handed, processes, result_of

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_WORTH_WORKERS = 32
"""Pieces. Starting more processes takes as long as about this many documents."""

_AHEAD = 64
"""Pieces that are handed out before the first of them is asked back: enough to keep the
cores of a large machine busy beside one slow piece, few enough to lie in memory."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Where work is done."""

    jobs: int = 0
    """Processes; 0 for one a core."""
    scheduler: str = ""
    """Address of a Dask scheduler; empty for this machine."""
    quiet: bool = False


class Crew:
    """The processes that work for one build or command; they end with the block.

    Args:
        workers: Where they work.
        ready: Loads what each of them needs, so that it counts for no task.

    """

    def __init__(self, workers: Workers, ready: Callable[[], object] = int) -> None:
        self.workers, self._ready = workers, ready
        self._pool: ProcessPool | None = None
        self._size = 0
        self._block = ExitStack()

    def __enter__(self) -> Self:
        """Find the cluster, if there is to be one.

        Raises:
            SettingError: No scheduler answers at the address.

        """
        self._cluster = self._block.enter_context(cluster_at(self.workers.scheduler))
        return self

    def __exit__(self, *error: object) -> None:
        self._rest()
        self._block.close()

    def each(
        self, work: Callable[[_Job], _Result], tasks: Iterable[Task[_Job]], total: int, unit: str
    ) -> Iterator[_Result | Ended]:
        """Yield the result of every task, in their order, while the next ones are worked on.

        Tasks are asked for as workers come free, so that few are in memory at a time.

        Args:
            work: A function that worker processes can import.
            tasks: What it is called with.
            total: How many there are.
            unit: What one is, for the progress bar.

        Raises:
            SettingError: A worker of the cluster may have no process that can be ended.

        """
        if total and self._cluster is None:
            self._grow(total)
        hidden = True if self.workers.quiet else None  # None: unless this is a terminal
        results = self._ahead(work, tasks)
        yield from tqdm(results, total=total, unit=f" {unit}", delay=1, disable=hidden)

    def one(self, work: Callable[[_Job], _Result], task: Task[_Job]) -> _Result | Ended:
        """Return the result of one task."""
        return next(self.each(work, [task], 1, "pieces"))

    def _ahead(
        self, work: Callable[[_Job], _Result], tasks: Iterable[Task[_Job]]
    ) -> Iterator[_Result | Ended]:
        waiting: deque[Callable[[], _Result | Ended]] = deque()
        for task in tasks:
            waiting.append(self._asked(work, task))
            if len(waiting) >= _AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()

    def _asked(
        self, work: Callable[[_Job], _Result], task: Task[_Job]
    ) -> Callable[[], _Result | Ended]:
        """Hand out a task; what is returned waits for its result."""
        if self._cluster is not None:
            return self._cluster.submit(done_beside, work, task).result
        assert self._pool is not None
        return partial(result_of, handed(self._pool, work, task), task.seconds)

    def _grow(self, total: int) -> None:
        """Have as many processes as so many tasks are worth."""
        size = (self.workers.jobs or os.cpu_count() or 1) if total >= _WORTH_WORKERS else 1
        if size > self._size:
            self._rest()
            self._ready()  # most systems give each process a copy of what is loaded here
            self._pool, self._size = processes(size, self._ready), size

    def _rest(self) -> None:
        """End the processes; after a fault, the work that waits is of no use."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool, self._size = None, 0


def in_time(
    work: Callable[[_Job], _Result],
    job: _Job,
    seconds: int,
    where: str,
    doing: str,
    ready: Callable[[], object] = int,
) -> _Result:
    """Return the result of one piece of work, done in a process that can be ended.

    Args:
        work: A function that worker processes can import.
        job: What it is called with.
        seconds: What it may take of the processor's time.
        where: The id of the record that it is about.
        doing: What it does, as in "reading it".
        ready: Loads what it needs, which is not counted.

    Raises:
        TooSlowError: It takes longer.
        ProgramError: The process broke.

    """
    with Crew(Workers(quiet=True), ready) as crew:
        result = crew.one(work, Task(job, seconds))
    if isinstance(result, Ended):
        raise result.fault(where, doing)
    return result
