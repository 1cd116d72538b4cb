"""The five documents that the archive began with, as a careful reader sees them.

tests/golden/archive/ holds each as `clean` prints it, but for its sentences, of
which only the first words are kept: forms, levels and numbers are what it guards.
"""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archives import FIVE, ROOT, CommandLine

from synoptic.commands.cli import main
from synoptic.text.words import words_of

GOLDEN = Path(__file__).parent / "golden" / "archive"
TEXTS = sorted(FIVE.glob("*.txt"))
HEADER = re.compile(r"> \*The following text is extracted.*?\*\n", re.DOTALL)
_FIRST = 5  # words of a line: enough to know it by


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The entries of policies.json by their ids, with the clauses under "clauses"."""
    folder = tmp_path_factory.mktemp("archive")
    docs = folder / "docs"
    docs.mkdir()
    only = folder / "corpus"  # without the readings: the rules are what is tested
    only.mkdir()
    for path in (*TEXTS, FIVE / "corpus.yml"):
        shutil.copy2(path, only / path.name)
    places = ["--corpus", str(only), "--docs", str(docs), "--taxonomy", str(ROOT / "taxonomy")]
    assert main(["build", "--quiet", *places]) == 0
    text = (docs / "data/policies.json").read_text(encoding="utf-8")
    entries = {one["id"]: one | {"clauses": []} for one in json.loads(text)["policies"]}
    for line in (docs / "data/clauses.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            record = json.loads(line)
            entries[record["policy"]]["clauses"].append(record)
    return entries


def outline(text: str) -> str:
    """The text with each line cut after its first words."""
    lines = []
    for line in text.splitlines():
        words = line.rstrip().split(" ")
        indent = next((n for n, word in enumerate(words) if word), 0)
        cut = words[: indent + _FIRST + 1]
        more = " …" if len(words) > len(cut) else ""
        lines.append(" ".join(cut) + more + ("\\" if line.endswith("  ") else ""))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_form(path: Path, command: CommandLine, golden: Callable[[Path, str], None]) -> None:
    done = command("clean", path)

    assert (done.status, done.err) == (0, "")
    golden(GOLDEN / f"{path.stem[:3]}.md", outline(done.out))


def test_there_are_five() -> None:
    assert len(TEXTS) == 5


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_every_word_is_there_in_order_and_none_is_added(
    path: Path, policies: dict[str, Any]
) -> None:
    """Of source and clauses, with the words of headings, markers and addresses set apart."""
    (policy,) = [one for one in policies.values() if one["source"]["file"] == path.name]
    source = HEADER.sub("", path.read_text(encoding="utf-8"))
    source = re.sub(r"\]\([^)\s]*\)", "]", source)
    wanted = words_of(source)
    shown = [word for one in policy["clauses"] for word in words_of(one["text"])]

    rest = iter(wanted)
    assert all(word in rest for word in shown), "a word is added or out of order"
    left = Counter(wanted) - Counter(shown)
    headings = {heading for one in policy["clauses"] for heading in one["headings"]}
    known = Counter(word for heading in headings for word in words_of(heading))
    known += Counter(word for one in policy["clauses"] for word in words_of(one["marker"] or ""))
    assert left - known == Counter()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_sums(path: Path, policies: dict[str, Any]) -> None:
    (policy,) = [one for one in policies.values() if one["source"]["file"] == path.name]
    text = path.read_text(encoding="utf-8")
    header = HEADER.match(text)
    body = HEADER.sub("", text)
    addresses = sum(len(words_of(one)) for one in re.findall(r"\]\(([^)\s]*)\)", body))

    assert policy["words"]["kept"] == len(words_of(body)) - addresses
    assert policy["words"]["removed"] == (len(words_of(header[0])) if header else 0)


def test_documents_and_versions(policies: dict[str, Any]) -> None:
    assert list(policies) == [
        "calmi/undated",
        "casio/2008-06-23",
        "casio/2018-02-03",
        "seiko-epson/2007-12-25",
        "seiko-watch/2017-11-20",
    ]


@pytest.mark.parametrize(
    ("name", "organisation", "title", "site", "captured", "address"),
    [
        ("calmi/undated", "Calmi", None, None, None, None),
        (
            "casio/2008-06-23",
            "CASIO COMPUTER CO., LTD.",
            "Privacy Policy",
            "casio.com",
            "2008-06-23T12:41:39Z",
            "http://world.casio.com/privacy",
        ),
        (
            "casio/2018-02-03",
            "CASIO COMPUTER CO., LTD.",
            "Privacy Policy",
            "casio-intl.com",
            "2018-02-03T13:07:27Z",
            "https://world.casio.com/privacy",
        ),
        (
            "seiko-epson/2007-12-25",
            "Seiko Epson Corp.",
            "Epson Corporate",
            "epson.net",
            "2007-12-25T17:59:29Z",
            "http://www.epson.co.jp/e/privacy/privacy_policy.htm",
        ),
        (
            "seiko-watch/2017-11-20",
            "Seiko Watch Corporation",
            "Privacy Policy",
            "seikowatches.com",
            "2017-11-20T17:14:52Z",
            "http://www.seikowatches.com/privacy/index.html",
        ),
    ],
)
def test_provenance(
    policies: dict[str, Any],
    name: str,
    organisation: str,
    title: str | None,
    site: str | None,
    captured: str | None,
    address: str | None,
) -> None:
    policy = policies[name]

    assert policy["organisation"] == organisation
    assert policy["title"] == title
    assert policy["site"] == site
    assert policy["captured_at"] == captured
    assert policy["original_url"] == address
    for key, form in (("memento_url", ""), ("memento_raw_url", "id_")):
        stamp = re.sub(r"\D", "", captured or "")
        archived = f"https://web.archive.org/web/{stamp}{form}/{address}" if address else None
        assert policy[key] == archived


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("calmi/undated", []),
        ("casio/2008-06-23", []),
        (
            "casio/2018-02-03",
            [("enacted", "2005-01-06"), ("amended", "2016-05-01"), ("amended", "2016-05-09")],
        ),
        ("seiko-epson/2007-12-25", [("amended", "2005-11")]),
        ("seiko-watch/2017-11-20", []),
    ],
)
def test_stated_dates(policies: dict[str, Any], name: str, dates: list[tuple[str, str]]) -> None:
    assert [(one["kind"], one["date"]) for one in policies[name]["dates"]] == dates


def numbers(policy: dict[str, Any], heading: str = "") -> list[str]:
    return [
        one["marker"]
        for one in policy["clauses"]
        if one["marker"] and one["marker"][0].isdigit() and heading in " ".join(one["headings"])
    ]


def test_numbered_lists_are_lists(policies: dict[str, Any]) -> None:
    one_to = lambda last: [f"{number}." for number in range(1, last + 1)]  # noqa: E731

    assert numbers(policies["casio/2008-06-23"]) == one_to(5)
    assert numbers(policies["seiko-watch/2017-11-20"]) == one_to(11)
    assert numbers(policies["seiko-epson/2007-12-25"]) == one_to(3)
    assert numbers(policies["casio/2018-02-03"], "Remarks") == one_to(5)
    assert numbers(policies["casio/2018-02-03"])[:6] == one_to(6)
    assert numbers(policies["calmi/undated"]) == []


def test_the_trap_of_healthy_children(policies: dict[str, Any]) -> None:
    """Only two of the five speak of children; a list of legal exceptions does not."""
    speaking = {name for name, policy in policies.items() if policy["topics"]["children"]}

    assert speaking == {"seiko-epson/2007-12-25", "seiko-watch/2017-11-20"}


@pytest.mark.parametrize(
    ("name", "silent"),
    [
        ("calmi/undated", "cookies do-not-track children international retention links"),
        ("casio/2008-06-23", "do-not-track children retention links"),
        ("casio/2018-02-03", "do-not-track children"),
        ("seiko-epson/2007-12-25", "do-not-track"),
        ("seiko-watch/2017-11-20", "do-not-track changes"),
    ],
)
def test_silence(policies: dict[str, Any], name: str, silent: str) -> None:
    for topic in silent.split():
        assert policies[name]["topics"][topic] == [], topic


def test_quotes_are_parts_of_their_clauses(policies: dict[str, Any]) -> None:
    count = 0
    for policy in policies.values():
        texts = {one["clause"]: one["text"] for one in policy["clauses"]}
        for tags in policy["topics"].values():
            for tag in tags:
                count += 1
                assert tag["quote"] in texts[tag["clause"]]
    assert count > 50
