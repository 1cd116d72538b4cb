"""The files of data: what each version has in them, and the files piece by piece.

In: versions with their labels, one at a time; figures, faults and withdrawals. Out: the files,
so that no large one is ever whole in memory. Promise: names and keys stay (the dictionary says
what they mean).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from synoptic.model import LabelledVersion, Problem
from synoptic.site import addresses
from synoptic.site.data.package import datapackage
from synoptic.site.data.records import clause_records, policy_record
from synoptic.site.data.report import report
from synoptic.site.data.tables import COMPARISON_HEAD, FACTS_HEAD, comparison_lines, fact_lines
from synoptic.site.figures import Figures

SCHEMA = "synoptic-policies/1"


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


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _indented(value: Any) -> str:
    """Return a record as it stands in a list of a whole document."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n  ")


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
