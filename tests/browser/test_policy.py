"""One policy for all pages: what is put into a page does nothing, and the theme works."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.windows import Reader, reading

PAGE = "policies/casio/2018-02-03/"
MARK = "document.documentElement.dataset.ran = 'yes'"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
INJECTED = {
    "a script": f"<script>{MARK}</script>",
    "a handler": f'<img src="nothing.png" onerror="{MARK}">',
    "a module": f'<script type="module">{MARK}</script>',
    "a drawing": f'<svg onload="{MARK}"></svg>',
    "a script in an address": f'<script src="data:text/javascript,{MARK}"></script>',
    "a frame": f'<iframe srcdoc="<script>parent.{MARK}</script>"></iframe>',
    "a link": f'<a id="try" href="javascript:{MARK};void 0">x</a>',
}


@pytest.fixture
def injected(project: Path) -> Iterator[Callable[[str, bool], str]]:
    """Put markup into a finished page by hand; return where the page is."""
    page = project / "site" / "injected" / "index.html"
    page.parent.mkdir()

    def put(markup: str, policy: bool) -> str:
        text = (project / "site" / PAGE / "index.html").read_text(encoding="utf-8")
        text = text.replace("../../../", "../").replace("</h1>", f"</h1>{markup}", 1)
        assert markup in text
        assert len(POLICY.findall(text)) == 1
        page.write_text(text if policy else POLICY.sub("", text), encoding="utf-8")
        return "injected/"

    yield put
    page.unlink()
    page.parent.rmdir()


def ran(page: Page, markup: str) -> bool:
    """Return whether what was put in does anything, now or when somebody clicks."""
    if 'id="try"' in markup:
        page.locator("#try").dispatch_event("click")
    page.wait_for_timeout(300)
    return bool(page.evaluate("() => document.documentElement.dataset.ran === 'yes'"))


@pytest.mark.parametrize("markup", INJECTED.values(), ids=INJECTED.keys())
def test_what_is_put_into_a_finished_page_does_not_run(
    reader: Reader, injected: Callable[[str, bool], str], markup: str
) -> None:
    without = reader.open(injected(markup, False))
    assert ran(without, markup), "it does not even run without a policy"
    reader.watch.complaints.clear()

    page = reader.open(injected(markup, True))
    assert not ran(page, markup)
    assert "Content Security Policy" in " ".join(reader.watch.complaints)


def palette(page: Page) -> str:
    return str(page.locator("body").get_attribute("data-md-color-scheme"))


def test_a_chosen_palette_is_kept_on_deeper_pages_and_where_there_is_none(
    browser: Browser, reader: Reader
) -> None:
    page = reader.open("compare/")
    page.locator(".md-header label[for^=__palette]:visible").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    for path in (PAGE, "", "compare/facts/"):
        assert palette(reader.open(path)) == "slate"
    assert reader.watch.complaints == []
    assert palette(reader.open("no/such/page/")) == "slate"
    # The browser itself complains of the answer 404, and of nothing else.
    assert all("404" in complaint for complaint in reader.watch.complaints)


def test_a_link_within_the_site_loads_no_new_page(reader: Reader) -> None:
    page = reader.open("compare/")
    page.evaluate("() => { window.stays = true }")
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/policies/**")
    expect(page.locator("h1")).to_be_visible()

    assert page.evaluate("() => window.stays") is True
    assert reader.watch.complaints == []


def test_the_drawer_opens_and_leads_on(phone: Reader) -> None:
    page = phone.open(PAGE)
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).not_to_be_in_viewport()
    page.locator("label[for=__drawer]:visible").first.click()
    expect(drawer).to_be_in_viewport()
    drawer.get_by_text("Data", exact=True).first.click()
    page.wait_for_url("**/data/")

    assert phone.watch.complaints == []


def test_search_runs_without_a_complaint(reader: Reader) -> None:
    page = reader.open(PAGE)
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("cookies", delay=20)
    expect(page.locator("a.md-search-result__link").first).to_be_visible()

    assert reader.watch.complaints == []


def test_who_lets_nothing_be_kept_can_read_all_the_same(
    browser: Browser, project: Path, site: str
) -> None:
    with reading(browser, site) as stranger:
        stranger.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw Error('not here') }})"
        )
        page = stranger.open(PAGE)
        page.locator(".md-header label[for^=__palette]:visible").first.click()

        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert stranger.watch.complaints == []
