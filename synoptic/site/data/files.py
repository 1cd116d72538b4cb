"""The archive as data: files that other programs read, with one meaning for each column.

In: versions with their labels, one at a time; figures, faults and withdrawals. Out: records of
each version, and the files, piece by piece, so that no file is ever whole in memory. Promise:
names and keys stay (the dictionary says what they mean), texts stand verbatim, and `null`
always means that the source does not say.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from synoptic.model import (
    Fact,
    LabelledDocument,
    LabelledVersion,
    Problem,
    Review,
    Tag,
    facts_by_question,
)
from synoptic.site import addresses
from synoptic.site.data.tables import COMPARISON_HEAD, FACTS_HEAD, comparison_lines, fact_lines
from synoptic.site.dictionary import NUMBERS, TABLES
from synoptic.site.figures import Figures
from synoptic.site.lookup import topics_by_clause

SCHEMA = "synoptic-policies/1"

RESOURCES = ("clauses.jsonl", "comparison.csv", "facts.csv", "policies.json", "report.json")
"""The data files that the package describes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRows:
    """What one version has in the data files; of a page apart only the entry is not empty."""

    entry: str
    """Its entry of policies.json."""
    clauses: str
    """Its lines of clauses.jsonl."""
    comparison: str
    """Its rows of comparison.csv."""
    facts: str
    """Its rows of facts.csv."""


def data_rows(version: LabelledVersion, topics: Sequence[str]) -> DataRows:
    """Return what a version has in the data files.

    Args:
        version: A version, or a page apart: only policies.json has the latter.
        topics: All slugs, in the order of the taxonomy.

    """
    told = not version.no_policy
    return DataRows(
        entry=_indented(policy_record(version, topics)),
        clauses="".join(map(_line, clause_records(version))) if told else "",
        comparison=comparison_lines(version, topics) if told else "",
        facts=fact_lines(version) if told else "",
    )


def data_files(rows: Callable[[], Iterable[DataRows]]) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the data files of all versions, each as its path below docs/ and its pieces.

    Args:
        rows: Gives the rows of all versions, those of pages apart last; called once a file.

    """
    parts: dict[str, Callable[[Iterable[DataRows]], Iterable[str]]] = {
        "policies.json": _policies_json,
        "clauses.jsonl": lambda rows: (row.clauses for row in rows),
        "comparison.csv": lambda rows: chain([COMPARISON_HEAD], (row.comparison for row in rows)),
        "facts.csv": lambda rows: chain([FACTS_HEAD], (row.facts for row in rows)),
    }
    for name, pieces in parts.items():
        yield addresses.data(name).file, (piece.encode("utf-8") for piece in pieces(rows()))


def _policies_json(rows: Iterable[DataRows]) -> Iterator[str]:
    yield f'{{\n "schema": "{SCHEMA}",\n "policies": ['
    row = None
    for number, row in enumerate(rows):
        yield f"{',' if number else ''}\n  {row.entry}"
    yield "\n ]\n}\n" if row else "]\n}\n"


def report_files(
    figures: Figures, problems: Sequence[Problem], withdrawn: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the report of a build and the description of all data files."""
    files = {
        "report.json": _json(report(figures, problems, withdrawn)),
        "datapackage.json": _json(datapackage()),
    }
    return {addresses.data(name).file: text.encode("utf-8") for name, text in files.items()}


def policy_record(version: LabelledVersion, topics: Sequence[str]) -> dict[str, Any]:
    """Return one entry of policies.json."""
    document = version.document
    openings = {clause.id: clause.opening for clause in document.clauses if clause.lead_in}
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


def report(
    figures: Figures, problems: Sequence[Problem], withdrawn: Mapping[str, str]
) -> dict[str, Any]:
    """Return how much was published, and what was set aside and withdrawn."""
    return {
        "published": {
            "policies": figures.policies,
            "versions": figures.versions,
            "captures": figures.captures,
        },
        "set_aside": [_problem_record(problem) for problem in problems if problem.fatal],
        "warnings": [_problem_record(problem) for problem in problems if not problem.fatal],
        "withdrawn": [{"file": name, "reason": why} for name, why in sorted(withdrawn.items())],
    }


def datapackage() -> dict[str, Any]:
    """Describe the data files as a Frictionless data package."""
    return {
        "name": "synoptic-archive",
        "title": "Archived privacy policies, cleaned, labelled and compared",
        "resources": [
            {"name": name.partition(".")[0], "path": name, "encoding": "utf-8", **_table(name)}
            for name in RESOURCES
        ],
    }


def _table(name: str) -> dict[str, Any]:
    if name not in TABLES:
        return {"format": name.rpartition(".")[2]}
    fields = [
        {"name": column, "type": "integer" if column in NUMBERS else "string", "description": text}
        for column, text in TABLES[name].items()
    ]
    return {"profile": "tabular-data-resource", "format": "csv", "schema": {"fields": fields}}


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


def _problem_record(problem: Problem) -> dict[str, Any]:
    return {
        "where": problem.where,
        "what": problem.what,
        "code": problem.code,
        "help": problem.hint or None,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _indented(value: Any) -> str:
    """Return a record as it stands in a list of a whole document."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n  ")


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
