"""What is known about one text: what rules find, then what a curator says, then a reader."""

from synoptic.corpus.folder import MANIFEST
from synoptic.label.beside import with_beside
from synoptic.label.facts import facts_not_read, facts_of, not_read
from synoptic.label.labels import Labels
from synoptic.label.readings import Held, with_reading
from synoptic.label.review import reviewed, with_reviewed_facts, with_stated_dates
from synoptic.label.tag import tag_document
from synoptic.model import Document, Entry, LabelledDocument
from synoptic.text.detection import is_legible, language_of
from synoptic.text.sentences import quote


def labelled_text(
    document: Document, entry: Entry, labels: Labels
) -> tuple[LabelledDocument, tuple[str, ...]]:
    """Label a document.

    Returns:
        The document with its labels, and in words where rules and reader differ.

    Raises:
        QuoteError: The entry quotes what does not stand in the document.

    """
    document = with_stated_dates(document, entry, MANIFEST)
    language = language_of(document, entry.language, entry.default_language)
    legible = is_legible(document, language, labels.topics.language)
    found = _found(document, entry, labels, legible=legible)
    held = with_reading(document, found, entry.read, *labels.asked)
    facts = with_beside(document, held.facts, labels.facts) if legible else not_read(held.facts)
    text = LabelledDocument(
        document=document,
        tags=held.tags,
        facts=facts,
        overruled=held.overruled,
        scope=held.scope,
        language=language,
        legible=legible,
    )
    return text, held.differences


def _found(document: Document, entry: Entry, labels: Labels, *, legible: bool) -> Held:
    """Return what rules find, as far as they know the language, and what a curator says of it.

    Answers are looked for where the topics of a question are, so the curator's word on the
    topics comes first.
    """
    tags = tag_document(document, labels.topics) if legible else ()
    tags, overruled = reviewed(document, tags, entry, labels.topic_slugs, quote, MANIFEST)
    if legible:
        facts = facts_of(document, tags, labels.facts)
    else:
        facts = facts_not_read(document, labels.facts)
    return Held(tags, overruled, with_reviewed_facts(document, facts, entry, MANIFEST))
