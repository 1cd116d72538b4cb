"""Old files out, new ones in: all of them or none.

In: the names of files that were made beside docs/, and of those that are to go. Out: docs/
as it should be. Promise: a file that was there and will be there is there at every moment,
whole, the old one or the new; if the system refuses a move, those before it are undone; if the
build is killed between two moves, a note of what it was about to do lets the next one end it.

docs/ holds what people wrote as well, so that no folder can be exchanged as a whole. Each file
takes the place of the old one in a single step; first come those that were not there, then
those that others may already lead to, and last go those that nothing leads to any more.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from synoptic.site.addresses import HASHES
from synoptic.site.publish.hashes import hashes_text
from synoptic.site.publish.private import cleared, write
from synoptic.site.publish.workplace import beside


def swap(
    changed: Mapping[str, str], stale: Sequence[str], ours: Mapping[str, set[str]], docs: Path
) -> None:
    """Put files written beside in the place of old ones, the list of hashes last.

    Args:
        changed: Files that lie beside, with their digests.
        stale: Files that are no longer made.
        ours: Every digest that a file may have to be ours.
        docs: The folder.

    Raises:
        OSError: The disk is full or read-only; docs/ is as it was.

    """
    new, old = beside(docs, "new"), beside(docs, "old")
    names = _in_order(changed, stale, docs)
    moved: list[str] = []
    clear(old)
    try:
        _note(changed, ours, docs)
        for folder in (old, docs):
            for name in names:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
        for name in names:
            _keep(docs / name, old / name)
            moved.append(name)
            if name in changed:
                (new / name).replace(docs / name)
            else:
                (docs / name).unlink()
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
        cleared(folder)


def _note(changed: Mapping[str, str], ours: Mapping[str, set[str]], docs: Path) -> None:
    """Write down every digest that a file of ours may have until all moves are done."""
    lines = [f"{digest}  {name}\n" for name in sorted(ours) for digest in sorted(ours[name])]
    text = "".join(lines) + hashes_text(changed)
    write(beside(docs, "note"), text.encode("utf-8"))


def _in_order(changed: Iterable[str], stale: Iterable[str], docs: Path) -> list[str]:
    """Return new files, those that take the place of old ones, and those that go."""
    gone = set(stale)

    def place(name: str) -> tuple[bool, bool, bool, str]:
        return name == HASHES.file, name in gone, (docs / name).is_file(), name

    return sorted({*changed, *gone}, key=place)


def _keep(path: Path, kept: Path) -> None:
    """Let a file stay under a second name, from where it can be put back."""
    if not path.is_file():
        return
    try:
        kept.hardlink_to(path)
    except OSError:  # there are no second names here: on another disk, or a simple one
        shutil.copy2(path, kept)


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
