"""What lies in corpus/: the files that are read, and what is set aside unread.

In: a folder that anybody may have filled. Out: names and bytes of regular files
inside it. Promise: nothing outside the folder is read, nothing that has no end, and
whatever is there is named or reported.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from synoptic.corpus.limits import HINT
from synoptic.errors import CorpusError, SettingError, TooLargeError, UnreadableError

MANIFEST = "corpus.yml"
READINGS = "readings.yml"
"""Written by `review --sign`, beside the manifest."""

_TURNS_LINES = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


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


def stored_bytes(corpus: Path, name: str, limit: int) -> bytes:
    """Return the bytes of one file.

    Args:
        corpus: The folder.
        name: As `corpus_files` gave it.
        limit: The number of bytes a file may have.

    Raises:
        UnreadableError: The system refuses, or the file changes while it is read.
        TooLargeError: It has more bytes than the limit.

    """
    try:
        return _bytes(corpus / name, name, limit)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(name, f"it cannot be read: {reason}", hint="see its rights") from None


def shown(name: str) -> str:
    r"""Write a name so that a terminal or a page shows all of it and obeys none of it.

    >>> print(shown("a\x1b[31m\u202egpj.exe"))
    a\x1b[31m\u202egpj.exe
    """
    return "".join(_escaped(letter) if _is_trick(letter) else letter for letter in name)


def _entries(corpus: Path, faults: list[CorpusError]) -> Iterator[Path]:
    """Yield all that is no folder and is not hidden; links to folders are not followed."""

    def refused(error: OSError) -> None:
        name = shown(Path(error.filename).relative_to(corpus).as_posix())
        problem = f"this folder cannot be read: {error.strerror}"
        faults.append(UnreadableError(name, problem, hint="see its rights"))

    for folder, folders, files in os.walk(corpus, onerror=refused):
        folders[:] = [one for one in folders if not one.startswith(".")]
        links = [one for one in folders if (Path(folder) / one).is_symlink()]
        for name in (*links, *files):
            if not name.startswith("."):
                yield Path(folder) / name


def _objection(path: Path, name: str, root: Path) -> tuple[str, str]:
    """Say why an entry of the corpus is not read, and what to do; empty if it is."""
    if any(map(_is_trick, name)):
        return "the name holds bytes or signs that cannot be shown", "rename the file"
    if path.is_symlink():
        # Not Path.resolve: up to Python 3.12 it raises RuntimeError for a loop.
        if not Path(os.path.realpath(path)).is_relative_to(root):
            return "this link leads out of the corpus", "copy the file into corpus/"
        if path.is_dir():
            return "this link leads to a folder", "copy the folder, or remove the link"
        if not path.is_file():
            return "this link leads to no file", "remove the link"
    elif not path.is_file():
        return "this is no file but a pipe, a socket or a device", "remove it"
    return "", ""


def _bytes(path: Path, name: str, limit: int) -> bytes:
    # Without waiting: in the meantime a pipe may stand where the file was.
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise UnreadableError(name, "this is no file any more", hint="build again")
        data = file.read(limit + 1)
        after = os.fstat(file.fileno())
    if len(data) > limit:
        size = max(after.st_size, len(data))
        problem = f"it has {size} bytes, more than {limit}"
        raise TooLargeError(name, problem, hint=HINT.format("bytes"))
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, len(data)):
        raise UnreadableError(name, "it changed while it was read", hint="build again")
    return data


def _is_trick(letter: str) -> bool:
    """Tell control characters, bytes that are no UTF-8, and what turns lines around."""
    return (
        letter < " "
        or "\x7f" <= letter <= "\x9f"
        or "\ud800" <= letter <= "\udfff"
        or (letter in _TURNS_LINES)
    )


def _escaped(letter: str) -> str:
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a name that is no UTF-8, as Python keeps it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
