"""The library calls: one document in, text or records out; nothing is written."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from synoptic.cleaner import clean_capture
from synoptic.label.decide import topics_of
from synoptic.label.tag import opp115_of, tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.model import Evidence
from synoptic.read import read
from synoptic.segment import segment
from synoptic.write_markdown import markdown_from

TAXONOMY = Path(__file__).parent.parent / "taxonomy"

Record = dict[str, object]
"""One line of `tag`: id, text, topics, opp115, evidence."""


def clean(data: bytes, *, name: str = "") -> str:
    """Return the policy text of one archived document as Markdown, with its headings.

    Args:
        data: The stored bytes: HTML, Markdown or plain text, recognised by content.
        name: Where they come from, for messages.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    return markdown_from(clean_capture(read(data, name or "document")))


def tag(text: str, headings: Sequence[str] = (), *, taxonomy: Path = TAXONOMY) -> Record:
    """Return the topics of one paragraph.

    Args:
        text: The paragraph.
        headings: The headings above it, nearest last.
        taxonomy: The folder that holds topics.yml.

    """
    topics = taxonomy_at(taxonomy)
    return _record(topics_of(text, headings, topics), topics)


def tag_clauses(data: bytes, *, name: str = "", taxonomy: Path = TAXONOMY) -> list[Record]:
    """Return the topics of every clause of one document, in the order of the text.

    Raises:
        CorpusError: The bytes cannot be read, or hold no policy text.

    """
    topics = taxonomy_at(taxonomy)
    capture = read(data, name or "document")
    document = segment(capture, clean_capture(capture))
    found: dict[str, list[Evidence]] = {}
    for one in tag_document(document, topics):
        found.setdefault(one.clause, []).extend(one.evidence)
    return [
        {"id": clause.id, "text": clause.text, **_record(found.get(clause.id, ()), topics)}
        for clause in document.clauses
    ]


@cache
def taxonomy_at(folder: Path) -> Taxonomy:
    """Load the taxonomy of a folder, once."""
    path = folder / "topics.yml"
    return load_taxonomy(path.read_text(encoding="utf-8"), str(path))


def _record(evidence: Sequence[Evidence], taxonomy: Taxonomy) -> Record:
    topics = list(dict.fromkeys(one.topic for one in evidence))
    return {
        "topics": topics,
        "opp115": opp115_of(topics, taxonomy),
        "evidence": [
            {
                "topic": one.topic,
                "cue": one.cue,
                "start": one.start,
                "end": one.end,
                "weight": one.weight,
                "where": one.where,
            }
            for one in evidence
        ],
    }
