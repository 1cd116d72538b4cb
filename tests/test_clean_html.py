"""The structure that a page shows, and what each rule takes off and leaves alone."""

import pytest

from synoptic import clean
from synoptic.formats.html.page import blocks_from_html
from synoptic.formats.removals import RULES
from synoptic.model import Block, Kind

PROSE = (
    "<p>We keep the addresses of our readers for as long as they read us, and not a day more.</p>"
    "<p>Nobody but the postman ever sees them, and he has promised not to tell anybody else.</p>"
)


TEXT = ("paragraph", 0)


def blocks_of(source: str) -> list[Block]:
    return blocks_from_html(source)[0]


def shapes(source: str) -> list[tuple[str, int, str]]:
    return [
        (block.kind.value, block.level or block.depth, block.text) for block in blocks_of(source)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2>A</h2><p>b</p>", [("heading", 2, "A"), ("paragraph", 0, "b")]),
        ("text<p>more", [("paragraph", 0, "text"), ("paragraph", 0, "more")]),
        ("a<br>b<br><br>c", [("paragraph", 0, "a\nb"), ("paragraph", 0, "c")]),
        (
            "<ul><li>a<p>b</p><ol><li>c</ol><li>d</ul>",
            [("item", 1, "a"), ("paragraph", 1, "b"), ("item", 2, "c"), ("item", 1, "d")],
        ),
        ("<ul><li><p>a</p></li></ul>", [("item", 1, "a")]),
        ("<ol><li><h3>A</h3><p>b</p></li></ol>", [("heading", 3, "A"), ("paragraph", 0, "b")]),
        ("<dl><dt>A<dd>b</dl>", [("term", 0, "A"), ("definition", 0, "b")]),
        ("<dl><dt>1.<dd>a<dt>2.<dd>b</dl>", [("item", 1, "a"), ("item", 1, "b")]),
        ("<ul><li><dl><dt>1.<dd>a<dd>b</dl></ul>", [("item", 1, "a"), ("paragraph", 1, "b")]),
        ("<table><tr><td>•<td>a<tr><td>•<td>b</table>", [("item", 1, "a"), ("item", 1, "b")]),
        (
            "<table><tr><th>A<th>B<tr><td>c<td>d</table>",
            [("row", 0, "A\tB"), ("row", 0, "c\td")],
        ),
        (
            "<table><caption>T</caption><tr><td>a<td>b<tr><td>c<td></table>",
            [(*TEXT, "T"), (*TEXT, "a"), (*TEXT, "b"), (*TEXT, "c")],
        ),
        ("<table><tr><td>a<tr><td>b</table>", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
        (
            "<table role=presentation><tr><th>A<th>B<tr><td>c<td>d</table>",
            [(*TEXT, "A"), (*TEXT, "B"), (*TEXT, "c"), (*TEXT, "d")],
        ),
        (
            "<table><tr><th>A<th>B<tr><td><p>c<p>d<td>e</table>",
            [("row", 0, "A\tB"), ("row", 0, "c\nd\te")],
        ),
        ("<p>a<br><b>\u200b</b></p>", [("paragraph", 0, "a")]),
        ("<dl><dd>b</dl>", [("definition", 0, "b")]),
        ("<ul><li>1.</li><li>a</ul>", [("item", 1, ""), ("item", 1, "a")]),
        ("<pre>a\n\nb\nc</pre>", [("paragraph", 0, "a"), ("paragraph", 0, "b\nc")]),
        ("<p>a<script>x</script>b<!-- c -->d</p>", [("paragraph", 0, "abd")]),
        (
            "<details><summary>A</summary>b, and more of it.</details>",
            [("heading", 0, "A"), (*TEXT, "b, and more of it.")],
        ),
    ],
)
def test_structure(source: str, expected: list[tuple[str, int, str]]) -> None:
    assert shapes(f"<body>{source}") == expected


def test_lists_know_their_kind_and_where_they_begin() -> None:
    source = "<ol><li>a<ul><li>b<li>c</ul><li>d</ol><ol><li>e</ol>"
    found = [(block.ordered, block.opens) for block in blocks_of(source)]
    assert found == [(True, True), (False, True), (False, False), (True, False), (True, True)]


