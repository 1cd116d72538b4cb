"""Dates that a policy states about itself, and dates that it does not."""

import time

import pytest
from makers import document, heading, paragraph, row

from synoptic.model import Block, Kind, Run, StatedDate


def found(*blocks: Block) -> tuple[StatedDate, ...]:
    return document(*blocks).dates


def dates(text: str, title: str = "") -> list[tuple[str, str]]:
    blocks = (heading(title), paragraph(text)) if title else (paragraph(text),)
    return [(one.kind, one.date) for one in found(*blocks)]


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
        ("Last updated: Tuesday, May 1, 2018", "amended", "2018-05-01"),
        ("Updated as of March 26, 2025", "amended", "2025-03-26"),
        ("This policy is current as of May 3, 2018.", "amended", "2018-05-03"),
        ("Last revised APRIL-2024", "amended", "2024-04"),
        ("Last Updated: 27-04-2023", "amended", "2023-04-27"),
        ("Last updated: 5/25/20", "amended", "2020-05-25"),
        ("Last modified: 2018-05-03T10:00:00Z", "amended", "2018-05-03"),
        ("This page was last modified on 3 May 2018, at 10:32.", "amended", "2018-05-03"),
        ("Effective as of the 1st day of May, 2019.", "effective", "2019-05-01"),
        ("This policy takes effect on 3 May 2018.", "effective", "2018-05-03"),
        ("We updated this Privacy Policy on May 3, 2018.", "amended", "2018-05-03"),
        ("Acme last updated these Acme Terms on March 10, 2022.", "amended", "2022-03-10"),
        (
            "This version of Acme's questions and answers on privacy took effect June 3, 2020.",
            "effective",
            "2020-06-03",
        ),
        ("Our Privacy Policy was last updated on May 3, 2018.", "amended", "2018-05-03"),
        (
            "If you joined before 2017, this Policy is effective on 3 May 2018.",
            "effective",
            "2018-05-03",
        ),
        ("Version 3.1 – Updated January 16, 2020", "amended", "2020-01-16"),
        ("Updated May 25, 2018 to say what we keep.", "amended", "2018-05-25"),
        ("Effective May 25,2018", "effective", "2018-05-25"),
        ("Say less. <br><br>Effective August 15, 2025<br>", "effective", "2025-08-15"),
        ("Please read this Policy (last revised as of May 3, 2018).", "amended", "2018-05-03"),
        ("Stand: 03.05.2018", "amended", "2018-05-03"),
        ("Letzte Aktualisierung: Mittwoch, 3. Mai 2018", "amended", "2018-05-03"),
        ("Gültig ab 20. Oktober 2021", "effective", "2021-10-20"),
        ("Dernière mise à jour : le 10/12/2025", "amended", "2025-12-10"),
        ("Entrée en vigueur : le 25 mai 2018", "effective", "2018-05-25"),
        ("Última actualización: 3 de mayo de 2018", "amended", "2018-05-03"),
        ("Vigente desde el martes, 10 de febrero de 2026", "effective", "2026-02-10"),
        ("Ultimo aggiornamento: 3 maggio 2018", "amended", "2018-05-03"),
        ("Laatst bijgewerkt: 3 mei 2018", "amended", "2018-05-03"),
        ("Última atualização: 3 de maio de 2018", "amended", "2018-05-03"),
        ("最終更新日: 2026/01/25", "amended", "2026-01-25"),
        ("2018年5月3日 改定", "amended", "2018-05-03"),
        ("令和2年4月1日改定", "amended", "2020-04-01"),
        ("制定日：平成17年4月1日", "enacted", "2005-04-01"),
        ("令和元年5月 施行", "effective", "2019-05"),
        ("本規約は、2024年12月20日から施行します。", "effective", "2024-12-20"),
        ("Senast uppdaterad: den 5 mars 2024", "amended", "2024-03-05"),
        ("Senaste uppdatering: 2024-03-05", "amended", "2024-03-05"),
        ("Denna integritetspolicy gäller från och med den 5 maj 2024.", "effective", "2024-05-05"),
        ("Ostatnia aktualizacja: 5 marca 2024 r.", "amended", "2024-03-05"),
        ("Polityka obowiązuje od dnia 5 marca 2024 r.", "effective", "2024-03-05"),
        ("Data wejścia w życie: 1 stycznia 2021 r.", "effective", "2021-01-01"),
        ("更新日期：2024年3月5日", "amended", "2024-03-05"),
        ("本隐私政策自2024年3月5日起施行。", "effective", "2024-03-05"),
        ("最后更新于：2024 年 3 月 5 日", "amended", "2024-03-05"),
        ("시행일자: 2024년 3월 5일", "effective", "2024-03-05"),
        ("최종 개정일: 2024년 3월 5일", "amended", "2024-03-05"),
        ("본 개인정보 처리방침은 2024년 3월 5일부터 시행됩니다.", "effective", "2024-03-05"),
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
        "The Children's Online Privacy Protection Act, in force since April 21, 2000.",
        "Under the GDPR, effective May 25, 2018, you have further rights.",
        "Effective January 1, 2020, the California Consumer Privacy Act gives you rights.",
        "The California Consumer Privacy Act, as amended, effective January 1, 2023, applies.",
        "la loi « Informatique et Libertés » du 6 janvier 1978 modifiée le 6 août 2004",
        "le règlement européen entré en vigueur le 25 mai 2018",
        "Es gilt das Datenschutzgesetz, zuletzt geändert durch Gesetz vom 3. Mai 2017.",
        "個人情報保護法は2017年5月30日に改正されました。",
        "个人信息保护法自2021年11月1日起施行。",
        "개인정보 보호법은 2023년 9월 15일부터 시행되었습니다.",
        "Ustawa z dnia 10 maja 2018 r. o ochronie danych osobowych",
        "Dataskyddslagen trädde i kraft den 25 maj 2018.",
        "You can read Facebook's policy, last revised April 19, 2018, on its own site.",
        "This replaces our Conditions of Carriage that entered into force on April 19, 2014.",
        "If your account was last updated before 1 May 2010, please write to us.",
        "Records updated in June 2009 were lost.",
        "A previous version of this policy, effective May 1, 2016, is here.",
        "A new Privacy Policy becomes effective on January 1, 2023.",
        "Conditions en vigueur du 04.07.2023 au 19.10.2023",
        "Privacy Policy: effective from 6 June 2014 to 24 May 2018",
        "Privacy Policy: effective from June 6, 2014, until May 24, 2018",
        "This policy will be updated by 3 May 2030.",
        "Archived version, valid until 24 May 2018",
        "Last updated: 6 January 1978",
        "Last updated 06-03-26",
        "",
    ],
)
def test_not_stated(text: str) -> None:
    assert dates(text) == []


