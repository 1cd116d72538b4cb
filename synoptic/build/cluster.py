"""Doing work on a Dask cluster, in processes that can be ended as on this machine."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from typing import TypeVar

from pebble import ProcessPool

from synoptic.build.ended import Ended, Task, handed, processes, result_of
from synoptic.errors import SettingError

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


def cluster_at(address: str) -> AbstractContextManager[Executor | None]:
    """Find the cluster at an address, if one is given.

    Raises:
        SettingError: No scheduler answers there.

    """
    return _dask(address) if address else nullcontext()


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


def done_beside(work: Callable[[_Job], _Result], task: Task[_Job]) -> _Result | Ended:
    """Do a task on a cluster: in a process beside the worker's, since that must live on."""
    if multiprocessing.current_process().daemon:
        raise SettingError(
            "--scheduler",
            "its workers may have no processes of their own, so that no file could be ended",
            hint="start them with DASK_DISTRIBUTED__WORKER__DAEMON=False",
        )
    return result_of(handed(_beside(), work, task), task.seconds)


@cache
def _beside() -> ProcessPool:
    """Return the processes beside a worker of a cluster; they go when it goes."""
    # Afresh, since a copy of a process with many threads can find a lock held for ever.
    return processes(os.cpu_count() or 1, context=multiprocessing.get_context("spawn"))
