"""`review FILE --sign`: a reading written down, with all that was asked and read."""

from dataclasses import dataclass, replace
from pathlib import Path

from synoptic.build.one_text import Opened
from synoptic.commands.telling import tell
from synoptic.commands.work.labelling import outcome_of
from synoptic.commands.work.sources import Named, name_below, named, parted
from synoptic.corpus.folder import READINGS
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.readings import readings_text
from synoptic.corpus.taxonomy_files import TaxonomyText, taxonomy_text
from synoptic.errors import SettingError
from synoptic.label.labels import labels_from
from synoptic.label.readings import Held, signed_now
from synoptic.model import Reading, Review


@dataclass(frozen=True, slots=True)
class Signature:
    """Who read a text, when and how."""

    by: str
    """An id under `readers:` of the manifest."""
    on: str
    """The day, as 2026-01-15."""
    why: str


def sign(file: str, corpus: Path, taxonomy: Path, signature: Signature) -> None:
    """Write into readings.yml that a reader finds right what a file's page now shows.

    Raises:
        SettingError: No such reader, no day, or the file does not lie in the corpus.
        CorpusError: The file cannot be read.

    """
    if not (signature.by and signature.on):
        raise SettingError("--sign", "who signs, and when?", hint="add --by READER --on DAY")
    if not name_below(parted(file)[0], corpus):
        raise SettingError(file, f"this is no file of {corpus}", hint="see --corpus")
    found = named(file, corpus)
    manifest, name = found.manifest, found.record.id
    signed = _reading(found, taxonomy_text(taxonomy), _review(manifest, signature))
    path = corpus / READINGS
    part = path.with_suffix(".part")
    part.write_text(readings_text({**manifest.readings, name: signed}), encoding="utf-8")
    part.replace(path)
    asked = f"{len(signed.topics)} topics, {len(signed.facts)} questions"
    tell(f"{name}: {len(signed.clauses)} clauses, {asked} signed in {path}")


def _reading(found: Named, taxonomy: TaxonomyText, review: Review) -> Reading:
    # What is signed is what rules and curator say now, not an earlier reading.
    entry = replace(found.entry, read=None)
    text = outcome_of(Opened.of(found.record, entry, found.manifest.limits), taxonomy).labelled
    held = Held(text.tags, text.overruled, text.facts)
    topics, answers, clauses = signed_now(held, text.document, *labels_from(taxonomy).asked)
    return Reading(review=review, topics=topics, facts=answers, clauses=clauses)


def _review(manifest: Manifest, signature: Signature) -> Review:
    reader = manifest.readers.get(signature.by)
    if reader is None:
        known = ", ".join(manifest.readers) or "nobody yet: add readers: to corpus.yml"
        raise SettingError(
            "--by", f"there is no reader {signature.by!r}", hint=f"known are {known}"
        )
    return Review(verdict="confirm", by=reader, on=signature.on, why=signature.why)
