"""The library calls: one document in, text or records out; nothing is written."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from synoptic.build.one_text import Opened, policy_text
from synoptic.compare.collate import collate
from synoptic.corpus.taxonomy_files import SHIPPED, TOPICS, curated_text
from synoptic.label.decide import topics_of
from synoptic.label.tag import opp115_of, tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.model import Document, Evidence, Language
from synoptic.site.plain_markdown import markdown_from
from synoptic.site.redline_markdown import redline_markdown
from synoptic.text.detection import is_known, is_legible, language_of

Line = dict[str, object]
"""One line of `tag`: id, text, topics, opp115, evidence."""


def clean(data: bytes, *, name: str = "") -> str:
    """Return the policy text of one archived document as Markdown, with its headings.

    Args:
        data: The stored bytes: HTML, Markdown or plain text, recognised by content.
        name: Where they come from, for messages.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    return markdown_from(policy_text(Opened.alone(data, name or "document")).text)


def tag(
    text: str,
    headings: Sequence[str] = (),
    *,
    language: str | None = None,
    taxonomy: Path = SHIPPED,
) -> Line:
    """Return the topics of one paragraph; none if it is in a language without cues.

    Args:
        text: The paragraph.
        headings: The headings above it, nearest last.
        language: Such as ``de``; None lets its letters tell, and Latin ones are read.
        taxonomy: The folder that holds topics.yml.

    """
    topics = taxonomy_at(taxonomy)
    known = is_known(language, text, topics.language)
    return _record(topics_of(text, headings, topics) if known else (), topics)


def redline(old: bytes, new: bytes, *, names: tuple[str, str] = ("", "")) -> str:
    """Return the redline of two archived documents as Markdown.

    Lines that begin with ``>`` are ours; all others are the words of the two texts.

    Args:
        old: The stored bytes of the older document.
        new: Those of the newer; the two need not be of one organisation.
        names: Where they come from, for messages.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    older, newer = (
        Opened.alone(data, name or which)
        for data, name, which in zip((old, new), names, ("older", "newer"), strict=True)
    )
    return redline_of(older, newer)


def redline_of(older: Opened, newer: Opened) -> str:
    """Return the redline of two documents that have entries of a manifest, as Markdown."""
    old, new = policy_text(older).document, policy_text(newer).document
    return redline_markdown(collate(old, new, _language(new, newer).tag))


def tag_clauses(opened: Opened, *, taxonomy: Path = SHIPPED) -> list[Line]:
    """Return the topics of every clause of one document, in the order of the text.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    topics = taxonomy_at(taxonomy)
    document = policy_text(opened).document
    found: dict[str, list[Evidence]] = {}
    legible = is_legible(document, _language(document, opened), topics.language)
    for tagged in tag_document(document, topics) if legible else ():
        found.setdefault(tagged.clause, []).extend(tagged.evidence)
    return [
        {"id": clause.id, "text": clause.text, **_record(found.get(clause.id, ()), topics)}
        for clause in document.clauses
    ]


def _language(document: Document, opened: Opened) -> Language:
    return language_of(document, opened.entry.language, opened.entry.default_language)


@cache
def taxonomy_at(folder: Path) -> Taxonomy:
    """Load the taxonomy of a folder, once."""
    path = folder / TOPICS
    return load_taxonomy(curated_text(path), str(path))


def _record(evidence: Sequence[Evidence], taxonomy: Taxonomy) -> Line:
    topics = list(dict.fromkeys(found.topic for found in evidence))
    return {
        "topics": topics,
        "opp115": opp115_of(topics, taxonomy),
        "evidence": [
            {
                "topic": found.topic,
                "cue": found.cue,
                "start": found.start,
                "end": found.end,
                "weight": found.weight,
                "where": found.where,
            }
            for found in evidence
        ],
    }
