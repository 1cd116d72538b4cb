"""How much of one document the build puts up with, so that none can stop the others.

Settings of the manifest, under `limits`. Nesting needs none: what is nested beyond
all sense is read as flat text by the readers of HTML and Markdown.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from synoptic.errors import TooLargeError, TooSlowError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may have at most; one that has more is set aside."""

    bytes: int = 16_777_216
    """Of one record, unpacked. The longest policies known have 2 MB, pictures included."""
    records: int = 100_000
    """Of one container, those that cannot be read included."""
    clauses: int = 20_000
    """With headings. The longest policies known have 2,000."""
    seconds: int = 60
    """From the bytes to the labels, on one core. A long policy takes one."""


USUAL = Limits()

HINT = "if it is a policy, raise {} under limits in corpus.yml"


def check_clauses(count: int, limits: Limits, where: str) -> None:
    """Refuse a text that was cut into too many clauses.

    Raises:
        TooLargeError: There are more than the limit.

    """
    if count > limits.clauses:
        raise TooLargeError(
            where,
            f"it has {count} clauses and headings, more than {limits.clauses}",
            hint=HINT.format("clauses"),
        )


@contextmanager
def within(seconds: int, where: str) -> Iterator[None]:
    """End what is done in the block when it takes too long.

    Where the system has no such timer (Windows) and outside a main thread (workers of a
    Dask cluster), there is no end.

    Raises:
        TooSlowError: The time is up.

    """

    def late(number: int, frame: FrameType | None) -> None:
        problem = f"it takes more than {seconds} seconds to read"
        raise TooSlowError(where, problem, hint=HINT.format("seconds"))

    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGALRM, late)
    # Again every second: an exception raised while Python cleans up is dropped.
    timer = signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, handler)