def test_lists_begin_with_the_number_that_the_page_sets() -> None:
    source = "<ol start=4><li>a<li>b<li value=9>c</ol><ol><li>d</ol><ul><li value=7>e</ul>"
    assert [block.count for block in blocks_of(source)] == [4, 0, 9, 0, 0]
    printed = clean(f"<html><body>{source}".encode()).split()
    assert " ".join(printed) == "4. a 5. b 9. c 1. d - e"


def test_each_list_counts_its_own_items() -> None:
    inner = "<ol><li>c<li>d<li value=7>e<li>f</ol>"
    source = f"<ol start=4><li>a<li>b{inner}<li>g</ol><p>h</p><ol><li>i<li>j</ol>"

    assert [line.strip() for line in clean(source.encode()).splitlines() if line.strip()] == [
        "4. a", "5. b", "1. c", "2. d", "7. e", "8. f", "6. g", "h", "1. i", "2. j",
    ]  # fmt: skip


def test_printed_markers_are_kept() -> None:
    source = "<dl><dt>(a)<dd>x<dt>(b)<dd>y</dl><table><tr><td>①<td>z</table>"
    assert [(block.marker, block.text) for block in blocks_of(source)] == [
        ("(a)", "x"),
        ("(b)", "y"),
        ("①", "z"),
    ]


def test_a_marker_without_a_text_is_not_lost() -> None:
    assert [block.marker for block in blocks_of("<ol><li>1.</ol><p>text")] == ["1.", ""]


def test_runs_know_style_and_target() -> None:
    source = "<p>a <b>b <i>c</i></b> <a href='/web/2001/http://a.example/x'>d</a></p>"
    runs = blocks_of(source)[0].runs
    assert [(run.text, run.strong, run.emphasis, run.href) for run in runs] == [
        ("a ", False, False, ""),
        ("b ", True, False, ""),
        ("c", True, True, ""),
        (" ", False, False, ""),
        ("d", False, False, "http://a.example/x"),
    ]


def test_a_link_in_two_styles_stays_one_link() -> None:
    runs = blocks_of("<p>see <a href='/x'><b>all</b> <i>rules</i></a></p>")[0].runs
    assert [run.text for run in runs if run.href] == ["all", " ", "rules"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("<img src='x.gif' alt='Trust mark'>", "Trust mark"),
        (
            "<a href='http://www.mark.example/seal.html'><img src='x.gif' alt=''></a>",
            "mark.example: seal",
        ),
        ("<a href='http://mark.example/'> <img src='x.gif'> </a>", "mark.example"),
        ("<a href='#top'><img src='up.gif'></a>", None),
        ("<a name='here'></a>", None),
        ("<img src='spacer.gif'>", None),
    ],
)
def test_pictures_and_empty_links_get_a_name_of_ours(source: str, name: str | None) -> None:
    blocks = blocks_of(f"{PROSE}<p>{source}</p>{PROSE}")
    supplied = [run.text for block in blocks for run in block.runs if run.supplied]
    assert supplied == ([name] if name else [])


def test_lines_of_the_source_are_told() -> None:
    source = "<html>\n<body>\n<h1>A</h1>\n\n<p>\nb</p>\n"
    assert [block.line for block in blocks_of(source)] == [3, 5]


def test_hidden_panels_are_text() -> None:
    source = f"<div style='display:none' hidden>{PROSE}</div><p>Read more.</p>"
    assert len(blocks_of(source)) == 3


