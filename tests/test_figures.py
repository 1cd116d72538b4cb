"""Every figure of an archive whose every number was counted by hand.

`data/figures` holds a text seen three times with another one in between, a robot check
in the middle, four captures of one text, two texts of one day, a Japanese and a German
policy, and a file that does not say when it was captured. The tables below were made
by reading these files, not by running the program.
"""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from page_makers import SLUGS

from synoptic.build.pipeline import BuildReport, Settings, build

ROOT = Path(__file__).parent.parent
FILES = Path(__file__).parent / "data" / "figures"

CAPTURES = {
    "birch-example-privacy/2015-03-02": ["2015-03-02T08:00:00Z"],
    "birch-example-privacy/2015-03-02-170000": ["2015-03-02T17:00:00Z"],
    "eiche-example-datenschutz/2014-05": ["2014-05"],
    "hazel/undated": [None],
    "larch/2010-01-05": ["2010-01-05T08:00:00Z", "2010-06-05T08:00:00Z", "2013-09-09T09:00:00Z"],
    "larch/2011-03-07": ["2011-03-07T12:00:00Z"],
    "sakura/2016-07-07": ["2016-07-07T03:04:05Z"],
    "willow-example-privacy/2015-01-01": [
        "2015-01-01T00:00:00Z",
        "2015-02-01T00:00:00Z",
        "2016-01-01T00:00:00Z",
        "2017-01-01T00:00:00Z",
    ],
}
"""The versions, each with its captures."""

ROBOT_CHECK = "larch-4.html"
NOT_READ = ("eiche-example-datenschutz/2014-05", "sakura/2016-07-07")
POLICIES, VERSIONS, SEEN = 6, 8, 13
TOPICS, QUESTIONS = len(SLUGS), 19
CAPTURES_BY_YEAR = {
    "2010": 2, "2011": 1, "2012": 0, "2013": 1, "2014": 1, "2015": 4, "2016": 2, "2017": 1,
}  # fmt: skip
"""The robot check of 2012 is no capture of a policy."""

STATES = {
    "nothing-found": "nothing found",
    "not-mentioned": "not mentioned",
    "not-read": "not read",
}
CHANGES = {
    "birch-example-privacy/2015-03-02--2015-03-02-170000",
    "larch/2010-01-05--2011-03-07",
}


@dataclass(frozen=True)
class Built:
    """What a build wrote into docs/ and said."""

    docs: Path
    said: BuildReport

    def text(self, name: str) -> str:
        return (self.docs / name).read_text(encoding="utf-8")

    def json(self, name: str) -> Any:
        return json.loads(self.text(f"data/{name}"))

    def rows(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.text(f"data/{name}"))))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    docs = tmp_path_factory.mktemp("figures") / "docs"
    docs.mkdir()
    report = build(Settings(corpus=FILES, docs=docs, taxonomy=ROOT / "taxonomy"))
    return Built(docs, report)


@pytest.fixture(scope="module")
def entries(built: Built) -> dict[str, dict[str, Any]]:
    """Entries of policies.json that are policies, by their id."""
    listed = built.json("policies.json")["policies"]
    return {entry["id"]: entry for entry in listed if entry["is_policy"]}


def test_each_text_is_one_version_with_all_its_captures(entries: dict[str, Any]) -> None:
    found = {
        name: [capture["captured_at"] for capture in entry["captures"]]
        for name, entry in entries.items()
    }
    assert found == CAPTURES
    assert len(found) == VERSIONS
    assert sum(map(len, found.values())) == SEEN
    assert len({entry["document"] for entry in entries.values()}) == POLICIES


def test_a_language_without_rules_is_not_read(entries: dict[str, Any]) -> None:
    for name, entry in entries.items():
        states = set(entry["topic_states"].values())
        answers = [fact["state"] for fact in entry["facts"].values()]
        assert (states == {"not-read"}) == (name in NOT_READ)
        assert (set(answers) == {"not-read"}) == (name in NOT_READ)
        assert (len(entry["topic_states"]), len(answers)) == (TOPICS, QUESTIONS)
        if name in NOT_READ:
            assert not any(entry["topics"].values())


def test_the_tables_have_a_row_for_each_version_and_the_same_states(
    built: Built, entries: dict[str, Any]
) -> None:
    topics = built.rows("comparison.csv")
    assert Counter(row["policy"] for row in topics) == dict.fromkeys(CAPTURES, TOPICS)
    for row in topics:
        entry = entries[row["policy"]]
        assert row["state"] == entry["topic_states"][row["topic"]]
        assert int(row["clauses"]) == len(entry["topics"][row["topic"]])
    answers = built.rows("facts.csv")
    assert {row["policy"] for row in answers} == set(CAPTURES)
    for row in answers:
        assert row["state"] == entries[row["policy"]]["facts"][row["question"]]["state"]


def test_a_robot_check_is_no_version_and_a_warning(built: Built) -> None:
    report = built.json("report.json")
    assert [warning["where"] for warning in report["warnings"] if ROBOT_CHECK in warning["where"]]
    assert report["set_aside"] == []
    assert any(ROBOT_CHECK in str(problem) for problem in built.said.problems)
    assert "Checking your browser" not in built.text("policies/larch/index.md")


