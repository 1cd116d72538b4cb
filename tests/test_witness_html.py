"""No word is lost: what the cleaner keeps and reports is what the witness saw."""

import time
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import clean_source

from synoptic.cleaning.account import account, are_parts, differences
from synoptic.formats.html import witness
from synoptic.formats.html.page import blocks_from_html
from synoptic.formats.html.witness import visible_words_html
from synoptic.formats.read import read
from synoptic.model import Kind, text_of
from synoptic.text.words import words_of


def accounted(source: str) -> Counter[str]:
    blocks, removals, _ = blocks_from_html(source)
    words: list[str] = []
    for block in blocks:
        words += words_of(block.marker)
        for runs in block.cells if block.kind is Kind.ROW else (block.runs,):
            words += words_of(text_of(runs))
    for removal in removals:
        words += words_of(removal.text)
    return Counter(words)


_TAGS = """
html head body title p div span b i em font a ul ol li dl dt dd table tbody tr td th h1 h2 h3
br hr img input wbr form select option button textarea iframe noscript noframes script style
template svg text center nav footer header section article details summary pre blockquote
label o:p x-y main aside caption image math tspan search frameset
"""
TAGS = _TAGS.split()
ATTRIBUTES = (
    "",
    ' class="nav"',
    ' id="footer"',
    ' class="cookie-banner"',
    ' href="#top"',
    ' href="/web/2010/http://a.example/"',
    " style='display:none'",
    ' alt="picture"',
    " title='a > b'",
    " hidden",
    ' data-cfemail="422302206c21"',
)
TEXTS = (
    "word",
    " We keep your data for as long as the law of the country asks us to keep it. ",
    "1.",
    " • point",
    "&amp;",
    "&copy 2010",
    "&#8212;",
    "soft\u00adhyphen",
    "個人情報",
    "été",
    "\n",
    " ",
    "<",
    "a < b",
    "(a)",
    "© 2011 Acme",
    "zero\u200bwidth",
    "&shy;",
    "nul\x00byte",
    "\u3000",
)

opening = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
closing = st.builds("</{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES[-6:]))
comment = st.sampled_from(("<!-- note -->", "<!DOCTYPE html>", "<?php x ?>", "<![if IE]>"))
soup = st.lists(st.one_of(opening, closing, st.sampled_from(TEXTS), comment), max_size=60).map(
    "".join
)


VOID = {"br", "hr", "img", "input", "wbr"}
PLACES = ("div", "p", "td", "li", "option", "section", "blockquote", "pre")
INLINE = ("b", "i", "em", "span", "font", "label", "o:p", "x-y")


def inside(tag: str) -> "st.SearchStrategy[str]":
    """Texts with inline elements, all closed in their order, in one block-level element."""
    texts = st.sampled_from((*TEXTS, *(f"<{name}>" for name in sorted(VOID))))
    wrapped = st.recursive(
        st.lists(texts, max_size=4).map("".join),
        lambda inner: st.builds(
            "{1}<{0}>{2}</{0}>{3}".format, st.sampled_from(INLINE), *[inner] * 3
        ),
        max_leaves=6,
    )
    return st.builds(f"<{tag}>{{}}</{tag}>".format, wrapped)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PLACES).flatmap(inside), max_size=5).map("".join))
def test_every_word_of_a_page_whose_tags_do_not_overlap_is_accounted_for(source: str) -> None:
    assert accounted(source) == visible_words_html(source)


@settings(max_examples=400, deadline=None)
@given(soup)
def test_every_word_of_any_soup_is_accounted_for(source: str) -> None:
    """To the letter: where tags overlap, the cleaner's parser may end a block inside a word."""
    lost, added = differences(visible_words_html(source), accounted(source))
    assert (not lost and not added) or are_parts(added, lost)


