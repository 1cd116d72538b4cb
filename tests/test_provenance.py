"""Provenance headers and archive addresses."""

import pytest

from synoptic.formats.provenance import parse_memento_url, split_header
from synoptic.model import Provenance

MARKDOWN = (
    "> *The following text is extracted and transformed from the {site} privacy policy that was "
    "archived on {date}. Please check the [original snapshot on the Wayback Machine]({url}) for "
    "the most accurate reproduction.*\n\n# Privacy\n"
)
HTML = (
    "<!--The following is the downloaded HTML source of the {site} privacy policy that was "
    "archived on {date}.\n Please check the original snapshot on the Wayback Machine ({url}) for "
    "the most accurate reproduction.-->\n\n<html><body>Privacy</body></html>"
)
URL = "https://web.archive.org/web/20120621214209id_/http%3A//acme.example/privacy"


@pytest.mark.parametrize(
    ("url", "original_url"),
    [
        pytest.param(
            "https://web.archive.org/web/20120621214209/http://acme.example/privacy",
            "http://acme.example/privacy",
            id="plain",
        ),
        pytest.param(URL, "http://acme.example/privacy", id="mode flag and escaped scheme"),
        pytest.param(
            "https://web.archive.org/web/20120621214209id_/https%3A//acme.example/?u=a%2Fb",
            "https://acme.example/?u=a%2Fb",
            id="escapes after the scheme stay",
        ),
    ],
)
def test_original_url(url: str, original_url: str) -> None:
    assert parse_memento_url(url).original_url == original_url


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://acme.example/privacy", "not a Wayback Machine address"),
        ("https://web.archive.org/web/20121321000000/http://acme.example/", "is not a date"),
        ("https://web.archive.org/web/99991231235959/http://acme.example/", "in 9999"),
        ("https://web.archive.org/web/00010101000000/http://acme.example/", "in 1:"),
    ],
)
def test_rejects(url: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_memento_url(url)


@pytest.mark.parametrize("header", [MARKDOWN, HTML], ids=["markdown", "html"])
def test_header_is_read_and_taken_off(header: str) -> None:
    text = header.format(site="acme.example", date="2012-06-21", url=URL)

    provenance, body = split_header(text)

    assert body.startswith(("# Privacy", "<html>"))
    assert provenance.site == "acme.example"
    assert provenance.stamp == "2012-06-21T21:42:09Z"
    assert provenance.original_url == "http://acme.example/privacy"
    base = "https://web.archive.org/web/20120621214209"
    assert provenance.memento_url == f"{base}/http://acme.example/privacy"
    assert provenance.memento_raw_url == f"{base}id_/http://acme.example/privacy"
    assert text.split("\n")[provenance.header_lines] == body.split("\n")[0]


def test_text_without_header_says_nothing() -> None:
    provenance, body = split_header("We keep nothing.")

    assert (provenance.site, provenance.captured_at, provenance.header) == (None, None, "")
    assert body == "We keep nothing."


@pytest.mark.parametrize(
    ("date", "url", "message"),
    [
        ("2012-06-22", URL, "says 2012-06-22, but its archive address says 2012-06-21"),
        ("2012-06-31", URL, "2012-06-31 is not a date"),
        ("2012-06-21", "https://acme.example/", "not a Wayback Machine address"),
    ],
)
@pytest.mark.parametrize("header", [MARKDOWN, HTML], ids=["markdown", "html"])
def test_contradictions(header: str, date: str, url: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        split_header(header.format(site="acme.example", date=date, url=url))


def test_half_a_header_is_a_fault_not_text() -> None:
    with pytest.raises(ValueError, match="begins like a provenance header"):
        split_header("> *The following text is extracted and transformed from somewhere.*\n\nText")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.acme.example/privacy", "acme.example"),
        ("http://world.acme.example:8080/", "world.acme.example"),
        ("http://[x", None),
        ("mailto:ann@acme.example", None),
        (None, None),
    ],
)
def test_the_host_is_that_of_the_address(url: str | None, host: str | None) -> None:
    assert Provenance(original_url=url).host == host
