"""The CSV files say what the JSON says, and no cell of them is run by a spreadsheet."""

import csv
import io
import json
import re
from collections import Counter
from typing import Any

import pytest
from archives import Archive
from hypothesis import given
from hypothesis import strategies as st

from synoptic.site.data.tables import plain_cell
from synoptic.site.dictionary import CELLS, TABLES

BOTH = """# Privacy

We do not sell your personal information to third parties.

We may sell your personal information to our partners.
"""
FORMULA = """# Privacy

=1+1; we use cookies to count visitors.
"""


def rows(archive: Archive, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.data(name), newline="")))


def entries(archive: Archive) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in archive.data("policies.json")["policies"]}


def text(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1", "-1", "@SUM(1)", "\tx", "\rx", "\nx", " =1", "\xa0=1", "'=1", '"=1"',
        " '\" =1", "\ufeff=1", "＝1", "- We use cookies",
        "\x01=1", "\u200e=1", "\u2066=1", "\xad=1", "\u3000＠x",
    ],
)  # fmt: skip
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert plain_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", "'We'", "“-”", "— no", "2016-06-01", "(-1)", "c-1"])
def test_all_other_cells_stand_as_they_are(cell: str) -> None:
    assert plain_cell(cell) == cell


@given(st.text(alphabet="=-@'\" \t\na1"))
def test_the_apostrophe_can_be_taken_off_again(words: str) -> None:
    cell = plain_cell(words)
    ours = cell.startswith("'") and plain_cell(cell[1:]) != cell[1:]
    assert (cell[1:] if ours else cell) == words


def test_the_first_columns_stay_where_they_were(archive: Archive) -> None:
    archive.build()
    assert list(rows(archive, "comparison.csv")[0])[:8] == [
        "policy", "organisation", "captured_at", "topic", "clauses", "words", "first_clause",
        "first_quote",
    ]  # fmt: skip


def test_each_topic_has_its_state_and_the_addresses(archive: Archive) -> None:
    archive.build()
    known = entries(archive)
    table = rows(archive, "comparison.csv")

    assert {row["state"] for row in table} >= {"found", "nothing-found"}
    assert any(row["memento_url"] for row in table)
    for row in table:
        entry = known[row["policy"]]
        assert row["state"] == entry["topic_states"][row["topic"]]
        for key in ("organisation", "title", "original_url", "memento_url", "page"):
            assert row[key] == text(entry[key])


def test_each_question_has_the_answer_of_the_json(archive: Archive) -> None:
    archive.add("both.txt", BOTH)
    archive.build()
    found = Counter(tuple(row.values()) for row in rows(archive, "facts.csv"))
    numbers = {
        (clause["policy"], clause["clause"]): clause["number"] for clause in clauses(archive)
    }
    expected = Counter(
        (
            entry["id"], text(entry["organisation"]), text(entry["title"]),
            text(entry["captured_at"]), question, answer["state"], text(answer["value"]),
            text(answer["quote"]), text(answer["clause"]),
            numbers.get((entry["id"], answer["clause"]), ""), answer["method"],
            answer.get("reader", ""), answer.get("reader_kind", ""), entry["page"],
        )
        for entry in entries(archive).values()
        for question, first in entry["facts"].items()
        for answer in (first, *first.get("but", ()))
    )  # fmt: skip
    assert found == expected
    sold = [row for row in rows(archive, "facts.csv") if row["policy"].startswith("both/")]
    states = [row["state"] for row in sold if row["question"] == "sells-data"]
    assert len(states) == 2
    assert states[0] != states[1]


def clauses(archive: Archive) -> list[dict[str, Any]]:
    return [json.loads(line) for line in archive.data("clauses.jsonl").splitlines()]


def test_a_reader_stands_beside_the_answer(archive: Archive) -> None:
    archive.add("both.txt", BOTH)
    archive.add(
        "corpus.yml",
        "readers:\n- {id: jd, name: '=Jo Doe', kind: person}\n"
        "files:\n  both.txt:\n    facts:\n"
        "      - {question: sells-data, state: not-mentioned, by: jd, on: 2024-01-02, why: read}\n",
    )
    assert archive.build().err == ""
    (row,) = (
        row for row in rows(archive, "facts.csv")
        if row["policy"].startswith("both/") and row["question"] == "sells-data"
    )  # fmt: skip
    assert (row["state"], row["quote"], row["number"]) == ("not-mentioned", "", "")
    assert (row["method"], row["reader"], row["reader_kind"]) == ("reader", "'=Jo Doe", "person")


def test_a_hostile_text_is_no_formula_and_the_json_has_it_verbatim(archive: Archive) -> None:
    archive.add("formula.txt", FORMULA)
    archive.build()
    entry = entries(archive)["formula/undated"]
    quotes = [tag["quote"] for tags in entry["topics"].values() for tag in tags]
    assert any(quote.startswith("=1+1;") for quote in quotes)

    for name in TABLES:
        cells = [cell for row in rows(archive, name) for cell in row.values()]
        assert any(cell.startswith("'=") for cell in cells)
        assert not any(re.match(r"[\s\"]*[=+\-@\t\r]", cell) for cell in cells)


def test_the_dictionary_and_the_data_package_know_each_column(archive: Archive) -> None:
    archive.build()
    resources = {
        resource["path"]: resource for resource in archive.data("datapackage.json")["resources"]
    }
    page = (archive.docs / "data/index.md").read_text(encoding="utf-8")

    assert CELLS.split(",")[0] in page
    for name, columns in TABLES.items():
        fields = resources[name]["schema"]["fields"]
        assert [field["name"] for field in fields] == list(columns)
        assert list(rows(archive, name)[0]) == list(columns)
        assert f"## Columns of {name}\n" in page
        assert all(f"<dt><code>{column}</code></dt>" in page for column in columns)
        for field in fields:
            if field["type"] == "integer":
                assert all(row[field["name"]].isdigit() for row in rows(archive, name))
