"""How cues become topics: promises for any text, and the rules one by one."""

import json
import time
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.label.decide import topics_of, verdicts_of
from synoptic.label.tag import opp115_of
from synoptic.label.taxonomy import Taxonomy, load_taxonomy

FILE = Path(__file__).parent.parent / "taxonomy" / "topics.yml"
SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "labelled_sentences.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
WORDS = sorted({word for record in SENTENCES for word in record["text"].split()})
TEXTS = st.lists(st.sampled_from([*WORDS, "\n", "個人情報", "Datenschutz,", "…"]), max_size=40)


@cache
def taxonomy() -> Taxonomy:
    return load_taxonomy(FILE.read_text(encoding="utf-8"), "topics.yml")


@cache
def reversed_taxonomy() -> Taxonomy:
    root = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    root["topics"].reverse()
    return load_taxonomy(yaml.safe_dump(root, sort_keys=False), "reversed.yml")


def topics(text: str, *headings: str, lead_in: str = "") -> set[str]:
    return {evidence.topic for evidence in topics_of(text, headings, taxonomy(), lead_in)}


@settings(deadline=None)
@given(words=TEXTS)
def test_evidence_lies_inside_the_text_and_counts_for_its_topic(words: list[str]) -> None:
    text = " ".join(words)
    for evidence in topics_of(text, ["Cookies"], taxonomy()):
        assert evidence.weight > 0
        if evidence.where == "text":
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert text[evidence.start : evidence.end].strip()
        else:
            assert (evidence.start, evidence.end) == (0, 0)


@settings(deadline=None)
@given(words=TEXTS)
def test_the_order_of_topics_in_the_file_does_not_change_labels(words: list[str]) -> None:
    text = " ".join(words)
    other = {evidence.topic for evidence in topics_of(text, (), reversed_taxonomy())}
    assert topics(text) == other


@settings(deadline=None)
@given(words=TEXTS)
def test_verdicts_agree_with_topics(words: list[str]) -> None:
    text = " ".join(words)
    verdicts = verdicts_of(text, (), taxonomy())
    assert {verdict.topic for verdict in verdicts if verdict.assigned} == topics(text)
    assert all(
        verdict.category_points >= verdict.needed for verdict in verdicts if verdict.assigned
    )


def test_evidence_comes_in_the_order_of_the_taxonomy() -> None:
    text = "We use cookies to count visits. You can refuse cookies in your browser settings."
    order = [topic.slug for topic in taxonomy().topics]
    found = [order.index(evidence.topic) for evidence in topics_of(text, (), taxonomy())]
    assert found == sorted(found)
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    ("says", "denies"),
    [
        ("We sell your address to third parties.", "We do not sell your address to third parties."),
        ("This site uses cookies.", "This site uses no cookies and sets no cookie."),
    ],
)
def test_negation_leaves_the_topic(says: str, denies: str) -> None:
    assert topics(says) == topics(denies) != set()


def test_a_heading_speaks_for_what_stands_under_it() -> None:
    text = "Letters are kept in a cupboard."
    assert "retention" not in topics(text)
    assert "retention" in topics(text, "Retention")


def test_a_heading_alone_gives_no_topic() -> None:
    text = "Blue is the sky over Tokyo."
    assert topics(text, "Use of Cookies") == set()
    assert topics(f"Use of Cookies\n{text}", "Use of Cookies") == set()


@settings(deadline=None)
@given(words=TEXTS, heading=st.sampled_from(["Use of Cookies", "Security", "How long we keep it"]))
def test_every_topic_is_spoken_of_by_the_clause_itself(words: list[str], heading: str) -> None:
    evidence = topics_of(" ".join(words), [heading], taxonomy())
    spoken = {one.topic for one in evidence if one.where != "heading"}
    assert {one.topic for one in evidence} <= spoken


def test_the_nearest_telling_heading_speaks() -> None:
    text = "Letters are kept in a cupboard."
    assert "retention" in topics(text, "Cookies", "Retention", "Part two")
    assert "retention" not in topics(text, "Retention", "Cookies")


def test_a_heading_of_another_matter_does_not_silence_a_clause() -> None:
    text = "We use cookies."
    assert topics(text) == {"cookies"}
    assert topics(text, "Contact us") == {"cookies"}
    assert "cookies" in topics(text, "Security")


def test_a_lead_in_speaks_where_the_item_is_silent() -> None:
    lead_in = "We share your personal information with the following companies:"
    assert "sharing" in topics("Printers", lead_in=lead_in)
    assert "sharing" not in topics("We use cookies to count visits.", lead_in=lead_in)


def test_addresses_are_no_cues() -> None:
    assert topics("See https://acme.example/security/encryption-and-firewall") == set()


def test_categories_are_given_once() -> None:
    categories = opp115_of(["collection", "purpose", "links", "contact"], taxonomy())
    assert categories == ["first-party-collection", "other"]


def test_a_long_text_takes_time_in_proportion() -> None:
    text = " ".join(record["text"].replace(".", "") for record in SENTENCES) * 40
    start = time.process_time()
    topics(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "...", "\x00\u2028", "個人情報を収集します。" * 50]
)
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(topics(text), set)


def test_what_a_link_is_called_counts_for_less_than_what_is_said() -> None:
    assert "sharing" not in topics("Click “Do Not Sell or Share My Personal Information” below.")
    assert "sharing" in topics("We sell or share your personal information.")
    assert "do-not-track" in topics("Our site does not respond to do-not-track signals.")
