"""Whatever text goes in, the rendered page shows that text and no element of its own.

Each page is rendered as MkDocs renders it: with the extensions of mkdocs.yml.
"""

import html
import re
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from lxml.html import HtmlElement, fromstring

from synoptic.model import Block, CleanText, Kind, Run
from synoptic.site import escape
from synoptic.site.pages.environment import environment
from synoptic.site.plain_markdown import markdown_from
from synoptic.text.words import one_line, slug_of

ROOT = Path(__file__).parent.parent
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

MARKUP = (
    "# h",
    "* x",
    "- x",
    "1. x",
    "> x",
    "```",
    "~~~",
    "    x",
    "\t",
    "\n",
    "\n\n",
    "<b>",
    "</p>",
    "<script>alert(1)</script>",
    "<!-- ",
    "-->",
    "<?php",
    "]]>",
    "&amp;",
    "&lt;b&gt;",
    "&#35;",
    "{{ x }}",
    "{% raw %}",
    "{#x}",
    "{: .x }",
    "{ #id .c a=b }",
    "[a](b)",
    "[a]: b",
    "![a](b)",
    "[^1]",
    "<http://x.example>",
    "`x`",
    "$x$",
    "\\*",
    "***x***",
    "__x__",
    '--8<-- "x"',
    ";--8<--",
    "--8<--",
    "===",
    "---",
    "...",
    "| a | b |",
    "--- | ---",
    "x {#y}",
    '"',
    "'",
    ":x:",
    "- [ ] x",
    "!!! note",
    "???",
    "~x~",
    "^x^",
    "==x==",
    "++x++",
    "*[HTML]: x",
    "[TOC]",
    "wzxhzdk:0",
    "klzzwxh:0042",
    "\x02amp\x03",
    "\u2028",
    "\u00a0",
    "\u200b",
    "個人",
    "{%",
    "%}",
    "\x00",
    "\r",
)
texts = st.one_of(
    st.lists(st.sampled_from(MARKUP), max_size=8).map("".join),
    st.lists(st.sampled_from(MARKUP), max_size=8).map(" ".join),
    st.text(max_size=40),
)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without its tags for the environment and for Python names."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions of the site, with those that MkDocs always has."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    names, settings = ["toc", "tables", "fenced_code"], {}
    for one in config["markdown_extensions"]:
        name, options = next(iter(one.items())) if isinstance(one, dict) else (one, {})
        names.append(name)
        settings[name] = {
            key: [str(ROOT / value) for value in values] if key == "base_path" else values
            for key, values in options.items()
        }
    return list(dict.fromkeys(names)), settings


NAMES, SETTINGS = extensions()


def page(source: str) -> HtmlElement:
    rendered = markdown.markdown(source, extensions=NAMES, extension_configs=SETTINGS)
    return fromstring(f"<main>{rendered}</main>")


def shown(element: HtmlElement) -> str:
    for permalink in element.find_class("headerlink"):
        permalink.drop_tree()
    return one_line(element.text_content())


def wanted(text: str) -> str:
    return one_line(CONTROL.sub(lambda match: " " if match[0].isspace() else "\ufffd", text))


def elements(element: HtmlElement) -> list[str]:
    return [str(one.tag) for one in element.iter() if one is not element]


@given(texts.filter(lambda text: wanted(text)))
@example("*[HTML]: x")
@example('--8<-- "index.md"')
@example("x { #other }")
def test_in_a_heading(text: str) -> None:
    found = page(f"before\n\n## {escape.md(text)} {{ #here .c }}\n\nafter")
    (heading,) = found.iter("h2")

    assert heading.get("id") == "here"
    assert shown(heading) == wanted(text)
    assert elements(found) == ["p", "h2", "p"]


@given(texts)
def test_in_html(text: str) -> None:
    found = page(f'before\n\n<div class="x">\n<p>{escape.html(text)}</p>\n</div>\n\nafter')

    assert elements(found) == ["p", "div", "p", "p"]
    assert shown(found.find("div")) == wanted(text)


