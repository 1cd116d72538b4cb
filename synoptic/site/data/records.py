"""What one version is in the data: its entry of policies.json, and a record for each clause.

In: a version with its labels. Out: records of plain values. Promise: texts stand verbatim, and
`None` always means that the source does not say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from synoptic.model import (
    Fact,
    LabelledDocument,
    LabelledVersion,
    Review,
    Tag,
    facts_by_question,
)
from synoptic.site import addresses
from synoptic.site.lookup import topics_by_clause
from synoptic.text.sentences import opening


def policy_record(version: LabelledVersion, topics: Sequence[str]) -> dict[str, Any]:
    """Return one entry of policies.json."""
    document = version.document
    openings = {clause.id: opening(clause.lead_in) for clause in document.clauses if clause.lead_in}
    source, provenance = document.source, version.provenance
    return {
        "id": version.id,
        "document": version.policy,
        "version": version.version,
        "organisation": version.organisation,
        "title": version.title,
        "title_source": version.title_source,
        "is_policy": not version.no_policy,
        "no_policy": asdict(version.no_policy) if version.no_policy else None,
        "language": version.language,
        "language_source": version.labelled.language.source,
        "sector": version.sector,
        "site": provenance.site,
        "captured_at": provenance.stamp,
        "original_url": provenance.original_url,
        "memento_url": provenance.memento_url,
        "memento_raw_url": provenance.memento_raw_url,
        "captures": [
            {
                "captured_at": capture.provenance.stamp,
                "file": capture.container,
                "member": capture.member,
                "memento_url": capture.provenance.memento_url,
                "sha256": capture.sha256,
                "copy": addresses.stored(version, capture).url,
            }
            for capture in version.captures
        ],
        "dates": [
            {
                "kind": date.kind,
                "date": date.date,
                "quote": date.quote,
                "clause": date.clause,
                "lead_in": date.lead_in or None,
                "unclear": date.unclear or None,
            }
            for date in document.dates
        ],
        "sections": [
            {"id": section.id, "number": section.number, "heading": section.heading}
            for section in document.sections
            if section.heading
        ],
        "source": {
            "file": version.captures[0].container,
            "member": version.captures[0].member,
            "sha256": source.sha256,
            "bytes": source.size,
            "media_type": source.stored_as,
            "encoding": source.encoding,
        },
        "words": dict(version.labelled.words),
        "rules": version.labelled.rules,
        "rights": version.rights,
        "page": addresses.version(version).url,
        "read": _read_record(version.labelled),
        "topic_states": {topic: version.labelled.topic_state(topic) for topic in topics},
        "topics": {
            topic: [_tag_record(tag, openings) for tag in version.labelled.on_topic(topic)]
            for topic in topics
        },
        "facts": {
            question: _fact_record(facts, openings)
            for question, facts in facts_by_question(version.labelled.facts).items()
        },
    }


def clause_records(version: LabelledVersion) -> Iterable[dict[str, Any]]:
    """Yield one record for each clause of a version, in the order of the text."""
    topics = topics_by_clause(version)
    scope = version.labelled.scope
    unread = scope.unread if scope else ()
    for section in version.document.sections:
        for clause in section.clauses:
            yield {
                "policy": version.id,
                "clause": clause.id,
                "number": clause.number,
                "kind": clause.block.kind.value,
                "marker": clause.block.marker or None,
                "headings": list(section.path),
                "text": clause.text,
                "topics": topics.get(clause.id, []),
                "read": scope is not None and clause.id not in unread,
            }


def _tag_record(tag: Tag, openings: Mapping[str, str]) -> dict[str, Any]:
    return {
        "clause": tag.clause,
        "quote": tag.quote,
        "lead_in": openings.get(tag.clause),
        **_method(tag.review),
    }


def _method(review: Review | None) -> dict[str, Any]:
    """Say who has the last word: the rules, or a reader with name and kind."""
    if review is None:
        return {"method": "rule"}
    said = {"method": "reader", "reader": review.by.name, "reader_kind": review.by.kind}
    return said | ({"carried_from": review.carried_from} if review.carried_from else {})


def _read_record(labelled: LabelledDocument) -> dict[str, Any] | None:
    scope = labelled.scope
    if scope is None:
        return None
    read = scope.review
    return {
        "by": read.by.id,
        "reader": read.by.name,
        "reader_kind": read.by.kind,
        "on": read.on,
        "why": read.why,
        "topics": list(scope.topics),
        "questions": list(scope.questions),
        "unread": list(scope.unread),
    }


def _fact_record(facts: Sequence[Fact], openings: Mapping[str, str]) -> dict[str, Any]:
    """Return the answer, and under ``but`` what the same policy says against it."""
    first, *others = (
        {
            "state": fact.state,
            "value": fact.value,
            "quote": fact.quote or None,
            "clause": fact.clause or None,
            "lead_in": openings.get(fact.clause),
            **_method(fact.review),
            "beside": [asdict(sentence) for sentence in fact.beside],
            "more_beside": fact.more_beside,
        }
        for fact in facts
    )
    return first | ({"but": others} if others else {})
