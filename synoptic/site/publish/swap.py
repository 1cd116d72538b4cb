"""Old files out, new ones in: all of them or none.

In: the names of files that were made beside docs/, and of those that are to go. Out: docs/
as it should be. Promise: if the system refuses a move, those before it are undone; if the
build is killed between two moves, a note of what it was about to do lets the next one end it.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from synoptic.site.addresses import HASHES
from synoptic.site.publish.hashes import hashes_text
from synoptic.site.publish.workplace import beside


def swap(
    changed: Mapping[str, str], stale: Sequence[str], ours: Mapping[str, set[str]], docs: Path
) -> None:
    """Move old files away and those written beside in, the list of hashes last.

    Args:
        changed: Files that lie beside, with their digests.
        stale: Files that are no longer made.
        ours: Every digest that a file may have to be ours.
        docs: The folder.

    Raises:
        OSError: The disk is full or read-only; docs/ is as it was.

    """
    new, old = beside(docs, "new"), beside(docs, "old")
    names = sorted({*changed, *stale}, key=lambda name: (name == HASHES.file, name))
    moved: list[str] = []
    clear(old)
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
        clear(new, old)
        raise
    # Of all that was ever ours: a build that was killed may have left some.
    _drop_empty_folders(sorted(ours), docs)
    clear(new, old)
    with suppress(OSError):
        beside(docs, "note").unlink()


def clear(*folders: Path) -> None:
    """Remove folders of ours with all that is in them."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _note(changed: Mapping[str, str], ours: Mapping[str, set[str]], docs: Path) -> None:
    """Write down every digest that a file of ours may have until all moves are done."""
    lines = [f"{digest}  {name}\n" for name in sorted(ours) for digest in sorted(ours[name])]
    text = "".join(lines) + hashes_text(changed)
    part, note = beside(docs, "note.part"), beside(docs, "note")
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
            elif name in moved[:-1]:  # the last one may not have come in: then it is not ours
                (docs / name).unlink(missing_ok=True)


def _drop_empty_folders(names: Iterable[str], docs: Path) -> None:
    for name in names:
        for folder in PurePosixPath(name).parents[:-1]:
            with suppress(OSError):  # it is not empty, or gone already
                (docs / folder).rmdir()
