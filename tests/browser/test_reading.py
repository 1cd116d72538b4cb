"""What a reader does: follow numbers to quotes and quotes to clauses, search, scroll."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.windows import Reader

POLICY = "policies/casio/2018-02-03/"


IN_VIEW = """selector => {
  const top = document.querySelector(selector).getBoundingClientRect().top
  const head = document.querySelector('.md-header').getBoundingClientRect().bottom
  return head - 2 <= top && top < innerHeight
}"""


def wait_until_in_view(page: Page, selector: str) -> None:
    """Wait until an element begins in the window and not under the page's head.

    A browser scrolls some time after the click; one that never does fails the test here.
    """
    page.wait_for_selector(selector, state="attached")
    page.wait_for_function(IN_VIEW, arg=selector, timeout=10_000, polling=100)


def test_a_number_of_the_matrix_leads_to_its_quotes(reader: Reader) -> None:
    page = reader.open("compare/")
    cell = page.locator("td.found a").first
    number = int(re.match(r"\d+", cell.inner_text())[0])
    target = cell.get_attribute("href").rpartition("#")[2]
    cell.click()
    page.wait_for_url(f"**/policies/**#{target}")

    assert target.startswith("topic-")
    wait_until_in_view(page, f"#{target}")
    topic = page.locator(f"#{target} + .topic")
    assert topic.locator("blockquote.quote").count() == number


def test_a_quote_leads_to_its_clause(reader: Reader) -> None:
    page = reader.open_to_click(POLICY)
    link = page.locator("blockquote.quote footer a").first
    quote = page.locator("blockquote.quote p:not(.lead-in)").first.inner_text()
    target = link.get_attribute("href").rpartition("#")[2]
    link.click()

    wait_until_in_view(page, f"#{target}")
    clause = page.locator(f".fulltext #{target}").inner_text()
    assert " ".join(quote.split()) in " ".join(clause.split())


def test_a_quote_on_a_topic_page_leads_to_its_clause(reader: Reader) -> None:
    page = reader.open_to_click("compare/sharing/")
    link = page.locator("blockquote.quote footer a").first
    target = link.get_attribute("href").rpartition("#")[2]
    link.click()
    page.wait_for_url(f"**#{target}")

    wait_until_in_view(page, f"#{target}")


def test_a_clause_shows_its_number(reader: Reader) -> None:
    page = reader.open(POLICY)
    clause = page.locator(".fulltext p.clause").first
    shown = clause.evaluate(
        "one => ['::before', '::after'].map(part => getComputedStyle(one, part).content)"
    )
    number = clause.get_attribute("data-number")

    assert any("data-number" in text or number in text for text in shown)


def test_links_inside_a_policy_lead_out_marked(reader: Reader) -> None:
    page = reader.open("policies/seiko-watch/2017-11-20/")
    links = page.locator(".fulltext a[href^='http']")

    assert links.count() >= 1
    for link in links.all():
        assert {"nofollow", "noopener"} <= set(link.get_attribute("rel").split())


@pytest.mark.parametrize("size", ["reader", "phone"])
def test_the_head_and_first_column_of_the_matrix_stay_in_view(
    size: str, request: pytest.FixtureRequest
) -> None:
    one: Reader = request.getfixturevalue(size)
    page = one.open("compare/")
    region = page.locator(".scroll.matrix")
    # Five policies fit any window; a lower region makes the head prove itself.
    region.evaluate("one => { one.style.maxHeight = '300px'; one.style.width = '320px' }")
    region.scroll_into_view_if_needed()
    region.evaluate("one => one.scrollTo(one.scrollWidth, 160)")
    frame = region.bounding_box()
    column = region.locator("tbody th").last.bounding_box()
    head = region.locator("thead th").last.bounding_box()

    assert region.evaluate("one => one.scrollLeft > 50 && one.scrollTop > 20")
    assert column["x"] == pytest.approx(frame["x"], abs=3)
    assert frame["y"] - 3 <= head["y"] <= frame["y"] + 3
    # What lies under them does not show through.
    for cell in ("tbody th", "thead th"):
        colour = region.locator(cell).last.evaluate("one => getComputedStyle(one).backgroundColor")
        assert "rgba(0, 0, 0, 0)" not in colour


def test_scroll_regions_can_be_reached_and_moved_with_the_keyboard(phone: Reader) -> None:
    page = phone.open("compare/")
    regions = page.locator(".md-content .scroll")
    assert regions.count() >= 1
    for region in regions.all():
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("role") == "region"
        assert region.get_attribute("aria-label")
    region = regions.first
    region.focus()
    before = region.evaluate("one => one.scrollLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=region.element_handle())
    assert region.evaluate("one => one.scrollLeft") > before


def test_wide_tables_scroll_inside_themselves(phone: Reader) -> None:
    page = phone.open("compare/")
    table = page.locator(".scroll.matrix")

    assert table.evaluate("one => one.scrollWidth > one.clientWidth + 50")


def test_the_focus_can_be_seen(reader: Reader) -> None:
    page = reader.open("compare/")
    cell = page.locator("td.found a").first
    style = "one => { const s = getComputedStyle(one); return s.outlineStyle + s.boxShadow }"
    page.keyboard.press("Tab")
    cell.focus()

    assert cell.evaluate(style) not in ("nonenone", "")


def test_search_finds_a_word_of_a_clause_and_leads_to_its_section(reader: Reader) -> None:
    page = reader.open()
    page.wait_for_load_state("networkidle")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("sweepstakes", delay=20)
    result = page.locator("a.md-search-result__link[href*='seiko-epson'][href*='#']").first
    expect(result).to_be_visible(timeout=8000)
    href = result.get_attribute("href")
    result.click()
    page.wait_for_url("**/policies/seiko-epson/2007-12-25/**")
    anchor = href.rpartition("#")[2].partition("?")[0] if "#" in href else ""

    assert anchor.startswith("s-")
    assert page.locator(f"#{anchor}").count() == 1


@pytest.mark.parametrize("path", [POLICY, "compare/", "compare/sharing/", "policies/"])
def test_without_javascript_pages_can_be_read_and_left(plain: Reader, path: str) -> None:
    page = plain.open(path)
    words = page.locator(".md-content").inner_text().split()
    assert len(words) > 30
    links = page.locator(".md-content a[href]:visible")
    href = links.first.get_attribute("href")
    response = page.goto(urljoin(page.url, href))

    assert response is None or response.ok


def test_without_javascript_the_full_text_is_all_there(plain: Reader, project: Path) -> None:
    page = plain.open("policies/calmi/undated/")
    shown = page.locator(".fulltext").all_inner_texts()
    stored = next((project / "corpus").glob("004_*")).read_text(encoding="utf-8")

    assert re.findall(r"\w+", " ".join(shown)) == re.findall(r"\w+", stored)


def test_the_back_button_leads_back(reader: Reader) -> None:
    page = reader.open("compare/")
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/policies/**")
    page.go_back()
    page.wait_for_url("**/compare/")

    expect(page.locator("h1")).to_have_text(re.compile("Compare"))
