"""Recognising and decoding stored files."""

from hashlib import sha256

import pytest
from archives import Archive

from synoptic.errors import (
    CorpusError,
    EmptyDocumentError,
    UndecodableError,
    UnknownFormatError,
)
from synoptic.formats.read import read


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
        (b"\xef\xbb\xbf<!doctype html>We keep nothing.", "text/html"),
        ("<!doctype html>We keep nothing.".encode("utf-16"), "text/html"),
        # Made of elements, though it begins with words; they stand where paragraphs end.
        (b"Skip <ul>\n<li>Shop</li>\n</ul>\n<h3>Data</h3> We keep nothing.<br>\nBye", "text/html"),
        (b"We keep nothing.<br>\n<br>\nWe sell nothing.<br>\n", "text/html"),
        (b"Data <h3>Use</h3> For nothing. <ul> <li>a</li> <li>b</li> </ul> The end", "text/html"),
        # It mentions elements, or has some around what is no paragraph.
        (
            b"We keep nothing.\n\nPaste <iframe src=x></iframe> or\n<div class=x>.\n\nEnd.",
            "text/plain",
        ),
        (
            b"<div align=center>\n<img src=x>\n</div>\n\n# Privacy\n\nWe keep\n\nnothing.",
            "text/markdown",
        ),
        (b"# Data<br>\n\nWe keep nothing.<br>\n\nWe sell nothing.<br>", "text/markdown"),
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
    source = read(b"One\r\nTwo\rThree", "x.txt")

    assert source.text == "One\nTwo\nThree"
    assert source.size == 14
    assert source.sha256 == sha256(b"One\r\nTwo\rThree").hexdigest()


def test_a_text_that_mentions_elements_is_not_guessed_at() -> None:
    with pytest.raises(UndecodableError, match="0xe9"):
        read("A caf\u00e9.\n\nAbout <p>.\n\nThe end.".encode("latin-1"), "x.txt")


@pytest.mark.parametrize("stray", ["\x01", "\x08", "\x0b", "\x1f", "\x00"])
def test_a_stray_control_character_makes_no_text_binary(stray: str) -> None:
    text = f"We keep the letters of our readers{stray}for as long as the newspaper is printed.\n"

    assert read(text.encode(), "a.txt").text == text


def test_a_guessed_encoding_is_a_warning_until_the_manifest_states_it(archive: Archive) -> None:
    text = "<p>We collect your name – and nothing else, in any café.</p>" * 3
    archive.add("cafe.html", f"<html><body>{text}</body></html>".encode("windows-1252"))

    assert "read as windows-1252, a guess [encoding-guessed]" in archive.build().err
    archive.add("corpus.yml", "files:\n  cafe.html:\n    encoding: windows-1252\n")
    assert "[encoding-guessed]" not in archive.build("--strict").err
    assert "in any café" in archive.data("texts/cafe/undated.txt")
