"""What `clean` prints reads back as the same words in the same forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import heading, item, paragraph, row

from synoptic.formats.markdown import blocks_from_markdown
from synoptic.model import Block, CleanText, Kind, Run
from synoptic.site.plain_markdown import markdown_from
from synoptic.text.words import one_line, words_of

WORDS = st.sampled_from(
    [
        "We keep a log",
        "# no heading",
        "1. no item",
        "- no dash",
        "> no quote",
        "a * b",
        "_x_",
        "a_b",
        "[x](y)",
        "<b>",
        "`x`",
        "\\*",
        "===",
        "---",
        "12) x",
        "&amp;",
        "+ x",
        "***",
        "5.",
        "* x",
        "個人",
        "x\ny",
        "2\n3. x",
        "a\n# b",
        "a\n---",
        "~~~",
        "![x]",
        "<http://x.example>",
        "a  b",
        "| x |",
        "1986\\. A",
        "--",
    ]
)
blocks = st.one_of(
    st.builds(heading, WORDS.map(one_line), st.integers(1, 6)),
    st.builds(paragraph, WORDS),
    st.builds(paragraph, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)),
)


def read_back(*written: Block) -> list[Block]:
    text = markdown_from(CleanText(blocks=written))
    return blocks_from_markdown(text, 1)[0]


def words(sequence: list[Block]) -> list[str]:
    return [word for block in sequence for word in words_of(f"{block.marker} {block.text}")]


@given(st.lists(blocks, min_size=1, max_size=6))
def test_paragraphs_and_headings_read_back(sequence: list[Block]) -> None:
    found = read_back(*sequence)

    assert [(one.kind, one.level) for one in found] == [(one.kind, one.level) for one in sequence]
    assert [one_line(one.text) for one in found] == [one_line(one.text) for one in sequence]


@given(
    st.lists(
        st.tuples(st.integers(1, 3), WORDS, st.booleans(), st.sampled_from(["", "—", "(a)"])),
        min_size=1,
        max_size=8,
    )
)
def test_the_words_of_lists_read_back(lines: list[tuple[int, str, bool, str]]) -> None:
    sequence, deepest = [], 0
    for depth, text, ordered, marker in lines:
        depth = min(depth, deepest + 1)
        sequence.append(item(text, marker, depth, ordered=ordered, opens=depth > deepest))
        deepest = depth
    found = [word for word in words(read_back(*sequence)) if not word.isdigit()]

    assert found == [word for word in words(sequence) if not word.isdigit()]


def forms(sequence: list[Block]) -> list[tuple[Kind, int, bool, str]]:
    return [(one.kind, one.depth, one.ordered, one.text) for one in sequence]


def test_nested_lists_read_back() -> None:
    sequence = [
        paragraph("Except:"),
        item("one", "1.", ordered=True, opens=True),
        item("a", "", 2, opens=True),
        item("b", "", 2),
        paragraph("more of b", 2),
        item("two", "2.", ordered=True),
        item("c", "1.", 2, ordered=True, opens=True),
        item("deep", "", 3, opens=True),
        item("three", "3.", ordered=True),
        paragraph("After."),
    ]
    assert forms(read_back(*sequence)) == forms(sequence)


@pytest.mark.parametrize("marker", ["1.", "7.", "12.", "3)"])
def test_numbers_read_back(marker: str) -> None:
    assert [one.marker for one in read_back(item("x", marker, ordered=True, opens=True))] == [
        marker
    ]


def test_items_without_a_printed_number_are_counted() -> None:
    def listed(text: str, depth: int = 1, *, opens: bool = False) -> Block:
        return item(text, "", depth, ordered=True, opens=opens)

    blocks = (listed("a", opens=True), listed("b"), listed("deep", 2, opens=True), listed("c"),
              paragraph("After."), listed("again", opens=True))  # fmt: skip
    written = markdown_from(CleanText(blocks=blocks))
    assert [line for line in written.splitlines() if line] == [
        "1. a", "2. b", "   1. deep", "3. c", "After.", "1. again",
    ]  # fmt: skip


def test_links_and_emphasis_read_back() -> None:
    runs = (
        Run("See "),
        Run("our (old) page", "http://acme.example/a_(b)?c=d e"),
        Run(", "),
        Run("please", strong=True),
        Run(" "),
        Run("do", emphasis=True),
        Run("."),
    )
    (found,) = read_back(Block(kind=Kind.PARAGRAPH, runs=runs))

    assert found.text == "See our (old) page, please do."
    assert [(run.text, run.strong, run.emphasis) for run in found.runs if run.strong] == [
        ("please", True, False)
    ]
    assert [run.href for run in found.runs if run.href] == ["http://acme.example/a_%28b%29?c=d%20e"]


def test_tables_are_tables_with_as_many_cells_in_each_row() -> None:
    table = [row("Name", "Kept", head=True, opens=True), row("Log", "one | two"), row("x")]

    assert markdown_from(CleanText(blocks=tuple(table))) == (
        "| Name | Kept |\n| --- | --- |\n| Log | one \\| two |\n| x |  |\n"
    )
    assert words(read_back(*table)) == words(table)


def test_a_table_without_a_head_gets_an_empty_one() -> None:
    text = markdown_from(CleanText(blocks=(row("a", "b", opens=True), row("c", "d", opens=True))))

    assert text == "|  |  |\n| --- | --- |\n| a | b |\n\n|  |  |\n| --- | --- |\n| c | d |\n"


@given(st.lists(blocks, max_size=6))
def test_the_text_ends_with_one_line_end_and_has_no_trailing_blank_lines(
    sequence: list[Block],
) -> None:
    text = markdown_from(CleanText(blocks=tuple(sequence)))

    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
