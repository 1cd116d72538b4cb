"""What holds for every page of the site."""

import itertools
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.windows import Watch, reading

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Tables that people write in Markdown can have neither; those that we make all have both.
WITHOUT_CAPTION = """() => [...document.querySelectorAll('.md-content table')]
  .filter(one => !one.caption && !location.pathname.match('/(about|decisions)/')).length"""
WITHOUT_SCOPE = """() => [...document.querySelectorAll('.md-content th:not([scope])')]
  .filter(one => !location.pathname.match('/(about|decisions)/')).length"""
LEVELS = """() => [...document.querySelectorAll('.md-content :is(h1,h2,h3,h4,h5,h6)')]
  .map(one => Number(one.tagName[1]))"""
UNNAMED = """() => [...document.querySelectorAll('a, button, input, [role=region], nav')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !(one.textContent.trim()
    || one.getAttribute('aria-label') || one.title || one.getAttribute('placeholder')))
  .map(one => one.outerHTML.slice(0, 120))"""
DOUBLE_IDS = """() => [...document.querySelectorAll('[id]')].map(one => one.id)
  .filter((id, place, all) => all.indexOf(id) !== place)"""
EMPTY_LINKS = """() => [...document.querySelectorAll('.md-content a[href]')]
  .filter(one => !one.getAttribute('href').trim()).length"""


pytestmark = pytest.mark.slow


def kinds(paths: list[str]) -> list[str]:
    """One page of each kind, and every policy page."""

    def kind(path: str) -> tuple[str, int]:
        return path.partition("/")[0], path.count("/")

    first = [next(group) for _, group in itertools.groupby(sorted(paths, key=kind), key=kind)]
    policies = [path for path in paths if path.startswith("policies/") and path.count("/") == 3]
    assert len(policies) == 5
    return sorted({*first, *policies, "compare/sharing/"})


@dataclass
class Walk:
    """What was found on a walk through all pages: by look, then by page."""

    watch: Watch
    found: dict[str, dict[str, Any]]


LOOKS = {
    "captions": WITHOUT_CAPTION,
    "scopes": WITHOUT_SCOPE,
    "names": UNNAMED,
    "ids": DOUBLE_IDS,
    "links": EMPTY_LINKS,
    "levels": LEVELS,
    "language": "() => document.documentElement.lang",
    "title": "() => document.title",
}


@pytest.fixture(scope="module")
def walk(browser: Browser, site: str, paths: list[str]) -> Walk:
    """Visit every page once."""
    found: dict[str, dict[str, Any]] = {name: {} for name in LOOKS}
    with reading(browser, site) as reader:
        for path in paths:
            page = reader.open(path)
            for name, look in LOOKS.items():
                found[name][path] = page.evaluate(look)
        reader.page.wait_for_timeout(300)
    return Walk(reader.watch, found)


def test_nothing_is_asked_of_another_host_and_nothing_complains(
    walk: Walk, site: str, paths: list[str]
) -> None:
    asked = [url for url in walk.watch.requests if not url.startswith(("data:", "blob:"))]

    assert len(asked) > len(paths)
    assert [url for url in asked if not url.startswith(site)] == []
    assert walk.watch.complaints == []


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_no_page_is_wider_than_the_window(
    browser: Browser, site: str, paths: list[str], size: str
) -> None:
    with reading(browser, site, size) as reader:
        wide = {path: reader.open(path).evaluate(OVERFLOW) for path in kinds(paths)}
    assert {path: width for path, width in wide.items() if width} == {}


@pytest.mark.parametrize("look", ["captions", "scopes", "names", "ids", "links"])
def test_pages_are_well_made(walk: Walk, look: str) -> None:
    assert {path: seen for path, seen in walk.found[look].items() if seen} == {}


def test_headings_begin_with_one_h1_and_never_jump(walk: Walk) -> None:
    bad = {
        path: levels
        for path, levels in walk.found["levels"].items()
        if levels[:1] != [1]
        or levels.count(1) != 1
        or any(below - above > 1 for above, below in itertools.pairwise(levels))
    }
    assert bad == {}


def test_every_page_says_its_language_and_a_title_of_its_own(walk: Walk) -> None:
    assert set(walk.found["language"].values()) == {"en"}
    assert all(walk.found["title"].values())
    policies = [title for path, title in walk.found["title"].items() if path.count("/") == 3]
    assert len(set(policies)) == len(policies)
