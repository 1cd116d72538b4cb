"""The same text in HTML and in Markdown has the same blocks: each rule is one for both.

What cannot be the same is left aside: a number before a list item is a word of a text in
Markdown, and made by the browser in HTML; raw HTML in Markdown is text.
"""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.cleaning import clean_page
from synoptic.formats.read import read
from synoptic.model import Block, Run

TEXT = "We keep what the library needs to lend you books, and nothing else besides."
LATER = "Ask at the desk, where somebody will show you what is written on your card."
HEAD_HTML, HEAD_MARKDOWN = "<h1>Privacy</h1>", "# Privacy\n\n"

Twin = tuple[str, str]
"""A piece of a text in HTML and in Markdown."""

INLINE = st.sampled_from(
    [
        ("<b>names</b>", "**names**"),
        ("<i>days</i>", "*days*"),
        ("<a href='https://a.example/rules'>rules</a>", "[rules](https://a.example/rules)"),
        (
            "<a href='/web/2001/http://a.example/x'>archived</a>",
            "[archived](/web/2001/http://a.example/x)",
        ),
        ("<img src='x.gif' alt='Trust mark'>", "![Trust mark](x.gif)"),
        (
            "<a href='https://a.example/seal.html'><img src=x.gif alt=Seal></a>",
            "[![Seal](x.gif)](https://a.example/seal.html)",
        ),
        (
            "<a href='https://www.a.example/seal.html'><img src=x.gif></a>",
            "[![](x.gif)](https://www.a.example/seal.html)",
        ),
        ("<a href='https://a.example/seal'></a>", "[](https://a.example/seal)"),
        ("<a href='mailto:ann@a.example'></a>", "[](mailto:ann@a.example)"),
        ("<a href='#top'></a>", "[](#top)"),
        ("<a href='https://ann:secret@a.example/'></a>", "[](https://ann:secret@a.example/)"),
        ("per\u00adsonal", "per\u00adsonal"),
        ("data&nbsp;kept", "data&nbsp;kept"),
    ]
)

BLOCKS = [
    ("<h2>Cookies</h2>", "## Cookies"),
    ("<h2><b>Cookies</b> and logs</h2>", "## **Cookies** and logs"),
    ("<h3><a href='#'>Cookies</a></h3>", "### [Cookies](#)"),
    ("<p><b>Cookies</b></p>", "**Cookies**"),
    ("<p><i>Cookies</i></p>", "*Cookies*"),
    ("<p><b>Cookies:</b></p>", "**Cookies:**"),
    ("<p><b>Attention!</b></p>", "**Attention!**"),
    ("<p><b>お知らせ</b></p>", "**お知らせ**"),
    ("<p><b>お知らせ！</b></p>", "**お知らせ！**"),
    ("<p><b>お知らせ：</b></p>", "**お知らせ：**"),
    ("<p><b>…</b></p>", "**…**"),
    (f"<p><b>Cookies</b><br>{TEXT}</p>", f"**Cookies**  \n{TEXT}"),
    (f"<p>{TEXT} <b>Cookies</b></p>", f"{TEXT} **Cookies**"),
    ("<p>The Library<br>1 Book Street</p>", "The Library  \n1 Book Street"),
    ("<p>COOKIES</p>", "COOKIES"),
    ("<ul><li>One<li>Two</ul>", "* One\n* Two"),
    ("<ul><li>One<ul><li>Inner</ul><li>Two</ul>", "* One\n  * Inner\n* Two"),
    ("<ol><li>One<li>Two</ol>", "1. One\n2. Two"),
    (f"<ul><li><p>One</p><p>{TEXT}</p></ul>", f"* One\n\n  {TEXT}"),
    (f"<ul><li><h3>One</h3><p>{TEXT}</p></ul>", f"* ### One\n\n  {TEXT}"),
    (f"<ul><li><b>One</b><br>{TEXT}<li>Two</ul>", f"* **One**  \n  {TEXT}\n* Two"),
    ("<p>• One thing</p><p>• Two things</p>", "• One thing\n\n• Two things"),
    ("<p>1. One thing</p><p>2. Two things</p>", "1\\. One thing\n\n2\\. Two things"),
    ("<p>We keep:<br>- names<br>- days</p>", "We keep:  \n\\- names  \n\\- days"),
    (
        "<table><tr><th><b>What</b><th>Why<tr><td>Name<td>To lend<tr><td>Day<td>To ask</table>",
        "**What** | Why\n---|---\nName | To lend\nDay | To ask",
    ),
    ("<table><tr><td>Name<td>To lend<tr><td>Day<td>To ask</table>",
     " | \n---|---\nName | To lend\nDay | To ask"),
    ("<p><img src='x.gif' alt='Trust mark'></p>", "![Trust mark](x.gif)"),
]  # fmt: skip


def paragraph(pieces: list[Twin]) -> Twin:
    """A paragraph of plain words with these pieces between them."""
    inside = [" and ".join(piece[form] for piece in pieces) for form in (0, 1)]
    return f"<p>{TEXT} See {inside[0]} there.</p>", f"{TEXT} See {inside[1]} there."


PARAGRAPHS = st.lists(INLINE, min_size=1, max_size=4).map(paragraph)


def shapes(data: str, name: str) -> list[tuple[object, ...]]:
    return [shape(block) for block in clean_page(read(data.encode(), name)).blocks]


def shape(block: Block) -> tuple[object, ...]:
    """All that a block is but for its place in the source and the number of an item."""
    marker = "" if block.ordered and block.marker.rstrip(".").isdigit() else block.marker
    cells = [styled(cell) for cell in block.cells]
    place = (block.level, block.depth, block.ordered, block.opens, block.head)
    return (str(block.kind), *place, marker, styled(block.runs), cells)


def styled(runs: tuple[Run, ...]) -> list[Run]:
    """Runs, those of one style made one."""
    return [
        replace(style, text="".join(run.text for run in group))
        for style, group in groupby(runs, lambda run: replace(run, text=""))
    ]


def assert_twins(pieces: list[Twin]) -> None:
    page = "".join(piece for piece, _ in pieces)
    text = "\n\n".join(piece for _, piece in pieces)
    in_html = shapes(f"<html><body>{HEAD_HTML}{page}</body></html>", "a.html")
    assert shapes(HEAD_MARKDOWN + text, "a.md") == in_html


@pytest.mark.parametrize("twin", BLOCKS, ids=lambda twin: twin[1].splitlines()[0])
def test_a_block_is_the_same_in_both(twin: Twin) -> None:
    assert_twins([twin, (f"<p>{LATER}</p>", LATER)])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PARAGRAPHS, st.sampled_from(BLOCKS)), min_size=1, max_size=6))
def test_a_text_is_the_same_in_both(pieces: list[Twin]) -> None:
    between = (f"<p>{LATER}</p>", LATER)  # else two lists would be one in Markdown
    assert_twins([twin for piece in pieces for twin in (piece, between)])
