"""Which files of corpus/ are no captures: told by what is in them, and never a policy."""

import pytest

from synoptic.formats.read import read
from synoptic.recognise import in_saved_page, no_capture

POLICY = (
    "We collect your name. We use your address to post the parcel. "
    "Your data are never sold. We keep records for six years."
)
FILES = {
    "note": [
        ("README", "These texts were collected in 2012. Ask me before you change them."),
        ("old/notes.txt", "look for the second capture\nask about the date"),
    ],
    "json_data": [
        ("page.json", '{"url": "https://a.example/privacy", "note": "We collect names."}'),
        ("pages.txt", '{"url": "https://a.example"}\n{"url": "https://b.example"}\n'),
    ],
    "table": [
        ("seen.csv", "site,day\na.example,2012-01-01\nb.example,2012-01-02\n"),
        ("seen.txt", "site\tday\na.example\t2012-01-01\n"),
    ],
    "data_markup": [
        ("news.xml", '<?xml version="1.0"?>\n<!-- a -->\n<rss><title>We use cookies</title></rss>'),
        ("logo", '<svg xmlns="http://www.w3.org/2000/svg"><title>Privacy</title></svg>'),
    ],
    "list_of_addresses": [("all.txt", "https://a.example/privacy\nhttp://b.example/p?x=1\n")],
    "headers": [
        ("a.txt", "HTTP/1.1 200 OK\nServer: x\nContent-Type: text/html\n"),
        ("robots.txt", "User-agent: *\nDisallow: /privacy\n"),
    ],
    "patch": [("a.txt", "--- a/privacy.txt\n+++ b/privacy.txt\n@@ -1 +1 @@\n-old\n+new\n")],
    "settings_file": [("sites.yml", "sites:\n  - url: https://a.example/privacy\n")],
    "program": [
        ("a.txt", "#!/bin/sh\ncurl https://a.example/privacy\n"),
        ("main.css", "h1 { color: red }"),
        ("page", ".privacy h1 { margin: 0; color: #333 }\n.privacy p { margin: 1em; }\n"),
        ("x", 'var a = {"b": 1}; function c(d) { return a[d]; }\nwindow.onload = c;\n'),
    ],
}
CASES = [(rule, name, text) for rule, files in FILES.items() for name, text in files]


@pytest.mark.parametrize(("rule", "name", "text"), CASES)
def test_what_is_no_capture_is_told_with_the_rule(rule: str, name: str, text: str) -> None:
    finding = no_capture(name, text)

    assert finding is not None
    assert finding.rule == rule
    assert finding.reason


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", f"# Privacy\n\n{POLICY}"),
        ("notes.txt", POLICY),
        ("index.html", "<h1>Privacy</h1><p>We keep nothing.</p>"),
        ("policy.js", "<html><body><p>We keep nothing.</p></body></html>"),
        ("privacy.csv", f"Privacy\n{POLICY}"),
        (
            "a.txt",
            "Dear reader, we keep nothing,\nand sell nothing, ever,\nto anybody, ever.",
        ),
        ("a.md", "{{ message }} We keep nothing."),
        ("a.txt", "[Privacy](https://a.example/privacy)\n\nWe keep nothing."),
        ("a.html", '<?xml version="1.0"?><!DOCTYPE html><html><p>We keep nothing.</p></html>'),
        ("a.txt", "--- \n\nWe keep nothing."),
    ],
)
def test_policies_are_captures_whatever_they_are_called(name: str, text: str) -> None:
    assert no_capture(name, text) is None


@pytest.mark.parametrize(
    "text", ["<!--" * 900, "<!-- --> " * 400 + "x", "{" * 100_000, "[" * 50_000]
)
def test_hostile_files_cost_no_time(text: str) -> None:
    no_capture("a.txt", text)


@pytest.mark.parametrize(
    ("name", "names", "expected"),
    [
        ("Acme_files/x.js", {"Acme.htm"}, True),
        ("a/Acme-Dateien/b/x.html", {"a/Acme.html"}, True),
        ("Acme_files/x.js", {"Other.html"}, False),
        ("my_files/acme.html", set(), False),
        ("Acme.html", {"Acme.html"}, False),
    ],
)
def test_the_folder_of_a_saved_page(name: str, names: set[str], expected: bool) -> None:
    assert in_saved_page(name, {name, *names}) is expected


def test_lines_that_look_like_headers_are_no_message() -> None:
    text = "From: 2012 on we keep nothing.\nTo: everybody\n" * 2_000
    assert read(text.encode(), "a.txt").media_type == "text/plain"
