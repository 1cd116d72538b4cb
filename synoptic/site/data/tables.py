"""The tables: two CSV files for spreadsheets, with the columns of the dictionary.

In: versions with their labels. Out: rows as text. Promise: they say what `policies.json` says,
and no cell is run by a spreadsheet: texts of strangers stand in them, and a cell that looks
like a formula gets an apostrophe before it; all others stand as they are.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from synoptic.model import Clause, Fact, LabelledVersion, Review, Tag, Version
from synoptic.site import addresses
from synoptic.site.dictionary import COMPARISON_COLUMNS, FACT_COLUMNS
from synoptic.site.lookup import clauses_by_id
from synoptic.text.words import count_words

Row = Mapping[str, str | int | None]
"""A cell for each column; None is left empty."""

# Some programs take off blanks and quotes before they look, and read the wide forms
# of East Asian type too. Line ends and tabs may begin a new cell where a file is pasted.
_UNSEEN = r"\s\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff'\""
_FORMULA = re.compile(f"[{_UNSEEN}]*[=+\\-@＝＋－＠\\t\\r\\n]")


def plain_cell(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet could run it.

    What it does can be undone: an apostrophe is ours if the words after it would get one.

    >>> plain_cell("=1+1"), plain_cell("We keep it - always.")
    ("'=1+1", 'We keep it - always.')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def comparison_lines(version: LabelledVersion, topics: Sequence[str]) -> str:
    """Return one row for each topic."""
    return _lines(COMPARISON_COLUMNS, _comparison_rows(version, topics))


def fact_lines(version: LabelledVersion) -> str:
    """Return one row for each question and answer: two where a policy says both."""
    return _lines(FACT_COLUMNS, _fact_rows(version))


def _lines(columns: Mapping[str, str], rows: Iterable[Row], *, head: bool = False) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), lineterminator="\n")
    if head:
        writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    return plain_cell(value) if isinstance(value, str) else value


def _comparison_rows(version: LabelledVersion, topics: Sequence[str]) -> Iterator[Row]:
    clauses = clauses_by_id(version)
    for topic in topics:
        tags = version.labelled.on_topic(topic)
        yield {**_named(version), **_topic_cells(version, topic, tags, clauses)}


def _topic_cells(
    version: LabelledVersion, topic: str, tags: Sequence[Tag], clauses: Mapping[str, Clause]
) -> Row:
    return {
        "topic": topic,
        "clauses": len(tags),
        "words": sum(count_words(clauses[tag.clause].text) for tag in tags),
        "first_clause": tags[0].clause if tags else None,
        "first_quote": tags[0].quote if tags else None,
        "state": version.labelled.topic_state(topic),
        "original_url": version.provenance.original_url,
        "memento_url": version.provenance.memento_url,
    }


def _fact_rows(version: LabelledVersion) -> Iterator[Row]:
    clauses = clauses_by_id(version)
    for fact in version.labelled.facts:
        yield {**_named(version), **_fact_cells(fact, clauses)}


def _fact_cells(fact: Fact, clauses: Mapping[str, Clause]) -> Row:
    clause = clauses.get(fact.clause)
    return {
        "question": fact.question,
        "state": fact.state,
        "value": fact.value,
        "quote": fact.quote,
        "clause": fact.clause,
        "number": clause.number if clause else None,
        **_given_by(fact.review),
    }


def _given_by(review: Review | None) -> Row:
    if review is None:
        return {"method": "rule"}
    return {"method": "reader", "reader": review.by.name, "reader_kind": review.by.kind}


def _named(version: Version) -> Row:
    """Return what both tables say of a version, under the same names."""
    return {
        "policy": version.id,
        "organisation": version.organisation,
        "title": version.title,
        "captured_at": version.provenance.stamp,
        "page": addresses.version(version).url,
    }


COMPARISON_HEAD = _lines(COMPARISON_COLUMNS, (), head=True)
"""First line of comparison.csv."""

FACTS_HEAD = _lines(FACT_COLUMNS, (), head=True)
"""First line of facts.csv."""
