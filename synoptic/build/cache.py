"""Results of the per-document stages, kept by what they depend on.

A result is a pure function of the stored bytes, the manifest entry, the taxonomy
and the code. Its name is a hash of all four, so a stale result is never found. A
damaged file is noticed by its checksum and made anew.
"""

import pickle
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_DIGEST_BYTES = 32


class Cache:
    """A folder of pickled results; `None` as the folder keeps nothing.

    Args:
        folder: Where they lie.
        anew: Whether none of them is used; they are made and kept anew.

    """

    def __init__(self, folder: Path | None, *, anew: bool = False) -> None:
        self.folder = folder
        self.anew = anew
        self.asked: set[str] = set()

    def get(self, key: str) -> Any | None:
        """Return the kept result, or None if there is none or it is damaged."""
        self.asked.add(key)
        if self.folder is None or self.anew:
            return None
        try:
            stored = self._path(key).read_bytes()
        except OSError:
            return None
        digest, body = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        if sha256(body).digest() != digest:
            return None
        return pickle.loads(body)

    def put(self, key: str, result: Any) -> None:
        """Keep a result. A cache that cannot be written is no reason to fail."""
        if self.folder is None:
            return
        body = pickle.dumps(result)
        path = self._path(key)
        part = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
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
        if self.folder is None or not self.folder.is_dir():
            return
        for path in self.folder.glob("*/*"):
            if path.stem not in self.asked:
                with suppress(OSError):
                    path.unlink()

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / f"{key}.pickle"


def key_of(*parts: bytes) -> str:
    """Return one key for all that a result depends on."""
    digest = sha256()
    for part in parts:
        digest.update(sha256(part).digest())
    return digest.hexdigest()


@cache
def code_version(package: Path) -> bytes:
    """Return a digest of the package's own code as it was when first asked for.

    A server that runs for days goes on with the code it has loaded, so a later
    change on the disk must not make its results look like those of the new code.
    """
    digest = sha256()
    for path in sorted(package.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
