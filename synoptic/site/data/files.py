"""The files of data: what each version has in them, and the files piece by piece.

In: versions with their labels, one at a time; what was published, faults and withdrawals. Out:
text, so that no large file is ever whole in memory. Promise: names and keys stay (the
dictionary says what they mean).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from synoptic.model import LabelledVersion
from synoptic.site.data.package import datapackage
from synoptic.site.data.records import clause_records, policy_record
from synoptic.site.data.report import report
from synoptic.site.data.tables import COMPARISON_HEAD, FACTS_HEAD
from synoptic.site.edition import Edition

SCHEMA = "synoptic-policies/1"


def policy_entry(version: LabelledVersion, topics: Sequence[str]) -> str:
    """Return the entry of a version, or of a page apart, in policies.json."""
    return _indented(policy_record(version, topics))


def clause_lines(version: LabelledVersion) -> str:
    """Return the lines of a version in clauses.jsonl."""
    return "".join(map(_line, clause_records(version)))


def policies_json(entries: Iterable[str]) -> Iterator[str]:
    """Yield policies.json from its entries."""
    yield f'{{\n "schema": "{SCHEMA}",\n "policies": ['
    entry = ""
    for number, entry in enumerate(entries):
        yield f"{',' if number else ''}\n  {entry}"
    yield "\n ]\n}\n" if entry else "]\n}\n"


def comparison_csv(rows: Iterable[str]) -> Iterator[str]:
    """Yield comparison.csv from the rows of all versions."""
    return chain([COMPARISON_HEAD], rows)


def facts_csv(rows: Iterable[str]) -> Iterator[str]:
    """Yield facts.csv from the rows of all versions."""
    return chain([FACTS_HEAD], rows)


def report_json(edition: Edition) -> str:
    """Return the report of a build."""
    return _json(report(edition))


def datapackage_json() -> str:
    """Return the description of the data files."""
    return _json(datapackage())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _indented(value: Any) -> str:
    """Return a record as it stands in a list of a whole document."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n  ")


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
