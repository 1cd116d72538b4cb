"""Who says in which language a text is, and what is said of one that the rules cannot read."""

import json

import pytest
from archives import Archive, CommandLine
from makers import header
from page_makers import SLUGS

from synoptic.formats.html.declared import declared
from synoptic.formats.read import read
from synoptic.text.detection import is_in_latin_letters, told
from synoptic.text.language_tags import direction_of, tag_of

GERMAN = """<h1>Datenschutz</h1>
<p>Wir verwenden Cookies und erheben Ihren Namen und Ihre Anschrift, um Ihre Bestellung zu
bearbeiten. Eine Weitergabe an Dritte findet nicht statt.</p>
<p>Cookies: Security, privacy policy, opt out, third parties.</p>"""
JAPANESE = """<h1>個人情報保護方針</h1>
<p>当社は、お客様の個人情報を適切に取り扱い、法令に定める場合を除き第三者に提供しません。
Cookie を使用しています。Privacy Policy, third parties, opt out.</p>"""
ENGLISH = """<h1>Privacy</h1>
<p>We collect your name and address, and we use cookies. We never sell personal information
to third parties, and we keep what you send us for as long as the law asks for it.</p>"""


@pytest.fixture
def archive(tmp_path, capfd, monkeypatch) -> Archive:
    return Archive(tmp_path, CommandLine(capfd, monkeypatch))


def page(body: str, tag: str = "<html>") -> str:
    return f"<!doctype html>{tag}<head><title>x</title></head><body>{body}</body></html>"


