"""Every limit of the cleaner is held from both sides: what is just within, and just beyond."""

import pytest

from synoptic.cleaning.repairs import repaired
from synoptic.errors import UndecodableError
from synoptic.formats import decode as decoding
from synoptic.formats.frames import with_frames
from synoptic.formats.html.declared import declared
from synoptic.formats.html.page import blocks_from_html
from synoptic.formats.markdown import blocks_from_markdown, blocks_from_text
from synoptic.formats.markup import is_html
from synoptic.formats.read import read
from synoptic.formats.saving_note import saving_note
from synoptic.model import Block, Kind, Run

WORDS = "of the books that are lent to readers and of the days on which they come back to us "


def text(letters: int, end: str = "") -> str:
    """Words of as many letters, blanks included."""
    words = (WORDS * (letters // len(WORDS) + 1))[: letters - len(end)]
    return (f"{words[:-1]}x" if words.endswith(" ") else words) + end


def prose(letters: int) -> str:
    """A paragraph of as many letters in which a sentence ends."""
    return f"<p>{text(letters, '.')}</p>"


def page(beside: str, *, lines: int = 10, each: int = 85, within: str = "") -> str:
    """A page with a text, something within it, and something beside it."""
    main = prose(each) * lines
    return f"<body><div class=text>{main}{within}{main if within else ''}</div>{beside}"


def rules(source: str) -> set[str]:
    return {removal.rule for removal in blocks_from_html(source)[1]}


def kept(source: str) -> list[str]:
    return [block.text for block in blocks_from_html(source)[0]]


def kinds(source: str) -> list[Kind]:
    return [block.kind for block in blocks_from_html(source)[0]]


@pytest.mark.parametrize(
    ("make", "limit", "rule"),
    [
        # A line that comes back and is short only serves to get about.
        (lambda size: page("", within=f"<p><a href=#x>{text(size)}</a></p>" * 3), 40, "jump-link"),
        # A button is short; a box of social links is no article.
        (lambda size: page(f"<button>{text(size)}</button>"), 59, "form-control"),
        (
            lambda size: page(f"<div class=share>{'<p>Tell a friend of us</p>' * 105}"
                              f"<p>{text(size)}</p></div>"),
            5, "side-matter",
        ),
        # Letters of a note, of which little is of the page's prose.
        (lambda size: page(f"<noscript>{prose(size)}</noscript>", each=800), 599, "no-script-note"),
        # Lines of copyright at the end of the text; a clause about it is longer.
        (
            lambda size: f"<body><div>{prose(85) * 4}<p>© 2001 {text(size - 7)}</p></div>",
            149, "edge-of-text",
        ),
        # Prose beside the text is kept: a line, or a shorter one in which a sentence ends.
        (lambda size: page(f"<div class=x><div>{text(size)}</div></div>"), 69, "outside-text"),
        (lambda size: page(f"<div class=x><div>{text(size, '.')}</div></div>"), 39, "outside-text"),
    ],
)  # fmt: skip
def test_longer_things_are_kept(make, limit: int, rule: str) -> None:
    assert rule in rules(make(limit))
    assert rule not in rules(make(limit + 1))


@pytest.mark.parametrize(
    ("name", "limit"), [("sidebar", 15), ("cookie-banner", 40), ("popup", 15), ("menu", 15)]
)
def test_a_box_with_a_good_share_of_the_prose_is_kept_whatever_its_name(
    name: str, limit: int
) -> None:
    """In hundredths of the prose of the page."""

    def beside(share: int) -> str:
        lines = "".join(prose(100) for _ in range(share))
        return page(f"<div class={name}>{lines}</div>", lines=100 - share, each=100)

    assert rules(beside(limit - 1))
    assert not rules(beside(limit))


@pytest.mark.parametrize(("linked", "rule"), [(41, True), (39, False)])
def test_a_list_of_links_is_links_to_four_fifths(linked: int, rule: bool) -> None:
    item = f"<li><a href=/x>{text(linked)}</a>{text(50 - linked)}</li>"
    assert ("link-list" in rules(page(f"<ul>{item * 3}</ul>"))) is rule


@pytest.mark.parametrize(("links", "rule"), [(3, True), (2, False)])
def test_a_line_of_links_above_the_text_is_a_menu(links: int, rule: bool) -> None:
    line = " ".join(f"<a href=/{number}>Page {number}</a>" for number in range(links))
    source = f"<body><div><h1>Privacy</h1><p>By us</p><p>{line}</p>{prose(85) * 9}</div>"
    assert ("edge-of-text" in rules(source)) is rule


@pytest.mark.parametrize(("size", "stays"), [(120, True), (121, False)])
def test_a_line_that_states_a_date_is_short(size: int, stays: bool) -> None:
    date = "Changed on 3 May 2018 "
    foot = f"<footer>{date}{text(size - len(date))}</footer>"
    assert (rules(page(foot, each=800)) == set()) is stays


@pytest.mark.parametrize(("size", "kind"), [(250, Kind.HEADING), (251, Kind.PARAGRAPH)])
def test_a_heading_is_no_paragraph_set_large(size: int, kind: Kind) -> None:
    assert kinds(f"<h2>{text(size)}</h2><p>More.</p>")[0] is kind


@pytest.mark.parametrize(("cell", "limit"), [("td", 1500), ("th", 5000)])
def test_a_cell_of_data_is_no_column_of_the_page(cell: str, limit: int) -> None:
    def table(size: int) -> str:
        row = f"<tr><td>{text(size)}<td>b"
        return page("", within=f"<table><tr><{cell}>A<{cell}>B{row}</table>", each=800)

    assert kinds(table(limit)).count(Kind.ROW) == 2
    assert Kind.ROW not in kinds(table(limit + 1))


PRINTED = ("We keep the names of readers for as", "long as they have a card in our house")


@pytest.mark.parametrize(("lines", "joined"), [(6, True), (5, False)])
def test_a_few_lines_are_no_print(lines: int, joined: bool) -> None:
    rows = [PRINTED[number % 2] for number in range(lines)]
    source = "<body><section>" + "".join(f"<div>{row}</div>" for row in rows)
    assert (len(kept(source)) < lines) is joined


@pytest.mark.parametrize(("going_on", "joined"), [(3, True), (2, False)])
def test_print_goes_on_from_line_to_line(going_on: int, joined: bool) -> None:
    """Three of twenty lines go on in the next, which begins with a small letter."""
    rows = ["Readers come on every day of the week"] * (20 - going_on)
    for place in range(going_on):
        rows.insert(3 * place + 1, "long as they have a card in our house")
    source = "<body><section>" + "".join(f"<div>{row}</div>" for row in rows)
    assert (len(kept(source)) < 20) is joined


@pytest.mark.parametrize(
    ("rows", "width", "joined"), [(3, 35, True), (2, 40, False), (3, 34, False)]
)
def test_a_wrapped_paragraph_has_lines_and_a_width(rows: int, width: int, joined: bool) -> None:
    lines = [f"{'' if number else 'R'}{text(width - 1)}" for number in range(rows)]
    source = f"<body><p>{'<br>'.join(lines)}</p>{prose(85)}"
    assert ("\n" not in kept(source)[0]) is joined


def paragraph(words: str, *, strong: bool = False) -> Block:
    return Block(kind=Kind.PARAGRAPH, runs=(Run(words, strong=strong),))


def first_kind(*blocks: Block) -> Kind:
    return repaired(blocks)[0][0].kind


@pytest.mark.parametrize(("words", "kind"), [(15, Kind.HEADING), (16, Kind.PARAGRAPH)])
def test_a_bold_title_is_short(words: int, kind: Kind) -> None:
    title = paragraph("Word " * words, strong=True)
    assert first_kind(title, paragraph("We keep nothing.")) is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("WORDS " * 10, Kind.HEADING),
        ("WORDS " * 11, Kind.PARAGRAPH),
        ("LENGTHIER " * 9, Kind.HEADING),
        ("LENGTHIER " * 8 + "LENGTHIER11", Kind.PARAGRAPH),
    ],
)
def test_a_typed_title_is_shorter(title: str, kind: Kind) -> None:
    below = paragraph("We keep nothing, and what we keep is kept well. " * 3)
    assert first_kind(paragraph(title.strip()), below, paragraph("OTHERS"), below) is kind


