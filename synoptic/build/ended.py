"""Processes that can be ended: by the time of the processor, also in the middle of C code.

A hostile file may keep a parser busy for hours where no exception reaches it. What counts is the
time of the processor, so that a busy machine sets no innocent file aside.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessPool

from synoptic.corpus.limits import HINT
from synoptic.errors import CorpusError, ProgramError, TooSlowError

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_PATIENCE = 60
"""Times the limit, by the clock on the wall: the end of a process that waits for something
and uses no processor. So many others would have to share its core to make an honest one late."""

_HAS_TIMER = hasattr(signal, "setitimer")
"""Whether the system ends a process by the time that it used; Windows does not."""

CONSTS.term_timeout = 0.1  # seconds from asking a process to end to ending it


@dataclass(frozen=True, slots=True)
class Task(Generic[_Job]):
    """A piece of work with what it may take."""

    job: _Job
    seconds: int
    """Of the processor's time."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What there is in place of a result when the process that worked on it was ended."""

    seconds: int = 0
    """The limit that was passed; 0 if that was not the cause."""
    status: int = 0
    """Of the process."""

    def fault(self, where: str, doing: str) -> CorpusError:
        """Return what is said of a record.

        Args:
            where: Its id.
            doing: What took too long, as in "reading it".

        """
        if self.seconds:
            problem = f"{doing} takes more than {self.seconds} seconds of the processor"
            return TooSlowError(where, problem, hint=HINT.format("seconds"))
        problem = f"{doing} ended the process that did it, with status {self.status}"
        hint = "if memory was short, build again with --jobs 1; else please report this message"
        return ProgramError(where, problem, hint=hint)


def processes(
    size: int, ready: Callable[[], object] = int, context: Any = multiprocessing
) -> ProcessPool:
    """Start processes that wait for tasks, and go when their parent is gone.

    Args:
        size: How many.
        ready: Loads what each of them needs, so that it counts for no task.
        context: How they are started.

    """
    return ProcessPool(size, initializer=_started, initargs=[ready], context=context)


def handed(
    pool: ProcessPool, work: Callable[[_Job], _Result], task: Task[_Job]
) -> "Future[_Result]":
    """Hand out a task to the first process that is free."""
    clock = task.seconds * (_PATIENCE if _HAS_TIMER else 1)
    return pool.schedule(_timed, args=[work, task], timeout=clock)


def _timed(work: Callable[[_Job], _Result], task: Task[_Job]) -> _Result:
    """Do a task in a process that the system ends when it has used its time."""
    if not _HAS_TIMER:
        return work(task.job)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, task.seconds)
    try:
        return work(task.job)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def result_of(future: "Future[_Result]", seconds: int) -> _Result | Ended:
    """Wait for what came of a task that may take so many seconds."""
    try:
        return future.result()
    except TimeoutError:
        return Ended(seconds)
    except ProcessExpired as end:
        if _HAS_TIMER and end.exitcode == -signal.SIGPROF:
            return Ended(seconds)
        return Ended(status=end.exitcode)


def _started(ready: Callable[[], object]) -> None:
    _live_and_die_with_the_parent()
    ready()


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
