"""What counts as a word, and that ids of clauses rest on the words as they always did."""

from pathlib import Path

import pytest

from synoptic.build.one_text import Opened, policy_text
from synoptic.text.sentences import quote
from synoptic.text.words import count_unparted, count_words, fingerprint, normalised, words_of

SENTENCE = (
    "当社は、お客様の個人情報を適切に管理し、法令に定める場合を除いて、"
    "お客様の同意なしに第三者へ提供することはありません。"
)
"""About thirty words, as a dictionary parts them."""


def test_a_japanese_sentence_counts_about_as_many_words_as_it_has() -> None:
    assert 25 <= count_words(SENTENCE) <= 40
    assert len(words_of(SENTENCE)) == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们不会出售您的个人信息。", 6),
        ("クッキー", 1),
        ("2005年4月1日", 3),
        ("개인정보를 판매하지 않습니다.", 3),
        ("Datenschutz für Größen", 3),
        ("Wi-Fi 6 を使う", 6),
        ("", 0),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert count_words(text) == words


def test_only_scripts_without_blanks_have_unparted_words() -> None:
    assert count_unparted("We keep it. Größe, 개인정보, クッキー") == 0
    assert count_unparted("当社は") == 2


@pytest.mark.parametrize(
    ("text", "digits"),
    [(SENTENCE, "26ada8a1"), ("We never sell your data.", "38492d16")],
)
def test_the_words_behind_the_id_of_a_clause_stay(text: str, digits: str) -> None:
    assert fingerprint(text) == digits


def test_what_differs_in_case_or_form_of_letters_only_is_the_same_clause() -> None:
    texts = ("Die Straße — 1 Maß", "DIE STRASSE 1 MASS", "die ｓtraße １ maß")
    assert {normalised(text) for text in texts} == {"die strasse 1 mass"}
    assert len({fingerprint(text) for text in texts}) == 1


def test_a_long_japanese_clause_is_quoted_in_part() -> None:
    text = SENTENCE * 8
    quoted = quote(text, [(0, 2)])

    assert count_words(text) > 120 >= count_words(quoted)
    assert text.startswith(quoted)


PINNED = {
    "five": "45d63159",
    "japanese": "859dc59a",
}
"""Digests of the ids of all clauses, in order: of the five policies and of a Japanese page."""


@pytest.mark.parametrize(
    ("name", "folder", "pattern"),
    [("five", "data/five", "0*.txt"), ("japanese", "golden/clean/html-japanese", "source.html")],
)
def test_ids_of_clauses_stay(name: str, folder: str, pattern: str) -> None:
    files = sorted((Path(__file__).parent / folder).glob(pattern))
    ids = [
        clause.id
        for file in files
        for clause in policy_text(Opened.alone(file.read_bytes(), file.name)).document.clauses
    ]

    assert len(ids) >= 3
    assert fingerprint(" ".join(ids)) == PINNED[name]