@pytest.mark.parametrize(("words", "kind"), [(12, Kind.HEADING), (13, Kind.PARAGRAPH)])
def test_a_plain_line_above_a_sentence_is_a_short_title(words: int, kind: Kind) -> None:
    sentence = "We keep what you tell us for a year and a day."
    assert first_kind(paragraph(f"{'Word ' * words}\n{sentence}")) is kind


@pytest.mark.parametrize(("words", "blocks"), [(7, 1), (8, 2)])
def test_lines_of_an_address_are_short(words: int, blocks: int) -> None:
    lines = "\n".join(["Street " * words] * 2)
    assert len(repaired([paragraph(f"The Library\n{lines}")])[0]) >= blocks
    assert (len(repaired([paragraph(lines)])[0]) == 1) is (blocks == 1)


@pytest.mark.parametrize(("width", "paragraphs"), [(100, 1), (101, 2)])
def test_a_long_line_of_plain_text_was_ended_on_purpose(width: int, paragraphs: int) -> None:
    assert len(blocks_from_text(f"{text(width)}\nMore.")) == paragraphs
    (block,) = blocks_from_markdown(f"{text(width)}\nMore.")[0]
    assert ("\n" in block.text) is (paragraphs == 2)


def undeclared(kana: int) -> bytes:
    """Japanese in which so many of a hundred letters are syllables."""
    return f"<p>{'の' * kana}{'個' * (100 - kana)}</p>".encode("cp932")


