"""Results of earlier builds, kept by what they depend on.

A result is a pure function of what its key is made of, so a stale one is never found.
Results are stored as data, never as code; a damaged file is noticed by its checksum and
made anew.
"""

from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

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
    return msgspec.msgpack.decode(data, type=kind)


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

    def has(self, key: str) -> bool:
        """Return whether there is a result, which may be damaged."""
        self.asked.add(key)
        return self._may_use(key) and self._path(key).is_file()

    def raw(self, key: str) -> bytes | None:
        """Return an encoded result, or None if there is none or it is damaged."""
        self.asked.add(key)
        if not self._may_use(key):
            return None
        try:
            stored = self._path(key).read_bytes()
        except OSError:
            return None
        body = stored[_DIGEST_BYTES:]
        return body if sha256(body).digest() == stored[:_DIGEST_BYTES] else None

    def get(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """Return a result, or None if there is none or it is damaged."""
        body = self.raw(key)
        if body is None:
            return None
        try:
            return decoded(body, kind)
        except ValueError:  # a checksum can be forged, and a key belong to another kind
            return None

    def put(self, key: str, body: bytes) -> None:
        """Keep an encoded result. A cache that cannot be written is no reason to fail."""
        self.asked.add(key)
        self._put.add(key)
        path = self._path(key)
        part = path.with_suffix(".part")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            part.write_bytes(sha256(body).digest() + body)
            part.replace(path)
        except OSError:
            with suppress(OSError):  # where no file can be made, none can be removed either
                part.unlink(missing_ok=True)

    def forget(self, key: str) -> None:
        """Let the next pruning remove a result, though it was asked for or put in."""
        self.asked.discard(key)

    def prune(self) -> None:
        """Remove the results of earlier builds that this one did not ask for."""
        for path in self.folder.glob("*/*"):
            if path.stem not in self.asked:
                with suppress(OSError):
                    path.unlink()

    def _may_use(self, key: str) -> bool:
        return not self.anew or key in self._put

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.msgpack"


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
