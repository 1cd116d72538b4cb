"""The shipped taxonomy, tried on its own examples."""

from pathlib import Path

from synoptic.label.examples import check_examples
from synoptic.label.taxonomy import Taxonomy, load_taxonomy

FILE = Path(__file__).parent.parent / "taxonomy" / "topics.yml"
SLUGS = (
    "collection purpose sharing choice access retention security cookies do-not-track "
    "children international changes contact accountability links"
)


def shipped() -> Taxonomy:
    return load_taxonomy(FILE.read_text(encoding="utf-8"), "topics.yml")


def test_the_fifteen_topics_stand_in_page_order() -> None:
    assert [topic.slug for topic in shipped().topics] == SLUGS.split()


def test_examples_hold() -> None:
    taxonomy = shipped()
    assert all(len(topic.examples) >= 2 for topic in taxonomy.topics)
    check_examples(taxonomy)


def test_the_labels_for_fitting_name_topics_of_the_taxonomy() -> None:
    text = (FILE.parent.parent / "tools" / "labelled_paragraphs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len(rows) > 900
    assert len({name for name, _ in rows}) == len(rows)
    assert {slug for _, slugs in rows for slug in slugs.split()} <= {*SLUGS.split(), "-"}
