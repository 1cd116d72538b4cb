"""The data files described for programs, as a Frictionless data package."""

from typing import Any

from synoptic.site.dictionary import NUMBERS, TABLES

RESOURCES = ("clauses.jsonl", "comparison.csv", "facts.csv", "policies.json", "report.json")
"""The data files that the package describes."""


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
