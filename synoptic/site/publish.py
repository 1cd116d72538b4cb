"""The only stage that writes: finished files, one by one, to docs/.

Everything is written beside first; when all is there, old files are moved away and
new ones into place, one by one, the list of hashes last. If the system refuses a
move, those before it are undone. If the build is killed between two of them, a note
of what it was about to do lets the next one finish it. A file whose bytes are the
same is not touched, so that a server watching docs/ sees only real changes. Only
files that the list of the last build names are ever replaced or removed.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath
from typing import Self

from filelock import FileLock, Timeout

from synoptic.errors import EditedPageError, SettingError
from synoptic.site import addresses

_HASHES = addresses.HASHES.file
_PUBLISHED = addresses.PUBLISHED.file
_DATA = addresses.data("").file


def workplace(docs: Path) -> Path:
    """Return the folder for locks, caches and half-made files: beside docs/, never in it.

    A server that watches docs/ would take them for changes and build for ever.
    """
    return docs.resolve().parent / ".cache" / "synoptic"


@dataclass(frozen=True, slots=True)
class Published:
    """What a build changed below docs/."""

    written: int
    removed: int
    unchanged: int


@contextmanager
def locked(docs: Path) -> Iterator[None]:
    """Hold the output folder, so that two builds never mix.

    The system lets go of the lock of a process that is gone, however it went.

    Raises:
        SettingError: Another build holds it.

    """
    folder = workplace(docs)
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / f"{docs.name}.pid"
    try:
        with FileLock(folder / f"{docs.name}.lock", timeout=0):
            holder.write_text(str(os.getpid()))
            yield
    except Timeout:
        raise SettingError(
            str(docs), f"another build{_named(holder)} is writing here",
            hint="wait until it has ended",
        ) from None  # fmt: skip


def _named(holder: Path) -> str:
    try:
        number = holder.read_text()
    except (OSError, UnicodeDecodeError):
        return ""
    return f" (process {number})" if number.isdigit() else ""


def hashes_text(digests: Mapping[str, str]) -> str:
    """Return the list of hashes in the form that ``sha256sum --check`` reads."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def parse_hashes(text: str) -> dict[str, str]:
    """Read a list of hashes: path to hex digest."""
    pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}


class Publication:
    """What a build is about to make of docs/: files are written beside, one by one.

    Nothing below docs/ changes before `finish`. Used as a context it clears up behind a
    build that fails.
    """

    def __init__(self, docs: Path) -> None:
        self._docs, self._new = docs, _beside(docs, "new")
        self._ours = _our_hashes(docs)
        self._digests: dict[str, str] = {}
        self._changed: dict[str, str] = {}

    def __enter__(self) -> Self:
        _clear(self._new)
        return self

    def __exit__(self, *failure: object) -> None:
        _clear(self._new)

    def has(self, digests: Mapping[str, str]) -> bool:
        """Return whether files lie below docs/ as they should be; if so, let them stay.

        Args:
            digests: Path below docs/, with forward slashes, to the SHA-256 of the content.

        """
        if not all(_digest(self._docs / name) == digest for name, digest in digests.items()):
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
        if _digest(self._docs / name) == digest:
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
        self.add(_HASHES, [hashes_text(self._digests).encode("utf-8")])
        stale = [
            name
            for name in sorted(self._ours)
            if name not in self._digests and (self._docs / name).is_file()
        ]
        _refuse_edited([*self._changed, *stale], self._ours, self._docs)
        _swap(self._changed, stale, self._ours, self._docs)
        unchanged = len(self._digests) - len(self._changed)
        return Published(len(self._changed), len(stale), unchanged)


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file; empty if there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def recorded_hashes(docs: Path) -> dict[str, str]:
    """Return the list that the last build left; empty if there was none."""
    return _read_hashes(docs / _HASHES)