def test_the_feed_has_each_version_and_each_change_once(built: Built) -> None:
    feed = ElementTree.fromstring(built.text("data/feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}id") == "urn:uuid:6f1c2c54-9c55-4f7e-8f0e-1f6d8a6c2b10"
    pages = [link.get("href", "") for link in feed.iterfind(f"{atom}entry/{atom}link")]
    assert sorted(pages) == sorted(
        [f"../policies/{version}/" for version in CAPTURES]
        + [f"../changes/{change}/" for change in CHANGES]
    )
    assert pages[-1] == "../policies/hazel/undated/"


def test_the_words_of_a_text_are_those_that_were_kept(
    built: Built, entries: dict[str, Any]
) -> None:
    counted = {"larch/2010-01-05": 54, "birch-example-privacy/2015-03-02": 19, "hazel/undated": 22}
    kept = {name: entry["words"]["kept"] for name, entry in entries.items()}
    assert {name: kept[name] for name in counted} == counted
    assert entries["larch/2010-01-05"]["words"]["source"] > 54

    feed = ElementTree.fromstring(built.text("data/feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    told = {
        entry.find(f"{atom}link").get("href").removeprefix("../policies/").rstrip("/"):
        entry.findtext(f"{atom}summary")
        for entry in feed.iterfind(f"{atom}entry")
    }  # fmt: skip
    assert all(told[name].startswith(f"A text of {count} words") for name, count in kept.items())
    page = soup(built, "_parts/overview.md")
    figures = {said(div.dt): said(div.dd) for div in page.select(".figures > div")}
    assert figures["Words of policy text"] == f"{sum(kept.values()):,}"
    rows = {
        said(row.th): [said(cell) for cell in row("td")]
        for row in soup(built, "policies/larch/index.md").select("tbody tr")
    }
    assert rows["2010-01-05"][3] == "54"


def test_two_texts_are_set_against_each_other_once(built: Built) -> None:
    found = {
        path.parent.name + "/" + path.stem for path in (built.docs / "changes").rglob("*--*.md")
    }
    assert found == CHANGES


def soup(built: Built, page: str) -> BeautifulSoup:
    """The HTML of a generated page."""
    return BeautifulSoup(built.text(page), "lxml")


def said(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_home_counts_policies_versions_and_captures(built: Built) -> None:
    page = soup(built, "_parts/overview.md")
    figures = {said(div.dt): said(div.dd) for div in page.select(".figures > div")}
    assert figures["Policies"] == str(POLICIES)
    assert figures["Versions"] == str(VERSIONS)
    assert figures["Captures"] == str(SEEN)
    years = page.select_one(".years")
    heads = [said(head) for head in years.select("th")]
    counts = [int(n) if (n := "".join(filter(str.isdigit, said(cell)))) else 0
              for cell in years.select("td")]  # fmt: skip
    assert dict(zip(heads, counts, strict=True)) == CAPTURES_BY_YEAR
    assert "1 more without a known date" in said(years.caption)


def test_the_list_of_policies_counts_the_same(built: Built) -> None:
    assert "6 policies, 8 versions, 13 captures" in built.text("policies/index.md")
    page = soup(built, "policies/index.md")
    rows = {
        said(row.th): [said(cell) for cell in row.select("td")] for row in page.select("tbody tr")
    }
    assert {name: len(cells[0].split(", ")) for name, cells in rows.items()} == {
        "birch.example": 2,
        "Eiche Möbel": 1,
        "Hazel": 1,
        "Larch": 2,
        "さくら商店": 1,
        "willow.example": 1,
    }
    assert [int(cells[1]) for cells in rows.values()] == [2, 1, 1, 4, 1, 4]
    assert "robot check" in built.text("policies/index.md")


def test_a_policy_counts_its_own(built: Built) -> None:
    assert "2 versions in 4 captures of" in built.text("policies/larch/index.md")
    assert "1 version in 4 captures of" in built.text("policies/willow-example-privacy/index.md")
    assert "2 versions in 2 captures of" in built.text("policies/birch-example-privacy/index.md")


def test_an_unchanged_date_over_a_changed_clause_is_flagged_once(built: Built) -> None:
    flags = [
        (path.parent.name, said(flag))
        for path in sorted((built.docs / "policies").glob("*/index.md"))
        for flag in BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").select(".flag")
    ]
    # "two years" became "ten years and pass them to our insurers".
    assert flags == [
        (
            "larch",
            "⚑ Same stated date (2009-05-01); 1 word out, 7 in. What changed since 2010-01-05",
        )
    ]


def test_the_same_cell_says_the_same_on_every_page(built: Built, entries: dict[str, Any]) -> None:
    matrix = soup(built, "compare/index.md")
    topics = list(next(iter(entries.values()))["topics"])
    cells = {
        row.a["href"].removeprefix("../policies/").rstrip("/"): [said(cell) for cell in row("td")]
        for row in matrix.select("tbody tr")
    }
    assert set(cells) == set(CAPTURES)
    for place, topic in enumerate(topics):
        page = soup(built, f"compare/{topic}/index.md")
        counted = {
            row.a["href"].removeprefix("../../policies/").rstrip("/"): said(row("td")[-1])
            for row in page.select("tbody tr")
        }
        speaking = {name for name, entry in entries.items() if entry["topics"][topic]}
        policies = {entries[name]["document"] for name in speaking}
        assert f"{len(policies)} of " in said(page)
        for name, entry in entries.items():
            found = len(entry["topics"][topic])
            assert (cells[name][place].split()[0] == str(found)) == bool(found)
            assert (counted[name] == str(found)) or not found
            assert (
                f"{found} clause" in cells[name][place]
                if found
                else STATES[entry["topic_states"][topic]] in cells[name][place]
            )


def test_the_two_texts_of_one_day_are_told_apart(built: Built) -> None:
    heads = [said(row.th) for row in soup(built, "compare/index.md").select("tbody tr")]
    assert len(set(heads)) == len(heads)