def test_the_date_of_another_sort_of_text_is_not_that_of_a_privacy_policy() -> None:
    said = "Our Terms of Use were last updated on 3 March 2015; please read them as well."

    assert dates(said, title="Privacy Policy") == []
    assert dates(said, title="Terms of Use") == [("amended", "2015-03-03")]


def test_a_list_of_earlier_versions_states_no_date_of_this_one() -> None:
    blocks = (heading("Privacy Policy"), heading("Previous versions", 2))

    assert found(*blocks, paragraph("Effective: May 1, 2016")) == ()
    assert len(found(blocks[0], paragraph("Effective: May 1, 2016"))) == 1


@pytest.mark.parametrize(
    ("written", "date", "unclear"),
    [
        ("Revised 03/04/2018", "2018", "03/04/2018"),
        ("Last updated: 05/06/07", "2007", "05/06/07"),
        ("Last updated on 01.02.2024", "2024", "01.02.2024"),
        ("Revised 03/12/2018", "2018", "03/12/2018"),
        ("Revised 12/11/2018", "2018", "12/11/2018"),
        ("Revised 03/13/2018", "2018-03-13", ""),
        ("Revised 25/12/2007", "2007-12-25", ""),
        ("Stand: 03.04.2018", "2018-04-03", ""),
    ],
)
def test_of_an_order_that_can_be_read_in_two_ways_the_year_is_known(
    written: str, date: str, unclear: str
) -> None:
    (stated,) = found(paragraph(written))

    assert (stated.date, stated.unclear, stated.quote) == (date, unclear, written)