@given(texts)
def test_in_an_attribute(text: str) -> None:
    found = page(f'<div>\n<p title="{escape.html(text)}">x</p>\n</div>')

    assert elements(found) == ["div", "p"]
    assert one_line(found.find(".//p").get("title")) == wanted(text)
    assert found.find(".//p").keys() == ["title"]


@given(texts)
def test_in_the_title_of_a_page(text: str) -> None:
    source = f"title: {escape.yaml(text)}\nhide:\n  - navigation\n"
    found = yaml.safe_load(source)

    assert found.keys() == {"title", "hide"}
    title = html.unescape(found["title"])
    assert title == wanted(text).replace("<", "‹").replace(">", "›")
    assert "\n" not in found["title"]


@given(texts)
def test_templates_escape_by_themselves(text: str) -> None:
    template = environment().from_string("<div>\n<p>{{ text }}</p>\n</div>\n\n## {{ text | md }}x")
    found = page(template.render(text=text))

    assert wanted(text) == shown(found.find("div"))
    assert shown(found.find("h2")) == one_line(f"{wanted(text)}x") or not wanted(text)


def test_templates_know_no_other_names() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ nobody }}").render()


@pytest.mark.parametrize(
    ("href", "base", "target"),
    [
        ("terms", "http://acme.example/legal/", "http://acme.example/legal/terms"),
        ("//cdn.example/x", "https://acme.example/", "https://cdn.example/x"),
        ("mailto:me@acme.example", None, "mailto:me@acme.example"),
        ("http://me:word@acme.example/", None, "http://acme.example/"),
        ("terms", None, ""),
        ("", "http://acme.example/legal/", "http://acme.example/legal/"),
        ("javascript:alert(1)", "http://acme.example/", ""),
        ("JaVaScRiPt:alert(1)", "http://acme.example/", ""),
        ("java\tscript:alert(1)", "http://acme.example/", ""),
        ("\x01javascript:alert(1)", "http://acme.example/", ""),
        ("data:text/html,x", "http://acme.example/", ""),
        ("file:///etc/passwd", "http://acme.example/", ""),
        ("vbscript:x", None, ""),
        ("http://[::1", None, ""),
        ("http:///x", None, ""),
        ("ftp://acme.example/", None, ""),
        ("http://acme.example:99999/", None, ""),
        ("http://acme.example:x/", None, ""),
    ],
)
def test_links(href: str, base: str | None, target: str) -> None:
    assert escape.link(href, base) == target


@given(st.text(max_size=30), st.sampled_from([None, "http://acme.example/privacy"]))
def test_a_link_is_of_a_known_kind_or_none(href: str, base: str | None) -> None:
    target = escape.link(href, base)

    assert not target or target.partition(":")[0] in ("http", "https", "mailto")
    assert not CONTROL.search(target)


