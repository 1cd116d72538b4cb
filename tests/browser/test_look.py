"""Colours that can be read, in light and dark, and pages that print."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.windows import Reader, reading

ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3, level AA
PAGES = (
    "",
    "policies/casio/2018-02-03/",
    "policies/casio/",
    "compare/",
    "compare/sharing/",
    "compare/facts/",
    "data/",
    "about/taxonomy/",
)

CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const parse = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]
  }
  const over = (top, below) =>
    [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat([1])
  const light = colour => {
    const [r, g, b] = colour.map(v => { v /= 255
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = one => {
    const layers = []
    for (let up = one; up; up = up.parentElement)
      layers.push(parse(getComputedStyle(up).backgroundColor))
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1])
  }
  const poor = {}
  const parts = '.md-header *, .md-tabs *, .md-content *, .md-footer *'
  for (const one of document.querySelectorAll(parts)) {
    const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    if (!own || !one.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue
    const box = one.getBoundingClientRect()
    const unseen = one.closest('[aria-hidden=true], .headerlink, .unseen')
    if (box.width < 2 || box.height < 2 || unseen) continue
    const style = getComputedStyle(one), back = ground(one)
    let opacity = 1
    for (let up = one; up; up = up.parentElement) opacity *= Number(getComputedStyle(up).opacity)
    const ink = parse(style.color); ink[3] *= opacity
    const [a, b] = [light(over(ink, back)), light(back)].sort((x, y) => y - x)
    const ratio = (a + 0.05) / (b + 0.05)
    const big = parseFloat(style.fontSize) >= 24 ||
      (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700)
    if (ratio < (big ? 3 : ENOUGH)) {
      const name = one.tagName.toLowerCase() + (one.className && one.className.baseVal === undefined
        ? '.' + one.className.trim().replace(/\\s+/g, '.') : '')
      poor[name] = Math.round(ratio * 100) / 100
    }
  }
  return poor
}""".replace("ENOUGH", str(ENOUGH))


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Reader]:
    with reading(browser, site, color_scheme=request.param) as reader:
        reader.scheme = {"light": "default", "dark": "slate"}[request.param]
        yield reader


def test_text_stands_out_from_its_ground(themed: Reader) -> None:
    poor = {}
    for path in PAGES:
        page = themed.open(path)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.locator("body").get_attribute("data-md-color-scheme") == themed.scheme
        found = page.evaluate(CONTRASTS)
        if found:
            poor[path] = found
    assert poor == {}


def test_light_and_dark_differ_and_can_be_switched(reader: Reader) -> None:
    page = reader.open("compare/")
    body = page.locator("body")
    ground = "one => getComputedStyle(one).backgroundColor"
    light, before = body.evaluate(ground), body.get_attribute("data-md-color-scheme")
    page.locator(".md-header label[for^=__palette]:visible").first.click()
    page.wait_for_function("b => document.body.dataset.mdColorScheme !== b", arg=before)

    assert body.evaluate(ground) != light


def test_the_matrix_needs_no_colour(reader: Reader) -> None:
    page = reader.open("compare/")

    for cell in page.locator("td.found").all():
        assert cell.inner_text().strip()[0].isdigit()
    assert page.locator("td.silent").count() > 0
    for cell in page.locator("td.silent").all():
        assert re.search(r"\S\s*(nothing found|not mentioned)", cell.text_content())


def test_a_policy_page_opens_with_its_facts(phone: Reader) -> None:
    page = phone.open("policies/casio/2018-02-03/")
    facts = page.locator("#at-a-glance").bounding_box()

    assert facts["y"] < 844


def test_a_policy_page_can_be_printed(reader: Reader) -> None:
    page = reader.open("policies/casio/2008-06-23/")
    page.emulate_media(media="print")

    assert page.locator(".fulltext").first.is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1440
