"""The promise of conservation, for any Markdown and any text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import clean_source

from synoptic.cleaning.account import account
from synoptic.errors import ConservationError, EmptyDocumentError
from synoptic.formats import format_of
from synoptic.formats.read import read
from synoptic.model import Provenance, Source

PIECES = st.sampled_from(
    [
        "word",
        "two words",
        "**bold**",
        "_it_",
        "*x",
        "# ",
        "## ",
        "1. ",
        "12) ",
        "  * ",
        "- ",
        "— ",
        "\n",
        "\n\n",
        "  \n",
        " | ",
        "---|---",
        "[a](http://b.example/c 'd')",
        "[](e)",
        "![f](g)",
        "<http://h.example/>",
        "<b>",
        "&amp;",
        "`code`",
        "```",
        "\\*",
        "> ",
        "    ",
        "===",
        ".",
        "Revised 2005",
        "個人情報",
    ]
)
markdown = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(alphabet="ab1.*_[]()<>!#`-\\| \n&;:\"'", max_size=80),
)


def source_of(text: str, media_type: str) -> Source:
    return Source(
        record="x",
        sha256="",
        size=0,
        media_type=media_type,
        encoding="utf-8",
        text=text,
        provenance=Provenance(),
    )


@given(text=markdown, media_type=st.sampled_from(["text/markdown", "text/plain"]))
def test_no_word_is_lost_or_added(text: str, media_type: str) -> None:
    source = source_of(text, media_type)
    try:
        clean = clean_source(source)
    except EmptyDocumentError:
        return
    account(source, clean)


def test_a_lost_word_is_found() -> None:
    source = read(b"We keep nothing at all.", "corpus/x.txt")
    clean = clean_source(source)

    with pytest.raises(ConservationError, match=r"1 words lost \(twice\)"):
        account(replace(source, text=f"{source.text} twice"), clean)
    with pytest.raises(ConservationError, match=r"5 words added"):
        account(replace(source, text=""), clean)


def test_sums() -> None:
    source = read(b"# Privacy\n\nSee [our page](https://acme.example/a).", "x.md")

    assert format_of(source.text).media_type == "text/markdown"
    assert account(source, clean_source(source)) == {
        "source": 4,
        "kept": 4,
        "removed": 0,
    }
