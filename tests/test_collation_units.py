"""From a document to units, and from two documents to a collation."""

import pytest

from synoptic.compare.collate import collate
from synoptic.compare.units import units_of
from synoptic.model import (
    Block,
    Change,
    Clause,
    Document,
    Kind,
    PairKind,
    Provenance,
    Run,
    Section,
    Source,
)

CAPTURE = Source(
    record="acme.html",
    sha256="0" * 64,
    size=0,
    media_type="text/html",
    encoding="utf-8",
    text="",
    provenance=Provenance(),
)


def clause(number: str, block: Block, text: str = "", lead_in: str = "") -> Clause:
    return Clause(
        id=f"c-{number}", number=number, block=block, text=text or block.text, lead_in=lead_in
    )


def section(number: int, heading: str, *clauses: Clause, level: int = 1) -> Section:
    block = Block(kind=Kind.HEADING, runs=(Run(heading),), level=2) if heading else None
    path = (heading,) if heading else ()
    return Section(
        id=f"s-{number}",
        number=number,
        heading=heading,
        block=block,
        level=level,
        path=path,
        clauses=clauses,
    )


def document(*sections: Section) -> Document:
    return Document(
        source=CAPTURE, title=None, sections=sections, dates=(), removals=(), repairs=()
    )


def paragraph(*runs: Run) -> Block:
    return Block(kind=Kind.PARAGRAPH, runs=runs)


def test_headings_and_clauses_in_the_order_of_the_text() -> None:
    item = Block(kind=Kind.ITEM, runs=(Run("your name"),), marker="(a)", depth=1)
    units = units_of(
        document(
            section(0, "", clause("0.1", paragraph(Run("Welcome.")))),
            section(1, "Records", clause("1.1", item, lead_in="We keep:")),
        )
    )

    assert [(unit.index, unit.kind, unit.number, unit.text) for unit in units] == [
        (0, Kind.PARAGRAPH, "0.1", "Welcome."),
        (1, Kind.HEADING, "1", "Records"),
        (2, Kind.ITEM, "1.1", "your name"),
    ]
    assert [unit.path for unit in units] == [(), (), ("Records",)]
    assert [unit.form for unit in units] == ["paragraph", "heading 1", "item (a) at depth 1"]
    assert units[2].lead_in == "We keep:"


def test_links_are_found_although_white_space_differs() -> None:
    block = paragraph(
        Run("See  the\u00a0"), Run("cookie\nnotice", href="/cookies"), Run("."), Run("!", href="/")
    )
    (unit,) = units_of(document(section(0, "", clause("0.1", block, "See the cookie notice."))))

    (link,) = unit.links
    assert unit.text[link.start : link.end] == "cookie notice"
    assert link.value == "/cookies"


def test_cells_of_a_row_are_one_text() -> None:
    cells = ((Run("Fonts", strong=True),), (Run("Type Ltd", href="https://type.example/"),))
    block = Block(kind=Kind.ROW, cells=cells)
    (unit,) = units_of(document(section(0, "", clause("0.1", block, "Fonts | Type Ltd"))))

    assert [unit.text[each.start : each.end] for each in unit.links] == ["Type Ltd"]
    assert [(unit.text[e.start : e.end], e.value) for e in unit.emphasis] == [("Fonts", "strong")]


def test_runs_that_do_not_fit_the_text_say_nothing() -> None:
    block = paragraph(Run("Other words", href="/x"))
    (unit,) = units_of(document(section(0, "", clause("0.1", block, "The text."))))

    assert unit.links == ()


def of_runs(*runs: Run) -> Document:
    return document(section(0, "", clause("0.1", paragraph(*runs))))


def test_a_link_that_leads_elsewhere_is_no_trivial_change() -> None:
    (pair,) = collate(
        of_runs(Run("Read "), Run("more", href="/a"), Run(".")),
        of_runs(Run("Read "), Run("more", href="/b"), Run(".")),
    ).pairs

    assert pair.kind is PairKind.REWORDED
    assert [(d.change, d.old, d.new) for d in pair.differences] == [(Change.LINK, "/a", "/b")]
    assert not pair.trivial


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("", "#fees", Change.FORMATTING),
        ("#fees", "#our-fees", Change.FORMATTING),
        ("#fees", "https://shop.example/terms#fees", Change.FORMATTING),
        ("#fees", "https://shop.example/terms#law", Change.LINK),
        ("#fees", "https://shop.example/terms", Change.LINK),
        ("https://shop.example/a#fees", "https://shop.example/b#fees", Change.LINK),
        ("", "https://shop.example/terms", Change.LINK),
    ],
)
def test_links_within_the_page_are_layout(old: str, new: str, change: Change) -> None:
    (pair,) = collate(of_runs(Run("Fees", href=old)), of_runs(Run("Fees", href=new))).pairs

    assert [difference.change for difference in pair.differences] == [change]


def test_emphasis_is_formatting() -> None:
    (pair,) = collate(
        of_runs(Run("Read "), Run("all", strong=True), Run(" of it.")),
        of_runs(Run("Read all of it.")),
    ).pairs

    assert pair.kind is PairKind.SAME
    assert [(d.change, d.old, d.new) for d in pair.differences] == [
        (Change.FORMATTING, "strong", "plain")
    ]
    assert pair.trivial
    assert not pair.identical


def test_another_level_of_a_heading_is_formatting() -> None:
    (pair,) = collate(
        document(section(1, "Records", level=1)), document(section(1, "Records", level=2))
    ).pairs

    assert pair.kind is PairKind.SAME
    assert [difference.change for difference in pair.differences] == [Change.FORMATTING]