def test_japanese_is_told_by_its_syllables() -> None:
    assert decoding.decode(undeclared(21)).encoding == "cp932"
    assert decoding.decode(undeclared(19)).encoding != "cp932"


@pytest.mark.parametrize(("before", "name"), [(8100, "windows-1251"), (8200, "windows-1252")])
def test_an_encoding_is_declared_near_the_beginning(before: int, name: str) -> None:
    head = f"<html><!--{' ' * before}--><meta charset=windows-1251><p>"
    data = head.encode() + b"Caf\xe9 and more of it in plain letters"
    assert decoding.decode(data).encoding == name


@pytest.mark.parametrize(("controls", "letters"), [(8, 20), (20, 980)])
def test_text_has_few_control_characters(controls: int, letters: int) -> None:
    assert decoding.decode(b"\x01" * controls + b"a" * letters).text
    with pytest.raises(ValueError, match="not text"):
        decoding.decode(b"\x01" * (controls + 1) + b"a" * (letters - 1))


@pytest.mark.parametrize(("before", "is_text"), [(65_536, True), (40_000, False)])
def test_control_characters_are_counted_in_the_first_64_thousand(
    before: int, is_text: bool
) -> None:
    data = b"a" * before + b"\x01" * 4000 + b"a" * 40_000
    if is_text:
        assert decoding.decode(data).text == data.decode()
    else:
        with pytest.raises(ValueError, match="not text"):
            decoding.decode(data)


