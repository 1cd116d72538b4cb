"""What readers signed: for what was asked and read, under their own name, and no further."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from archives import FIVE, Archive, CommandLine
from makers import document, paragraph, reader

from synoptic.corpus.manifest.readings import load_readings, readings_text
from synoptic.label.readings import Held, with_reading
from synoptic.model import Fact, Reading, Review, SignedAnswer, SignedTopic, Tag

OURS = "Synoptic project (assisted"


class FirstArchive(Archive):
    """A copy of the documents that the archive began with, to be changed at will."""

    def __init__(self, folder: Path, command: CommandLine) -> None:
        super().__init__(folder, command)
        shutil.copytree(FIVE, self.corpus, dirs_exist_ok=True)

    def pages(self) -> str:
        """All generated pages in one text."""
        folders = ("policies", "compare", "_parts", "data")
        paths = [path for name in folders for path in (self.docs / name).rglob("*.md")]
        return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


@pytest.fixture
def first(tmp_path: Path, command: CommandLine) -> FirstArchive:
    return FirstArchive(tmp_path, command)


def test_the_readings_of_the_project_are_nobodys_word_but_its_own(first: FirstArchive) -> None:
    assert first.build().status == 0

    pages = first.pages()
    assert pages.count(OURS) > 50
    signs = r"(?i)(?:read by|according to|taken back by|confirmed by|added by|that) a person\b"
    assert re.findall(signs, pages) == []
    legend = (first.docs / "compare/facts/index.md").read_text(encoding="utf-8")
    assert f"It does not speak of it, according to {OURS})." in legend
    read = [policy["read"] for policy in first.data("policies.json")["policies"]]
    assert {(one["reader"], one["reader_kind"]) for one in read} == {
        ("Synoptic project", "assisted")
    }


TOPIC = """
  - slug: ai-training
    title: AI training
    question: Is personal data used to train AI models?
    definition: Whether data trains models.
    why: It cannot be taken back.
    opp115: other
    headings: [ai training]
    cues: {2.5: ["train|training ... ai|models|algorithms"]}
    examples:
      match: [We use your messages for training AI models.]
      silent: [Our staff receive training every year.]
"""
QUESTION = """
  - slug: ai-training
    title: Trains AI
    question: Does it train AI models on personal data?
    answers: {yes: [train|training ... ai|models]}
    examples: {yes: [We use your messages for training AI models.], silent: [We train our staff.]}
