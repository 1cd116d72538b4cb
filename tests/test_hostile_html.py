"""Pages made to break a reader: each is cleaned in time, and none of its text is lost."""

import time

import pytest
from makers import clean_source

from synoptic.formats.html.tree import parse
from synoptic.formats.read import read

TEXT = "<p>We keep the letters of our readers for as long as the newspaper is printed.</p>"
SECONDS = 20.0
"""Ten times what the slowest takes alone; a quadratic pattern takes minutes."""

PAGES = {
    "nested blocks": "<div>" * 100_000 + TEXT,
    "nested styles": "<b>" * 50_000 + TEXT,
    "nested lists": "<ul><li>" * 900 + TEXT * 500,
    "nested tables": "<table><tr><td>" * 700 + TEXT * 100,
    "long attributes": "<p " + "a=b " * 100_000 + ">" + TEXT,
    "long class": f"<div class='{'a-' * 100_000}'>" + TEXT,
    "open quotes": TEXT + '<a href="x>' * 10_000,
    "open comments": TEXT + "<!-- " * 20_000,
    "open brackets": TEXT + "<" * 100_000,
    "ampersands": TEXT + "&" * 100_000,
    "blanks": "<p>" + " " * 1_000_000 + TEXT,
    "line breaks": TEXT + "a line<br>" * 30_000,
    "links to the top": TEXT + "<a href='#'>top</a><br>" * 10_000,
    "headings": "<h2>Title</h2>" * 10_000 + TEXT,
    "bullets": TEXT + "<p>• a point</p>" * 10_000,
    "numbers": TEXT + "".join(f"<p>{n % 999}. a point</p>" for n in range(10_000)),
    "terms": TEXT + "<dl>" + "<dt>1.</dt><dd>a point</dd>" * 10_000,
    "one long line": "<p>" + "word " * 300_000 + TEXT,
    "zero bytes": "<p>\x00</p>" + TEXT,
    "cut short": TEXT + "<a href='http://a.example/x",
}


@pytest.mark.parametrize("name", PAGES)
def test_hostile_page(name: str) -> None:
    started = time.process_time()
    clean = clean_source(read(f"<html><body>{PAGES[name]}".encode(), name))

    assert time.process_time() - started < SECONDS
    assert any("letters of our readers" in block.text for block in clean.blocks)


@pytest.mark.parametrize(("count", "kept"), [(4_999, True), (5_000, True), (5_001, False)])
def test_an_element_has_so_many_attributes_or_none(count: int, kept: bool) -> None:
    names = " ".join(f"a{number}" for number in range(count - 1))
    root = parse(f'<p title="a > b" {names}>We keep it.</p><p id="x">Ask us.</p>')

    assert root is not None
    first, second = root.iter("p")
    assert (first.text.strip(), len(first.attrib)) == ("We keep it.", count if kept else 0)
    assert second.get("id") == "x"


def test_a_long_attribute_is_one() -> None:
    root = parse(f'<img alt="{"a " * 20_000}"><p class="{"b " * 20_000}" id=c>We keep it.</p>')

    assert root is not None
    assert [len(element.attrib) for element in root.iter("img", "p")] == [1, 2]
