"""Dates that a policy states about itself, and dates that it does not."""

import time

import pytest
from makers import clauses, paragraph

from synoptic.segment.dates import stated_dates


def dates(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.date) for one in stated_dates(clauses(paragraph(text)))]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Enacted: January 6, 2005", "enacted", "2005-01-06"),
        ("Established on 1 April 2004", "enacted", "2004-04-01"),
        ("Amended: May 1, 2016", "amended", "2016-05-01"),
        ("Most recent amendment: May 9, 2016", "amended", "2016-05-09"),
        ("Revised November 2005", "amended", "2005-11"),
        ("Last updated: 12th of March, 2011", "amended", "2011-03-12"),
        ("This page was last updated on Sept. 3, 2009.", "amended", "2009-09-03"),
        ("Last Revised: 2014-02-28", "amended", "2014-02-28"),
        ("LAST MODIFIED 3 DEC 2010", "amended", "2010-12-03"),
        ("Revision date – 07/31/2012", "amended", "2012-07-31"),
        ("Updated 31.07.2012", "amended", "2012-07-31"),
        ("Updated 05/05/2016", "amended", "2016-05-05"),
        ("Revised 05/09/2016", "amended", "2016"),
        ("Effective date: May 25, 2018", "effective", "2018-05-25"),
        ("Effective as of 1 January 2020", "effective", "2020-01-01"),
        ("Dernière mise à jour : 1er août 2013", "amended", "2013-08-01"),
        ("Stand: 25. Mai 2018", "amended", "2018-05-25"),
        ("制定日 2005年4月1日", "enacted", "2005-04-01"),
        ("最終改定日：2012年10月1日", "amended", "2012-10-01"),
        ("Effective: February 29, 2012", "effective", "2012-02-29"),
    ],
)
def test_stated(text: str, kind: str, date: str) -> None:
    assert dates(text) == [(kind, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Personal data collected before 31 March, 2005 is kept apart.",
        "We obey the Act of May 30, 2003, on the protection of personal information.",
        "Effective: February 30, 2012",
        "Updated 13/13/2012",
        "Updated in March",
        "Revised 2005123",
        "We have amended our rules many times since the first of them in May 2001.",
        "The law was adopted by parliament, we think, in May 2001.",
        "outdated 3 May 2001",
        "Copyright 2005",
        "",
    ],
)
def test_not_stated(text: str) -> None:
    assert dates(text) == []


def test_several_dates_keep_the_order_of_the_text() -> None:
    text = "Enacted: January 6, 2005\nAmended: May 1, 2016\nAmended: May 3, 2017"

    assert dates(text) == [
        ("enacted", "2005-01-06"),
        ("amended", "2016-05-01"),
        ("amended", "2017-05-03"),
    ]


def test_the_quote_is_part_of_its_clause() -> None:
    (clause,) = clauses(paragraph("By order. Enacted:\nJanuary 6,\n2005, Springfield."))
    found = stated_dates([clause])

    assert [one.clause for one in found] == [clause.id]
    assert all(one.quote in clause.text for one in found)


@pytest.mark.parametrize(
    "text", ["updated " * 20_000, "last " * 20_000, "updated" + " " * 50_000, "last" + " " * 50_000]
)
def test_hostile_text_is_quick(text: str) -> None:
    before = time.perf_counter()
    assert dates(text) == []
    assert time.perf_counter() - before < 2
