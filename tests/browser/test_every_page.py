"""What holds for every page of the site."""

import itertools
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from conftest import Reader, reading
from playwright.sync_api import Browser

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
WITHOUT_CAPTION = "() => [...document.querySelectorAll('table')].filter(one => !one.caption).length"
WITHOUT_SCOPE = "() => document.querySelectorAll('.md-content th:not([scope])').length"
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


def kinds(paths: list[str]) -> list[str]:
    """One page of each kind, and every policy page."""

    def kind(path: str) -> tuple[str, int]:
        return path.partition("/")[0], path.count("/")

    first = [next(group) for _, group in itertools.groupby(sorted(paths, key=kind), key=kind)]
    policies = [path for path in paths if path.startswith("policies/") and path.count("/") == 3]
    assert len(policies) == 5
    return sorted({*first, *policies, "compare/sharing/"})


def on_all(reader: Reader, paths: list[str], look: Callable[[str], object]) -> dict[str, object]:
    """What a look finds on each page where it finds something."""
    found = {}
    for path in paths:
        reader.open(path)
        seen = look(path)
        if seen:
            found[path] = seen
    return found


def test_nothing_is_asked_of_another_host_and_nothing_complains(
    reader: Reader, paths: list[str]
) -> None:
    for path in paths:
        reader.open(path)
    reader.page.wait_for_timeout(300)
    home = urlsplit(reader.site).netloc

    assert len(reader.watch.requests) > len(paths)
    assert {urlsplit(url).netloc for url in reader.watch.requests if "://" in url} == {home}
    assert all(url.startswith(reader.site) for url in reader.watch.requests if "://" in url)
    assert reader.watch.complaints == []


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_no_page_is_wider_than_the_window(
    browser: Browser, site: str, paths: list[str], size: str
) -> None:
    with reading(browser, site, size) as reader:
        assert on_all(reader, kinds(paths), lambda _: reader.page.evaluate(OVERFLOW)) == {}


@pytest.mark.parametrize(
    "look",
    [WITHOUT_CAPTION, WITHOUT_SCOPE, UNNAMED, DOUBLE_IDS, EMPTY_LINKS],
    ids=["captions", "scope", "names", "ids", "links"],
)
def test_pages_are_well_made(reader: Reader, paths: list[str], look: str) -> None:
    assert on_all(reader, paths, lambda _: reader.page.evaluate(look)) == {}


def test_headings_begin_with_one_h1_and_never_jump(reader: Reader, paths: list[str]) -> None:
    def jumps(_: str) -> list[int]:
        levels = reader.page.evaluate(LEVELS)
        good = levels[:1] == [1] and levels.count(1) == 1
        good = good and all(below - above <= 1 for above, below in itertools.pairwise(levels))
        return [] if good else levels

    assert on_all(reader, paths, jumps) == {}


def test_every_page_says_its_language_and_title(reader: Reader, paths: list[str]) -> None:
    titles = {}
    for path in paths:
        page = reader.open(path)
        assert page.locator("html").get_attribute("lang") == "en"
        titles[path] = page.title()
    assert all(titles.values())
    policies = [title for path, title in titles.items() if path.startswith("policies/")]
    assert len(set(policies)) == len(policies)
