"""Each check of `verify` fails when what it guards is broken, and only then."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import ROOT, Archive, Outcome

from synoptic.site.addresses import HASHES
from synoptic.verify.built import OF_DATA, OF_SITE
from synoptic.verify.page import POLICY

HEAD = f'<head><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
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
        text = "".join(f'<p id="{clause["clause"]}">{clause["text"]}</p>\n' for clause in records)
        page.write_text(
            f"<html>{HEAD}</head><body><h1 id='top'>{name}</h1><div class='fulltext'>{text}</div>"
            f"<a href='#{records[0]['clause']}'>first</a> <a href='../../../'>home</a>"
            "</body></html>",
            encoding="utf-8",
        )
    (site / "index.html").write_text(
        f"<html>{HEAD}<link rel='stylesheet' href='look.css'></head><body>"
        "<a href='policies/acme/2016-06-01/#top'>Acme</a></body></html>"
    )
    (site / "look.css").write_text("")
    return archive


def test_what_was_built_is_good(built: Archive) -> None:
    done = verified(built)

    assert (done.status, done.err) == (0, "")
    *checks, cost = done.out.splitlines()
    assert [line.split(": ") for line in checks] == [
        [check.__name__, "good"] for check in (*OF_DATA, *OF_SITE)
    ]
    assert re.fullmatch(r"4 pages of .+/site/ read, \d+\.\d ms of processor time each", cost)


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


def into(markup: str) -> Callable[[Archive], None]:
    """Put markup at the beginning of a page."""
    return site("index.html", "<body>", f"<body>{markup}")


def css(rule: str) -> Callable[[Archive], None]:
    return lambda archive: (archive.folder / "site/look.css").write_text(rule) and None


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
    "no policy": (site("index.html", HEAD, "<head>"), {"policy"}),
    "a policy that allows more": (site("index.html", "script-src", "script-src *"), {"policy"}),
    "a policy after a style sheet": (
        site("index.html", HEAD, f"<head><link rel='icon' href='look.css'>{HEAD[6:]}"),
        {"policy"},
    ),
    "a policy after a word, which is none in a head": (
        site("index.html", HEAD, f"<head>so{HEAD[6:]}"),
        {"policy"},
    ),
    "a script": (into("<script>alert(1)</script>"), {"inline"}),
    "a script of a kind": (into("<script type='module'>alert(1)</script>"), {"inline"}),
    "a handler": (into("<p onclick='alert(1)'>x</p>"), {"inline"}),
    "a handler in capitals in a drawing": (into("<svg><a OnLoad=alert(1)></a></svg>"), {"inline"}),
    "a style": (into("<p style='color: red'>x</p>"), {"inline"}),
    "a style sheet": (into("<style>p { color: red }</style>"), {"inline"}),
    "a link that runs": (into("<a href='javascript:alert(1)'>x</a>"), {"inline"}),
    "a link that runs, hidden": (into("<a href=' &#1;java&#10;script:alert(1)'>x</a>"), {"inline"}),
    "a link that runs in a drawing": (
        into("<svg><a xlink:href='javascript:alert(1)'></a></svg>"),
        {"inline"},
    ),
    "a drawing that changes a link": (into("<svg><set attributeName='href'/></svg>"), {"inline"}),
    "a frame": (into("<iframe></iframe>"), {"inline"}),
    "a page that leaves by itself": (into("<meta http-equiv='Refresh' content='1'>"), {"inline"}),
    "a template": (into("<template><b onclick='alert(1)'></b></template>"), {"inline"}),
    "an id twice": (into("<p id='a'></p><p id='a'></p>"), {"ids"}),
    "a script of another host": (into("<script src='//cdn.example/x.js'></script>"), {"requests"}),
    "another host behind strokes": (
        into("<img src='\\\\cdn.example/x.png'>"),
        {"requests", "links"},
    ),
    "another host without strokes": (into("<img src='https:cdn.example/x.png'>"), {"requests"}),
    "a stylesheet of another host": (
        site("index.html", "href='look.css'", "href='https://cdn.example/look.css'"),
        {"requests"},
    ),
    "a stylesheet that is said to be a translation": (
        into("<link rel='alternate stylesheet' href='https://cdn.example/look.css'>"),
        {"requests"},
    ),
    "a picture of another host": (into("<img src='http://cdn.example/x.png'>"), {"requests"}),
    "a source set of another host": (
        into("<img srcset='look.css 1x, http://cdn.example/x.png 2x'>"),
        {"requests"},
    ),
    "a drawing of another host": (into("<svg><use href='//cdn.example/x'/></svg>"), {"requests"}),
    "a form that sends to another host": (into("<form action='//x.example'></form>"), {"requests"}),
    "a link that tells another host": (into("<a ping='look.css //x.example'>x</a>"), {"requests"}),
    "a style sheet that loads": (css("p { background: url( '//cdn.example/x' ) }"), {"requests"}),
    "a style sheet that takes in another": (css('@import "//cdn.example/x.css";'), {"requests"}),
}
HARMLESS = (
    "<script type='application/json'>{}</script>",
    "<img src='data:image/png;base64,AA'>",
    "<a href='https://elsewhere.example/'>x</a>",
    "<p title='javascript: a language'>x</p>",
    "<link rel='canonical' href='https://here.example/'>",
)


CODES = {
    "hashes": "hash",
    "conservation": "conservation",
    "quotes": "quote",
    "pages": "page",
    "policy": "policy",
    "inline": "inline",
    "requests": "request",
    "ids": "id",
    "links": "link",
}


@pytest.mark.parametrize(("break_it", "checks"), BREAKS.values(), ids=BREAKS.keys())
def test_a_fault_is_found_by_its_check(
    built: Archive, break_it: Callable[[Archive], None], checks: set[str]
) -> None:
    break_it(built)
    done = verified(built)

    assert (done.status, failed(done)) == (1, checks)
    codes = [re.search(r"\[verify-(\w+)\]$", line) for line in done.err.splitlines() if line]
    assert {code and code[1] for code in codes} == {CODES[check] for check in checks}


@pytest.mark.parametrize("markup", HARMLESS)
def test_what_does_no_harm_is_no_fault(built: Archive, markup: str) -> None:
    into(markup)(built)

    assert failed(verified(built)) == set()


def test_every_check_is_broken_by_something_above() -> None:
    names = {check.__name__ for check in (*OF_DATA, *OF_SITE)}

    assert set().union(*(checks for _, checks in BREAKS.values())) == names


def test_the_policy_is_the_one_that_every_page_gets() -> None:
    assert f'content="{POLICY}"' in (ROOT / "overrides/main.html").read_text(encoding="utf-8")
