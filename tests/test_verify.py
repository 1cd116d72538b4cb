"""Each check of `verify` fails when what it guards is broken, and only then."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import Archive, Outcome

from synoptic.site.addresses import HASHES
from synoptic.verify.built import OF_DATA, OF_SITE

PAGE = "policies/acme/2016-06-01/index.html"


def verified(archive: Archive) -> Outcome:
    places = ("--corpus", archive.corpus, "--docs", archive.docs, "--site", archive.folder / "site")
    return archive.command("verify", *places)


def failed(done: Outcome) -> set[str]:
    return set(re.findall(r"^(\w+): \d+ faults$", done.out, re.MULTILINE))


@pytest.fixture
def built(archive: Archive) -> Archive:
    """An archive with a site as plain as can be, made of what the build wrote."""
    assert archive.build().status == 0
    site = archive.folder / "site"
    clauses: dict[str, list[dict[str, str]]] = {}
    for line in archive.data("clauses.jsonl").splitlines():
        record = json.loads(line)
        clauses.setdefault(record["policy"], []).append(record)
    for name, records in clauses.items():
        page = site / "policies" / name / "index.html"
        page.parent.mkdir(parents=True)
        text = "".join(f'<p id="{one["clause"]}">{one["text"]}</p>\n' for one in records)
        page.write_text(
            f"<html><body><h1 id='top'>{name}</h1><div class='fulltext'>{text}</div>"
            f"<a href='#{records[0]['clause']}'>first</a> <a href='../../../'>home</a>"
            "</body></html>",
            encoding="utf-8",
        )
    (site / "index.html").write_text(
        "<html><head><link rel='stylesheet' href='look.css'></head><body>"
        "<a href='policies/acme/2016-06-01/#top'>Acme</a></body></html>"
    )
    (site / "look.css").write_text("")
    return archive


def test_what_was_built_is_good(built: Archive) -> None:
    done = verified(built)

    assert (done.status, done.err) == (0, "")
    assert [line.split(": ") for line in done.out.splitlines()] == [
        [check.__name__, "good"] for check in (*OF_DATA, *OF_SITE)
    ]


def test_quotes_are_looked_up_in_headings_as_well(archive: Archive) -> None:
    archive.add("dated.md", "# Privacy\n\n## Last updated: May 3, 2018\n\nWe keep names.\n")
    archive.build()
    assert verified(archive).status == 0

    changed(archive.docs / "data/policies.json", '"heading": "Last updated:', '"heading": "First:')
    assert "does not hold 'Last updated: May 3, 2018'" in verified(archive).err


def test_without_a_site_the_data_are_checked(archive: Archive) -> None:
    archive.build()
    done = verified(archive)

    assert done.status == 0
    assert "not checked" in done.out


def test_without_a_build_there_is_nothing_to_verify(archive: Archive) -> None:
    done = verified(archive)

    assert done.status == 2
    assert "help: build first" in done.err


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def page_byte(archive: Archive) -> None:
    changed(archive.docs / "policies/acme/2016-06-01.md", "At a glance", "At a glanze")


def page_gone(archive: Archive) -> None:
    (archive.docs / "compare/index.md").unlink()


def source_byte(archive: Archive) -> None:
    changed(archive.corpus / "acme-2016.txt", "your name", "your game")


def source_gone(archive: Archive) -> None:
    (archive.corpus / "acme-2016.txt").unlink()


def hashes_gone(archive: Archive) -> None:
    (archive.docs / HASHES.file).unlink()


def sums(archive: Archive) -> None:
    path = archive.docs / "data/policies.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'"kept": (\d+)', r'"kept": 1\1', text, count=1), encoding="utf-8")


def quote(archive: Archive) -> None:
    changed(archive.docs / "data/policies.json", '"quote": "', '"quote": "Honestly: ')


def clause(archive: Archive) -> None:
    path = archive.docs / "data/policies.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'"clause": "c-', '"clause": "c-0', text, count=1), encoding="utf-8")


def site(name: str, old: str, new: str) -> Callable[[Archive], None]:
    return lambda archive: changed(archive.folder / "site" / name, old, new)


def site_page_gone(archive: Archive) -> None:
    (archive.folder / "site" / PAGE).unlink()


BREAKS: dict[str, tuple[Callable[[Archive], None], set[str]]] = {
    "a byte of a page": (page_byte, {"hashes"}),
    "a page is gone": (page_gone, {"hashes"}),
    "a byte of a source": (source_byte, {"hashes"}),
    "a source is gone": (source_gone, {"hashes", "conservation"}),
    "the list of hashes is gone": (hashes_gone, {"hashes"}),
    "a sum": (sums, {"hashes", "conservation"}),
    "a quote": (quote, {"hashes", "quotes"}),
    "a clause": (clause, {"hashes", "quotes"}),
    "a word more": (site(PAGE, "We do not sell", "We do not ever sell"), {"pages"}),
    "a word less": (site(PAGE, "do not sell", "do sell"), {"pages"}),
    "words in another order": (site(PAGE, "your name and", "name your and"), {"pages"}),
    "a page of the site is gone": (site_page_gone, {"pages", "links"}),
    "a link": (site("index.html", "policies/acme/2016", "policies/acme/2017"), {"links"}),
    "an anchor": (site("index.html", "#top", "#bottom"), {"links"}),
    "a link out of the site": (site(PAGE, "../../../", "../../../../"), {"links"}),
    "a script of another host": (
        site("index.html", "</head>", "<script src='//cdn.example/x.js'></script></head>"),
        {"requests"},
    ),
    "a stylesheet of another host": (
        site("index.html", "href='look.css'", "href='https://cdn.example/look.css'"),
        {"requests"},
    ),
    "a picture of another host": (
        site("index.html", "<body>", "<body><img src='http://cdn.example/x.png'>"),
        {"requests"},
    ),
    "a source set of another host": (
        site("index.html", "<body>", "<body><img srcset='http://cdn.example/x.png 2x'>"),
        {"requests"},
    ),
    "a style that loads": (
        site("index.html", "<body>", "<body style=\"background: url('http://cdn.example/x')\">"),
        {"requests"},
    ),
}


@pytest.mark.parametrize(("break_it", "checks"), BREAKS.values(), ids=BREAKS.keys())
def test_a_fault_is_found_by_its_check(
    built: Archive, break_it: Callable[[Archive], None], checks: set[str]
) -> None:
    break_it(built)
    done = verified(built)

    assert (done.status, failed(done)) == (1, checks)
    assert all(re.search(r"\[verify-\w+\]$", line) for line in done.err.splitlines() if line)


def test_every_check_is_broken_by_something_above() -> None:
    names = {check.__name__ for check in (*OF_DATA, *OF_SITE)}

    assert set().union(*(checks for _, checks in BREAKS.values())) == names
