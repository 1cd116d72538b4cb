"""The page of a capture that is probably no policy, and the ways that lead to it."""

from dataclasses import replace

import pytest
from makers import heading, paragraph
from page_makers import all_pages, facts_of_page, links, said, soup, table, version
from page_makers import heading as title_of

from synoptic.model import Finding, LabelledVersion, Provenance, Removal

PAGE = "policies/acme/no-policy-2011-02-03.md"
RULE = Finding(rule="robot_check", reason="robot check")


def check(policy: str = "acme") -> LabelledVersion:
    """A robot check that was seen twice."""
    blocks = [heading("Just a moment"), paragraph("We look at your browser.")]
    made = version(
        policy, "2011-02-03T08:00", "2012", blocks=blocks, no_policy=RULE, language="en",
        organisation="Acme", words={"source": 1009, "kept": 1008, "removed": 1},
    )  # fmt: skip
    first, second = made.captures
    origin = Provenance(
        site="acme.example", captured_at=made.provenance.captured_at,
        original_url="http://acme.example/privacy", memento_url="http://archive.example/1",
    )  # fmt: skip
    removal = Removal(text="Home", reason="a menu", rule="navigation", line=3)
    document = replace(made.labelled.document, removals=(removal,))
    return replace(
        made,
        version="no-policy-2011-02-03",
        provenance=origin,
        captures=(replace(first, provenance=origin), second),
        labelled=replace(made.labelled, document=document),
    )


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return all_pages([version("acme", "2010")], apart=[check()])


def test_it_says_what_it_is_taken_for_and_leads_to_the_rule_and_the_policy(
    pages: dict[str, str],
) -> None:
    page = pages[PAGE]
    assert 'title: "Probably not a policy: Acme (2011-02-03)"' in page
    assert title_of(page) == "Acme (2011-02-03)"
    assert links(page, ".notice") == [
        ("robot check", "../../../about/captures/#robot-check"),
        ("The policy captured from the same address", "../../../policies/acme/"),
    ]


def test_without_a_policy_at_the_address_it_leads_to_none() -> None:
    page = all_pages([], apart=[check()])[PAGE]
    assert [words for words, _ in links(page, ".notice")] == ["robot check"]


def test_its_text_and_provenance_are_shown(pages: dict[str, str]) -> None:
    page = pages[PAGE]
    whole = page.partition("## Full text")[2].partition("\n## ")[0]
    assert '### Just a moment { #s-just-a-moment data-number="1" .section }' in whole
    (text,) = soup(whole).select(".fulltext")
    assert (said(text), text["lang"]) == ("We look at your browser.", "en")
    facts = facts_of_page(page)
    assert facts["Site"] == "acme.example"
    assert facts["Original address"] == "http://acme.example/privacy"
    assert [said(entry.dd) for entry in soup(page).select("dl.facts > div")][2:4] == [
        f"2011-02-03 08:00 UTC, archived copy; stored file acme-2011-02-03.txt, SHA-256 {0:064x}",
        f"2012; stored file acme-2012.txt, SHA-256 {1:064x}",
    ]
    assert links(page, "dd") == [
        ("archived copy", "http://archive.example/1"),
        ("stored file", "../../../data/sources/acme/2011-02-03.txt"),
    ]


def test_its_cleaning_report_adds_up(pages: dict[str, str]) -> None:
    report = pages[PAGE].partition("## Cleaning report")[2]
    assert "The source has 1,009 words: 1,008 words kept, 1 word removed" in report
    assert table(report, "What was removed")[1:] == [["3", "a menu", "navigation", "Home"]]


def test_lists_lead_to_it_with_the_reason(pages: dict[str, str]) -> None:
    listed = soup(pages["policies/index.md"].partition("## Probably not policies")[2]).li
    assert (said(listed), listed.a["href"]) == (
        "Acme, 2011-02-03: robot check", "../policies/acme/no-policy-2011-02-03/",
    )  # fmt: skip
    policy = pages["policies/acme/index.md"].partition("probably no policy")[2]
    entry = soup(policy.partition("</ul>")[0]).li
    assert (said(entry), entry.a["href"]) == (
        "2011-02-03: robot check", "../../policies/acme/no-policy-2011-02-03/",
    )  # fmt: skip


def test_it_is_no_version_and_no_capture_of_the_policy(pages: dict[str, str]) -> None:
    assert "1 policy, 1 version, 1 capture." in pages["policies/index.md"]
    assert "1 version in 1 capture of" in pages["policies/acme/index.md"]
    assert "no-policy" not in pages["compare/index.md"]


def test_a_page_of_which_nothing_is_left_says_so() -> None:
    bare = check()
    document = replace(bare.labelled.document, sections=())
    empty = replace(bare, labelled=replace(bare.labelled, document=document))
    assert "Nothing is left of this page" in all_pages([], apart=[empty])[PAGE]
