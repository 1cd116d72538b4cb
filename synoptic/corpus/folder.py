"""What lies in corpus/: the files that are read, and what is set aside unread.

In: a folder that anybody may have filled. Out: names of the regular files inside it, and
the files themselves, opened for as long as they are read. Promise: nothing outside the
folder is read, nothing that has no end, and whatever is there is named or reported.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from synoptic.errors import CorpusError, SettingError, UnreadableError
from synoptic.plain import is_plain, shown

MANIFEST = "corpus.yml"
READINGS = "readings.yml"
"""Written by `review --sign`, beside the manifest."""


def corpus_files(corpus: Path) -> tuple[list[str], list[CorpusError]]:
    """Return the names of all captures below corpus/, and what cannot be one.

    Raises:
        SettingError: There is no such folder.

    """
    if not corpus.is_dir():
        raise SettingError(str(corpus), "there is no such folder", hint="name it with --corpus")
    root = corpus.resolve()
    names: list[str] = []
    faults: list[CorpusError] = []
    for path in _entries(corpus, faults):
        name = path.relative_to(corpus).as_posix()
        problem, hint = _objection(path, name, root)
        if problem:
            faults.append(CorpusError(shown(name), problem, hint=hint))
        elif name not in (MANIFEST, READINGS):
            names.append(name)
    order = sorted(names, key=lambda name: name.split("/"))
    return order, sorted(faults, key=lambda fault: fault.where)


@contextmanager
def opened(corpus: Path, name: str) -> Iterator[BufferedReader]:
    """Open a file for as long as it is read.

    Args:
        corpus: The folder.
        name: As `corpus_files` gave it.

    Raises:
        UnreadableError: The system refuses, or the file changes while it is read, or is no
            longer one of the corpus.

    """
    try:
        with os.fdopen(_descriptor(corpus, name), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise UnreadableError(name, "this is no file any more", hint="build again")
            yield file
            after = os.fstat(file.fileno())
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(name, f"it cannot be read: {reason}", hint="see its rights") from None
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise UnreadableError(name, "it changed while it was read", hint="build again")


def _descriptor(corpus: Path, name: str) -> int:
    """Open a file step by step, from the corpus down, so that no link is followed on the way.

    A link to a file of the corpus is read where it leads; what is put in the place of a file
    or of a folder after it was looked at is refused by the system.
    """
    root = os.path.realpath(corpus)
    path = Path(os.path.realpath(corpus / name))
    if not path.is_relative_to(root) or _is_hidden(path.relative_to(root), name):
        raise UnreadableError(name, "it leads out of the corpus by now", hint="build again")
    # Without waiting: in the meantime a pipe may stand where the file was.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    if os.open not in os.supports_dir_fd:  # Windows
        return os.open(path, flags)
    *folders, last = path.relative_to(root).parts
    place = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for folder in folders:
            below = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=place)
            os.close(place)
            place = below
        return os.open(last, flags, dir_fd=place)
    finally:
        os.close(place)


def _is_hidden(path: Path, name: str) -> bool:
    """Return whether a link leads to what the corpus hides; what is named itself is not hidden."""
    return path.as_posix() != name and any(part.startswith(".") for part in path.parts)


def _entries(corpus: Path, faults: list[CorpusError]) -> Iterator[Path]:
    """Yield all that is no folder and is not hidden; links to folders are not followed."""

    def refused(error: OSError) -> None:
        name = shown(Path(error.filename).relative_to(corpus).as_posix())
        problem = f"this folder cannot be read: {error.strerror}"
        faults.append(UnreadableError(name, problem, hint="see its rights"))

    for folder, folders, files in os.walk(corpus, onerror=refused):
        folders[:] = [below for below in folders if not below.startswith(".")]
        links = [below for below in folders if (Path(folder) / below).is_symlink()]
        for name in (*links, *files):
            if not name.startswith("."):
                yield Path(folder) / name


def _objection(path: Path, name: str, root: Path) -> tuple[str, str]:
    """Say why an entry of the corpus is not read, and what to do; empty if it is."""
    if not is_plain(name):
        return "the name holds bytes or signs that cannot be shown", "rename the file"
    if path.is_symlink():
        # Not Path.resolve: up to Python 3.12 it raises RuntimeError for a loop.
        if not Path(os.path.realpath(path)).is_relative_to(root):
            return "this link leads out of the corpus", "copy the file into corpus/"
        if _is_hidden(Path(os.path.realpath(path)).relative_to(root), name):
            return "this link leads to a hidden file", "copy the file into corpus/"
        if path.is_dir():
            return "this link leads to a folder", "copy the folder, or remove the link"
        if not path.is_file():
            return "this link leads to no file", "remove the link"
    elif not path.is_file():
        return "this is no file but a pipe, a socket or a device", "remove it"
    return "", ""
