"""`review FILE --sign`: a reading written down, with all that was asked and read."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from synoptic.build.document import labelled, labels_from
from synoptic.build.pipeline import manifest_of
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.readings import readings_text
from synoptic.corpus.records import READINGS, corpus_files, stored_bytes
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.errors import SettingError
from synoptic.label.readings import Held, signed_now
from synoptic.model import Reading, Review


def sign(args: argparse.Namespace) -> int:
    """Write into readings.yml that a reader finds right what a file's page now shows.

    Raises:
        SettingError: No such reader, no day, or the file does not lie in the corpus.
        CorpusError: The file cannot be read.

    """
    names, _ = corpus_files(args.corpus)
    manifest = manifest_of(args.corpus, names)
    name = _name(Path(args.file), args.corpus)
    if name not in names:
        raise SettingError(args.file, f"this is no file of {args.corpus}", hint="see --corpus")
    signed = _reading(name, manifest, args)
    path = args.corpus / READINGS
    part = path.with_suffix(".part")
    part.write_text(readings_text({**manifest.readings, name: signed}), encoding="utf-8")
    part.replace(path)
    asked = f"{len(signed.topics)} topics, {len(signed.facts)} questions"
    print(f"{name}: {len(signed.clauses)} clauses, {asked} signed in {path}", file=sys.stderr)
    return 0


def _name(file: Path, corpus: Path) -> str:
    root, whole = corpus.resolve(), file.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""


def _reading(name: str, manifest: Manifest, args: argparse.Namespace) -> Reading:
    review = _review(manifest, args)
    labels = labels_from(taxonomy_text(args.taxonomy))
    # What is signed is what rules and curator say now, not an earlier reading.
    entry = replace(manifest.entry(name), read=None)
    data = stored_bytes(args.corpus, name, manifest.limits.bytes)
    found = labelled(name, data, entry, labels, manifest.limits)[0].labelled
    held = Held(found.tags, found.overruled, found.facts)
    topics, answers, clauses = signed_now(held, found.document, *labels.asked)
    return Reading(review=review, topics=topics, facts=answers, clauses=clauses)


def _review(manifest: Manifest, args: argparse.Namespace) -> Review:
    reader = manifest.readers.get(args.by)
    if reader is None:
        known = ", ".join(manifest.readers) or "nobody yet: add readers: to corpus.yml"
        raise SettingError("--by", f"there is no reader {args.by!r}", hint=f"known are {known}")
    return Review(verdict="confirm", by=reader, on=args.on, why=args.why)