def _read_hashes(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    recorded = parse_hashes(path.read_text(encoding="utf-8", errors="replace"))
    return {name: digest for name, digest in recorded.items() if _is_inside(name)}


def _our_hashes(docs: Path) -> dict[str, set[str]]:
    """Return the digests that a file may have to be ours.

    A build that was killed between two moves has noted what it was about to do: what it
    had moved already is no edit by hand.
    """
    ours: dict[str, set[str]] = {}
    note = _beside(docs, "note")
    noted = note.read_text(encoding="utf-8", errors="replace") if note.is_file() else ""
    lists = [parse_hashes(line) for line in noted.splitlines()]
    for one in (recorded_hashes(docs) or _former_hashes(docs), *lists):
        for name, digest in one.items():
            if _is_inside(name):
                ours.setdefault(name, set()).add(digest)
    return ours


def _former_hashes(docs: Path) -> dict[str, str]:
    """Return the list where builds before this one left it, at the place of that for readers."""
    path = docs / _PUBLISHED
    former = _read_hashes(path)
    return former | ({_PUBLISHED: _digest(path)} if former else {})


def _beside(docs: Path, what: str) -> Path:
    return workplace(docs) / f"{docs.name}.{what}"


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(name).is_absolute()


def _refuse_edited(names: Iterable[str], recorded: Mapping[str, set[str]], docs: Path) -> None:
    for name in sorted(names):
        path = docs / name
        if name == _HASHES or not path.is_file():
            continue
        if name not in recorded:
            raise SettingError(
                str(path),
                "a page of your own stands where a generated one belongs",
                hint="give it another name or folder; delete it if an earlier build made it",
            )
        if _digest(path) not in recorded[name]:
            raise EditedPageError(
                str(path),
                "this generated file was changed by hand",
                hint="move your words to corpus.yml or a page of your own, then delete the file",
            )


def _swap(
    changed: Mapping[str, str], stale: Sequence[str], ours: Mapping[str, set[str]], docs: Path
) -> None:
    """Move old files away and those written beside in, the list of hashes last."""
    new, old = _beside(docs, "new"), _beside(docs, "old")
    names = sorted({*changed, *stale}, key=lambda name: (name == _HASHES, name))
    moved: list[str] = []
    _clear(old)
    try:
        _note(changed, ours, docs)
        for folder in (old, docs):
            for name in names:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
        for name in names:
            moved.append(name)
            _exchange(name, docs, new, old)
    except OSError:
        _undo(moved, docs, old)
        _drop_empty_folders(names, docs)
        _clear(new, old)
        raise
    # Of all that was ever ours: a build that was killed may have left some.
    _drop_empty_folders(sorted(ours), docs)
    _clear(new, old)
    with suppress(OSError):
        _beside(docs, "note").unlink()


def _note(changed: Mapping[str, str], ours: Mapping[str, set[str]], docs: Path) -> None:
    """Write down every digest that a file of ours may have until all moves are done."""
    lines = [f"{digest}  {name}\n" for name in sorted(ours) for digest in sorted(ours[name])]
    text = "".join(lines) + hashes_text(changed)
    part, note = _beside(docs, "note.part"), _beside(docs, "note")
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(note)


def _exchange(name: str, docs: Path, new: Path, old: Path) -> None:
    if (docs / name).is_file():
        (docs / name).replace(old / name)
    if (new / name).is_file():
        (new / name).replace(docs / name)


def _undo(moved: Sequence[str], docs: Path, old: Path) -> None:
    """Put back what was moved; what the system refuses is left to the next build."""
    for name in reversed(moved):
        with suppress(OSError):
            if (old / name).is_file():
                (old / name).replace(docs / name)
            elif name in moved[:-1]:
                (docs / name).unlink(missing_ok=True)


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _drop_empty_folders(names: Iterable[str], docs: Path) -> None:
    for name in names:
        for folder in PurePosixPath(name).parents[:-1]:
            with suppress(OSError):  # it is not empty, or gone already
                (docs / folder).rmdir()