TAKEN = {
    "template": "<template>Weather: rain</template>",
    "drawing": "<svg><title>Umbrella</title></svg>",
    "archive-toolbar": "<div id='wm-ipp-base'>Go to the archive</div>",
    "page-title": "<title>Our readers</title>",
    "frame-fallback": "<iframe>Your browser shows no frames</iframe>",
    "no-script-note": "<noscript>Please turn on scripts</noscript>",
    "form-control": "<select><option>Choose a town</select>",
    "navigation": "<div class='mainMenu'>News Weather</div>",
    "page-footer": "<div id='site_footer'>The paper, Paper Street</div>",
    "page-header": "<header>The paper</header>",
    "sidebar": "<aside>Weather: rain</aside>",
    "consent-banner": "<div class='cookie-banner'>We use cookies</div>",
    "popup": "<div role='dialog'>Do you want to subscribe?</div>",
    "form": "<form><label>Your name</label><input name='n'></form>",
    "side-matter": "<div class='share-tools'>Tell your friends</div>",
    "link-list": "<ul><li><a href='/1'>A</a><li><a href='/2'>B</a><li><a href='/3'>C</a></ul>",
    "jump-link": "<p><a href='#top'>Up</a></p>",
    "outside-text": "<p>Weather: rain</p>",
}
TAKEN_WITHIN = {
    "edge-of-text": "<p>© 2001 The paper</p>",
    "hidden-address": "<p>Ask <a data-cfemail=422302206c21>[hidden]</a>.</p>",
}


def test_there_is_a_case_for_each_rule_of_html() -> None:
    at_work = {rule.name for rule in RULES if rule.box or rule.lines}
    assert {*TAKEN, *TAKEN_WITHIN} - at_work == {"template", "drawing", "hidden-address"}
    assert at_work <= {*TAKEN, *TAKEN_WITHIN}


@pytest.mark.parametrize("rule", TAKEN)
def test_a_rule_takes_off_furniture_and_says_so(rule: str) -> None:
    blocks, removals, _ = blocks_from_html(f"<body><div>{PROSE}</div>{TAKEN[rule]}")
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH] * 2
    assert {removal.rule for removal in removals} == {rule}
    assert all(removal.reason and removal.text for removal in removals)


@pytest.mark.parametrize("rule", TAKEN_WITHIN)
def test_a_rule_takes_off_furniture_within_the_text(rule: str) -> None:
    removals = blocks_from_html(f"<body><div>{PROSE}{TAKEN_WITHIN[rule]}</div>")[1]
    assert {removal.rule for removal in removals} == {rule}


@pytest.mark.parametrize(
    "container",
    [
        "<div class='footer-links legal'>{}</div>",
        "<nav>{}</nav>",
        "<form action='x'><input name='y'>{}</form>",
        "<noscript>{}</noscript>",
        "<iframe>{}</iframe>",
        "<div role='dialog' class='modal popup'>{}</div>",
        "<aside class='sidebar'>{}</aside>",
        "<textarea>{}</textarea>",
        "<div id='cookie-notice'>{}</div>",
        "<td>{}</td>",
    ],
)
def test_the_policy_is_kept_whatever_it_stands_in(container: str) -> None:
    assert len(blocks_of(f"<body>{container.format(PROSE)}")) == 2


def test_a_list_of_links_within_the_text_is_text() -> None:
    links = TAKEN["link-list"]
    assert len(blocks_of(f"<div>{PROSE}{links}{PROSE}</div>")) == 7


@pytest.mark.parametrize("heads", ["<h2>Share</h2>", "<details><summary>Share</summary>"])
def test_a_heading_goes_with_all_that_it_heads(heads: str) -> None:
    box = f"<section>{heads}<div class='share-tools'>Tell your friends</div></section>"
    blocks, removals, _ = blocks_from_html(f"<body><div>{PROSE}{box}{PROSE}</div>")

    assert len(blocks) == 4
    assert [removal.text for removal in removals] == ["Share", "Tell your friends"]
    assert {removal.rule for removal in removals} == {"side-matter"}
    kept = blocks_of(f"<body><div>{PROSE}{box.replace('</section>', PROSE)}</div>")
    assert [block.text for block in kept][2] == "Share"


def test_a_page_nested_beyond_the_parser_keeps_its_words() -> None:
    source = f"{'<div><b>' * 1200}We <script>x</script>keep<p>names.{'</b></div>' * 1200}{PROSE}"
    texts = [block.text for block in blocks_of(f"<body>{source}")]

    assert texts[:2] == ["We keep", "names."]


def test_links_back_to_the_top_go() -> None:
    back = "<p><a href='http://a.example/p#x1'>zum Seitenanfang</a></p>"
    blocks, removals, _ = blocks_from_html(f"<div>{(PROSE + back) * 3}</div>")
    assert len(blocks) == 6
    assert [removal.rule for removal in removals] == ["jump-link"] * 3


