"""The data files: every key of a record of a text whose every figure is known."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from makers import heading, item, paragraph, reader
from page_makers import SLUGS, all_pages, version

from synoptic.model import (
    Beside,
    Fact,
    Finding,
    LabelledVersion,
    Language,
    Problem,
    Provenance,
    Review,
    Scope,
    StatedDate,
)
from synoptic.site.data.files import clause_lines
from synoptic.site.dictionary import COMPARISON_COLUMNS, FACT_COLUMNS, FILES, POLICY_KEYS

MEMENTO = "https://web.archive.org/web/20100105080000/http://acme.example/privacy"
RAW = "https://web.archive.org/web/20100105080000id_/http://acme.example/privacy"
LIST = "We keep for ten years:"
ANN = Review(verdict="confirm", by=reader(), on="2024-05-01", why="read", carried_from="2009-01-01")


@pytest.fixture(scope="module")
def text() -> LabelledVersion:
    """Four clauses: one that a reader signed, one that nobody has read."""
    blocks = [heading("Privacy"), paragraph("We collect your name."), paragraph(LIST),
              item("your post", "a)"), item("your cat", "b)")]  # fmt: skip
    made = version(
        "acme", "2010-01-05T08:00", "2010-06", blocks=blocks, language="en",
        on={"collection": [0], "sharing": [1, 3]}, title="Privacy", title_source="heading",
        organisation="=Acme", sector="tools", rights="ours", rules="synoptic 1",
        words={"source": 20, "kept": 14, "removed": 6},
    )  # fmt: skip
    clauses = made.labelled.document.clauses
    name, cat = clauses[0], clauses[3]
    scope = Scope(review=ANN, unread=(cat.id,), topics=("collection",), questions=("sells-data",))
    signed = replace(made.labelled.tags[0], review=ANN)
    yes = Fact(
        question="sells-data", state="yes", value=7, quote=cat.text, clause=cat.id, review=ANN,
        beside=(Beside(quote=name.text, clause=name.id),), more_beside=2,
    )  # fmt: skip
    no = Fact(question="sells-data", state="no", quote=name.text, clause=name.id)
    date = StatedDate(kind="amended", date="2009-05", quote="May 2009", clause=name.id,
                      lead_in="Last updated", unclear="5/6")  # fmt: skip
    origin = Provenance(
        site="acme.example", captured_at=made.provenance.captured_at, memento_url=MEMENTO,
        memento_raw_url=RAW,
        original_url="http://acme.example/privacy",
    )  # fmt: skip
    first, second = made.captures
    return replace(
        made,
        provenance=origin,
        captures=(replace(first, provenance=origin), second),
        labelled=replace(
            made.labelled,
            tags=(signed, *made.labelled.tags[1:]),
            facts=(yes, no, Fact(question="cookies-used", state="nothing-found")),
            scope=scope,
            language=Language(tag="en", source="page"),
            document=replace(made.labelled.document, dates=(date,)),
        ),
    )


@pytest.fixture(scope="module")
def apart() -> LabelledVersion:
    finding = Finding(rule="robot_check", reason="robot check")
    return version("acme", "2011", no_policy=finding, on={"sharing": [0]})


@pytest.fixture(scope="module")
def files(text: LabelledVersion, apart: LabelledVersion) -> dict[str, str]:
    return all_pages([text], apart=[apart], pages=False)


@pytest.fixture(scope="module")
def entry(files: dict[str, str]) -> dict[str, Any]:
    return json.loads(files["data/policies.json"])["policies"][0]


def ids(text: LabelledVersion) -> list[str]:
    return [clause.id for clause in text.labelled.document.clauses]


def test_an_entry_says_what_is_known_of_the_version(entry: dict[str, Any]) -> None:
    known = {key: value for key, value in entry.items() if not isinstance(value, dict | list)}
    assert known == {
        "id": "acme/2010-01-05", "document": "acme", "version": "2010-01-05",
        "organisation": "=Acme", "title": "Privacy", "title_source": "heading",
        "is_policy": True, "no_policy": None, "language": "en", "language_source": "page",
        "sector": "tools", "site": "acme.example", "captured_at": "2010-01-05T08:00Z",
        "original_url": "http://acme.example/privacy", "memento_url": MEMENTO,
        "memento_raw_url": RAW, "rules": "synoptic 1", "rights": "ours",
        "page": "policies/acme/2010-01-05/",
    }  # fmt: skip


def test_the_dictionary_knows_every_key_and_no_other(entry: dict[str, Any]) -> None:
    assert list(entry) == list(POLICY_KEYS)


def test_an_entry_has_every_capture(entry: dict[str, Any]) -> None:
    assert entry["captures"] == [
        {"captured_at": "2010-01-05T08:00Z", "file": "acme-2010-01-05.txt", "member": None,
         "memento_url": MEMENTO, "sha256": f"{0:064x}",
         "copy": "data/sources/acme/2010-01-05.txt"},
        {"captured_at": "2010-06", "file": "acme-2010-06.txt", "member": None,
         "memento_url": None, "sha256": f"{1:064x}", "copy": "data/sources/acme/2010-06.txt"},
    ]  # fmt: skip
    assert entry["source"] == {
        "file": "acme-2010-01-05.txt", "member": None, "sha256": "acme.txt", "bytes": 1,
        "media_type": "text/plain", "encoding": "utf-8",
    }  # fmt: skip
    assert entry["words"] == {"source": 20, "kept": 14, "removed": 6}


def test_an_entry_has_dates_and_headings(entry: dict[str, Any], text: LabelledVersion) -> None:
    assert entry["dates"] == [
        {"kind": "amended", "date": "2009-05", "quote": "May 2009", "clause": ids(text)[0],
         "lead_in": "Last updated", "unclear": "5/6"},
    ]  # fmt: skip
    assert entry["sections"] == [{"id": "s-privacy", "number": 1, "heading": "Privacy"}]


def test_an_entry_says_who_read_what(entry: dict[str, Any], text: LabelledVersion) -> None:
    assert entry["read"] == {
        "by": "ann", "reader": "Ann", "reader_kind": "person", "on": "2024-05-01", "why": "read",
        "topics": ["collection"], "questions": ["sells-data"], "unread": [ids(text)[3]],
    }  # fmt: skip


def test_an_entry_has_the_quotes_of_each_topic(
    entry: dict[str, Any], text: LabelledVersion
) -> None:
    name, opening, _, cat = ids(text)
    by_ann = {"method": "reader", "reader": "Ann", "reader_kind": "person",
              "carried_from": "2009-01-01"}  # fmt: skip
    found = {topic: tags for topic, tags in entry["topics"].items() if tags}

    assert list(entry["topics"]) == list(entry["topic_states"]) == SLUGS
    assert {topic for topic, state in entry["topic_states"].items() if state == "found"} == {*found}
    assert found == {
        "collection": [
            {"clause": name, "quote": "We collect your name.", "lead_in": None, **by_ann}
        ],
        "sharing": [
            {"clause": opening, "quote": LIST, "lead_in": None, "method": "rule"},
            {"clause": cat, "quote": "your cat", "lead_in": LIST, "method": "rule"},
        ],
    }


def test_an_entry_has_each_answer_with_what_speaks_against_it(
    entry: dict[str, Any], text: LabelledVersion
) -> None:
    name, *_, cat = ids(text)
    none = {"value": None, "quote": None, "clause": None, "lead_in": None, "beside": [],
            "more_beside": 0}  # fmt: skip
    assert entry["facts"] == {
        "sells-data": {
            "state": "yes", "value": 7, "quote": "your cat", "clause": cat, "lead_in": LIST,
            "method": "reader", "reader": "Ann", "reader_kind": "person",
            "carried_from": "2009-01-01",
            "beside": [{"quote": "We collect your name.", "clause": name}], "more_beside": 2,
            "but": [{**none, "state": "no", "quote": "We collect your name.", "clause": name,
                     "method": "rule"}],
        },
        "cookies-used": {**none, "state": "nothing-found", "method": "rule"},
    }  # fmt: skip


def test_each_clause_has_a_line(files: dict[str, str], text: LabelledVersion) -> None:
    lines = [json.loads(line) for line in files["data/clauses.jsonl"].splitlines()]
    same = {"policy": "acme/2010-01-05", "headings": ["Privacy"]}
    words = ("We collect your name.", LIST, "your post", "your cat")
    paragraph, listed = ("paragraph", None), ("item", "a)")

    assert lines == [
        same | {"clause": clause, "number": number, "kind": kind, "marker": marker, "text": text,
                "topics": topics, "read": read}
        for clause, text, number, (kind, marker), topics, read in zip(
            ids(text), words, ("1.1", "1.2", "1.3", "1.4"),
            (paragraph, paragraph, listed, ("item", "b)")),
            (["collection"], ["sharing"], [], ["sharing"]), (True, True, True, False),
            strict=True,
        )
    ]  # fmt: skip


def test_nothing_is_read_where_nobody_read() -> None:
    (line,) = clause_lines(version("acme")).splitlines()
    assert json.loads(line)["read"] is False


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_topic_has_a_row(files: dict[str, str], text: LabelledVersion) -> None:
    rows = table(files["data/comparison.csv"])
    name, opening, *_ = ids(text)
    same = {
        "policy": "acme/2010-01-05", "organisation": "'=Acme", "captured_at": "2010-01-05T08:00Z",
        "title": "Privacy", "original_url": "http://acme.example/privacy", "memento_url": MEMENTO,
        "page": "policies/acme/2010-01-05/",
    }  # fmt: skip
    collection, sharing = (
        next(row for row in rows if row["topic"] == topic) for topic in ("collection", "sharing")
    )

    assert [row["topic"] for row in rows] == SLUGS
    assert list(rows[0]) == list(COMPARISON_COLUMNS)
    assert collection == same | {
        "topic": "collection", "clauses": "1", "words": "4", "first_clause": name,
        "first_quote": "We collect your name.", "state": "found",
    }  # fmt: skip
    # We keep for ten years: your cat.
    assert sharing == same | {
        "topic": "sharing", "clauses": "2", "words": "7", "first_clause": opening,
        "first_quote": LIST, "state": "found",
    }  # fmt: skip
    other = rows[SLUGS.index("purpose")]
    assert (other["clauses"], other["words"], other["first_clause"], other["state"]) == (
        "0", "0", "", "nothing-found",
    )  # fmt: skip


def test_each_answer_has_a_row(files: dict[str, str], text: LabelledVersion) -> None:
    rows = table(files["data/facts.csv"])
    name, *_, cat = ids(text)
    asked = ("question", "state", "value", "quote", "clause", "number", "method", "reader",
             "reader_kind")  # fmt: skip

    assert list(rows[0]) == list(FACT_COLUMNS)
    assert [tuple(row[column] for column in asked) for row in rows] == [
        ("sells-data", "yes", "7", "your cat", cat, "1.4", "reader", "Ann", "person"),
        ("sells-data", "no", "", "We collect your name.", name, "1.1", "rule", "", ""),
        ("cookies-used", "nothing-found", "", "", "", "", "rule", "", ""),
    ]


def test_a_page_apart_has_an_entry_and_no_place_in_tables(files: dict[str, str]) -> None:
    _, entry = json.loads(files["data/policies.json"])["policies"]

    assert (entry["id"], entry["is_policy"]) == ("acme/2011", False)
    assert entry["no_policy"] == {"rule": "robot_check", "reason": "robot check"}
    assert not any("acme/2011" in files[f"data/{name}"] for name in
                   ("clauses.jsonl", "comparison.csv", "facts.csv"))  # fmt: skip


def test_an_empty_archive_has_data_files_that_can_be_read() -> None:
    files = all_pages([], pages=False)
    assert json.loads(files["data/policies.json"])["policies"] == []
    assert table(files["data/comparison.csv"]) == []


def test_the_report_counts_and_tells_faults_from_warnings(text: LabelledVersion) -> None:
    fault = Problem(where="a.txt", what="it holds no text", code="empty-document", hint="leave it")
    warning = Problem(where="b.html", what="robot check", code="no-policy", fatal=False)
    withdrawn = {"z.txt": "asked to", "w.txt": "a mistake"}
    texts = [text, version("apex")]
    made = all_pages(texts, problems=[warning, fault], withdrawn=withdrawn, pages=False)

    assert json.loads(made["data/report.json"]) == {
        "published": {"policies": 2, "versions": 2, "captures": 3},
        "set_aside": [{"where": "a.txt", "what": "it holds no text", "code": "empty-document",
                       "help": "leave it"}],
        "warnings": [{"where": "b.html", "what": "robot check", "code": "no-policy",
                      "help": None}],
        "withdrawn": [{"file": "w.txt", "reason": "a mistake"},
                      {"file": "z.txt", "reason": "asked to"}],
    }  # fmt: skip


def test_the_package_describes_each_file_that_is_data(files: dict[str, str]) -> None:
    package = json.loads(files["data/datapackage.json"])
    described = {resource["path"]: resource for resource in package["resources"]}
    columns = described["comparison.csv"]["schema"]["fields"]

    made = {name.removeprefix("data/") for name in files}
    assert {*described} == made - {"datapackage.json"}
    assert {*described} < {*FILES}
    assert [column["name"] for column in columns] == list(COMPARISON_COLUMNS)
    assert {column["name"] for column in columns if column["type"] == "integer"} == {
        "clauses", "words",
    }  # fmt: skip
    assert described["policies.json"] == {
        "name": "policies", "path": "policies.json", "encoding": "utf-8", "format": "json",
    }  # fmt: skip
