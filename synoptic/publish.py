"""The only stage that writes: from finished files in memory to docs/.

Everything is written beside first and moved into place file by file when all is
there, the list of hashes last. A file whose bytes are the same is not touched, so
that a server watching docs/ sees only real changes. Only files that the list of
the last build names are ever replaced or removed.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from synoptic.errors import EditedPageError, SettingError

HASHES = "data/manifest-sha256.txt"
"""The list of all generated files with their hashes, below docs/; itself not in it."""


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

    Raises:
        SettingError: Another build holds it.

    """
    folder = workplace(docs)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / f"{docs.name}.lock", timeout=0):
            yield
    except Timeout:
        raise SettingError(
            str(docs), "another build is writing here", hint="wait until it has ended"
        ) from None


def hashes_text(files: Mapping[str, bytes]) -> str:
    """Return the list of hashes in the form that ``sha256sum --check`` reads."""
    return "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def parse_hashes(text: str) -> dict[str, str]:
    """Read a list of hashes: path to hex digest."""
    pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}


def publish(files: Mapping[str, bytes], docs: Path) -> Published:
    """Make docs/ hold these generated files and no others.

    Args:
        files: Path below docs/, with forward slashes, to content.
        docs: The folder; hand-written pages in it stay as they are.

    Raises:
        EditedPageError: A generated file was changed by hand since the last build.
        SettingError: A generated page would take the place of a hand-written one.
        OSError: The disk is full or read-only; docs/ is as it was.

    """
    recorded = _our_hashes(docs)
    files = {**files, HASHES: hashes_text(files).encode("utf-8")}
    changed = {name: data for name, data in files.items() if _differs(docs / name, data)}
    stale = sorted(name for name in recorded if name not in files and (docs / name).is_file())
    _refuse_edited([*changed, *stale], recorded, docs)
    _replace(changed, docs)
    for name in stale:
        _remove(docs, name)
    return Published(len(changed), len(stale), len(files) - len(changed))


def recorded_hashes(docs: Path) -> dict[str, str]:
    """Return the list that the last build left; empty if there was none."""
    return _read_hashes(docs / HASHES)


def _read_hashes(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    recorded = parse_hashes(path.read_text(encoding="utf-8", errors="replace"))
    return {name: digest for name, digest in recorded.items() if _is_inside(name)}


def _our_hashes(docs: Path) -> dict[str, set[str]]:
    """Return the digests that a file may have to be ours.

    A build that was killed between two moves leaves its own list among the
    half-made files: what it had moved already is no edit by hand.
    """
    ours: dict[str, set[str]] = {}
    for path in (docs / HASHES, _stage(docs) / HASHES):
        for name, digest in _read_hashes(path).items():
            ours.setdefault(name, set()).add(digest)
    return ours


def _stage(docs: Path) -> Path:
    return workplace(docs) / f"{docs.name}.new"


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(name).is_absolute()


def _differs(path: Path, data: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != data


def _refuse_edited(names: Iterable[str], recorded: Mapping[str, set[str]], docs: Path) -> None:
    for name in sorted(names):
        path = docs / name
        if name == HASHES or not path.is_file():
            continue
        if name not in recorded:
            raise SettingError(
                str(path),
                "a page of your own stands where a generated one belongs",
                hint="give it another name or folder; delete it if an earlier build made it",
            )
        if sha256(path.read_bytes()).hexdigest() not in recorded[name]:
            raise EditedPageError(
                str(path),
                "this generated file was changed by hand",
                hint="move your words to corpus.yml or a page of your own, then delete the file",
            )


def _replace(changed: Mapping[str, bytes], docs: Path) -> None:
    """Write all files beside, then move them into place, the list of hashes last."""
    stage = _stage(docs)
    shutil.rmtree(stage, ignore_errors=True)
    try:
        for name, data in changed.items():
            part = stage / name
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    for name in sorted(changed, key=lambda name: (name == HASHES, name)):
        target = docs / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / name).replace(target)
    shutil.rmtree(stage, ignore_errors=True)


def _remove(docs: Path, name: str) -> None:
    path = docs / name
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
