"""Tags of a whole document: context, order, quotes."""

from functools import cache
from pathlib import Path

from label_documents import clause, document

from synoptic.label.tag import tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy

FILE = Path(__file__).parent.parent / "taxonomy" / "topics.yml"


@cache
def taxonomy() -> Taxonomy:
    return load_taxonomy(FILE.read_text(encoding="utf-8"), "topics.yml")


def test_tags_come_in_the_order_of_the_text_then_of_the_taxonomy() -> None:
    tags = tag_document(
        document(
            clause(1, "Questions about this policy go to our help desk."),
            clause(2, "We use cookies to count visits. You can refuse cookies in your settings."),
        ),
        taxonomy(),
    )
    assert [(tag.clause, tag.topic) for tag in tags] == [
        ("c-1", "contact"),
        ("c-2", "choice"),
        ("c-2", "cookies"),
    ]
    assert all(tag.evidence and tag.method == "rule" for tag in tags)


def test_a_quote_is_an_exact_part_of_its_clause() -> None:
    filler = "The museum shows ships and trains and old bicycles from three centuries. " * 12
    text = f"{filler}We never sell your address to other companies.\n{filler}"
    (tag,) = tag_document(document(clause(1, text)), taxonomy())
    assert tag.topic == "sharing"
    beside = filler.partition(".")[0]
    assert tag.quote == (f"{beside}. We never sell your address to other companies.\n{beside}.")


def test_a_title_at_the_head_of_a_clause_counts_as_a_heading() -> None:
    plain = clause(1, "Letters are kept in a cupboard.")
    titled = clause(2, "Retention\nLetters are kept in a cupboard.", title="Retention")
    tags = tag_document(document(plain, titled), taxonomy())
    assert [(tag.clause, tag.topic) for tag in tags] == [("c-2", "retention")]


def test_a_title_is_not_quoted_for_the_clause() -> None:
    filler = "The museum shows ships and trains and old bicycles from three centuries. " * 11
    titled = clause(1, f"Retention\n{filler}Letters are kept for ten years.", title="Retention")
    (tag,) = tag_document(document(titled), taxonomy())
    assert tag.topic == "retention"
    assert tag.quote.endswith("Letters are kept for ten years.")
    assert "Retention" not in tag.quote


def test_the_headings_of_the_section_count() -> None:
    tags = tag_document(
        document(clause(1, "Letters are kept in a cupboard."), path=("Policy", "Retention")),
        taxonomy(),
    )
    assert [tag.topic for tag in tags] == ["retention"]


def test_a_document_without_words_has_no_tags() -> None:
    assert tag_document(document(clause(1, "")), taxonomy()) == ()


def test_the_sentence_that_says_most_is_quoted() -> None:
    filler = "The museum shows ships and trains and old bicycles from three centuries. " * 12
    firm = "We sell, rent and disclose your personal information to third parties."
    text = f"Some data may be shared. {filler}{firm}"
    (tag,) = [tag for tag in tag_document(document(clause(1, text)), taxonomy()) if tag.weight > 3]
    assert tag.topic == "sharing"
    assert tag.quote.endswith(firm)
    assert "Some data" not in tag.quote
