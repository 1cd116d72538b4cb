"""Clauses as HTML: well nested, every word in order, none added."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, fragment_fromstring
from makers import clauses, item, paragraph, row

from synoptic.model import Block, Kind, Run
from synoptic.site.pages.fulltext import clauses_html
from synoptic.text.words import words_of

VOID = {"br"}


class _Nesting(HTMLParser):
    """Fails at the first tag that closes what is not open, or that stays open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def written(*blocks: Block, base: str | None = None) -> str:
    return str(clauses_html(clauses(*blocks), base))


def parsed(*blocks: Block) -> HtmlElement:
    return fragment_fromstring(written(*blocks), create_parent="main")


def check_nesting(source: str) -> None:
    parser = _Nesting()
    parser.feed(source)
    parser.close()
    assert parser.open == []


def shown(source: str) -> list[str]:
    """The words as a reader sees them: line breaks and borders of blocks part them."""
    root = fragment_fromstring(source.replace("<br>", "\n"), create_parent="main")
    for marker in root.find_class("marker"):
        marker.drop_tree()
    for block in root.iter("p", "li", "td", "th", "dt", "dd"):
        block.text, block.tail = f"\n{block.text or ''}", f"\n{block.tail or ''}"
    return words_of(root.text_content())


texts = st.sampled_from(["We keep a log", "Ask us.", "a\nb", "<b>", "&amp;", "", "個人情報"])
runs = st.lists(
    st.builds(
        Run,
        texts,
        st.sampled_from(["", "", "/terms", "javascript:x"]),
        strong=st.booleans(),
        emphasis=st.booleans(),
        supplied=st.booleans(),
    ),
    max_size=3,
).map(tuple)
markers = st.sampled_from(["", "", "1.", "2.", "7.", "(a)", "—", "*", "12)", "1.1", "0.", "iv."])
depths = st.integers(0, 4)
blocks = st.one_of(
    st.builds(Block, kind=st.just(Kind.PARAGRAPH), runs=runs, depth=depths),
    st.builds(
        Block,
        kind=st.just(Kind.ITEM),
        runs=runs,
        depth=st.integers(1, 4),
        ordered=st.booleans(),
        marker=markers,
        opens=st.booleans(),
    ),
    st.builds(
        Block,
        kind=st.just(Kind.ROW),
        cells=st.lists(runs, min_size=1, max_size=3).map(tuple),
        head=st.booleans(),
        opens=st.booleans(),
        depth=depths,
    ),
    st.builds(Block, kind=st.sampled_from([Kind.TERM, Kind.DEFINITION]), runs=runs, depth=depths),
)


@given(st.lists(blocks, max_size=12))
def test_any_sequence_is_well_nested_and_keeps_its_words(sequence: list[Block]) -> None:
    source = written(*sequence, base="http://acme.example/privacy")
    check_nesting(source)
    root = fragment_fromstring(source, create_parent="main")
    found = clauses(*sequence)

    assert [one.get("id") for one in root.find_class("clause")] == [one.id for one in found]
    assert [one.get("data-number") for one in root.find_class("clause")] == [
        one.number for one in found
    ]
    assert shown(source) == [
        word
        for block in sequence
        for part in (block.cells if block.kind is Kind.ROW else (block.runs,))
        for word in words_of("".join(run.text for run in part))
    ]


@given(st.lists(blocks, max_size=12))
def test_items_stand_in_lists_and_rows_in_tables(sequence: list[Block]) -> None:
    root = parsed(*sequence)

    assert {one.getparent().tag for one in root.iter("li")} <= {"ol", "ul"}
    assert {one.tag for parent in root.iter("ol", "ul") for one in parent} <= {"li"}
    assert {one.tag for parent in root.iter("dl") for one in parent} <= {"dt", "dd"}
    assert {one.getparent().tag for one in root.iter("dt", "dd")} <= {"dl"}
    assert all(len(one) for one in root.iter("ol", "ul", "dl", "table"))


def kinds(root: HtmlElement) -> list[str]:
    """The way of list and item tags to each clause."""
    return [
        " ".join(
            [str(one.tag) for one in reversed(list(clause.iterancestors())) if one is not root]
            + [str(clause.tag)]
        )
        for clause in root.find_class("clause")
    ]


def test_a_nested_list_and_the_paragraph_that_goes_on_after_it() -> None:
    root = parsed(
        item("one", "1.", ordered=True, opens=True),
        item("a", "*", 2, opens=True),
        item("b", "*", 2),
        paragraph("more of b", 2),
        paragraph("more of one", 1),
        item("two", "2.", ordered=True),
        paragraph("after"),
    )

    assert kinds(root) == [
        "ol li", "ol li ul li", "ol li ul li", "ol li ul li p", "ol li p", "ol li", "p",
    ]  # fmt: skip
    assert len(root.findall(".//ol")) == 1


