"""The language of cues: what fits, what does not, and what a curator is told."""

import pytest

from synoptic.text.cues import CueIndex, parse_cue
from synoptic.text.sentences import read

LISTS = {"data": ("information", "data")}


def stands_in(cue: str, text: str) -> bool:
    return bool(CueIndex([parse_cue(cue, LISTS)]).find(read(text).words))


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        pytest.param("opt out", "You may OPT-OUT.", True, id="case and hyphen do not matter"),
        pytest.param("retain", "We retained it.", False, id="a word is a whole word"),
        pytest.param("retain*", "We retained it.", True, id="a star opens the end of a word"),
        pytest.param("keep|hold data", "We hold data.", True, id="one of several words"),
        pytest.param("keep|hold data", "We keep hold of data.", False, id="not several of them"),
        pytest.param("personal? data", "personal data", True, id="an optional word is there"),
        pytest.param("our personal? data", "our data", True, id="an optional word is missing"),
        pytest.param("our @data", "our information", True, id="a named list"),
        pytest.param("don't sell", "We don’t sell it.", True, id="either apostrophe"),
        pytest.param("keep ... data", "We keep your data.", True, id="a gap"),
        pytest.param("keep ... data", "We keep data.", True, id="a gap of no words"),
        pytest.param("keep ... data", "We keep. Your data go.", False, id="no gap over a stop"),
        pytest.param("security", "See https://a.example/security", False, id="no addresses"),
        pytest.param("日本", "日本", True, id="other scripts do no harm"),
    ],
)
def test_find(cue: str, text: str, found: bool) -> None:
    assert stands_in(cue, text) is found


def test_a_gap_ends_after_its_words() -> None:
    assert stands_in("keep ... data", "keep" + " very" * 5 + " data")
    assert not stands_in("keep ... data", "keep" + " very" * 6 + " data")


@pytest.mark.parametrize("cue", ["", "...", "... data", "keep ...", "a||b", "@nothing", "keep ?"])
def test_a_faulty_cue_is_named(cue: str) -> None:
    with pytest.raises(ValueError, match="cue"):
        parse_cue(cue, LISTS)


def test_find_says_where() -> None:
    index = CueIndex([parse_cue("keep ... data", LISTS), parse_cue("data", LISTS)])
    assert index.find(["we", "keep", "your", "data"]) == [(0, 1, 4), (1, 3, 4)]
