"""The floor of quality on sentences of our own: a commit may not lower it by accident.

To lower a floor, say in the commit what became better in exchange.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

from synoptic.label.decide import topics_of
from synoptic.label.taxonomy import Taxonomy, load_taxonomy

HERE = Path(__file__).parent
FLOOR = 0.94
"""F1 over all topics of all sentences in data/labelled_sentences.jsonl, measured 0.96."""

SENTENCES = 89
MIN_PER_TOPIC = 2


@cache
def records() -> list[dict]:
    text = (HERE / "data" / "labelled_sentences.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@cache
def taxonomy() -> Taxonomy:
    file = HERE.parent / "taxonomy" / "topics.yml"
    return load_taxonomy(file.read_text(encoding="utf-8"), "topics.yml")


def test_every_topic_has_sentences() -> None:
    counts = Counter(topic for record in records() for topic in record["topics"])
    assert len(records()) >= SENTENCES
    assert set(counts) == {topic.slug for topic in taxonomy().topics}
    assert min(counts.values()) >= MIN_PER_TOPIC


def test_floor() -> None:
    right = wrong = missed = 0
    for record in records():
        found = topics_of(record["text"], record.get("headings", ()), taxonomy())
        said, meant = {evidence.topic for evidence in found}, set(record["topics"])
        right += len(said & meant)
        wrong += len(said - meant)
        missed += len(meant - said)
    assert 2 * right / (2 * right + wrong + missed) >= FLOOR
