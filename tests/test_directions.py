"""Controls of direction: shown, kept where a script needs them, and never let out of a text."""

import pytest
from archives import Archive

from synoptic.directions import SIGN, in_the_clear, set_apart

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ARABIC, HEBREW = "\u0633\u064a\u0627", "\u05de\u05d3\u05d9"


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_a_control_is_shown_outside_of_writing_from_the_right(control: str) -> None:
    assert in_the_clear(f"Acme{control}2016") == f"Acme{SIGN}2016"
    assert in_the_clear(control) == SIGN


@pytest.mark.parametrize(
    "text",
    [
        f"{HEBREW} \u200e(c) 2016",
        f"{ARABIC}\u061c 12",
        f"\u202b{HEBREW}\u202c",
        f"\u2067{HEBREW} \u202aAcme\u202c\u2069",
    ],
    ids=ascii,
)
def test_writing_from_the_right_keeps_controls_that_are_ended(text: str) -> None:
    assert in_the_clear(text) == text


@pytest.mark.parametrize(
    "text",
    [f"{HEBREW}\u202e", f"\u2069{HEBREW}", f"\u2067{HEBREW}\u202c", f"\u202b\u2067{HEBREW}\u202c"],
    ids=ascii,
)
def test_what_would_reach_beyond_a_text_is_shown(text: str) -> None:
    assert not set(in_the_clear(text)) & set(CONTROLS)


def test_a_name_from_the_right_is_set_apart_whatever_it_holds() -> None:
    name = set_apart(f"\u2069\u202e{ARABIC}")

    assert name == f"\u2068{SIGN}{SIGN}{ARABIC}\u2069"
    assert in_the_clear(name) == name
    assert set_apart("Größe 個人") == "Größe 個人"


def test_no_page_and_no_feed_holds_a_control_of_a_latin_text_and_data_hold_it(
    archive: Archive,
) -> None:
    turned = f"Acme {CONTROLS} Ltd"
    escaped = turned.encode("unicode_escape").decode("ascii")
    archive.add("acme.md", f"# {turned}\n\nWe {turned} share your name with {turned} partners.\n")
    archive.add("corpus.yml", f'files:\n  acme.md: {{organisation: "{escaped}"}}\n')
    assert archive.build("--strict").status == 0

    pages = {name: data.decode("utf-8") for name, data in archive.tree().items()
             if name.endswith((".md", "feed.xml"))}  # fmt: skip
    assert [name for name, text in pages.items() if set(text) & set(CONTROLS)] == []
    assert sum(SIGN * len(CONTROLS) in text for text in pages.values()) > 5
    assert f"We {turned} share" in archive.data("clauses.jsonl")
