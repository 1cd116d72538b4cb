"""Pages about the archive as a whole: home, the list of policies, data."""

import pytest
from makers import paragraph
from page_makers import all_pages, links, said, soup, table, version

from synoptic.model import LabelledVersion, Problem
from synoptic.site.dictionary import COMPARISON_COLUMNS, FACT_COLUMNS, POLICY_KEYS

HOME = "_parts/overview.md"


@pytest.fixture(scope="module")
def versions() -> list[LabelledVersion]:
    """Two texts of one policy, of which the older came back, another policy, and one undated."""
    one = version(
        "acme", "2008-06-23T12:00", "2009-01-01", "2012-02-03", blocks=[paragraph("We keep all.")],
        organisation="Acme", title="Privacy", on={"sharing": [0]},
    )  # fmt: skip
    two = version("acme", "2010-05", organisation="Acme", sector="tools")
    other = version("apex", "2008-06-23T11:00", blocks=[paragraph("We keep nothing at all.")])
    return [one, two, other, version("plain", organisation="Plain")]


@pytest.fixture(scope="module")
def pages(versions: list[LabelledVersion]) -> dict[str, str]:
    fault = Problem(where="corpus/x.txt", what="the file holds no text", code="empty-document")
    warning = Problem(where="corpus/y.html", what="robot check", code="no-policy", fatal=False)
    withdrawn = {"z.txt": "asked to", "w.txt": "a mistake"}
    return all_pages(versions, problems=[warning, fault], withdrawn=withdrawn, feed=True)


def test_home_says_how_much_there_is(pages: dict[str, str]) -> None:
    figures = {said(entry.dt): said(entry.dd) for entry in soup(pages[HOME]).select(".figures div")}
    assert figures == {
        "Policies": "3",
        "Organisations known": "2",
        "Versions": "4",
        "Captures": "6",
        "Words of policy text": "14",  # 3 + 3 + 5 + 3: of a text that came back once
    }


def test_home_names_no_organisations_where_none_is_known() -> None:
    assert "Organisations" not in all_pages([version("apex", "2008")])[HOME]


def test_home_lists_what_was_first_seen_last_first(pages: dict[str, str]) -> None:
    newest = soup(pages[HOME]).select("ul > li")
    assert [said(entry) for entry in newest] == [
        "Acme (2010-05)",
        "Acme (2008-06-23): Privacy",
        "apex.example (2008-06-23)",
    ]
    assert [entry.a["href"] for entry in newest] == [
        "policies/acme/2010-05/", "policies/acme/2008-06-23/", "policies/apex/2008-06-23/",
    ]  # fmt: skip


def test_home_counts_each_capture_in_its_year(pages: dict[str, str]) -> None:
    years, counts = table(pages[HOME], "Captures by year; 1 more without a known date")
    shown = dict(zip(years, counts, strict=True))
    assert shown == {
        "2008": "●● 2", "2009": "● 1", "2010": "● 1", "2011": "· none", "2012": "● 1",
    }  # fmt: skip


def test_dots_of_a_year_are_at_most_five() -> None:
    times = [f"2008-06-{day:02}" for day in range(1, 8)]
    _, (count,) = table(all_pages([version("acme", *times)])[HOME], "Captures by year")
    assert count == "●●●●● 7"


def test_home_shows_the_beginning_of_a_long_table_and_the_newest_of_many() -> None:
    texts = [version(f"p{number:02}", f"20{number:02}") for number in range(31)]
    home = all_pages(texts)[HOME]

    rows = table(home, "How many clauses")[1:]
    assert [row[0] for row in (rows[0], rows[-1])] == ["p00.example 2000", "p29.example 2029"]
    assert len(rows) == 30
    assert "The first 30 of 31 versions." in home
    assert ("The whole comparison", "compare/") in links(home)
    newest = [said(entry) for entry in soup(home).select("ul > li")]
    assert (newest[0], newest[-1], len(newest)) == (
        "p30.example (2030)", "p21.example (2021)", 10,
    )  # fmt: skip
    assert "The first" not in all_pages(texts[:30])[HOME]


def test_the_list_of_policies_has_a_row_for_each(pages: dict[str, str]) -> None:
    page = pages["policies/index.md"]
    assert "3 policies, 4 versions, 6 captures." in page
    assert table(page, "All policies")[1:] == [
        ["Acme", "2008-06-23, 2010-05", "4", "http://acme.example/privacy", "tools"],
        ["apex.example", "2008-06-23", "1", "http://apex.example/privacy", ""],
        ["Plain", "undated", "1", "unknown", ""],
    ]
    assert links(page, "tbody")[:3] == [
        ("Acme", "../policies/acme/"),
        ("2008-06-23", "../policies/acme/2008-06-23/"),
        ("2010-05", "../policies/acme/2010-05/"),
    ]


def test_what_is_withdrawn_stands_with_its_reason(pages: dict[str, str]) -> None:
    withdrawn = soup(pages["policies/index.md"].partition("## Withdrawn")[2])
    assert [said(entry) for entry in withdrawn("li")] == ["w.txt: a mistake", "z.txt: asked to"]


def test_faults_and_warnings_are_told_apart(pages: dict[str, str]) -> None:
    aside, _, rest = pages["data/index.md"].partition("## Set aside")[2].partition("## Warnings")
    assert [said(entry) for entry in soup(aside)("li")] == [
        "corpus/x.txt: the file holds no text [empty-document]"
    ]
    assert [said(entry) for entry in soup(rest)("li")] == ["corpus/y.html: robot check [no-policy]"]
    assert "Nothing was set aside." in all_pages([])["data/index.md"]


def test_the_data_page_leads_to_every_file_and_explains_every_key(pages: dict[str, str]) -> None:
    page = pages["data/index.md"]
    assert "Everything on this site as files: 3 policies, 4 versions, 6 captures." in page
    assert [name for name, _ in links(page, "table")] == [
        "policies.json", "clauses.jsonl", "comparison.csv", "facts.csv", "report.json", "feed.xml",
        "manifest-sha256.txt", "datapackage.json",
    ]  # fmt: skip
    assert all(target == f"../data/{name}" for name, target in links(page, "table"))
    assert "feed.xml" not in all_pages([])["data/index.md"]
    explained = {
        part.partition("\n")[0]: [said(key) for key in soup(part)("dt")]
        for part in page.split("\n## ")
    }
    assert explained["Keys of policies.json"] == list(POLICY_KEYS)
    assert explained["Columns of comparison.csv"] == list(COMPARISON_COLUMNS)
    assert explained["Columns of facts.csv"] == list(FACT_COLUMNS)
