"""What is done with one record: a pure function of its bytes, its entry and the taxonomy.

read → clean → account → segment → label → warn
"""

from dataclasses import dataclass, replace

from synoptic.build.labelling import labelled_text
from synoptic.build.one_text import Opened, cleaned, source_of
from synoptic.build.warned import not_a_capture, warnings_about
from synoptic.corpus.placed import completed
from synoptic.errors import CorpusWarning
from synoptic.label.labels import Labels
from synoptic.model import Document, Finding, LabelledDocument, Provenance, Source
from synoptic.recognise import no_capture
from synoptic.site.plain_markdown import markdown_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One record after all stages that need no other."""

    labelled: LabelledDocument
    provenance: Provenance
    """Completed from the entry."""
    text: str
    """The cleaned text as Markdown."""
    no_policy: Finding | None = None
    """Why the page is probably no policy; None for a policy."""
    warnings: tuple[CorpusWarning, ...] = ()
    """What a curator should look at."""

    @property
    def document(self) -> Document:
        """The text, cut into sections and clauses."""
        return self.labelled.document


def labelled(opened: Opened, labels: Labels) -> Outcome:
    """Read, clean, segment and label one record.

    Raises:
        NoCaptureWarning: The file is no capture of a page.
        CorpusError: The file cannot be published.

    """
    source = _capture(opened)
    provenance = completed(source.provenance, opened.entry)
    clean = cleaned(source, opened)
    text, differences = (
        _apart(clean.document)
        if clean.no_policy
        else labelled_text(clean.document, opened.entry, labels)
    )
    return Outcome(
        labelled=replace(text, rules=labels.rules, words=clean.words),
        provenance=provenance,
        text=markdown_from(clean.text),
        no_policy=clean.no_policy,
        warnings=warnings_about(text, clean.no_policy, differences, opened.entry),
    )


def _capture(opened: Opened) -> Source:
    """Read a record that is the capture of a page, or that a curator calls a policy."""
    source = source_of(opened)
    if not opened.entry.policy and (finding := no_capture(opened.id, source.text)):
        raise not_a_capture(opened.id, finding)
    return source


def _apart(page: Document) -> tuple[LabelledDocument, tuple[str, ...]]:
    """Return a page that is no policy: nothing is asked of it, and it states no dates."""
    return LabelledDocument(document=replace(page, dates=()), tags=()), ()
