"""Loading the taxonomy: what is checked, and what a curator is told."""

import pytest

from synoptic.errors import FaultsError
from synoptic.label.examples import check_examples
from synoptic.label.taxonomy import load_taxonomy

GOOD = """\
sources: {gdpr: "https://law.example/"}
decision:
  {threshold: 2, rivalry: 0.3, heading: 2.0, own: 0.5, lead_in: 0.5, background: 0.4, named: 0.5}
background:
  - this notice describes
lists:
  data: [information, data]
topics:
  - slug: keeping
    title: Keeping
    question: How long?
    definition: How long it is kept.
    why: It matters.
    opp115: retention
    mappings:
      gdpr: [13(2)(a), 14(2)(a)]
    headings:
      - how long
    cues:
      2:
        - keep ... @data
      -1.5:
        - keep going
    unless:
      - keep calm
    examples:
      match:
        - We keep your data.
        - How long > We keep it.
      silent:
        - Keep calm, data.
"""


def faults(text: str) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        load_taxonomy(text, "topics.yml")
    return [str(fault).splitlines()[0] for fault in caught.value.faults]


def test_a_good_file() -> None:
    taxonomy = load_taxonomy(GOOD, "topics.yml")
    (topic,) = taxonomy.topics
    assert topic.cues == (("keep ... @data", 2.0), ("keep going", -1.5))
    (mapped,) = topic.mappings
    assert mapped.articles == ("13(2)(a)", "14(2)(a)")
    assert mapped.source == "https://law.example/"
    assert topic.examples[1].headings == ("How long",)
    assert taxonomy.topic("keeping") is topic


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("opp115: retention", "opp115: keeping", "has no category 'keeping'", id="c"),
        pytest.param("      gdpr:", "      dsgvo:", "'dsgvo' is not among the sources", id="law"),
        pytest.param("why: It", "wy: It", "there is no key 'wy'", id="unknown key"),
        pytest.param("@data\n", "@date\n", "names the list '@date'", id="unknown list"),
        pytest.param("keep going", "... going", "has no words, or a gap at its edge", id="gap"),
        pytest.param("keep going", "keep a||b", "'' in the cue", id="empty alternative"),
        pytest.param("2.0", "much", "'much' is no number", id="number"),
        pytest.param("title: Keeping", "title: []", "a plain value is wanted", id="text"),
        pytest.param(
            "\n        - Keep calm, data.", " []", "no example under 'silent'", id="no example"
        ),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new)
    line = text[: text.index(new)].count("\n") + 1
    told = [fault for fault in faults(text) if message in fault]
    assert told
    assert told[0].startswith(f"topics.yml:{line}:")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("    why: It matters.\n", "", "why is missing here", id="missing key"),
        pytest.param("      2:", "      two:", "cues stand under a weight", id="weight"),
        pytest.param("title: Keeping", "title: {", "is not YAML", id="syntax"),
        pytest.param("      2:", "      0:", "cues stand under a weight", id="no weight"),
        pytest.param("keep going", "keep ... @data", "is there twice", id="cue twice"),
        pytest.param("    title:", "    slug: x\n    title:", "stands here twice", id="key twice"),
        pytest.param("lists:\n  data: [information, data]", "lists: []", "keys and", id="kind"),
    ],
)
def test_a_fault_is_told(old: str, new: str, message: str) -> None:
    assert old in GOOD
    assert any(message in fault for fault in faults(GOOD.replace(old, new)))


def test_a_topic_that_is_there_twice_or_not_at_all_is_a_fault() -> None:
    topic = GOOD.partition("topics:\n")[2]
    line = GOOD[: GOOD.index(topic)].count("\n") + 1

    said = f"topics.yml:{line}: the topic 'keeping' is there twice [taxonomy]"
    assert said in faults(GOOD + topic)
    with pytest.raises(KeyError, match="selling"):
        load_taxonomy(GOOD, "topics.yml").topic("selling")


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("opp115: retention", "opp115: keeping").replace("keep going", "... going")
    lines = [int(fault.split(":")[1]) for fault in faults(text)]
    assert len(lines) == 2
    assert lines == sorted(lines)


@pytest.mark.parametrize("text", ["", "[]", "topics", "topics: 3", "{"])
def test_a_file_of_another_kind_is_a_fault(text: str) -> None:
    assert faults(text)


def test_a_failing_example_is_told_with_its_line() -> None:
    taxonomy = load_taxonomy(GOOD.replace("- We keep your data.", "- We burn data."), "topics.yml")
    with pytest.raises(
        FaultsError, match=r"topics\.yml:\d+: the example 'We burn data\.' does not"
    ):
        check_examples(taxonomy, "topics.yml")