DIALECTS = [
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta",
    "sane_lists", "smarty", "tables", "toc", "wikilinks", "pymdownx.arithmatex",
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji",
    "pymdownx.fancylists", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.saneheaders", "pymdownx.smartsymbols",
    "pymdownx.snippets", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
"""Every extension that a curator of a site is likely to switch on."""

WHOLE_WORDS = {"pymdownx.smartsymbols": {"ordinal_numbers": False}}
"""1st is made of letters only: no escape can keep an extension from raising the st."""

DIALECT_MARKUP = [
    *MARKUP, "don't", "ii. x", "(c)", "www.a.example", "me@a.example", "a--b", "1/2", "[[x]]",
    "{++x++}", "++ctrl++", "\\(x\\)", "Title: x", "a-b/c.", " . ",
]  # fmt: skip


@given(st.lists(st.sampled_from(DIALECT_MARKUP), max_size=6).map(" ".join) | texts)
@example("ii. x")
@example("don't -- 'x' ...")
def test_a_line_is_a_line_in_every_dialect(text: str) -> None:
    rendered = markdown.markdown(
        escape.line(text.strip()), extensions=DIALECTS, extension_configs=WHOLE_WORDS
    )
    found = fromstring(f"<main>{rendered}</main>")

    assert set(elements(found)) <= {"p", "br"}
    for br in found.iter("br"):
        br.tail = " " + (br.tail or "")
    assert one_line(found.text_content()) == wanted(text)


def test_the_apostrophe_is_always_written_as_a_reference() -> None:
    assert escape.line("don't") == "don&#39;t"


SPELLINGS = (
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "\x00javascript:alert(1)", " \x1fjavascript:alert(1)", "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)", "javascript%3Aalert(1)", "%6Aavascript:alert(1)",
    "\uff4aavascript:alert(1)", "javascript\uff1aalert(1)", "\u00a0javascript:alert(1)",
    "\u200bjavascript:alert(1)", "jav\u00adascript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=",
    "view-source:javascript:1", "blob:https://a.example/1", "filesystem:x", "livescript:x",
    "http:javascript:alert(1)", "//javascript:alert(1)", "\\\\a.example\\x", "jar:http://a!/x",
)  # fmt: skip


@pytest.mark.parametrize("href", SPELLINGS)
@pytest.mark.parametrize(
    "base", [None, "http://acme.example/privacy", "javascript:1", "data:,x", "http://[", "x"]
)
def test_no_spelling_of_a_script_is_a_link(href: str, base: str | None) -> None:
    """Whatever is undone on the way, as a browser would: what is left leads to a page."""
    target = escape.link(href, base)
    attribute = fromstring(f'<a href="{escape.html(target)}">x</a>').get("href")

    assert attribute == target
    assert re.fullmatch(r"(https?://[^/\\\s@]+.*)?", target), target


@pytest.mark.parametrize(
    "href",
    [
        "https://bank.example:word@evil.example/",
        "https://bank.example%40x@evil.example/",
        "https://bank.example\\@evil.example/",
        "//me:word@evil.example/",
    ],
)
def test_no_link_has_a_name_or_a_password_in_it(href: str) -> None:
    target = escape.link(href, "https://acme.example/")
    assert "@" not in urlsplit(target).netloc
    assert "\\" not in target


@given(texts)
def test_a_slug_can_be_a_folder_anywhere(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))


@given(st.lists(texts, max_size=3))
def test_the_front_matter_of_a_page_says_what_we_say_and_no_more(many: list[str]) -> None:
    source = "".join(f"key{place}: {escape.yaml(text)}\n" for place, text in enumerate(many))
    found = yaml.safe_load(source) or {}

    assert list(found) == [f"key{place}" for place in range(len(many))]
    assert all(type(value) is str for value in found.values())
    assert not any("<" in html.unescape(value) for value in found.values())


PASSWORD = "ann:secret@"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JaVa\tScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        f"https:{PASSWORD}acme.example",
        f"https:/{PASSWORD}acme.example",
        "http://[",
        "http://[::g]/",
        "http://a b/",
        "http://a|b/",
        "http://a%00b/",
        "http://1.2.3.4.5/",
        "http://acme.example:99999/",
        "http://xn--a/",
        "//a b/",
    ],
)
def test_an_address_that_nobody_may_follow_or_no_browser_takes_is_no_link(href: str) -> None:
    assert escape.link(href, "http://acme.example/") == ""
    assert escape.followed(href) == ""
    assert markdown_from(page_of(href)).strip() == "We wrote it."


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("../terms#end", "../terms#end"),
        ("#top", "#top"),
        ("mailto:ann@acme.example?subject=x", "mailto:ann@acme.example?subject=x"),
        (f"http://{PASSWORD}acme.example/x", "http://acme.example/x"),
        (f"//{PASSWORD}acme.example/x", "//acme.example/x"),
        (f"http:\\\\{PASSWORD}acme.example\\x", "http://acme.example/x"),
        ("http://例え.jp/x", "http://例え.jp/x"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
    ],
)
def test_other_addresses_stay_in_cleaned_text_without_a_password(href: str, kept: str) -> None:
    assert markdown_from(page_of(href)).strip() == f"We [wrote]({kept}) it."


def page_of(href: str) -> CleanText:
    runs = (Run("We "), Run("wrote", href=href), Run(" it."))
    return CleanText(blocks=(Block(kind=Kind.PARAGRAPH, runs=runs),))
