"""Every limit by which pages and files are told is held from both sides."""

import pytest

from synoptic.cleaning import clean_page
from synoptic.formats.read import read
from synoptic.recognise import no_capture, no_policy

SAID = "We collect your name."
"""A sentence of eighteen letters on data, by the site about itself."""
ASKED = "Enter your e-mail address to receive news."


def filling(letters: int) -> str:
    """Words on chairs of as many letters, blanks not counted."""
    words = "chair " * (letters // 5) + "x" * (letters % 5)
    return words.strip()


def page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def judged(text: str) -> str | None:
    source = read(text.encode(), "a.html")
    finding = no_policy(source, clean_page(source))
    return finding.rule if finding else None


def letters(text: str) -> int:
    return len("".join(text.split()))


def around(said: str, total: int) -> str:
    """A line that says so, and as many letters with it."""
    return f"<p>{filling(total - letters(said))}</p><p>{said}</p>"


MENU = "".join(f"<li>{name}</li>" for name in ("Careers", "Investors", "Shop now"))


def shop(menu: str, said: str, total: int) -> str:
    """A page with a menu that says something on data."""
    words = filling(total - letters(said) - letters("Chairs") - letters("CareersInvestorsShopnow"))
    return f"<html><body><h1>Chairs</h1><ul>{menu}</ul><p>{said}</p><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("make", "limit", "rule"),
    [
        (lambda size: page("Server error", f"<p>{filling(size)}</p>"), 3000, "server_error"),
        (lambda size: page("Acme", around("Verify you are human", size)), 1500, "robot_check"),
        (lambda size: page("Acme", around("Accept all", size)), 750, "gate"),
        (lambda size: page("Acme", around("Please enable JavaScript", size)), 400, "empty_shell"),
        (
            lambda size: page("Acme", f"<p>{filling(size)}</p><script>x</script>"),
            60, "empty_shell",
        ),
        (
            lambda size: page("Acme", f"<p>{filling(size)}</p><iframe src='https://a.example/'>"),
            60, "frameset",
        ),
    ],
)  # fmt: skip
def test_a_longer_page_is_a_policy(make, limit: int, rule: str) -> None:
    assert judged(make(limit)) == rule
    assert judged(make(limit + 1)) is None


@pytest.mark.parametrize(("place", "rule"), [(3, "server_error"), (4, None)])
def test_the_first_headings_tell_what_a_page_is(place: int, rule: str | None) -> None:
    headings = [f"<h2>Chair {number}</h2><p>Oak.</p>" for number in range(1, place)]
    body = f"{''.join(headings)}<h2>Internal server error</h2><p>Oak.</p>"
    assert judged(page("Acme", body)) == rule


@pytest.mark.parametrize(("total", "rule"), [(1000, "terms_of_use"), (999, None)])
def test_terms_say_little_on_data(total: int, rule: str | None) -> None:
    rest = filling(total - letters(SAID) - letters("Terms of use"))
    assert judged(f"# Terms of use\n\n{SAID}\n\n{rest}") == rule


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        (shop(MENU, SAID, 1100), "another_page"),
        (shop(MENU.replace("Careers", "Chairs"), SAID, 1100), None),
        # Three statements at most, of which the site makes one about itself; one in 1,000 letters.
        (shop(MENU, f"{ASKED} " * 3, 3100), "another_page"),
        (shop(MENU, f"{ASKED} " * 3, 2900), None),
        (shop(MENU, f"{ASKED} " * 4, 9000), None),
        (shop(MENU, f"{SAID} " * 2, 9000), None),
    ],
)
def test_another_page_has_a_menu_and_little_on_data(source: str, rule: str | None) -> None:
    assert judged(source) == rule


@pytest.mark.parametrize(
    ("places", "asks", "rule"),
    [(8, "", "chooser"), (7, "", None), (3, "Choose your country", "chooser"),
     (2, "Choose your country", None)],
)  # fmt: skip
def test_a_chooser_has_some_places(places: int, asks: str, rule: str | None) -> None:
    names = ["France", "Spain", "Italy", "Japan", "China", "India", "Peru", "Chile"][:places]
    items = "".join(f"<p>{name}</p>" for name in names)
    assert judged(page("Acme", f"<p>{asks or 'The chairs of our house'}</p>{items}")) == rule


@pytest.mark.parametrize(("said", "note"), [(2, True), (3, False)])
def test_a_note_says_little_on_data(said: int, note: bool) -> None:
    assert (no_capture("README.md", f"{SAID} " * said) is not None) is note


@pytest.mark.parametrize(("signs", "program"), [(16, True), (14, False)])
def test_a_program_is_full_of_braces(signs: int, program: bool) -> None:
    """In a thousand letters."""
    text = "a { b: c; }" + ";" * (signs - 3)
    assert (no_capture("a.txt", text + "w" * (1000 - len(text))) is not None) is program


@pytest.mark.parametrize(("size", "table"), [(40, True), (41, False)])
def test_a_column_has_a_short_name(size: int, table: bool) -> None:
    text = f"{'n' * size},day,place\nAnn,1,Rome\nBob,2,Oslo\n"
    assert (no_capture("a.csv", text) is not None) is table


@pytest.mark.parametrize(("name", "columns", "table"), [
    ("a.csv", 2, True), ("a.txt", 3, True), ("a.txt", 2, False),
])  # fmt: skip
def test_a_table_has_columns(name: str, columns: int, table: bool) -> None:
    rows = [",".join(f"{word}{column}" for column in range(columns)) for word in ("a", "b")]
    assert (no_capture(name, "\n".join(rows)) is not None) is table
    assert no_capture(name, rows[0]) is None


@pytest.mark.parametrize(("before", "feed"), [(4000, True), (4100, False)])
def test_the_first_element_comes_near_the_beginning(before: int, feed: bool) -> None:
    text = f"<!--{'-' * (before - 7)}--><rss><channel>News</channel></rss>"
    assert (no_capture("a.xml", text) is not None) is feed


@pytest.mark.parametrize(("said", "rule"), [(3, "gate"), (4, None)])
def test_a_banner_says_little_on_data(said: int, rule: str | None) -> None:
    assert judged(page("Acme", f"<p>{f'{SAID} ' * said}</p><p>Accept all</p>")) == rule