@pytest.mark.parametrize(("share", "name"), [(15, "windows-1252"), (30, "windows-1251")])
def test_letters_beyond_ascii_are_guessed_at_if_they_are_many(share: int, name: str) -> None:
    """So many of a hundred letters are Russian, in a page that declares nothing."""
    russian = "мы не передаём ваши личные данные третьим лицам без вашего согласия " * 9
    latin = "we never sell any of it "
    letters = len(russian.replace(" ", "")) * (100 - share) // share
    text = russian + latin * (letters // len(latin.replace(" ", "")))
    assert decoding.decode(f"<p>{text}</p>".encode("cp1251")).encoding == name


@pytest.mark.parametrize(("boxes", "shown"), [(5, 5), (6, 6), (7, 6), (12, 6)])
def test_of_the_boxes_around_a_removal_the_inner_six_are_named(boxes: int, shown: int) -> None:
    outer = [f"b{number}" for number in range(boxes - 1)]
    opened = "".join(f"<div id={name}>" for name in outer)
    source = page(f"{opened}<nav><a href=/a>Home</a></nav>{'</div>' * (boxes - 1)}")
    (removal,) = blocks_from_html(source)[1]
    names = [*(f"div#{name}" for name in outer), "nav"]
    assert removal.place == " > ".join(names[-shown:])


@pytest.mark.parametrize(("wrapped", "stays"), [(3, True), (4, False)])
def test_a_button_heads_the_text_that_follows_close_by(wrapped: int, stays: bool) -> None:
    """In a heading, in the head of a card, in the card."""
    title = f"{'<div>' * wrapped}<button>Cards</button>{'</div>' * wrapped}"
    source = page("", within=f"<section>{title}{prose(85)}</section>")
    assert ("Cards" in kept(source)) is stays


@pytest.mark.parametrize(("share", "stays"), [(4, False), (6, True)])
def test_prose_in_a_box_of_furniture_is_searched_for_if_it_is_some(share: int, stays: bool) -> None:
    """In hundredths of the prose of the page."""
    furniture = "<p>Cards</p><p>Books</p><p>Halls</p>" * 50
    lines = "".join(prose(100) for _ in range(share))
    beside = f"<div class=x><div>{furniture}</div><div>{lines}</div></div>"
    source = page(beside, lines=100 - share, each=100)
    assert (kept(source).count(text(100, ".")) == 100) is stays
    assert "Halls" not in kept(source)


CHUNK = "We keep the names of readers. "


@pytest.mark.parametrize(("plain", "is_made"), [(66_000, False), (30_000, True)])
def test_a_fragment_is_told_by_its_first_64_thousand_letters(plain: int, is_made: bool) -> None:
    text = f"{CHUNK}\n\n" * (plain // len(f"{CHUNK}\n\n")) + "<p>a</p>\n\n" * 9000
    assert is_html(text) is is_made
    # So are the bytes, of which those that are no UTF-8 are read as browsers do.
    data = text.encode() + b"Caf\xe9"
    if is_made:
        assert read(data, "a").text.endswith("Café")
    else:
        with pytest.raises(UndecodableError):
            read(data, "a")


@pytest.mark.parametrize(("before", "is_page"), [(4000, True), (4100, False)])
def test_a_page_says_so_at_the_beginning(before: int, is_page: bool) -> None:
    comment = f"<!--{'-' * (before - 7)}-->"
    assert is_html(f"{comment}<title>A</title>\n\n" + f"{CHUNK}\n\n" * 3) is is_page


@pytest.mark.parametrize(("before", "language"), [(16_300, "de"), (16_400, None)])
def test_a_language_is_declared_near_the_beginning(before: int, language: str | None) -> None:
    assert declared(f"<!--{'-' * (before - 7)}--><html lang=de><p>a</p>")[0] == language


@pytest.mark.parametrize(("end", "found"), [(4096, True), (4097, False)])
def test_a_note_of_saving_stands_near_the_beginning(end: int, found: bool) -> None:
    note = "<!-- saved from url=(0028)https://acme.example/privacy -->"
    assert (saving_note(" " * (end - len(note)) + note)[0] is not None) is found


@pytest.mark.parametrize(("runs", "strong"), [(9, True), (10, False)])
def test_a_text_that_is_bold_as_a_whole_is_not_bold(runs: int, strong: bool) -> None:
    blocks, _ = blocks_from_html("<body>" + f"<p><b>{text(85, '.')}</b></p>" * runs)[:2]
    assert {run.strong for block in blocks for run in block.runs} == {strong}


@pytest.mark.parametrize(("frames", "found"), [(8, True), (9, False)])
def test_frames_in_frames_are_opened_to_the_eighth(frames: int, found: bool) -> None:
    address = "https://a.example/{}".format
    beside = {address(number): f"<iframe src=/{number + 1}></iframe>" for number in range(frames)}
    beside[address(frames)] = f"<p>{WORDS}</p>"
    page = f"<iframe src={address(1)}></iframe>"
    assert (WORDS in with_frames(page, address(0), beside)) is found
