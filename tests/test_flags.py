"""Flags: said only where the line with the date stays and a clause reads otherwise."""

from dataclasses import replace

import pytest
from makers import heading, paragraph, provenance, source

from synoptic.compare.collate import collate
from synoptic.model import (
    Block,
    Capture,
    CleanText,
    Kind,
    LabelledDocument,
    LabelledVersion,
    Run,
    StatedDate,
)
from synoptic.segment import segment
from synoptic.site.addresses import Address
from synoptic.site.pages.flags import Flag, flags_of

LINE = "Last updated: May 1, 2016"
KEPT = "We keep the records of your orders for two years after the last of them."
CHILDREN = "Children below sixteen should ask a parent before they order anything."


def version(year: str, *blocks: Block, kind: str = "", date: str = "") -> LabelledVersion:
    where = provenance(f"{year}0101000000", "http://acme.example/")
    document = segment(source(f"{year}.txt", where), CleanText(blocks=blocks))
    if date:
        last = document.clauses[-1]
        stated = StatedDate(kind=kind, date=date, quote=last.text, clause=last.id)
        document = replace(document, dates=(stated,))
    return LabelledVersion(
        policy="acme",
        version=f"{year}-01-01",
        organisation=None,
        title=None,
        title_source=None,
        words=0,
        signed=f"{year}.txt",
        language=None,
        sector=None,
        rights=None,
        provenance=where,
        labelled=LabelledDocument(document=document, tags=(), words={}),
        captures=(
            Capture(
                name=year,
                provenance=where,
                record=f"{year}.txt",
                container=f"{year}.txt",
                sha256=year,
            ),
        ),
    )


def flags(old: LabelledVersion, new: LabelledVersion) -> list[Flag]:
    collation = collate(old.labelled.document, new.labelled.document)
    return flags_of([old, new], [(old, new, collation)])[new.version]


def text(*parts: str) -> list[Block]:
    return [paragraph(part) for part in parts]


def test_a_clause_that_changed_under_the_same_date_is_told_with_its_words() -> None:
    old = version("2017", *text(KEPT, LINE))
    new = version("2018", *text(KEPT.replace("two", "ten"), LINE))

    assert flags(old, new) == [
        Flag(
            says="Same stated date (2016-05-01); 1 word out, 1 in.",
            old="2017-01-01",
            page=Address("changes/acme/2017-01-01--2018-01-01.md"),
        )
    ]


@pytest.mark.parametrize("came", [True, False])
def test_a_clause_that_came_or_went_under_the_same_date_is_told(came: bool) -> None:
    longer = version("2018" if came else "2017", *text(KEPT, CHILDREN, LINE))
    shorter = version("2017" if came else "2018", *text(KEPT, LINE))
    (flag,) = flags(shorter, longer) if came else flags(longer, shorter)

    words = "0 words out, 11 in" if came else "11 words out, 0 in"
    assert flag.says == f"Same stated date (2016-05-01); {words}."


ENTRY = Run("How long we keep the records of your orders", href="#keeping")


@pytest.mark.parametrize(
    "added",
    [
        text("Home Shop Contact"),
        [heading("What becomes of the records of your orders after some time")],
        text("Copyright © 2018 Acme of Springfield, Illinois. All rights reserved."),
        [Block(kind=Kind.PARAGRAPH, runs=(ENTRY,))],
    ],
    ids=["menu", "title", "rights", "entry of a table of contents"],
)
def test_what_is_no_clause_is_no_reason(added: list[Block]) -> None:
    old = version("2017", *text(KEPT, LINE))

    assert flags(old, version("2018", *added, *text(KEPT, LINE))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("two years", "two\nyears", id="line break"),
        pytest.param("two years", "two years (D.7)", id="number of a section"),
        pytest.param("records", "recrods", id="slip of spelling"),
        pytest.param("two years", "two years, see http://acme.example/a", id="printed address"),
    ],
)
def test_other_signs_are_no_reason(before: str, after: str) -> None:
    old = version("2017", *text(KEPT, LINE))
    new = version("2018", *text(KEPT.replace(before, after), LINE))

    assert flags(old, new) == []


def test_another_date_on_the_page_is_no_reason() -> None:
    shown = "This page was shown to you from our server in Springfield on {}."
    old = version("2017", *text(KEPT, shown.format("3 March 2017, 10:22"), LINE))
    new = version("2018", *text(KEPT, shown.format("9 April 2018, 17:05"), LINE))

    assert flags(old, new) == []


def test_another_line_for_the_same_date_is_no_reason() -> None:
    old = version("2017", *text(KEPT, LINE))
    new = version("2018", *text(KEPT.replace("two", "ten"), "Last revised on May 1, 2016."))

    assert flags(old, new) == []


def test_a_newer_date_is_no_reason() -> None:
    old = version("2017", *text(KEPT, LINE))
    new = version("2018", *text(KEPT.replace("two", "ten"), LINE, "Last updated: June 2, 2017"))

    assert flags(old, new) == []


@pytest.mark.parametrize(
    ("kind", "date", "told"),
    [
        ("amended", "2019", True),
        ("amended", "2017-02", True),
        ("amended", "2017", False),
        ("amended", "2017-01", False),
        ("effective", "2019-01-01", False),
    ],
)
def test_only_an_amendment_after_the_capture_is_told(kind: str, date: str, told: bool) -> None:
    seen = version("2017", *text(KEPT, "Stated here."), kind=kind, date=date)

    says = [flag.says for flag in flags_of([seen], [])[seen.version]]
    assert says == [f"states {date}, after it was captured"] * told
