"""What is shown of a clause: its quote, what opens its list, and the words that decided."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from archives import FIVE, ROOT, Archive
from hypothesis import given, settings
from hypothesis import strategies as st
from label_documents import clause, document
from makers import clauses, item, labelled, paragraph

from synoptic import clean
from synoptic.label.tag import tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.model import LabelledDocument, Tag
from synoptic.site.pages.quotes import quote_view
from synoptic.text.sentences import opening
from synoptic.text.words import one_line

TEXTS = sorted(FIVE.glob("*.txt"))
SENTENCES = [
    json.loads(line)["text"]
    for line in (ROOT / "tests/data/labelled_sentences.jsonl").read_text("utf-8").splitlines()
]


@cache
def taxonomy() -> Taxonomy:
    return load_taxonomy((ROOT / "taxonomy/topics.yml").read_text("utf-8"), "topics.yml")


def named_words(method: str) -> list[str]:
    return re.findall("“([^”]*)”", method)


def check(*texts: str) -> int:
    """Hold every word that is named against the quote it stands beside; count the words."""
    whole = document(*(clause(number, text) for number, text in enumerate(texts)))
    by_id = {one.id: one for one in whole.clauses}
    named = 0
    for tag in tag_document(whole, taxonomy()):
        view = quote_view(tag, by_id)
        assert view.text in by_id[tag.clause].text
        for word in named_words(view.method):
            assert word in one_line(view.text)
            named += 1
        assert view.method
    return named


@settings(deadline=None)
@given(st.lists(st.sampled_from([*SENTENCES, "Nothing is said here. " * 9]), max_size=25))
def test_every_word_that_is_named_stands_in_the_quote(sentences: list[str]) -> None:
    check(" ".join(sentences))


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_every_word_that_is_named_stands_in_the_quote_of_an_archived_text(file: Path) -> None:
    assert check(*clean(file.read_bytes()).split("\n\n"))


def test_a_word_outside_of_the_quote_is_not_named() -> None:
    filler = "The museum shows ships and trains and old bicycles from three centuries. " * 12
    says = "We sell, rent and disclose your personal information to third parties."
    assert check(f"{says} {filler}Some data may be shared with affiliates.")


def test_tags_of_a_topic_come_by_weight_then_in_the_order_of_the_text() -> None:
    whole = labelled("a.txt", paragraph("One."), paragraph("Two."), paragraph("Three."))
    weights = dict(zip((one.id for one in whole.document.clauses), (1.0, 3.0, 1.0), strict=True))
    tags = tuple(
        Tag(topic="sharing", clause=name, quote="", weight=weight)
        for name, weight in weights.items()
    )
    first, second, third = weights
    found = LabelledDocument(document=whole.document, tags=tags).on_topic("sharing")
    assert [tag.clause for tag in found] == [second, first, third]


def test_a_list_item_is_shown_with_what_opens_its_list() -> None:
    opened = clauses(paragraph("We share data with:"), item("Printers"))
    tag = Tag(topic="sharing", clause=opened[1].id, quote="Printers")
    view = quote_view(tag, {one.id: one for one in opened})
    assert (view.lead_in, view.text) == ("We share data with:", "Printers")


def test_of_a_long_text_that_opens_a_list_the_last_sentence_is_shown() -> None:
    long = f"{'Much is said before the list begins. ' * 9}We share data with:"
    assert opening(clauses(paragraph(long), item("Printers"))[1].lead_in) == "We share data with:"


def test_a_text_without_blanks_that_opens_a_list_is_measured_as_long_as_it_is() -> None:
    last = "提供先は次のとおりです。"
    assert opening("当社は個人情報を第三者に提供します。" * 2 + last).endswith(f"ます。{last}")
    assert opening("当社は個人情報を第三者に提供します。" * 9 + last) == last


def test_what_opens_a_list_is_verbatim_in_the_data(archive: Archive) -> None:
    text = "# Privacy\n\nWe may share your personal information with:\n\n- printers\n- shops\n"
    (archive.corpus / "list.md").write_text(text, encoding="utf-8")
    assert archive.build().status == 0
    policies = archive.data("policies.json")["policies"]
    found = [one for policy in policies for one in policy["topics"]["sharing"]]
    leads = {one["quote"]: one["lead_in"] for one in found}
    assert leads["printers"] == "We may share your personal information with:"


def test_every_answer_says_who_gives_it(archive: Archive) -> None:
    assert archive.build().status == 0
    table = (archive.docs / "compare/facts/index.md").read_text("utf-8")
    page = (archive.docs / "compare/facts/cookies-used/index.md").read_text("utf-8")
    assert '<span class="given">rule</span>' in table
    assert '<span class="method">by rule</span>' in page
