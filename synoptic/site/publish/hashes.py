"""Lists of generated files with the hashes of their bytes.

In: files and lists that builds left below docs/. Out: names with SHA-256, in the form that
``sha256sum --check`` reads. Promise: no name that leads out of docs/ is ever returned, so that
a list that somebody tampered with makes no build touch a file elsewhere.
"""

from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from synoptic.site.addresses import HASHES, PUBLISHED
from synoptic.site.publish.private import bytes_of
from synoptic.site.publish.workplace import beside


def hashes_text(digests: Mapping[str, str]) -> str:
    """Return the list of hashes in the form that ``sha256sum --check`` reads."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def parse_hashes(text: str) -> dict[str, str]:
    """Read a list of hashes: path to hex digest."""
    pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; empty if there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def recorded_hashes(docs: Path) -> dict[str, str]:
    """Return the list that the last build left; empty if there was none."""
    return _read_hashes(docs / HASHES.file)


def our_hashes(docs: Path) -> dict[str, set[str]]:
    """Return the digests that a file may have to be ours.

    A build that was killed between two moves has noted what it was about to do: what it
    had moved already is no edit by hand.
    """
    ours: dict[str, set[str]] = {}
    noted = (bytes_of(beside(docs, "note")) or b"").decode("utf-8", "replace")
    # A name may stand in the note more than once, with each digest that it may have.
    lists = [parse_hashes(line) for line in noted.splitlines()]
    for digests in (recorded_hashes(docs) or _former_hashes(docs), *lists):
        for name, digest in digests.items():
            if _is_inside(name):
                ours.setdefault(name, set()).add(digest)
    return ours


def _read_hashes(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    recorded = parse_hashes(path.read_text(encoding="utf-8", errors="replace"))
    return {name: digest for name, digest in recorded.items() if _is_inside(name)}


def _former_hashes(docs: Path) -> dict[str, str]:
    """Return the list where builds before this one left it, at the place of that for readers."""
    path = docs / PUBLISHED.file
    former = _read_hashes(path)
    return former | ({PUBLISHED.file: digest_of(path)} if former else {})


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(name).is_absolute()
