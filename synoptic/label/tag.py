"""Tags for a whole document: each clause in its context, with the words to quote.

Comes in: a `Document` and the taxonomy. Goes out: tags in the order of the
text, then of the taxonomy. Promise: each quote is an exact part of its clause.
"""

from collections.abc import Iterable, Sequence

from synoptic.label.decide import topics_of
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import Clause, Document, Evidence, Section, Tag
from synoptic.text.sentences import by_sentence, quote, read, sentence_spans


def tag_document(document: Document, taxonomy: Taxonomy) -> tuple[Tag, ...]:
    """Return the tags of all clauses; a clause without topics has none."""
    return tuple(
        tag
        for section in document.sections
        for clause in section.clauses
        for tag in _tags(clause, section, taxonomy)
    )


def headings_of(clause: Clause, section: Section) -> tuple[str, ...]:
    """Return the headings that speak for a clause: those above it, and its own title."""
    return (*section.path, clause.title) if clause.title else section.path


def opp115_of(topics: Iterable[str], taxonomy: Taxonomy) -> list[str]:
    """Return the OPP-115 categories of some topics, each once, in the order of the topics."""
    return list(dict.fromkeys(taxonomy.topic(slug).opp115 for slug in topics))


def _tags(clause: Clause, section: Section, taxonomy: Taxonomy) -> list[Tag]:
    by_topic: dict[str, list[Evidence]] = {}
    headings = headings_of(clause, section)
    for evidence in topics_of(clause.text, headings, taxonomy, clause.lead_in):
        by_topic.setdefault(evidence.topic, []).append(evidence)
    return [_tag(clause, topic, found) for topic, found in by_topic.items()]


def _tag(clause: Clause, topic: str, evidence: Sequence[Evidence]) -> Tag:
    weight, spans = _deciding(clause.text, evidence)
    quoted = quote(clause.text, spans)
    return Tag(topic=topic, clause=clause.id, quote=quoted, evidence=tuple(evidence), weight=weight)


def _deciding(text: str, evidence: Iterable[Evidence]) -> tuple[float, list[tuple[int, int]]]:
    """Return the weight of the sentence that says most, and its cues; of equals the first."""
    own = [cue for cue in evidence if cue.where == "text"]
    heaviest: float = 0.0
    cues: list[tuple[int, int]] = []
    sentences = sentence_spans(text, read(text)) if own else []
    gathered = by_sentence(((cue.start, cue) for cue in own), sentences)
    for _, here in sorted(gathered.items()):
        weight = sum(cue.weight for cue in here)
        if weight > heaviest:
            heaviest, cues = weight, [(cue.start, cue.end) for cue in here]
    return heaviest, cues
