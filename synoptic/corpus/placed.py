"""What is known of a capture but its words: enough to give it a place in the archive."""

from dataclasses import dataclass, replace

from synoptic.errors import ManifestError
from synoptic.model import Entry, Finding, LabelledDocument, Moment, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What the catalogue must know of a capture: all but its text."""

    entry: Entry
    container: str
    """Path below the corpus of the file that holds it."""
    provenance: Provenance
    """Completed from the entry."""
    no_policy: Finding | None = None
    """Why the page is probably no policy; None for a policy."""
    sha256: str
    """Hex digest of the stored bytes."""
    text: str
    """Digest of the text: the same for two captures exactly if they read the same."""
    words: int
    """Words of the policy text."""
    title: str | None
    title_source: str | None
    language: str | None

    @property
    def record(self) -> str:
        """Id of the record."""
        return self.entry.record


def placed(
    labelled: LabelledDocument,
    entry: Entry,
    provenance: Provenance,
    no_policy: Finding | None = None,
    *,
    container: str,
) -> Placed:
    """Return what the catalogue must know of a labelled document."""
    document = labelled.document
    return Placed(
        entry=entry,
        container=container,
        provenance=provenance,
        no_policy=no_policy,
        sha256=document.source.sha256,
        text=document.text_digest,
        words=labelled.words["kept"],
        title=document.title,
        title_source=document.title_source,
        language=labelled.language.tag,
    )


def completed(provenance: Provenance, entry: Entry) -> Provenance:
    """Fill from the manifest what the file does not say, or says less exactly.

    Raises:
        ManifestError: The manifest contradicts the file.
    """
    for key in ("site", "captured_at", "original_url"):
        said, given = getattr(provenance, key), getattr(entry, key)
        if given is None or said == given:
            continue
        if said is not None and not _agree(said, given):
            raise ManifestError(
                entry.record,
                f"the manifest gives {key} as {given}, the file's own header as {said}",
                hint="take it out of corpus.yml: the file's own word holds",
            )
        # Of two times that agree, the more exact one sorts last.
        provenance = replace(provenance, **{key: max(said, given) if said else given})
    return provenance


def _agree(said: str | Moment, given: str | Moment) -> bool:
    return isinstance(said, Moment) and isinstance(given, Moment) and said.agrees_with(given)
