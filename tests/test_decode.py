"""Bytes to text, whatever the page says about itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.formats import decode as decoding

ENGLISH = "<p>We don’t sell “data” — ever. Café, naïve, €5.</p>"
GERMAN = "<p>Daten über Größe und Straße: § 5 Abs. 2 gilt für Äpfel, Öl und Übermaß.</p>"
JAPANESE = "<p>当店は、お客様の個人情報を大切に扱います。㈱みどり商店、①から⑨まで。</p>"
RUSSIAN = "<p>Мы не передаём ваши личные данные третьим лицам без вашего согласия.</p>" * 5


def decode(data: bytes) -> tuple[str, str]:
    decoded = decoding.decode(data)
    return decoded.text, decoded.encoding


def page(text: str, declared: str = "") -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    return f"<html><head>{meta if declared else ''}</head><body>{text}</body></html>"


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "name"),
    [
        (ENGLISH, "utf-8", "utf-8", "utf-8"),
        (ENGLISH, "utf-8", "", "utf-8"),
        (ENGLISH, "utf-8", "iso-8859-1", "utf-8"),
        (JAPANESE, "utf-8", "Shift_JIS", "utf-8"),
        (ENGLISH, "utf-8-sig", "iso-8859-1", "utf-8"),
        (ENGLISH, "windows-1252", "windows-1252", "windows-1252"),
        (ENGLISH, "windows-1252", "iso-8859-1", "windows-1252"),
        (ENGLISH, "windows-1252", "us-ascii", "windows-1252"),
        (GERMAN, "iso-8859-1", "ISO-8859-1", "windows-1252"),
        (GERMAN, "iso-8859-15", "iso-8859-15", "iso-8859-15"),
        (JAPANESE, "cp932", "Shift_JIS", "cp932"),
        (JAPANESE, "cp932", "x-sjis", "cp932"),
        (JAPANESE, "cp932", "", "cp932"),
        (JAPANESE, "cp932", "iso-8859-1", "cp932"),
        (JAPANESE, "cp932", "utf-8", "cp932"),
        (JAPANESE.replace("㈱", "").replace("①から⑨", ""), "euc_jp", "EUC-JP", "euc-jp"),
        (JAPANESE.replace("㈱", "").replace("①から⑨", ""), "euc_jp", "", "euc-jp"),
        (
            JAPANESE.replace("㈱", "").replace("①から⑨", ""),
            "iso2022_jp",
            "ISO-2022-JP",
            "iso-2022-jp",
        ),
        (JAPANESE.replace("㈱", "").replace("①から⑨", ""), "iso2022_jp", "", "iso-2022-jp"),
        (ENGLISH, "windows-1252", "latin-1", "windows-1252"),
        (ENGLISH, "windows-1252", "utf-7", "windows-1252"),
        ("<p>개인정보를 똠방각하</p>", "cp949", "ks_c_5601-1987", "cp949"),
        ("<p>我们收集您的个人信息，㑳。</p>", "gb18030", "gb2312", "gb18030"),
        ("<p>Größe</p>", "cp850", "cp850", "cp850"),
        (RUSSIAN, "windows-1251", "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r", "koi8-r"),
        ("<p>plain</p>", "ascii", "utf-16", "utf-8"),
        ("<p>plain</p>", "ascii", "no-such-name", "utf-8"),
        (ENGLISH, "windows-1252", "no-such-name", "windows-1252"),
    ],
)
def test_encodings_of_the_web(text: str, encoding: str, declared: str, name: str) -> None:
    source = page(text, declared)
    decoded, used = decode(source.encode(encoding))
    assert decoded == source
    assert used == name


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_utf_16_with_and_without_a_mark(encoding: str, mark: str) -> None:
    decoded, used = decode((mark + page(ENGLISH)).encode(encoding))
    assert (decoded, used) == (page(ENGLISH), encoding)


def test_a_declaration_in_xml_counts() -> None:
    source = '<?xml version="1.0" encoding="iso-8859-2"?><html><p>Zażółć gęślą</p></html>'
    assert decode(source.encode("iso-8859-2")) == (source, "iso-8859-2")


def test_undeclared_russian_is_read() -> None:
    decoded, _ = decode(page(RUSSIAN * 5).encode("windows-1251"))
    assert decoded == page(RUSSIAN * 5)


def test_stray_bytes_in_utf_8_are_read_as_windows_1252() -> None:
    data = page(ENGLISH * 3, "utf-8").encode() + b"<p>\x93old\x94 words</p>"
    decoded, used = decode(data)
    assert used == "utf-8"
    assert decoded.endswith("<p>“old” words</p>")
    assert ENGLISH in decoded


def test_a_file_cut_within_a_character() -> None:
    decoded, used = decode(page(JAPANESE * 4).encode()[:-20])
    assert used == "utf-8"
    assert JAPANESE in decoded


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    assert decode(f"<p>a{end}b</p>".encode())[0] == "<p>a\nb</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_a_few_zero_bytes_do_no_harm(encoding: str) -> None:
    data = (page(ENGLISH * 9, encoding) + "<p>a\x00b</p>").encode(encoding)
    assert decode(data) == (data.decode(encoding), encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 50,
        b"\x00\x01\x02\x03" * 100,
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\x00\x00\xff" * 20,
    ],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not text"):
        decode(data)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_back(text: str) -> None:
    assert decode(f"<html>{text}".encode()) == (f"<html>{text}", "utf-8")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_clear_refusal(data: bytes) -> None:
    try:
        decoded, used = decode(data)
    except ValueError:
        return
    assert "\r" not in decoded
    assert used


@pytest.mark.parametrize(
    ("language", "text", "encoding"),
    [
        ("pl", "określa, jakie dane składają Państwo", "iso-8859-2"),
        ("cs", "chráníme údaje, které šíříme dál", "windows-1250"),
        ("sk", "chránime údaje, ktoré ďalej šírime", "windows-1250"),
        ("tr", "kişisel verileri işliyoruz", "windows-1254"),
        ("lt", "mes tvarkome jūsų duomenis", "windows-1257"),
        ("fr", "nous ne vendons pas vos données", "windows-1252"),
    ],
)
def test_what_declares_a_language_alone_is_read_as_its_pages_were(
    language: str, text: str, encoding: str
) -> None:
    page = f'<html lang="{language}"><p>{text}'

    assert decode(page.encode(encoding))[0] == page


@pytest.mark.parametrize(
    ("source", "encoding", "guessed"),
    [
        (page(ENGLISH), "utf-8", False),
        (page(ENGLISH, "iso-8859-1"), "utf-8", False),
        (page("plain letters"), "ascii", False),
        (page(ENGLISH, "windows-1252"), "windows-1252", False),
        (page(ENGLISH), "windows-1252", True),
        (page(RUSSIAN), "windows-1251", True),
        (page(JAPANESE, "Shift_JIS"), "cp932", False),
        (page(JAPANESE, "iso-8859-1"), "cp932", True),
        (page(JAPANESE), "cp932", True),
        (page(ENGLISH), "utf-16", False),
    ],
)
def test_what_is_guessed_is_said(source: str, encoding: str, guessed: bool) -> None:
    assert decoding.decode(source.encode(encoding)).guessed is guessed


def test_the_encoding_that_came_with_a_page_is_no_guess() -> None:
    data = page(ENGLISH).encode("windows-1252")
    assert not decoding.decode(data, "iso-8859-1").guessed


def test_an_encoding_that_a_person_states_holds_for_stray_bytes_too() -> None:
    stray = page(RUSSIAN).encode("koi8-r") + b"\x81"
    assert decoding.decode_as(stray, "KOI8-R").text.startswith(page(RUSSIAN))
    with pytest.raises(ValueError, match="not Shift_JIS"):
        decoding.decode_as(page(GERMAN).encode("windows-1252"), "Shift_JIS")
    with pytest.raises(LookupError, match="koi-9"):
        decoding.decode_as(stray, "koi-9")
