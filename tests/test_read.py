"""Recognising and decoding stored files."""

from hashlib import sha256

import pytest

from synoptic.errors import (
    CorpusError,
    EmptyDocumentError,
    UndecodableError,
    UnknownFormatError,
)
from synoptic.read import read


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!DOCTYPE html><title>x</title><p>We keep nothing.", "text/html"),
        (b"\n\n<!-- saved --><HTML><BODY>We keep nothing.", "text/html"),
        (b"<h1>Privacy</h1>We keep nothing.", "text/html"),
        (b"# Privacy\n\nWe keep<br>nothing.", "text/markdown"),
        (b"# Privacy\n\nWe keep nothing.", "text/markdown"),
        (b"Privacy\n=======\n\nWe keep nothing.", "text/markdown"),
        (b"We keep a < b and nothing else.", "text/plain"),
    ],
)
def test_format_is_told_by_content(data: bytes, media_type: str) -> None:
    assert read(data, "whatever.pdf").media_type == media_type


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyDocumentError, "holds no text"),
        (b" \n\xef\xbb\xbf\n", EmptyDocumentError, "holds no text"),
        (b"%PDF-1.4\n...", UnknownFormatError, "a PDF file"),
        (b"\x1f\x8b\x08\x00", UnknownFormatError, "a gzip file"),
        (b"MZ\x90\x00\x03\x00\x04", UnknownFormatError, "binary"),
        (b"abc\x00\x01\x02def", UnknownFormatError, "binary"),
        (b"We keep your name\xff for two years.", UndecodableError, "can't decode byte 0xff"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, error: type[CorpusError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        read(data, "corpus/x.txt")
    assert str(caught.value).startswith("corpus/x.txt: ")
    assert "help:" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Größe – 5 €".encode("utf-8-sig"), None),
        ("Größe – 5 €".encode("utf-16"), None),
        ("Größe – 5 €".encode("cp1252"), "windows-1252"),
    ],
)
def test_text_encodings(data: bytes, encoding: str | None) -> None:
    assert read(data, "x.txt", encoding).text == "Größe – 5 €"


def test_unknown_encoding_of_the_manifest_is_a_fault() -> None:
    with pytest.raises(UndecodableError, match="utf-9"):
        read(b"Hello there", "x.txt", "utf-9")


def test_line_ends_and_fixity() -> None:
    capture = read(b"One\r\nTwo\rThree", "x.txt")

    assert capture.text == "One\nTwo\nThree"
    assert capture.size == 14
    assert capture.sha256 == sha256(b"One\r\nTwo\rThree").hexdigest()


@pytest.mark.parametrize("stray", ["\x01", "\x08", "\x0b", "\x1f", "\x00"])
def test_a_stray_control_character_makes_no_text_binary(stray: str) -> None:
    text = f"We keep the letters of our readers{stray}for as long as the newspaper is printed.\n"

    assert read(text.encode(), "a.txt").text == text