def test_two_lists_one_after_the_other_stay_two() -> None:
    root = parsed(
        item("one", "1.", ordered=True, opens=True),
        item("one again", "1.", ordered=True, opens=True),
        item("dash", "—", opens=True),
    )
    assert [one.tag for one in root] == ["ol", "ol", "ul"]


def seen_numbers(root: HtmlElement) -> list[int]:
    """What a browser prints before the items of the first list."""
    count = int(root[0].get("start", 1)) - 1
    numbers = []
    for one in root[0]:
        count = int(one.get("value", count + 1))
        numbers.append(count)
    return numbers


@pytest.mark.parametrize(
    "numbers", [[1, 2, 3], [4, 5], [1, 3, 4], [2, 2, 1], [10, 9, 8], [0, 1], [1, 1]]
)
def test_the_numbers_of_the_source_are_those_of_the_page(numbers: list[int]) -> None:
    root = parsed(
        *[
            item("x", f"{number}.", ordered=True, opens=index == 0)
            for index, number in enumerate(numbers)
        ]
    )
    assert seen_numbers(root) == numbers


def test_numbers_go_on_after_a_nested_list() -> None:
    root = parsed(
        item("one", "1.", ordered=True, opens=True),
        item("deep", "1.", 2, ordered=True, opens=True),
        item("deep two", "2.", 2, ordered=True),
        item("two", "2.", ordered=True),
    )
    assert seen_numbers(root) == [1, 2]
    assert not root.xpath("//li[@value]")


@pytest.mark.parametrize("marker", ["(a)", "iv.", "A.", "12)", "1.1", "§ 3"])
def test_a_marker_that_a_browser_cannot_count_is_printed(marker: str) -> None:
    (printed,) = parsed(item("x", marker, ordered=True, opens=True)).find_class("marker")

    assert printed.text == marker


@pytest.mark.parametrize("marker", ["*", "—", "•", "-", ""])
def test_a_dash_is_left_to_the_stylesheet(marker: str) -> None:
    assert not parsed(item("x", marker, opens=True)).find_class("marker")


def test_a_number_that_the_browser_shows_is_not_printed_again() -> None:
    source = written(
        item("a", "3.", ordered=True, opens=True),
        item("b", "4.", ordered=True),
        item("x", "(x)", ordered=True),
        item("c", "6.", ordered=True),
        item("z", "9.", ordered=True),
        item("d", "(a)", 2, ordered=True, opens=True),
        item("e", "—", opens=True),
    )

    assert re.sub(r' id="[^"]*" class="clause" data-number="[^"]*"|\n', "", source) == (
        '<ol start="3"><li>a</li><li>b</li><li><span class="marker">(x)</span> x</li><li>c</li>'
        '<li value="9">z'
        '<ol class="printed"><li><span class="marker">(a)</span> d</li></ol></li></ol>'
        '<ul class="dashed"><li>e</li></ul>'
    )
    assert re.findall(r'data-number="(.*?)"', source) == [f"0.{number}" for number in range(1, 8)]


def test_a_table_has_its_head_and_can_be_scrolled() -> None:
    root = parsed(
        row("Name", "Kept", head=True, opens=True), row("Log", "one year"), paragraph("x")
    )
    region = root.find_class("scroll")[0]

    assert (region.get("tabindex"), region.get("role")) == ("0", "region")
    assert [one.get("scope") for one in root.iter("th")] == ["col", "col"]
    assert [one.text for one in root.iter("td")] == ["Log", "one year"]
    assert root[-1].tag == "p"


def test_links_lead_out_safely_or_not_at_all() -> None:
    link = Block(
        kind=Kind.PARAGRAPH,
        runs=(Run("terms", "../terms"), Run(" and "), Run("more", "javascript:alert(1)")),
    )
    source = written(link, base="http://acme.example/legal/privacy")

    assert '<a href="http://acme.example/terms" rel="nofollow noopener">terms</a>' in source
    assert "javascript" not in source
    assert "more" in source


def test_supplied_names_are_marked() -> None:
    link = Block(
        kind=Kind.PARAGRAPH, runs=(Run("mark.example", "http://mark.example", supplied=True),)
    )

    assert len(parsed(link).find_class("supplied")) == 1


def test_only_the_supplied_words_are_marked_also_where_a_link_leads_nowhere() -> None:
    runs = (Run("See ", "/there"), Run("there", "/there", supplied=True))
    shown = parsed(Block(kind=Kind.PARAGRAPH, runs=runs))
    (marked,) = shown.find_class("supplied")

    assert marked.text_content() == "there"
    assert not shown.xpath(".//a")
