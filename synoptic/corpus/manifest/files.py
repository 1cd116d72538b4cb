"""The manifest of a corpus with the readings that lie beside it, from their files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from synoptic.corpus.folder import MANIFEST, READINGS
from synoptic.corpus.manifest import Manifest, load_manifest
from synoptic.corpus.manifest.readings import load_readings
from synoptic.corpus.taxonomy_files import curated_text
from synoptic.errors import ManifestError


def manifest_of(corpus: Path, names: Sequence[str]) -> Manifest:
    """Read the manifest of a corpus that has files of these names.

    Raises:
        SettingError: The manifest cannot be read.

    """
    path = corpus / MANIFEST
    if not path.is_file():
        return Manifest()
    try:
        manifest = load_manifest(curated_text(path), MANIFEST, names)
    except ManifestError as error:
        where = f"{corpus.name}/{error.where}"
        raise ManifestError(where, error.problem, hint=error.hint) from error
    return _with_readings(manifest, corpus / READINGS, names)


def _with_readings(manifest: Manifest, path: Path, names: Sequence[str]) -> Manifest:
    if not path.is_file():
        return manifest
    readings, faults = load_readings(curated_text(path), READINGS, names, manifest.readers)
    return replace(manifest, readings=readings, faults=(*manifest.faults, *faults))
