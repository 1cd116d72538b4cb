"""Words, borders between sentences, and quotes cut at them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.sentences import BORDER, opening, quote, read, sentence_spans

TEXTS = st.text(alphabet="ab .!?\n,'’-_/:wİßſ日本。", max_size=120)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One. Two.", 2, id="a full stop"),
        pytest.param("Acme Inc. Sells bread.", 1, id="an abbreviation"),
        pytest.param("The U.S. Congress met.", 1, id="single letters"),
        pytest.param("We use e.g. cookies, etc. to count.", 1, id="small letter after a stop"),
        pytest.param("Version 2.1 of 2018.", 1, id="a figure"),
        pytest.param("Title\nText", 2, id="a line break"),
        pytest.param("Is it? Yes!", 2, id="other marks"),
        pytest.param("これは一。これは二。", 2, id="the Japanese full stop"),
    ],
)
def test_borders(text: str, sentences: int) -> None:
    assert len(sentence_spans(text, read(text))) == sentences


@given(text=TEXTS)
def test_spans_are_the_words_of_the_text_in_order(text: str) -> None:
    reading = read(text)
    assert len(reading.words) == len(reading.spans)
    last = 0
    for word, (start, end) in zip(reading.words, reading.spans, strict=True):
        assert last <= start < end <= len(text)
        assert word == BORDER or word == text[start:end].lower()
        last = end


@given(text=TEXTS)
def test_sentences_cover_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentence_spans(text, read(text))) == text


@given(text=TEXTS, places=st.lists(st.integers(0, 119), max_size=3))
def test_a_quote_is_a_part_of_the_text(text: str, places: list[int]) -> None:
    long = f"{text} {'word ' * 120}. {text}"
    assert quote(text, [(place, place + 1) for place in places]) == text.strip()
    found = quote(long, [(place, place + 1) for place in places])
    assert found in long


FILLER = "Nothing is said in this sentence about it. " * 17


def test_a_long_text_is_quoted_by_what_decides_with_its_neighbours() -> None:
    text = f"{FILLER}Here it is said. Here it is said again. {FILLER}"
    before, after = ("Nothing is said in this sentence about it.",) * 2
    first = text.index("Here")
    assert quote(text, [(first, first + 4)]) == f"{before} Here it is said. Here it is said again."
    again = text.index("again")
    assert quote(text, [(first, first + 4), (again, again + 5)]) == (
        f"{before} Here it is said. Here it is said again. {after}"
    )


def test_a_neighbour_that_is_too_long_is_left_out() -> None:
    long = f"Nothing is said {'and nothing is said ' * 30}here."
    text = f"{long} Here it is said. Unless it is not. {long}"
    place = text.index("Here it")
    assert quote(text, [(place, place + 4)]) == "Here it is said. Unless it is not."


def test_a_clause_of_120_words_is_quoted_whole() -> None:
    text = f"One thing is said. {'word ' * 115}end."
    assert len(text.split()) == 120
    assert quote(text, [(0, 3)]) == text


def test_sentences_far_apart_are_not_joined() -> None:
    text = f"Here it is said. {FILLER}Here again."
    last = text.rindex("Here")
    assert quote(text, [(0, 4), (last, last + 4)]) == (
        "Here it is said. Nothing is said in this sentence about it."
    )


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Se vidare s. 4 resp. Bilaga Ett. Vi sparar inget.", 2),
        ("Zgodnie z art. Siódmym i ust. Trzecim. Nic nie zapisujemy.", 2),
        ("保存しますか？はい！保存します。", 3),
    ],
)
def test_sentences_of_other_languages(text: str, sentences: int) -> None:
    assert len(sentence_spans(text, read(text))) == sentences


def test_what_opens_a_list_is_shown_whole_if_it_is_short() -> None:
    lead_in = f"We keep it well. {'Word ' + 'word ' * 32}so. We share:"

    assert [len(text.split()) for text in (lead_in, f"Yes, {lead_in}")] == [40, 41]
    assert [opening(text) for text in (lead_in, f"Yes, {lead_in}")] == [lead_in, "We share:"]