@pytest.mark.parametrize("tag", ["template", "svg"])
def test_words_that_no_reader_saw_as_text_are_reported(tag: str) -> None:
    blocks, removals, _ = blocks_from_html(f"<{tag}><p>More</p><p>words</p></{tag}>{PROSE}")
    names = {"template": "template", "svg": "drawing"}
    assert [(one.rule, one.text) for one in removals] == [(names[tag], "More words")]
    assert len(blocks) == 2


def test_what_was_taken_off_is_reported_in_the_order_of_the_source() -> None:
    before, within, after = "<nav>Home</nav>", "<template>More</template>", "<nav>Shop</nav>"
    removals = blocks_from_html(f"<body>{before}\n{within}\n{PROSE}\n{after}")[1]

    assert [(removal.line, removal.text) for removal in removals] == [
        (1, "Home"),
        (2, "More"),
        (4, "Shop"),
    ]


def test_a_template_that_a_browser_shows_is_text() -> None:
    assert len(blocks_of(f"<div><template shadowrootmode=open>{PROSE}</template></div>")) == 2


def test_a_date_beside_the_text_is_kept() -> None:
    source = "<div class='x'>Stand: 3. Mai 2018</div><div class='y'>Wetter: Regen</div>"
    texts = [block.text for block in blocks_of(f"<div>{PROSE * 3}</div>{source}")]
    assert texts[-1] == "Stand: 3. Mai 2018"


@pytest.mark.parametrize("source", ["", "   ", "<!-- -->", "<html></html>", "<script>x</script>"])
def test_a_page_without_text_gives_nothing(source: str) -> None:
    assert blocks_from_html(source) == ([], [], [])


def test_lines_are_counted_from_the_header_of_the_archive() -> None:
    blocks, removals, _ = blocks_from_html(f"<title>T</title>\n{PROSE}", first_line=4)
    assert (removals[0].line, blocks[0].line) == (4, 5)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<title>T</title><nav>Privacy: we keep nothing.</nav>", "Privacy: we keep nothing."),
        ("<footer>© 2001 Nobody</footer>", "© 2001 Nobody"),
        ("<title>We keep nothing</title>", "We keep nothing"),
    ],
)
def test_a_page_is_never_left_without_a_word(source: str, kept: str) -> None:
    assert [block.text for block in blocks_of(source)] == [kept]


def test_a_date_at_the_foot_of_the_page_is_kept() -> None:
    foot = "<footer><p>Zuletzt geändert am 3. Mai 2018</p><p>© 2018 Zeitung</p></footer>"
    blocks, removals, _ = blocks_from_html(f"<div>{PROSE}</div>{foot}")
    assert blocks[-1].text == "Zuletzt geändert am 3. Mai 2018"
    assert [removal.text for removal in removals] == ["© 2018 Zeitung"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("for 24<sup>2</sup> months", "for 24² months"),
        ("third parties<sup><a href=#n>13</a></sup> and", "third parties¹³ and"),
        ("4 m<sup> 2 </sup>", "4 m ²"),
        ("24<sup>2 months", "242 months"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("Acme<sup>®</sup> 2", "Acme® 2"),
    ],
)
def test_raised_figures_are_no_part_of_a_number(source: str, text: str) -> None:
    page = f"<html><body><p>{source}</p></body></html>"

    assert shapes(page) == [("paragraph", 0, text)]
    assert clean(page.encode())  # else the two counts of words differ


def test_bold_questions_head_what_they_ask_and_contents_head_nothing() -> None:
    asked = "<p><b>What do you keep?</b></p><p>Your name.</p><p><b>For how long?</b><p>A year.</p>"
    contents = "<p><b>CONTENTS</b></p><ul><li><a href=#a>What do you keep?</a></li></ul>"
    text = clean(f"<html><body><h1>Privacy</h1>{contents}{asked}</body></html>".encode())

    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Privacy",
        "## CONTENTS",
        "## What do you keep?",
        "## For how long?",
    ]


def test_a_single_bold_question_is_no_title() -> None:
    text = clean(b"<html><body><h1>Privacy</h1><p><b>Why us?</b></p><p>We ask.</p></body></html>")

    assert "**Why us?**" in text
