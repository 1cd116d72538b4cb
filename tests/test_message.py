"""Pages that a browser saved as one file, with parts."""

from email.message import EmailMessage

import pytest

from synoptic.errors import UnknownFormatError
from synoptic.formats.read import read
from synoptic.model import Source

PAGE = "<!DOCTYPE html><title>Privacy</title><p>We keep – as the law asks – nothing.</p>"


def saved(*parts: tuple[str, bytes, dict[str, str]], **headers: str) -> bytes:
    """Write a message with parts of these types, each with headers of its own."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.make_related()
    for kind, data, said in parts:
        main, _, sub = kind.partition("/")
        part = EmailMessage()
        part.set_content(data, maintype=main, subtype=sub, cte="base64")
        for name, value in said.items():
            part.set_param("charset", value) if name == "charset" else part.add_header(name, value)
        message.attach(part)
    return message.as_bytes()


def page_of(data: bytes, encoding: str | None = None) -> Source:
    return read(data, "page.mhtml", encoding)


def test_a_page_that_chrome_saved() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://acme.example/privacy\r\n"
        b"Subject: =?utf-8?Q?Privacy=20=E2=80=93?=\r\nDate: Tue, 4 May 2021 10:12:45 -0000\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"\r\n\r\n\r\n'
        b"----x--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://acme.example/privacy\r\n\r\n"
        b'<html lang=3D"en"><p>We keep =E2=80=93 as the law asks =E2=80=93 noth=\r\ning.</p>\r\n'
        b"----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        b"----x----\r\n"
    )

    source = page_of(data)

    assert source.text.strip() == '<html lang="en"><p>We keep – as the law asks – nothing.</p>'
    assert (source.media_type, source.stored_as) == ("text/html", "multipart/related")
    assert source.provenance.original_url == "https://acme.example/privacy"
    assert source.provenance.stamp == "2021-05-04T10:12:45Z"
    assert (source.language, source.size) == ("en", len(data))


def test_a_page_alone_in_a_message() -> None:
    data = (
        b"From: <Saved by Windows Internet Explorer 8>\r\nDate: Tue, 4 May 2010 12:12:45 +0200\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="iso-8859-2"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: http://acme.example/prywatnosc\r\n\r\n<p>prywatno=B6=E6</p>\r\n"
    )

    source = page_of(data)

    assert (source.text.strip(), source.stored_as) == ("<p>prywatność</p>", "text/html")
    assert source.provenance.stamp == "2010-05-04T10:12:45Z"
    assert source.provenance.original_url == "http://acme.example/prywatnosc"


def test_the_page_is_the_part_that_the_message_names() -> None:
    data = saved(
        ("text/html", b"<p>A frame.", {"Content-ID": "<frame@x>"}),
        ("text/html", PAGE.encode(), {"Content-ID": "<page@x>"}),
    )
    named = data.replace(b"multipart/related;", b'multipart/related; start="<page@x>";')

    assert page_of(data).text == "<p>A frame."
    assert page_of(named).text == PAGE


def test_the_header_of_the_part_says_the_encoding_before_the_page_does() -> None:
    text = "<meta charset=windows-1252><p>prywatność"
    data = saved(("text/html", text.encode("iso-8859-2"), {"charset": "iso-8859-2"}))

    assert page_of(data).text == text
    assert page_of(data, "windows-1252").text == "<meta charset=windows-1252><p>prywatno¶æ"


def test_a_page_saved_from_an_archive_has_the_time_of_the_archive() -> None:
    address = "https://web.archive.org/web/20120621214209/http://acme.example/privacy"
    data = saved(
        ("text/html", PAGE.encode(), {"Content-Location": address}),
        Date="Tue, 4 May 2021 10:12:45 -0000",
    )

    provenance = page_of(data).provenance

    assert provenance.stamp == "2012-06-21T21:42:09Z"
    assert provenance.original_url == "http://acme.example/privacy"
    assert provenance.memento_url == address


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Date": "yesterday"},
        {"Date": "Fri, 4 May 1850 10:12:45 -0000"},
        {"Content-Location": "cid:page@x"},
        {"Content-Location": "file:///C:/privacy.html"},
        {"Content-Location": "javascript:alert(1)"},
    ],
)
def test_what_the_headers_do_not_say_is_unknown(headers: dict[str, str]) -> None:
    provenance = page_of(saved(("text/html", PAGE.encode(), {}), **headers)).provenance

    assert (provenance.stamp, provenance.original_url) == (None, None)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nSubject: x\nMIME-Version: 1.0\n\nWe have changed our policy.",
        b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n"
        b"--x\nContent-Type: text/html\n\n<p>We have changed our policy.\n--x--\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n\n<p>We keep nothing.",
        saved(("image/png", b"x", {})),
        b"MIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/related; boundary=x%d\n\n--x%d\n" % (depth, depth)
            for depth in range(3_000)
        ),
    ],
    ids=["plain mail", "mail", "no boundary", "a picture", "endless nesting"],
)
def test_a_message_without_a_page_is_set_aside(data: bytes) -> None:
    with pytest.raises(UnknownFormatError, match="a message"):
        page_of(data)


@pytest.mark.parametrize(
    ("note", "time", "address"),
    [
        (
            "<!-- saved from url=(0028)https://acme.example/privacy -->",
            None,
            "https://acme.example/privacy",
        ),
        (
            "<!-- saved from url=(0036)"
            "https://web.archive.org/web/20120621214209/http://acme.example/privacy -->",
            "2012-06-21T21:42:09Z",
            "http://acme.example/privacy",
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://acme.example/privacy \n saved date: "
            "Tue May 04 2021 12:12:45 GMT+0200 (Central European Summer Time)\n-->",
            "2021-05-04T10:12:45Z",
            "https://acme.example/privacy",
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://acme.example/privacy \n saved date: "
            "Tue Foo 04 2021 12:12:45 GMT+0200\n-->",
            None,
            "https://acme.example/privacy",
        ),
        ("<!-- saved from url=(0022)http://internet.e-mail -->", None, None),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        ("<!-- saved from url=(0019)javascript:alert(1) -->", None, None),
        ("<p>saved from url=(0028)https://acme.example/privacy</p>", None, None),
    ],
)
def test_the_note_in_a_saved_page(note: str, time: str | None, address: str | None) -> None:
    text = f"<!DOCTYPE html>\n{note}\n<html lang=de><p>Wir bewahren nichts auf.</html>"

    source = read(text.encode(), "page.html")

    assert (source.provenance.stamp, source.provenance.original_url) == (time, address)
    assert source.text == text
