"""The words read off a page are those of its clauses, whatever forms these have."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import clauses, item, paragraph, row

from synoptic.model import Block, Kind, Run
from synoptic.site.pages.fulltext import clauses_html
from synoptic.text.words import words_of
from synoptic.verify.site import full_text_words


def read_off(folder: Path, *blocks: Block) -> list[str]:
    page = folder / "page.html"
    text = f"<html><body><div class='fulltext'>{clauses_html(clauses(*blocks), None)}</div>"
    page.write_text(text, encoding="utf-8")
    return full_text_words(page)


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([row("Orders\nInvoices", "Contract")], "Orders Invoices Contract"),
        ([row("head", "a\nb\nc"), row("d", "\ne")], "head a b c d e"),
        ([paragraph("one\ntwo")], "one two"),
        ([item("one\ntwo"), item("three")], "one two three"),
        ([Block(kind=Kind.PARAGRAPH, runs=(Run("a\nb", strong=True), Run("c")))], "a bc"),
        ([Block(kind=Kind.PARAGRAPH, runs=(Run("Seal", "/x", supplied=True), Run("d")))], "d"),
        ([Block(kind=Kind.PARAGRAPH, runs=(Run("e ", "/x"), Run("f", "/x", supplied=True)))], "e"),
    ],
)
def test_whole_texts_are_whole(tmp_path: Path, blocks: list[Block], words: str) -> None:
    assert read_off(tmp_path, *blocks) == words.split()


_CELLS = st.lists(st.sampled_from(["a", "b\nc", "<b>", "d &amp; e", "\n", "f"]), min_size=2)


@given(st.lists(_CELLS, min_size=1, max_size=4))
def test_tables_are_read_off_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    blocks = [row(*cells) for cells in rows]
    wanted = [word for clause in clauses(*blocks) for word in words_of(clause.text)]
    assert read_off(tmp_path_factory.mktemp("page"), *blocks) == wanted
