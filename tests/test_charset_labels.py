"""Declared encodings: each label of the Encoding Standard means what it means to browsers."""

import pytest
from webencodings import lookup
from webencodings.labels import LABELS

from synoptic.formats.decode import decode, decode_as

LETTERS = (
    "Политика ", "この個人情報は ", "隐私政策个人 ", "개인정보 ", "سياسة ", "מדיניות ", "Πολιτικ ",
    "Größe café ", "ความ ", "zażółć ",
)  # fmt: skip

UNREAD = ("replacement", "iso-2022-cn", "iso-2022-cn-ext")
"""Labels of what browsers refuse to read, and Python does not know."""
NO_ENCODINGS = (
    *("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "charmap"),
    *("hex", "rot13", "nonsense", "mbcs"),
)


@pytest.mark.parametrize("label", NO_ENCODINGS)
def test_a_declared_encoding_that_is_none_is_a_guess_and_makes_no_markup(label: str) -> None:
    body = b"<p>Caf\xe9 \\x3cscript\\x3e"

    for decoded in (decode(f"<meta charset={label}>".encode() + body), decode(body, label)):
        assert decoded.guessed
        assert "Caf\u00e9" in decoded.text
        assert "<script" not in decoded.text
    with pytest.raises(LookupError, match="unknown encoding"):
        decode_as(body, label)


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_label_of_the_standard_is_read_and_no_guess(label: str) -> None:
    data = f"<meta charset={label}>".encode() + b"Caf\xe9" * 3

    assert decode(data).guessed == (label in UNREAD)
    assert decode(b"Caf\xe9" * 3, label).guessed == (label in UNREAD)


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_label_of_the_standard_gives_its_letters(label: str) -> None:
    encoding = lookup(label)
    assert encoding
    for text in LETTERS:
        try:
            data = encoding.codec_info.encode(text * 5)[0]
        except (UnicodeError, LookupError):
            continue
        page = f"<meta charset={label}>".encode() + data
        if not encoding.name.startswith("utf-16"):
            assert text in decode(page).text
