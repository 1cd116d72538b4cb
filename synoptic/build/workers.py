"""Doing many independent pieces of work: on all cores, or on a cluster."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TypeVar

from tqdm import tqdm

from synoptic.errors import SettingError

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_WORTH_WORKERS = 32
"""Pieces. Starting worker processes takes as long as about this many documents."""

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


def each(
    work: Callable[[_Job], _Result], jobs: Iterable[_Job], total: int, workers: Workers, unit: str
) -> Iterator[_Result]:
    """Yield the result of every job, in their order, while the next ones are worked on.

    Jobs are asked for as workers come free, so that few are in memory at a time.

    Args:
        work: A function that worker processes can import.
        jobs: What it is called with.
        total: How many there are.
        workers: Where work is done.
        unit: What a job is, for the progress bar.

    Raises:
        SettingError: No scheduler answers at the address.

    """
    with _executor(total, workers) as executor:
        results = _ahead(executor, work, jobs) if executor else map(work, jobs)
        hidden = True if workers.quiet else None  # None: unless this is a terminal
        yield from tqdm(results, total=total, unit=f" {unit}", delay=1, disable=hidden)


def _ahead(
    executor: Executor, work: Callable[[_Job], _Result], jobs: Iterable[_Job]
) -> Iterator[_Result]:
    waiting: deque[Future[_Result]] = deque()
    for job in jobs:
        waiting.append(executor.submit(work, job))
        if len(waiting) >= _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _executor(todo: int, workers: Workers) -> AbstractContextManager[Executor | None]:
    if workers.scheduler:
        return _dask(workers.scheduler)
    count = workers.jobs or os.cpu_count() or 1
    if count == 1 or todo < _WORTH_WORKERS:
        return nullcontext()
    return _processes(count)


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    try:
        pool = ProcessPoolExecutor(count, initializer=_live_and_die_with_the_parent)
        with pool, ExitStack() as rest:  # after a fault, the work that waits is of no use
            rest.callback(pool.shutdown, wait=False, cancel_futures=True)
            yield pool
    except BrokenProcessPool:
        raise SettingError(
            "--jobs",
            "a worker process was ended from outside, most likely for want of memory",
            hint="build again with --jobs 1",
        ) from None


def _live_and_die_with_the_parent() -> None:
    """Leave Ctrl-C to the parent, and go when it is gone, however it went.

    A worker of a build that was killed would wait for work for ever, and hold the lock of
    the output folder, which it has inherited.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_exit_after_parent, daemon=True).start()


def _exit_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise SettingError(
            "--scheduler",
            "the package distributed is not installed",
            hint="pip install distributed",
        ) from None
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise SettingError("--scheduler", f"no scheduler answers at {address}: {error}") from error
    with client, client.get_executor() as executor:
        yield executor
