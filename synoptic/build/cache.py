"""Results of earlier builds, kept by what they depend on.

A result is a pure function of what its key is made of, so a stale one is never found.
Results are stored as data, never as code. What is damaged, belongs to another key, is of
another shape, or is no file at all, is no result, and made anew; no link is followed.
"""

from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from synoptic.errors import SettingError
from synoptic.site.publish.private import bytes_of, cleared, is_folder, is_plain, own_folder, write

_Kind = TypeVar("_Kind")

_DIGEST_BYTES = 32

PACKAGE = Path(__file__).parent.parent


def encoded(result: Any) -> bytes:
    """Return a result as bytes that any process can read.

    Raises:
        ValueError: It holds what no text may hold, half of a surrogate pair.

    """
    return msgspec.msgpack.encode(result)


def decoded(data: bytes, kind: type[_Kind]) -> _Kind:
    """Return the result that was encoded.

    Raises:
        ValueError: The bytes hold no such result.

    """
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


class Cache:
    """A folder of results, for its owner alone.

    Args:
        folder: Where they lie.
        anew: Whether those of earlier builds are not used; they are made and kept anew.

    """

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        self.folder, self.anew = folder, anew
        self.asked: set[str] = set()
        self._put: set[str] = set()
        for path in _entries(folder):
            if not is_folder(path):
                cleared(path)

    def has(self, key: str) -> bool:
        """Return whether there is a result, which may be damaged."""
        self.asked.add(key)
        return self._may_use(key) and is_plain(self._path(key))

    def raw(self, key: str, kind: type[Any]) -> bytes | None:
        """Return an encoded result of a kind, or None if there is none or it is damaged."""
        body = self._body(key)
        return None if body is None or _shaped(body, kind) is None else body

    def get(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """Return a result, or None if there is none or it is damaged."""
        body = self._body(key)
        return None if body is None else _shaped(body, kind)

    def _body(self, key: str) -> bytes | None:
        self.asked.add(key)
        if not self._may_use(key):
            return None
        stored = bytes_of(self._path(key))
        if stored is None or _checksum(key, stored[_DIGEST_BYTES:]) != stored[:_DIGEST_BYTES]:
            return None
        return stored[_DIGEST_BYTES:]

    def put(self, key: str, body: bytes) -> None:
        """Keep an encoded result. A cache that cannot be written is no reason to fail."""
        self.asked.add(key)
        self._put.add(key)
        path = self._path(key)
        with suppress(OSError, SettingError):
            self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            own_folder(self.folder)
            own_folder(path.parent)
            write(path, _checksum(key, body) + body)

    def forget(self, key: str) -> None:
        """Let the next pruning remove a result, though it was asked for or put in."""
        self.asked.discard(key)

    def prune(self) -> None:
        """Remove the results of earlier builds that this one did not ask for."""
        for folder in filter(is_folder, _entries(self.folder)):
            for path in _entries(folder):
                if path.stem not in self.asked or not is_plain(path):
                    cleared(path)

    def _may_use(self, key: str) -> bool:
        return not self.anew or key in self._put

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.msgpack"


def _entries(folder: Path) -> list[Path]:
    """Return what lies in a folder; nothing if it is a link to one, or none."""
    try:
        return sorted(folder.iterdir()) if is_folder(folder) else []
    except OSError:
        return []


def _checksum(key: str, body: bytes) -> bytes:
    return sha256(key.encode() + body).digest()


def _shaped(body: bytes, kind: type[_Kind]) -> _Kind | None:
    try:
        return decoded(body, kind)
    except ValueError:  # a checksum can be forged
        return None


def key_of(*parts: bytes) -> str:
    """Return one key for all that a result depends on."""
    digest = sha256()
    for part in parts:
        digest.update(sha256(part).digest())
    return digest.hexdigest()


@cache
def code_version(package: Path, *rooms: str) -> bytes:
    """Return a digest of the code in some rooms of the package, as it was when first asked for.

    A server that runs for days goes on with the code it has loaded, so a later
    change on the disk must not make its results look like those of the new code.
    """
    digest = sha256()
    for room in rooms:
        for file in sorted(_code_files(package / room)):
            digest.update(f"{file.relative_to(package).as_posix()}\n".encode())
            digest.update(sha256(file.read_bytes()).digest())
    return digest.digest()


def _code_files(room: Path) -> list[Path]:
    if not room.is_dir():
        return [room]
    return [path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