"""


def cells(first: FirstArchive) -> dict[tuple[str, str, str], Any]:
    """State and quotes of each topic, and each answer, by policy and slug."""
    found: dict[tuple[str, str, str], Any] = {}
    for policy in first.data("policies.json")["policies"]:
        for slug, state in policy["topic_states"].items():
            found[policy["id"], "topic", slug] = (state, policy["topics"][slug])
        for slug, answer in policy["facts"].items():
            found[policy["id"], "question", slug] = answer
    return found


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_nobody_answers_what_was_not_asked(first: FirstArchive) -> None:
    first.build()
    before = cells(first)
    append(first.taxonomy / "topics.yml", TOPIC)
    append(first.taxonomy / "facts.yml", QUESTION)

    assert first.build().status == 0

    after = cells(first)
    new = {key: cell for key, cell in after.items() if key[2] == "ai-training"}
    assert {key: cell for key, cell in after.items() if key not in new} == before
    assert len(new) == 10
    assert {cell["state"] if key[1] == "question" else cell[0] for key, cell in new.items()} == {
        "nothing-found"
    }
    page = (first.docs / "policies/calmi/undated.md").read_text(encoding="utf-8")
    assert "is older than the question" in page.partition("### AI training")[2][:500]


def test_a_definition_that_changed_is_another_question_but_a_cue_is_not(
    first: FirstArchive,
) -> None:
    first.build()
    before = cells(first)
    path = first.taxonomy / "topics.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("What about children?", "What about pupils?"), encoding="utf-8")
    first.build()
    after = cells(first)

    changed = {key for key, cell in after.items() if cell != before[key]}
    assert {key[2] for key in changed} == {"children"}
    assert {after[key][0] for key in changed} == {"nothing-found"}


def test_silence_ends_where_a_clause_was_not_read(first: FirstArchive) -> None:
    first.build()
    before = cells(first)
    append(first.corpus / "004_4d353a9f21e1a1b3.txt", "\n\nTea is served at four o'clock.\n")

    assert first.build().status == 0

    after = cells(first)
    state = {True: lambda cell: cell["state"], False: lambda cell: cell[0]}
    for key, cell in before.items():
        of = state[key[1] == "question"]
        if key[0] == "calmi/undated" and of(cell) == "not-mentioned":
            assert of(after[key]) == "nothing-found", key
        else:
            assert after[key] == cell, key
    page = (first.docs / "policies/calmi/undated.md").read_text(encoding="utf-8")
    assert "is older than the text" in page
    assert "Clauses not read" in page
    assert "Not mentioned" not in page


def test_a_difference_is_a_warning_and_keeps_nothing_out(first: FirstArchive) -> None:
    path = first.corpus / "readings.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'("children": .*"clauses": )\[".*"\]', r"\1[]", text), encoding="utf-8")

    done = first.build()

    warning = (
        "the reading of .* by Synoptic project \\(assisted\\) stands against the rules: children"
    )
    assert len(re.findall(f"corpus/readings.yml:\\d+: warning: {warning}", done.err)) == 2
    report = first.data("report.json")
    assert [one["code"] for one in report["warnings"]] == ["reading-differs"] * 2
    assert (report["published"]["captures"], done.status) == (5, 0)
    assert {cell[0] for key, cell in cells(first).items() if key[2] == "children"} == {
        "not-mentioned"
    }


def test_an_id_of_a_stranger_or_a_slip_costs_the_reading_and_not_the_file(
    first: FirstArchive,
) -> None:
    path = first.corpus / "readings.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('"synoptic"', '"nobody"', 1))

    done = first.build()

    assert "corpus/readings.yml:7: there is no reader 'nobody'" in done.err
    assert len(first.published()) == 5


def test_what_is_signed_is_written_by_the_tool_and_read_back(
    first: FirstArchive, command: CommandLine
) -> None:
    name = "004_4d353a9f21e1a1b3.txt"
    places = ("--corpus", first.corpus, "--taxonomy", first.taxonomy)
    signature = ("--sign", "--by", "synoptic", "--on", "2026-11-22")
    why = "each clause was held against the fifteen topics and the nineteen questions"

    for unusable in (("--sign",), ("--sign", "--by", "me", "--on", "2026-11-22")):
        assert command("review", first.corpus / name, *places, *unusable).status == 2
    (first.corpus / "readings.yml").unlink()
    done = command("review", first.corpus / name, *places, *signature, "--why", why)

    assert (done.status, done.out) == (0, "")
    assert (first.build().err, len(first.published())) == ("", 5)
    (signed,) = [
        policy
        for policy in first.data("policies.json")["policies"]
        if policy["source"]["file"] == name
    ]
    assert signed["read"]["by"] == "synoptic"
    assert set(signed["topic_states"].values()) == {"found", "not-mentioned"}


def test_one_signature_after_the_other_is_kept_with_all_that_was_said(archive: Archive) -> None:
    archive.add("corpus.yml", "readers:\n  - {id: ann, name: Ann, kind: person}\n")
    places = ("--corpus", archive.corpus, "--taxonomy", archive.taxonomy)
    for name, day, why in (("acme-2016.txt", "01", "asked"), ("sub/plain.txt", "02", "read")):
        signature = ("--sign", "--by", "ann", "--on", f"2024-05-{day}", "--why", why)
        done = archive.command("review", archive.corpus / name, *places, *signature)
        assert (done.status, done.out) == (0, "")

    text = (archive.corpus / "readings.yml").read_text(encoding="utf-8")
    files = ["acme-2016.txt", "sub/plain.txt"]
    readings, faults = load_readings(text, "readings.yml", files, {"ann": reader()})
    assert faults == []
    assert {name: (found.review.on, found.review.why) for name, found in readings.items()} == {
        "acme-2016.txt": ("2024-05-01", "asked"),
        "sub/plain.txt": ("2024-05-02", "read"),
    }
    assert not list(archive.corpus.glob("*.part"))


REVIEW = Review(verdict="confirm", by=reader(kind="assisted"), on="2024-05-01", why="read it all")
TEXT = document(paragraph("We tell nobody."), paragraph("We use no cookies."))
FIRST, SECOND = (clause.id for clause in TEXT.clauses)
TOPICS = {"sharing": "d1", "cookies": "d2"}
QUESTIONS = {"cookies-used": "d3", "sells-data": "d4"}
READING = Reading(
    review=REVIEW,
    topics={
        "sharing": SignedTopic(asked="d1", clauses=(FIRST,)),
        "cookies": SignedTopic(asked="d2", clauses=()),
    },
    facts={
        "cookies-used": SignedAnswer(
            asked="d3", state="no", quote="We use no cookies.", clause=SECOND
        ),
        "sells-data": SignedAnswer(asked="d4", state="not-mentioned"),
    },
    clauses=(FIRST, SECOND),
)
NO = Fact(question="cookies-used", state="no", quote="We use no cookies.", clause=SECOND)
HELD = Held(
    tags=(Tag(topic="sharing", clause=FIRST, quote="We tell nobody."),),
    overruled=(),
    facts=(NO, Fact(question="sells-data", state="nothing-found")),
)


def test_where_rules_and_reader_agree_only_silence_changes() -> None:
    held = with_reading(TEXT, HELD, READING, TOPICS, QUESTIONS)

    assert (held.tags, held.overruled, held.differences) == (HELD.tags, (), ())
    assert [fact.state for fact in held.facts] == ["no", "not-mentioned"]
    assert held.facts[1].review == REVIEW


def test_the_reading_stands_and_the_difference_is_told() -> None:
    stray = Tag(topic="cookies", clause=SECOND, quote="We use no cookies.")
    rules = replace(HELD, tags=(stray,), facts=(replace(NO, state="yes"), HELD.facts[1]))

    held = with_reading(TEXT, rules, READING, TOPICS, QUESTIONS)

    assert [(tag.topic, tag.clause, tag.method) for tag in held.tags] == [
        ("sharing", FIRST, "reader")
    ]
    assert [(tag.topic, tag.review and tag.review.verdict) for tag in held.overruled] == [
        ("cookies", "remove")
    ]
    assert held.facts[0].state == "no"
    assert held.differences == (
        "cookies in § 0.2 only found by rules",
        "sharing in § 0.1 only read",
        "cookies-used: no read, yes found by rules",
    )


def test_clauses_that_came_later_are_for_the_rules() -> None:
    longer = document(
        paragraph("We tell nobody."), paragraph("We use no cookies."), paragraph("We sell data.")
    )
    third = longer.clauses[2].id
    sold = Fact(question="sells-data", state="yes", quote="We sell data.", clause=third)
    later = Tag(topic="sharing", clause=third, quote="We sell data.")
    rules = replace(HELD, tags=(*HELD.tags, later), facts=(NO, sold))

    held = with_reading(longer, rules, READING, TOPICS, QUESTIONS)

    assert (held.tags, held.facts, held.differences) == (rules.tags, rules.facts, ())
    assert held.scope
    assert held.scope.unread == (third,)
    assert not held.scope.is_silent("cookies")


def test_a_silence_that_a_curator_stated_ends_where_a_clause_came_later() -> None:
    longer = document(*(paragraph(clause.text) for clause in TEXT.clauses), paragraph("We sell."))
    silent = Fact(question="sells-data", state="not-mentioned", review=REVIEW)
    held = with_reading(longer, replace(HELD, facts=(NO, silent)), READING, TOPICS, QUESTIONS)

    assert held.facts[1] == Fact(question="sells-data", state="nothing-found")


def test_the_curators_own_word_is_above_the_reading() -> None:
    ann = replace(REVIEW, by=reader("Ann"))
    added = Tag(topic="cookies", clause=SECOND, quote="We use no cookies.", review=ann)
    answer = replace(NO, state="conditional", review=ann)
    rules = replace(HELD, tags=(*HELD.tags, added), facts=(answer, HELD.facts[1]))

    held = with_reading(TEXT, rules, READING, TOPICS, QUESTIONS)

    assert (held.tags, held.facts[0]) == (rules.tags, answer)


def test_readings_come_back_as_they_were_written() -> None:
    odd = replace(READING, review=replace(REVIEW, why='said "so": # all\u2028of it'))
    given = {"a b: c.txt": odd, "b.txt": READING}

    readings, faults = load_readings(
        readings_text(given), "readings.yml", list(given), {"ann": REVIEW.by}
    )

    assert faults == []
    assert {name: replace(one, line=0) for name, one in readings.items()} == given


@pytest.mark.parametrize("text", ["", "# nobody has read anything\n", "readings:\n"])
def test_a_file_without_readings_is_no_fault(text: str) -> None:
    assert load_readings(text, "readings.yml", ["a.txt"], {}) == ({}, [])


def test_a_fault_and_a_reading_each_say_their_line() -> None:
    text = readings_text({"a.txt": READING}) + "  z.txt: {}\n"
    readings, (fault,) = load_readings(text, "readings.yml", ["a.txt"], {"ann": REVIEW.by})

    assert text.splitlines()[readings["a.txt"].line - 1].strip().startswith("by:")
    assert str(fault).startswith(f"readings.yml:{text.count(chr(10))}: there is no file 'z.txt'")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("readings: [", "readings.yml:2: this is not YAML"),
        ("reading:\n", "readings.yml:1: there is no key 'reading'"),
        ("readings: a\n", "readings.yml:1: files and their readings"),
        ("readings: [a]\n", "readings.yml:1: files and their readings"),
        ("readings:\n  z.txt: {}\n", "readings.yml:2: there is no file 'z.txt'"),
        ("readings:\n  a.txt: {by: ann}\n", "readings.yml:2: on, why, topics"),
        ("readings:\n  a.txt: {topics: [a]}\n", "readings.yml:2: what was asked"),
    ],
)
def test_a_fault_of_a_reading_is_told_with_its_line(text: str, fault: str) -> None:
    readings, faults = load_readings(text, "readings.yml", ["a.txt"], {"ann": REVIEW.by})

    assert readings == {}
    assert [str(one).startswith(fault) for one in faults] == [True]
