"""The folder beside docs/ for locks, caches and half-made files, and the lock on docs/.

In: where docs/ is. Out: where things of a build lie that no reader sees. Promise: two builds
never write to the same docs/ at once.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from synoptic.errors import SettingError


def workplace(docs: Path) -> Path:
    """Return the folder for locks, caches and half-made files: beside docs/, never in it.

    A server that watches docs/ would take them for changes and build for ever.
    """
    return docs.resolve().parent / ".cache" / "synoptic"


def beside(docs: Path, what: str) -> Path:
    """Return where something of a build lies that belongs to this docs/ and no other."""
    return workplace(docs) / f"{docs.resolve().name}.{what}"


@contextmanager
def locked(docs: Path) -> Iterator[None]:
    """Hold the output folder, so that two builds never mix.

    The system lets go of the lock of a process that is gone, however it went.

    Raises:
        SettingError: Another build holds it.

    """
    workplace(docs).mkdir(parents=True, exist_ok=True)
    holder = beside(docs, "pid")
    try:
        with FileLock(beside(docs, "lock"), timeout=0):
            holder.write_text(str(os.getpid()))
            yield
    except Timeout:
        raise SettingError(
            str(docs), f"another build{_named(holder)} is writing here",
            hint="wait until it has ended",
        ) from None  # fmt: skip


def _named(holder: Path) -> str:
    """Name the process that holds the lock, as far as it has said so."""
    try:
        number = holder.read_text()
    except (OSError, UnicodeDecodeError):
        return ""
    return f" (process {number})" if number.isdigit() else ""