@pytest.mark.parametrize(
    "blocks",
    [
        (heading("Privacy Policy – Effective May 3, 2018"),),
        (heading("Privacy Policy"), heading("Effective: May 3, 2018", 3)),
        (heading("Your Rights at Acme – Effective May 3, 2018"),),
        (heading("Acme Privacy Policy (Effective May 3, 2018)", 2),),
    ],
)
def test_a_date_in_a_heading_is_found_and_linked_to_it(blocks: tuple[Block, ...]) -> None:
    text = document(*blocks)
    (stated,) = text.dates

    assert (stated.kind, stated.date) == ("effective", "2018-05-03")
    assert stated.clause == text.sections[-1].id
    assert stated.quote in text.sections[-1].heading


def term(text: str, kind: Kind) -> Block:
    return Block(kind=kind, runs=(Run(text),))


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("Last updated"), paragraph("May 3, 2018")),
        (heading("Last updated:", 2), paragraph("Thursday, 3 May 2018.")),
        (term("Last updated", Kind.TERM), term("May 3, 2018", Kind.DEFINITION)),
    ],
)
def test_a_date_below_its_words_shows_both(blocks: tuple[Block, ...]) -> None:
    (stated,) = found(heading("Privacy Policy"), *blocks)

    assert (stated.kind, stated.date) == ("amended", "2018-05-03")
    assert stated.lead_in == blocks[0].text
    assert stated.quote in blocks[1].text


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("Last updated"), paragraph("On May 3, 2018 we moved to Springfield.")),
        (paragraph("Records of your account, last updated"), paragraph("May 3, 2018")),
        (paragraph("How we keep data"), paragraph("May 3, 2018")),
    ],
)
def test_a_date_below_other_words_is_none(blocks: tuple[Block, ...]) -> None:
    assert found(*blocks) == ()


def test_a_date_in_the_next_cell_is_quoted_with_its_words() -> None:
    (stated,) = found(row("Version:", "2.1", opens=True), row("Last updated:", "May 3, 2018"))

    assert (stated.kind, stated.date) == ("amended", "2018-05-03")
    assert stated.quote == "Last updated: | May 3, 2018"


@pytest.mark.parametrize(("between", "stated"), [(7, True), (8, False)])
def test_a_text_is_named_in_seven_words(between: int, stated: bool) -> None:
    """Between "this" and the word for a text that is its own."""
    name = " ".join(["Acme"] * between)
    assert bool(dates(f"Read how this {name} policy was last updated on May 3, 2018.")) is stated


@pytest.mark.parametrize(("words", "stated"), [(12, True), (13, False)])
def test_a_title_over_a_date_is_short(words: int, stated: bool) -> None:
    numbers = " ".join(["2"] * (words - 1))
    assert bool(dates(f"{numbers} – Last updated: May 3, 2018")) is stated


@pytest.mark.parametrize(("letters", "stated"), [(240, True), (241, False)])
def test_what_makes_a_date_that_of_this_text_stands_before_it_in_the_sentence(
    letters: int, stated: bool
) -> None:
    name = f"This {'Acme ' * 7}policy {'of ' * 6}"
    name += "x" * (letters - len(f"{name} was "))
    assert bool(dates(f"{name} was last updated on May 3, 2018, and")) is stated


def test_several_dates_keep_the_order_of_the_text() -> None:
    text = "Enacted: January 6, 2005\nAmended: May 1, 2016\nAmended: May 3, 2017"

    assert dates(text) == [
        ("enacted", "2005-01-06"),
        ("amended", "2016-05-01"),
        ("amended", "2017-05-03"),
    ]


def test_the_quote_is_part_of_its_clause() -> None:
    text = document(paragraph("By order. Enacted:\nJanuary 6,\n2005, Springfield."))
    (clause,) = text.clauses

    assert [one.clause for one in text.dates] == [clause.id]
    assert all(one.quote in clause.text for one in text.dates)


@pytest.mark.parametrize(
    "text",
    [
        "updated " * 20_000,
        "last " * 20_000,
        "updated" + " " * 50_000,
        "last" + " " * 50_000,
        "this policy and " * 9_000 + "updated May 3, 2018, on",
        "updated on May 3, 2018, the " * 3_000,
        "this policy" + "–" * 50_000 + "updated May 3, 2018, on",
    ],
)
def test_hostile_text_is_quick(text: str) -> None:
    before = time.process_time()
    dates(text)
    assert time.process_time() - before < 2
