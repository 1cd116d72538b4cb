"""The folder beside docs/ for locks, caches and half-made files, and the lock on docs/.

In: where docs/ is. Out: where things of a build lie that no reader sees. Promise: two builds
never write to the same docs/ at once; the folder is for its owner alone, and nothing is written
through a link in it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from synoptic.errors import SettingError
from synoptic.site.publish.private import bytes_of, cleared, is_folder, is_plain, own_folder, write

_KINDS = {
    "lock": is_plain,
    "pid": is_plain,
    "note": is_plain,
    "new": is_folder,
    "old": is_folder,
}
"""What lies there for one docs/, and what each is."""


def workplace(docs: Path) -> Path:
    """Return the folder for locks, caches and half-made files: beside docs/, never in it.

    A server that watches docs/ would take them for changes and build for ever.
    """
    return docs.resolve().parent / ".cache" / "synoptic"


def beside(docs: Path, what: str) -> Path:
    """Return where something of a build lies that belongs to this docs/ and no other."""
    return workplace(docs) / f"{docs.resolve().name}.{what}"


def prepare(docs: Path) -> None:
    """Make the folder beside docs/, and take away what stands where ours belongs.

    Raises:
        SettingError: The folder is another's, or a link.
        OSError: It cannot be made.

    """
    place = workplace(docs)
    place.parent.parent.mkdir(parents=True, exist_ok=True)
    own_folder(place.parent)
    own_folder(place)
    for name, is_ours in _KINDS.items():
        path = beside(docs, name)
        if not is_ours(path):
            cleared(path)


@contextmanager
def locked(docs: Path) -> Iterator[None]:
    """Hold the output folder, so that two builds never mix.

    The system lets go of the lock of a process that is gone, however it went.

    Raises:
        SettingError: Another build holds it, or the folder beside it is not ours.

    """
    prepare(docs)
    holder = beside(docs, "pid")
    try:
        with FileLock(beside(docs, "lock"), timeout=0):
            write(holder, str(os.getpid()).encode())
            yield
    except Timeout:
        raise SettingError(
            str(docs), f"another build{_named(holder)} is writing here",
            hint="wait until it has ended",
        ) from None  # fmt: skip


def _named(holder: Path) -> str:
    """Name the process that holds the lock, as far as it has said so."""
    number = (bytes_of(holder) or b"")[:20]
    return f" (process {number.decode()})" if number.isdigit() else ""
