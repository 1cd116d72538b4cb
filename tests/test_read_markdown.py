"""Markdown and plain text to blocks: kinds, depths, markers, lines, and what runs know."""

import pytest

from synoptic.formats.markdown import blocks_from_markdown, blocks_from_text
from synoptic.model import Block, Run

TEXT = """\
# Records

We keep **your *name* and** a [card](https://a.example/card "The card").
It has a line more.

3. On paper
   - in a drawer
   - in a box

     that is locked
4. On tape

- We pass on:
  - ## To couriers

    their parcels
  - letters

![A seal](seal.png) <https://a.example/b>
"""


def shape(block: Block) -> tuple[str, int, str, str, int]:
    return block.kind.value, block.level or block.depth, block.marker, block.text, block.line


def test_blocks_stand_as_deep_as_in_the_source_and_on_its_lines() -> None:
    blocks, _ = blocks_from_markdown(TEXT, 11)

    assert [shape(block) for block in blocks] == [
        ("heading", 1, "", "Records", 11),
        ("paragraph", 0, "", "We keep your name and a card. It has a line more.", 13),
        ("item", 1, "3.", "On paper", 16),
        ("item", 2, "", "in a drawer", 17),
        ("item", 2, "", "in a box", 18),
        ("paragraph", 2, "", "that is locked", 20),
        ("item", 1, "4.", "On tape", 21),
        ("item", 1, "", "We pass on:", 23),
        ("heading", 2, "", "To couriers", 24),
        ("paragraph", 1, "", "their parcels", 26),
        ("item", 2, "", "letters", 27),
        ("paragraph", 0, "", " https://a.example/b", 29),
    ]
    assert [block.text for block in blocks if block.opens] == [
        "On paper", "in a drawer", "We pass on:", "letters",
    ]  # fmt: skip
    assert [block.text for block in blocks if block.ordered] == ["On paper", "On tape"]


def test_runs_know_style_and_target_and_addresses_are_handed_on() -> None:
    blocks, targets = blocks_from_markdown(TEXT)

    assert blocks[1].runs[:6] == (
        Run("We keep "),
        Run("your ", strong=True),
        Run("name", strong=True, emphasis=True),
        Run(" and", strong=True),
        Run(" a "),
        Run("card", href="https://a.example/card"),
    )
    assert blocks[-1].runs[0] == Run("A seal", supplied=True)
    # Of an autolink the address is the text, which is counted there.
    assert targets == ["https://a.example/card The card", "A seal seal.png "]


def test_a_number_over_a_heading_stays_and_one_without_a_text_is_kept() -> None:
    blocks, _ = blocks_from_markdown("1. # Records\n2. Cards\n3.\n")

    assert [(block.kind.value, block.marker, block.text) for block in blocks] == [
        ("heading", "", "1. Records"),
        ("item", "2.", "Cards"),
        ("item", "3.", ""),
    ]


@pytest.mark.parametrize("deep", [90, 120])
def test_what_is_nested_beyond_all_sense_stays_text(deep: int) -> None:
    blocks, _ = blocks_from_markdown(f"{'> ' * deep}We keep nothing.")
    (block,) = blocks

    assert block.text.endswith("We keep nothing.")
    assert (block.text == "We keep nothing.") is (deep < 100)


def test_paragraphs_of_plain_text_begin_on_their_first_lines() -> None:
    assert [(block.line, block.text) for block in blocks_from_text("a\nb\n\n\nc\n", 4)] == [
        (4, "a b"),
        (8, "c"),
    ]
