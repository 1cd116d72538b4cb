"""What holds for every page of the site: read off all of them, seen on one of each kind."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from browser.windows import Watch, reading
from synoptic.verify.site import audit_of

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNNAMED = """() => [...document.querySelectorAll('a, button, input, [role=region], nav')]
  .filter(part => part.checkVisibility({visibilityProperty: true}) && !(part.textContent.trim()
    || part.getAttribute('aria-label') || part.title || part.getAttribute('placeholder')))
  .map(part => part.outerHTML.slice(0, 120))"""


def kinds(paths: list[str]) -> list[str]:
    """One page of each kind, and every policy page."""

    def kind(path: str) -> tuple[str, int]:
        return path.partition("/")[0], path.count("/")

    first = [next(group) for _, group in itertools.groupby(sorted(paths, key=kind), key=kind)]
    policies = [path for path in paths if path.startswith("policies/") and path.count("/") == 3]
    assert len(policies) == 5
    return sorted({*first, *policies, "compare/sharing/"})


@pytest.fixture(scope="module")
def pages(project: Path, paths: list[str]) -> dict[str, LexborHTMLParser]:
    return {
        path: LexborHTMLParser((project / "site" / path / "index.html").read_text(encoding="utf-8"))
        for path in paths
    }


def test_the_audit_finds_nothing(project: Path, paths: list[str]) -> None:
    audit = audit_of(project / "site")

    assert audit.pages == len(paths) + 1  # and the page for what is not there
    found = (audit.policy, audit.inline, audit.requests, audit.ids, audit.links)
    assert found == ((), (), (), (), ())


# Tables that people write in Markdown can have neither; those that we make all have both.
@pytest.mark.parametrize("lack", ["table:not(:has(> caption))", "th:not([scope])"])
def test_our_tables_say_what_they_are(pages: dict[str, LexborHTMLParser], lack: str) -> None:
    ours = [path for path in pages if not path.startswith(("about/", "decisions/"))]
    assert sum(len(pages[path].css(".md-content table")) for path in ours) > 10

    assert {path: n for path in ours if (n := len(pages[path].css(f".md-content {lack}")))} == {}


def test_every_link_leads_somewhere(pages: dict[str, LexborHTMLParser]) -> None:
    empty = {
        path: link.html
        for path, page in pages.items()
        for link in page.css(".md-content a[href]")
        if not (link.attributes["href"] or "").strip()
    }
    assert empty == {}


def levels(page: LexborHTMLParser) -> Iterator[int]:
    for heading in page.css(", ".join(f".md-content h{level}" for level in range(1, 7))):
        yield int(heading.tag[1])


def test_headings_begin_with_one_h1_and_never_jump(pages: dict[str, LexborHTMLParser]) -> None:
    found = {path: list(levels(page)) for path, page in pages.items()}
    bad = {
        path: seen
        for path, seen in found.items()
        if seen[:1] != [1]
        or seen.count(1) != 1
        or any(below - above > 1 for above, below in itertools.pairwise(seen))
    }
    assert bad == {}


def test_every_page_says_its_language_and_a_title_of_its_own(
    pages: dict[str, LexborHTMLParser],
) -> None:
    titles = {path: page.css_first("title").text().strip() for path, page in pages.items()}

    assert {page.css_first("html").attributes["lang"] for page in pages.values()} == {"en"}
    assert all(titles.values())
    policies = [title for path, title in titles.items() if path.count("/") == 3]
    assert len(set(policies)) == len(policies)


@dataclass
class Walk:
    """What was found on a walk through a page of each kind."""

    watch: Watch
    unnamed: dict[str, Any]


@pytest.fixture(scope="module")
def walk(browser: Browser, project: Path, site: str, paths: list[str]) -> Walk:
    with reading(browser, site) as reader:
        unnamed = {path: reader.open(path).evaluate(UNNAMED) for path in kinds(paths)}
        reader.page.wait_for_timeout(300)
    return Walk(reader.watch, unnamed)


@pytest.mark.slow
def test_nothing_is_asked_of_another_host_and_nothing_complains(walk: Walk, site: str) -> None:
    asked = [url for url in walk.watch.requests if not url.startswith(("data:", "blob:"))]

    assert len(asked) > len(walk.unnamed)
    assert [url for url in asked if not url.startswith(site)] == []
    assert walk.watch.complaints == []


@pytest.mark.slow
def test_all_that_can_be_used_has_a_name(walk: Walk) -> None:
    assert {path: seen for path, seen in walk.unnamed.items() if seen} == {}


@pytest.mark.slow
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_no_page_is_wider_than_the_window(
    browser: Browser, project: Path, site: str, paths: list[str], size: str
) -> None:
    with reading(browser, site, size) as reader:
        wide = {path: reader.open(path).evaluate(OVERFLOW) for path in kinds(paths)}
    assert {path: width for path, width in wide.items() if width} == {}
