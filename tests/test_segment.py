"""Sections, clauses and ids that last."""

import re

from hypothesis import given
from hypothesis import strategies as st
from makers import clauses, document, heading, item, paragraph, row

from synoptic.model import Block, Kind, Run
from synoptic.text.words import normalised

TEXTS = ("We keep nothing.", "We keep a log.", "Ask us.", "個人情報", "…", "")


def test_sections_follow_the_headings_and_know_those_above() -> None:
    text = document(
        paragraph("Before."),
        heading("Privacy"),
        heading("Cookies", 2),
        paragraph("None."),
        heading("Names", 3),
        heading("Contact", 2),
        paragraph("Ask."),
        paragraph("Ask again."),
    )

    assert [(one.number, one.level, one.path) for one in text.sections] == [
        (0, 1, ()),
        (1, 1, ("Privacy",)),
        (2, 2, ("Privacy", "Cookies")),
        (3, 3, ("Privacy", "Cookies", "Names")),
        (4, 2, ("Privacy", "Contact")),
    ]
    assert [clause.number for clause in text.clauses] == ["0.1", "2.1", "4.1", "4.2"]
    assert text.title == "Privacy"


def test_a_text_without_headings_has_no_title_and_one_section() -> None:
    text = document(paragraph("One."), paragraph("Two."))

    assert text.title is None
    assert [(one.id.startswith("s-"), one.number) for one in text.sections] == [(True, 0)]


def test_repeats_are_counted() -> None:
    ids = [one.id for one in clauses(*[paragraph("Ask us.")] * 3)]

    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


def test_an_id_is_made_of_words_alone() -> None:
    one, other = (clauses(paragraph(text))[0].id for text in ("“Ask  Us”", "ask\nus."))

    assert one == other
    assert re.fullmatch(r"c-[0-9a-f]{8}", one)


@given(
    before=st.lists(st.sampled_from(TEXTS[:3])),
    kept=st.lists(st.text(alphabet="abc ", min_size=5, max_size=9), unique_by=normalised),
    after=st.lists(st.sampled_from(TEXTS[:3])),
)
def test_ids_survive_changes_elsewhere(
    before: list[str], kept: list[str], after: list[str]
) -> None:
    alone = clauses(*map(paragraph, kept))
    among = clauses(*map(paragraph, [*before, *kept, *after]))

    assert [one.id for one in alone] == [
        one.id for one in among[len(before) : len(before) + len(kept)]
    ]


@given(
    st.lists(
        st.one_of(
            st.builds(paragraph, st.sampled_from(TEXTS)),
            st.builds(heading, st.sampled_from(TEXTS), st.integers(1, 6)),
            st.builds(item, st.sampled_from(TEXTS), st.sampled_from(["", "1.", "—"])),
        ),
        max_size=30,
    )
)
def test_anchors_are_unique_and_no_block_is_lost(blocks: list[Block]) -> None:
    text = document(*blocks)
    anchors = [one.id for one in text.sections] + [one.id for one in text.clauses]
    headings = [block for block in blocks if block.kind is Kind.HEADING]

    assert len(set(anchors)) == len(anchors)
    assert [one.block for one in text.clauses] == [one for one in blocks if one not in headings]
    assert [one.block for one in text.sections if one.block] == headings


def test_a_title_is_an_emphasised_first_line_with_text_below() -> None:
    def title(*runs: Run) -> str:
        return clauses(Block(kind=Kind.ITEM, runs=runs, depth=1))[0].title

    assert title(Run("Access", emphasis=True), Run("\nYou may ask.")) == "Access"
    assert title(Run("Access", strong=True), Run("\nYou may ask.")) == "Access"
    assert title(Run("Access"), Run("\nYou may ask.")) == ""
    assert title(Run("Access", emphasis=True), Run(" is yours.\nYou may ask.")) == ""
    assert title(Run("Access", emphasis=True)) == ""


def test_a_lead_in_is_the_text_that_opens_the_list() -> None:
    found = clauses(
        paragraph("We tell nobody, except:"),
        item("by law:", "1.", opens=True),
        item("tax", "a", 2, opens=True),
        item("courts", "b", 2),
        item("with consent", "2."),
        paragraph("It ends."),
        item("alone", "1.", opens=True),
    )

    assert [one.lead_in for one in found] == [
        "",
        "We tell nobody, except:",
        "by law:",
        "by law:",
        "We tell nobody, except:",
        "",
        "It ends.",
    ]


def test_cells_are_parted_in_the_text_of_a_row() -> None:
    assert clauses(row("Name", "", "two years"))[0].text == "Name |  | two years"


def test_supplied_names_are_no_text() -> None:
    link = Block(kind=Kind.PARAGRAPH, runs=(Run("See "), Run("mark.example", supplied=True)))

    assert clauses(link)[0].text == "See "


def test_passages_are_headings_and_clauses_with_what_stands_above_them() -> None:
    text = document(
        paragraph("Welcome."),
        heading("Privacy"),
        heading("Sharing", 2),
        paragraph("We tell:"),
        item("banks", opens=True),
    )

    assert [
        (found.number, found.text, found.is_heading, found.above) for found in text.passages
    ] == [
        ("0.1", "Welcome.", False, ("",)),
        ("1", "Privacy", True, ()),
        ("2", "Sharing", True, ("Privacy",)),
        ("2.1", "We tell:", False, ("Privacy", "Sharing", "")),
        ("2.2", "banks", False, ("Privacy", "Sharing", "We tell:")),
    ]
    assert [found.id for found in text.passages] == [
        text.clauses[0].id,
        *(section.id for section in text.sections[1:]),
        *(clause.id for clause in text.clauses[1:]),
    ]


def test_the_anchor_of_a_long_heading_is_its_beginning() -> None:
    whole, cut = (document(heading("a" * letters)).sections[-1].id for letters in (60, 61))

    assert whole == cut == f"s-{'a' * 60}"