def test_where_tags_overlap_the_cleaner_may_part_a_word_and_nothing_else() -> None:
    source = "<ul><b><li>We pro</b>tect data."
    assert visible_words_html(source) == Counter(["We", "protect", "data"])
    read_page = read(f"<html><body>{source}".encode(), "page")
    assert account(read_page, clean_source(read_page))["source"] == 4


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/!-abp \"'=&;#x1\n", max_size=200))
def test_every_word_of_garbage_is_accounted_for(source: str) -> None:
    assert accounted(source) == visible_words_html(source)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>foo<b>bar</b></p>", ["foobar"]),
        ("<p>foo<br>bar</p>", ["foo", "bar"]),
        ("<td>foo</td><td>bar</td>", ["foo", "bar"]),
        ("soft\u00adhyphen and zero\u200bwidth", ["softhyphen", "and", "zerowidth"]),
        ("long<wbr>word", ["longword"]),
        ("個人<b>情報</b>", ["個人情報"]),
        ("<title>Notice</title><style>x</style><script>y</script><!-- z -->", ["Notice"]),
        ("<p hidden style='display: none'>folded</p>", ["folded"]),
        ("<select><option>one<option>two</select>", ["one", "two"]),
        ("<textarea>agreed <b>terms</b></textarea>", ["agreed", "terms"]),
        ("<noframes><p>framed</noframes><noscript>plain</noscript>", ["framed", "plain"]),
        ("<iframe><html><body>ad</body></html></iframe><p>text", ["ad", "text"]),
        ("</body></html><p>after the end", ["after", "the", "end"]),
        ("<svg><text>drawn</text><style>no</style></svg>", ["drawn"]),
        ("a<img alt='x'>b<input value='y'>c", ["a", "b", "c"]),
        ("a<image>b", ["a", "b"]),
        ("a<template>b<p>c<script>d</script></template>e", ["a", "b", "c", "e"]),
        ("long<wbr title='a > b'>word", ["longword"]),
        ("foo</div>bar", ["foo", "bar"]),
        ("foo<table>bar<tr><td>baz</table>qux", ["foo", "bar", "baz", "qux"]),
        ("<frameset>foo<frame>bar</frameset>", ["foo", "bar"]),
        ("<svg><text>drawn</text><text>as<b>well</b></text></svg>", ["drawn", "aswell"]),
        ("<script title='a > b'>x</script>foo", ["foo"]),
        ("<script src=x/>x</script>foo", ["foo"]),
        ("<p title='x>y'>foo</p class='x>y'>bar", ["foo", "bar"]),
        ("foo<p title='", ["foo"]),
    ],
)
def test_what_counts_as_visible(source: str, words: list[str]) -> None:
    assert visible_words_html(source) == Counter(words)
    assert accounted(source) == Counter(words)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "font", "blockquote", "table><tr><td"])
def test_deep_nesting_loses_nothing_and_is_quick(tag: str) -> None:
    source = f"<{tag}>" * 20_000 + "deep <b>words</b>"
    assert accounted(source) == Counter(["deep", "words"])
    assert visible_words_html(source) == Counter(["deep", "words"])


NAMES = [f"a{number}" for number in range(40_000)]
COSTLY = {
    "attributes": f"<p {'=b '.join(NAMES)}=b>",
    "attributes of a script": f"<script {' '.join(NAMES)}></script>",
    "attributes of many": "".join(f"<p {name}='>'>" for name in NAMES),
    "attributes of ends": "".join(f"</p {name}>" for name in NAMES),
    "an open quote in each": "".join(f"<p {name}='>" for name in NAMES) + "'>",
    "elements": "".join(f"<{name}>" for name in NAMES),
    **{f"open {tag}": f"<{tag}>" * 100_000 for tag in ("div", "b", "font", "a", "table", "svg")},
    "open brackets": "<" * 1_000_000,
    "open comments": "<!-- --" * 100_000 + ">",
    "ampersands": "&" * 1_000_000,
}


@pytest.mark.parametrize("name", COSTLY)
def test_no_page_costs_the_witness_much(name: str) -> None:
    started = time.process_time()
    words = visible_words_html(f"{COSTLY[name]}<p>deep <b>words</b>")

    assert words == Counter(["deep", "words"])
    assert time.process_time() - started < 4  # ten times what the slowest takes alone


@pytest.mark.parametrize("source", [
    "<p title='a > b'>foo</p><!-- <a b=\" -->bar<style a>'</style><br/>baz",
    "<script x='>'>a='<p b=\"'</script>foo<p class = \"x>y\" hidden>bar</p a='>'>baz",
])  # fmt: skip
def test_a_page_of_many_words_is_read_without_its_attributes_and_reads_the_same(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert visible_words_html(source) == Counter(["foo", "bar", "baz"])
    monkeypatch.setattr(witness, "_NAMES", 0)
    assert visible_words_html(source) == Counter(["foo", "bar", "baz"])


@settings(max_examples=200, deadline=None)
@given(soup)
def test_repairs_lose_nothing_either(source: str) -> None:
    read_page = read(f"<html><body><p>word</p>{source}".encode("utf-8", "replace"), "page")
    account(read_page, clean_source(read_page))


PAGES = [
    *Path(__file__).parent.glob("golden/clean/html-*/source.html"),
    *Path(__file__).parent.parent.glob("benchmarks/pages/*.html"),
]
assert PAGES, "no pages found: the next test would pass on nothing"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_another_parser_sees_the_same_letters(page: Path) -> None:
    source = page.read_text(encoding="utf-8")
    soup = BeautifulSoup(source, "html.parser")
    for unseen in soup(["script", "style"]):
        unseen.decompose()
    expected = Counter("".join(words_of(soup.get_text())))
    assert Counter("".join(accounted(source).elements())) == expected
