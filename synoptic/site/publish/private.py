"""Folders and files that are ours alone, whatever somebody has put in their place.

In: paths below the folder beside docs/. Out: folders that nobody else may enter, bytes of plain
files. Promise: no link is followed, nothing is waited for, and a folder of another user is
not used: what stands in the way is taken away if it is ours, and else named.
"""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from synoptic.errors import SettingError

_OWNER_ONLY = 0o700
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def own_folder(folder: Path) -> None:
    """Make a folder for its owner alone, or see that it is one.

    Raises:
        SettingError: It is another's, or a link.
        OSError: It cannot be made.

    """
    with suppress(FileExistsError):
        folder.mkdir(mode=_OWNER_ONLY)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        what = "a link" if stat.S_ISLNK(found.st_mode) else "no folder"
        raise _refused(folder, f"this is {what}, and a folder for half-made files belongs here")
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        raise _refused(folder, "this folder belongs to another user, who could change what we read")
    if stat.S_IMODE(found.st_mode) != _OWNER_ONLY:
        folder.chmod(_OWNER_ONLY)


def cleared(path: Path) -> None:
    """Take away whatever has this name; of a link, the link and not what it leads to."""
    if is_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def is_folder(path: Path) -> bool:
    """Return whether this is a folder itself, and no link to one."""
    return _mode(path, stat.S_ISDIR)


def is_plain(path: Path) -> bool:
    """Return whether this is a file itself, and no link to one."""
    return _mode(path, stat.S_ISREG)


def bytes_of(path: Path) -> bytes | None:
    """Return the content of a file; None if there is none, or something else stands there."""
    try:
        with os.fdopen(os.open(path, _READ | _BINARY), "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None


def write(path: Path, content: bytes) -> None:
    """Write a file whole, in place of whatever has its name.

    Raises:
        OSError: The disk is full or read-only; what was there is there still.

    """
    part = path.with_name(f"{path.name}.part")
    cleared(part)
    try:
        with os.fdopen(os.open(part, _NEW | _BINARY, 0o600), "wb") as file:
            file.write(content)
        if is_folder(path):
            cleared(path)
        part.replace(path)
    except OSError:
        cleared(part)
        raise


def _mode(path: Path, is_kind: Callable[[int], bool]) -> bool:
    try:
        return is_kind(path.lstat().st_mode)
    except OSError:
        return False


def _refused(folder: Path, problem: str) -> SettingError:
    return SettingError(str(folder), problem, hint="remove it, and build again")
