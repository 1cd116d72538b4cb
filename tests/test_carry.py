"""A review follows its clause to later captures of the same policy, and no other clause."""

from typing import Any

import pytest
from archives import Archive

BEGINS = """\
# Privacy policy

We clear out old orders every spring and delete them from our records.

## Sharing

- We rent the names of visitors to nobody at all.

Please send questions or complaints about this policy to privacy@acme.example.
"""
MANIFEST = """\
readers:
  - {{id: doe, name: J. Doe, kind: person}}
files:
  m1.md:
    document: acme
    address: https://acme.example/privacy
    captured: 2024-01-05
    review:
      - {{topic: security, quote: We clear out old orders, verdict: add,
         by: doe, on: 2024-01-06, why: deleting protects}}
      - {{topic: contact, quote: Please send questions, verdict: remove,
         by: doe, on: 2024-01-06, why: no}}
    facts:
      - {{question: sells-data, state: no, quote: We rent the names of visitors to nobody,
         by: doe, on: 2024-01-06, why: renting}}
      - {{question: encryption-in-transit, state: not-mentioned,
         by: doe, on: 2024-01-06, why: silent}}
  m2.md:
    address: https://acme.example/privacy
    captured: {day}
{more}
"""


def later(archive: Archive, text: str, day: str = "2024-02-05", more: str = "") -> dict[str, Any]:
    """The entry of the second capture, when it reads so."""
    archive.add("m1.md", BEGINS)
    archive.add("m2.md", text)
    archive.add("corpus.yml", MANIFEST.format(day=day, more=more))
    assert archive.build().err == ""
    entries: list[dict[str, Any]] = archive.data("policies.json")["policies"]
    (entry,) = (one for one in entries if one["source"]["file"] == "m2.md")
    return entry


def test_a_manifest_that_introduces_nobody_loses_no_review(empty: Archive) -> None:
    nobody = MANIFEST.replace("  - {{id: doe, name: J. Doe, kind: person}}\n", "").replace(
        "readers:\n", ""
    )
    empty.add("m1.md", BEGINS)
    empty.add("m2.md", BEGINS.replace("at all", "whatever"))
    empty.add(
        "corpus.yml", nobody.format(day="2024-02-05", more="").replace("by: doe", "by: J. Doe")
    )

    assert empty.build().err == ""
    (_, later) = empty.data("policies.json")["policies"]
    (tag,) = later["topics"]["security"]
    assert (tag["reader"], tag["reader_kind"]) == ("J. Doe", "unstated")
    assert tag["carried_from"] == "2024-01-05"
    page = (empty.docs / "policies/acme/2024-02-05.md").read_text(encoding="utf-8")
    assert "J. Doe (unstated)" in page


@pytest.fixture
def empty(tmp_path: Any, command: Any) -> Archive:
    return Archive(tmp_path, command)


SIGNED = {
    "method": "reader",
    "reader": "J. Doe",
    "reader_kind": "person",
    "carried_from": "2024-01-05",
}


def test_a_review_and_an_answer_follow_their_clauses(empty: Archive) -> None:
    entry = later(empty, BEGINS + "\nWe use cookies on our site.\n")

    (security,) = entry["topics"]["security"]
    assert {key: security.get(key) for key in SIGNED} == SIGNED
    assert entry["topic_states"]["security"] == "found"
    assert entry["topics"]["contact"] == []
    sells = entry["facts"]["sells-data"]
    assert (sells["state"], {key: sells.get(key) for key in SIGNED}) == ("no", SIGNED)
    page = (empty.docs / "policies/acme/2024-02-05.md").read_text(encoding="utf-8")
    words = "on the same words in the capture of 2024-01-05 by J. Doe (person), 2024-01-06"
    assert page.count(f"confirmed {words}: deleting protects") == 1
    assert page.count(f"confirmed {words}: renting") == 1
    assert page.count(f"taken back {words}: no") == 1


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (BEGINS + "\nWe use cookies on our site.\n", "nothing-found"),
        (
            BEGINS.replace(
                "Please send questions or complaints about this policy to privacy@acme.example.\n",
                "",
            ),
            "not-mentioned",
        ),
    ],
)
def test_a_silence_is_carried_only_where_all_was_read(
    empty: Archive, text: str, state: str
) -> None:
    assert later(empty, text)["facts"]["encryption-in-transit"]["state"] == state


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("every spring", "every autumn"),
        ("# Privacy policy\n", "# Privacy policy\n\n## Orders\n"),
        ("# Privacy policy\n\nWe", "# Privacy policy\n\nWe do not do this:\n\n- We"),
    ],
    ids=["other words", "another heading", "another lead-in"],
)
def test_no_other_clause_is_meant(empty: Archive, old: str, new: str) -> None:
    entry = later(empty, BEGINS.replace(old, new))

    assert "reader" not in [tag["method"] for tag in entry["topics"]["security"]]


def test_nothing_is_carried_back_in_time(empty: Archive) -> None:
    entry = later(empty, BEGINS + "\nWe use cookies on our site.\n", day="2023-02-05")

    assert entry["topics"]["security"] == []
    assert "carried_from" not in entry["facts"]["sells-data"]


def test_the_later_captures_own_review_is_above_what_is_carried(empty: Archive) -> None:
    own = """\
    review:
      - {topic: contact, quote: Please send questions, verdict: confirm,
         by: doe, on: 2024-03-01, why: it is}
    facts:
      - {question: sells-data, state: conditional, quote: We rent the names of visitors,
         by: doe, on: 2024-03-01, why: so}
"""
    entry = later(empty, BEGINS + "\nWe use cookies on our site.\n", more=own)

    sells = entry["facts"]["sells-data"]
    assert (sells["state"], sells["method"]) == ("conditional", "reader")
    assert "carried_from" not in sells
    (contact,) = entry["topics"]["contact"]
    assert contact["method"] == "reader"
    assert "carried_from" not in contact
