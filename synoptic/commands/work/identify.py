"""`identify`: give the archive an id of its own, once, in two lines of the manifest.

It is a command and no part of the build, which gives the same bytes each time.
"""

import uuid
from pathlib import Path

from synoptic.commands.telling import answer, tell
from synoptic.corpus.folder import MANIFEST
from synoptic.corpus.manifest import load_manifest, names_archive
from synoptic.corpus.taxonomy_files import curated_text
from synoptic.errors import ManifestError, SettingError


def run(corpus: Path) -> int:
    """Give the archive an id."""
    path = corpus / MANIFEST
    try:
        archive = uuid.uuid4()
        lines = _lines(path, archive)
    except SettingError as error:
        tell(error)
        return 1
    with path.open("ab") as manifest:  # what stands there stays, to the byte
        manifest.write(lines.encode("utf-8"))
    answer(f"{path}: the archive has an id now: {archive.urn}")
    return 0


def _lines(path: Path, archive: uuid.UUID) -> str:
    """Return what is to be added at the end of the manifest, which need not exist.

    Raises:
        SettingError: It cannot be read, has an id, or ends so that nothing can be added.

    """
    text = curated_text(path) if path.exists() else ""
    if names_archive(text, str(path)):
        named = load_manifest(text, str(path), ()).archive
        problem = f"the archive has an id already: {named.urn}" if named else "archive has no id"
        hint = "" if named else f"write below archive:, indented: id: {archive.urn}"
        raise ManifestError(str(path), problem, hint=hint)
    added = f"archive:\n  id: {archive.urn}\n"
    if text and not text.endswith("\n"):
        added = f"\n{added}"
    try:
        whole = load_manifest(text + added, str(path), ()).archive == archive
    except ManifestError:
        whole = False
    if not whole:
        hint = f"write it there by hand: archive: {{id: '{archive.urn}'}}"
        raise ManifestError(str(path), "no line can be added at the end of this YAML", hint=hint)
    return added
