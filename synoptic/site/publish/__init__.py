"""The only stage that writes: finished files, one by one, to docs/.

In: names below docs/ and their bytes. Out: docs/ with these files and no other generated
ones. Everything is written beside first; when all is there, it is swapped in, all or
nothing (see `swap`). Promise: a file whose bytes are the same is not touched, so that a
server watching docs/ sees only real changes; only files that the list of the last build
names are ever replaced or removed (see `hashes`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from synoptic.errors import EditedPageError, SettingError
from synoptic.site.addresses import HASHES, data
from synoptic.site.publish.hashes import digest_of, hashes_text, our_hashes
from synoptic.site.publish.swap import clear, swap
from synoptic.site.publish.workplace import beside, prepare

_DATA = data("").file


@dataclass(frozen=True, slots=True)
class Published:
    """What a build changed below docs/."""

    written: int
    removed: int
    unchanged: int


class Publication:
    """What a build is about to make of docs/: files are written beside, one by one.

    Nothing below docs/ changes before `finish`. Used as a context it clears up behind a
    build that fails.
    """

    def __init__(self, docs: Path) -> None:
        self._docs, self._new = docs, beside(docs, "new")
        self._ours = our_hashes(docs)
        self._digests: dict[str, str] = {}
        self._changed: dict[str, str] = {}

    def __enter__(self) -> Self:
        prepare(self._docs)
        clear(self._new)
        return self

    def __exit__(self, *failure: object) -> None:
        clear(self._new)

    def has(self, digests: Mapping[str, str]) -> bool:
        """Return whether files lie below docs/ as they should be; if so, let them stay.

        Args:
            digests: Path below docs/, with forward slashes, to the SHA-256 of the content.

        """
        if not all(digest_of(self._docs / name) == digest for name, digest in digests.items()):
            return False
        self._digests |= digests
        return True

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        """Take up one file; return the SHA-256 of its content.

        Args:
            name: Path below docs/, with forward slashes.
            pieces: The content, which may be made as it is written.

        Raises:
            OSError: The disk is full or read-only.

        """
        path = self._new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        hashed = sha256()
        with path.open("wb") as file:
            for piece in pieces:
                hashed.update(piece)
                file.write(piece)
        digest = hashed.hexdigest()
        self._digests[name] = digest
        if digest_of(self._docs / name) == digest:
            path.unlink()
        else:
            self._changed[name] = digest
        return digest

    def hashes_for_readers(self) -> bytes:
        """Return the list of those files that the site has as they are here: the data files.

        The page about them is none: the site has it in another form.
        """
        return hashes_text(
            {
                name: digest
                for name, digest in self._digests.items()
                if name.startswith(_DATA) and not name.endswith(".md")
            }
        ).encode("utf-8")

    def finish(self) -> Published:
        """Make docs/ hold the files that were named and no other generated ones.

        Raises:
            EditedPageError: A generated file was changed by hand since the last build.
            SettingError: A generated page would take the place of a hand-written one.
            OSError: The disk is full or read-only; docs/ is as it was.

        """
        self.add(HASHES.file, [hashes_text(self._digests).encode("utf-8")])
        stale = [
            name
            for name in sorted(self._ours)
            if name not in self._digests and (self._docs / name).is_file()
        ]
        _refuse_edited([*self._changed, *stale], self._ours, self._docs)
        swap(self._changed, stale, self._ours, self._docs)
        unchanged = len(self._digests) - len(self._changed)
        return Published(len(self._changed), len(stale), unchanged)


def _refuse_edited(names: Iterable[str], recorded: Mapping[str, set[str]], docs: Path) -> None:
    for name in sorted(names):
        path = docs / name
        if name == HASHES.file or not path.is_file():
            continue
        if name not in recorded:
            raise SettingError(
                str(path),
                "a page of your own stands where a generated one belongs",
                hint="give it another name or folder; delete it if an earlier build made it",
            )
        if digest_of(path) not in recorded[name]:
            raise EditedPageError(
                str(path),
                "this generated file was changed by hand",
                hint="move your words to corpus.yml or a page of your own, then delete the file",
            )