def policies(archive: Archive) -> dict[str, dict]:
    """The published policies by the name of their file."""
    return {one["source"]["file"]: one for one in archive.data("policies.json")["policies"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html lang=de><p>x", ("de", None)),
        ("<html xml:lang='fr-ca' dir=LTR><p>x", ("fr-CA", "ltr")),
        ("<html lang=''><body lang=nl>x", ("nl", None)),
        ("<html lang=english><meta http-equiv=CONTENT-language content=en_us>", ("en-US", None)),
        ("<meta http-equiv=content-language content='de, en'>", (None, None)),
        ("<html dir=sideways><body dir=rtl>", (None, "rtl")),
        ("<!-- <html lang=it> --><p lang=es>hola", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_page_speaks_for_itself(text: str, expected: tuple[str | None, str | None]) -> None:
    assert declared(text) == expected


@pytest.mark.parametrize("tag", ["english", "jp", "xx", "x-default", "de;DROP", "", "a" * 5000])
def test_what_names_no_language_declares_none(tag: str) -> None:
    assert tag_of(tag) is None


def test_a_text_that_is_too_short_is_not_told() -> None:
    assert told("Privacy") is None
    assert told(ENGLISH) == "en"
    assert told(GERMAN) == "de"
    assert told(JAPANESE) == "ja"


@pytest.mark.parametrize(("tag", "way"), [("fa-IR", "rtl"), ("ja", "ltr"), ("xx-nowhere", "ltr")])
def test_a_language_has_a_direction(tag: str, way: str) -> None:
    assert direction_of(tag) == way


def test_a_hundred_bytes_are_enough_to_tell_a_language() -> None:
    words = (
        "We keep the names and the addresses of our readers as long as they have a card with us."
    )
    words += " And not a day longer."
    assert told(words[:100]) == "en"
    assert told(words[:99]) is None


@pytest.mark.parametrize(("foreign", "latin"), [(50, True), (51, False)])
def test_half_of_the_letters_tell_the_script(foreign: int, latin: bool) -> None:
    assert is_in_latin_letters("я" * foreign + "a" * (100 - foreign)) is latin


@pytest.mark.parametrize(("before", "latin"), [(1900, True), (900, False)])
def test_the_first_two_thousand_characters_tell_the_script(before: int, latin: bool) -> None:
    assert is_in_latin_letters("a" * before + "я" * 3000) is latin


def test_nobody_is_told_a_language_that_is_not_sure() -> None:
    assert told("Tel. 0123 456789, Fax 0123 456788, A. B. Example, 1 Rd, 12345 Xyz. " * 4) is None


def test_an_entry_holds_then_the_page_then_the_words(archive: Archive) -> None:
    archive.add("entry.html", page(GERMAN, "<html lang=en>"))
    archive.add("page.html", page(GERMAN.replace("Namen", "Namen,"), "<html lang=de-AT>"))
    archive.add("words.html", page(GERMAN.replace("Dritte", "Dritte,")))
    archive.add("default.md", "# Privacy\n\nWe keep nothing.\n")
    archive.add("corpus.yml", "defaults: {language: en}\nfiles:\n  entry.html: {language: de_CH}\n")
    assert archive.build().status == 0

    found = {
        name: (one["language"], one["language_source"]) for name, one in policies(archive).items()
    }
    assert found == {
        "entry.html": ("de-CH", "manifest"),
        "page.html": ("de-AT", "page"),
        "words.html": ("de", "detector"),
        "default.md": ("en", "manifest"),
    }


def test_without_a_word_from_anybody_the_language_is_told_or_unknown(archive: Archive) -> None:
    archive.add("long.html", page(ENGLISH))
    archive.add("short.html", page("<p>We keep nothing."))
    archive.build()

    found = {
        name: (one["language"], one["language_source"]) for name, one in policies(archive).items()
    }
    assert found == {"long.html": ("en", "detector"), "short.html": (None, None)}
    assert "English, told by a detector" in (archive.docs / "policies/long/undated.md").read_text()


def test_the_manifest_takes_no_word_for_a_language(archive: Archive) -> None:
    archive.add("a.html", page(ENGLISH))
    archive.add("corpus.yml", "files:\n  a.html: {language: German}\n")

    assert "'German' is no language" in archive.build().err


def test_what_the_rules_cannot_read_is_never_nothing_found(archive: Archive) -> None:
    archive.add("de.html", page(GERMAN, "<html lang=de>"))
    archive.add("ja.html", page(JAPANESE))
    archive.add("en.html", page(ENGLISH, "<html lang=en>"))
    assert archive.build().status == 0

    data = policies(archive)
    for name in ("de.html", "ja.html"):
        assert not any(data[name]["topics"].values()), "loan words give no topic"
        assert {fact["state"] for fact in data[name]["facts"].values()} == {"not-read"}
    assert data["en.html"]["topics"]["sharing"]
    compare = (archive.docs / "compare/index.md").read_text(encoding="utf-8")
    for sign, words in (("[de]", "not read: German"), ("[ja]", "not read: Japanese")):
        assert compare.count(sign) == compare.count(words) == len(SLUGS)
    own = (archive.docs / "policies/ja/undated.md").read_text(encoding="utf-8")
    assert own.count("Not read: our rules do not read Japanese.") > len(SLUGS)
    assert "othing found" not in own.partition("## Cleaning report")[0]
    topic = (archive.docs / "compare/security/index.md").read_text(encoding="utf-8")
    assert "2 versions were not read" in topic
    assert topic.count("Nothing found by rules.") == 1
    answers = (archive.docs / "compare/facts/index.md").read_text(encoding="utf-8")
    assert answers.count('<span class="state">[ja]</span>') == len(data["ja.html"]["facts"])


def test_words_surely_of_another_language_go_before_the_page_and_are_reported(
    archive: Archive,
) -> None:
    archive.add("ja.html", page(JAPANESE, "<html lang=en>"))
    archive.add("de.html", page(GERMAN, "<html lang=en>"))
    archive.add("corpus.yml", "files:\n  de.html: {language: de}\n")
    outcome = archive.build()

    data = policies(archive)
    assert (data["ja.html"]["language"], data["ja.html"]["language_source"]) == ("ja", "detector")
    assert set(data["ja.html"]["topic_states"].values()) == {"not-read"}
    assert "ja.html: warning: the page says that it is in English, a detector" in outcome.err
    assert "de.html: warning: the page says that it is in English, its entry says" in outcome.err
    assert outcome.err.count("[language]") == 2


def test_a_page_that_agrees_with_its_entry_is_no_warning(archive: Archive) -> None:
    archive.add("a.html", page(GERMAN, "<html lang=de-AT>"))
    archive.add("corpus.yml", "files:\n  a.html: {language: de}\n")

    assert "[language]" not in archive.build().err


def test_what_a_person_says_of_an_unread_text_holds(archive: Archive) -> None:
    archive.add("de.html", page(GERMAN, "<html lang=de>"))
    archive.add(
        "corpus.yml",
        "readers: [{id: ann, name: Ann, kind: person}]\nfiles:\n  de.html:\n    review:\n"
        "    - {topic: cookies, verdict: add, by: ann, on: 2026-01-02, why: read it,\n"
        '       quote: "Wir verwenden Cookies"}\n',
    )
    archive.build()

    (policy,) = policies(archive).values()
    assert [topic for topic, tags in policy["topics"].items() if tags] == ["cookies"]


def test_the_text_says_its_language_and_direction_to_a_screen_reader(archive: Archive) -> None:
    text = "<h1>سياسة الخصوصية</h1><p>نحن نجمع اسمك وعنوان بريدك الإلكتروني عند التسجيل.</p>"
    archive.add("ar.html", page(text, "<html lang=ar>"))
    archive.add("en.html", page(ENGLISH, "<html lang=en-GB>"))
    archive.build()

    arabic = (archive.docs / "policies/ar/undated.md").read_text(encoding="utf-8")
    english = (archive.docs / "policies/en/undated.md").read_text(encoding="utf-8")
    assert '<div class="fulltext" lang="ar" dir="rtl">' in arabic
    assert '<div class="fulltext" lang="en-GB">' in english
    assert '<blockquote class="quote"><p lang="en-GB">' in english


def test_tag_reads_no_paragraph_in_another_language(command: CommandLine) -> None:
    text = "We use cookies on our site."
    lines = [{"text": text}, {"text": text, "language": "en-US"}, {"text": text, "language": "de"}]
    lines += [{"text": "当社は Cookie を使用します。cookies を使用"}]
    stdin = "".join(json.dumps(line) + "\n" for line in lines).encode()
    out = command("tag", "-", "--json", stdin=stdin).out.splitlines()

    assert [bool(json.loads(line)["topics"]) for line in out] == [True, True, False, False]


def test_tag_and_explain_give_an_unread_document_no_topics(archive: Archive) -> None:
    path = archive.add("de.html", page(GERMAN, "<html lang=de>"))

    lines = archive.command("tag", path).out.splitlines()
    assert lines
    assert all(json.loads(line)["topics"] == [] for line in lines)
    said = archive.command("explain", path).out
    assert "language: German, according to the page; the rules have no cues for it" in said
    assert "is cookies" not in said


def test_the_language_is_read_below_an_archives_header() -> None:
    comment = header("a.example", "20160601120000", "http%3A//a.example/").partition("https")
    text = (
        "<!-- The following is the downloaded HTML source of the a.example privacy policy that "
        "was archived on 2016-06-01. Please check the original snapshot on the Wayback Machine "
        f"(https{comment[2].partition(')')[0]}) for the most accurate reproduction. -->\n"
    )
    source = read((text + page(GERMAN, "<html lang=de>")).encode(), "a.html")

    assert source.provenance.site == "a.example"
    assert source.language == "de"
