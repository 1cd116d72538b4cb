"""Words of strangers turn none of ours round, and Hebrew reads from the right.

The order is read from the rendered page: where each letter of a text stands.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from archives import IDENTITY, copy_of_project
from makers import header
from playwright.sync_api import Browser, Page

from browser.windows import reading

TURNS = "\u202e\u2067\u202b\u200f\u061c"
ARABIC, HEBREW = "\u0633\u064a\u0627\u0633\u0629", "\u05de\u05d3\u05d9\u05e0\u05d9\u05d5\u05ea"
PAGES = (
    *("", "policies/", "policies/evil/", "policies/evil/2016-06-01/", "policies/evil/2017-06-01/"),
    *("changes/evil/2016-06-01--2017-06-01/", "compare/", "compare/sharing/", "compare/facts/"),
    *("policies/hebrew/2016-06-01/", "data/"),
)
TEXT = """# {name} Privacy {name}

We {name} collect your name and share it with third parties {name}. Updated {name}: May 1, {year}.

## {name} Cookies 2016-10-02 {name}

We use cookies {name} and do not sell your personal information {name}.
"""

BACKWARDS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  const left = /[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]/
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement
    if (!node.data.trim() || left.test(node.data) || parent.closest('[dir=rtl]')) continue
    if (!parent.checkVisibility({visibilityProperty: true})) continue
    let last = null
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange()
      range.setStart(node, at); range.setEnd(node, at + 1)
      const box = range.getClientRects()[0]
      if (!box || !box.width || !node.data[at].trim()) continue
      if (last && Math.abs(last.top - box.top) < 2 && box.left < last.left - 0.5) {
        found.push(node.data); break
      }
      last = box
    }
  }
  return found
}"""

PLACES = """(text) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, start = node.data.indexOf(text)
    if (start < 0 || !node.parentElement.closest('.md-content')) continue
    return [...text].map((_, at) => {
      const range = document.createRange()
      range.setStart(node, start + at); range.setEnd(node, start + at + 1)
      return range.getBoundingClientRect().left
    })
  }
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of texts whose writing runs in every direction."""
    folder = tmp_path_factory.mktemp("turned")
    copy_of_project(folder)
    corpus = folder / "corpus"
    shutil.rmtree(corpus)
    corpus.mkdir()
    for year in ("2016", "2017"):
        name = f"{TURNS}Acme {ARABIC if year == '2017' else ''}"
        head = header("acme.example", f"{year}0601120000", "http%3A//acme.example/privacy")
        (corpus / f"evil-{year}.md").write_text(head + TEXT.format(name=name, year=year))
    head = header("heb.example", "20160601120000", "http%3A//heb.example/privacy")
    (corpus / "hebrew.md").write_text(f"{head}# {HEBREW}\n\n{HEBREW} {HEBREW} 12 {HEBREW}.\n")
    escaped = "".join(f"\\u{ord(turn):04x}" for turn in TURNS)
    name = f'organisation: "{escaped}{ARABIC}"'
    (corpus / "corpus.yml").write_text(
        "files:\n"
        f"  evil-2016.md: {{document: evil, {name}}}\n  evil-2017.md: {{{name}}}\n"
        f"  hebrew.md: {{document: hebrew, language: he, organisation: {HEBREW}}}\n{IDENTITY}",
        encoding="utf-8",
    )
    yield from served(folder)


def served(folder: Path) -> Iterator[str]:
    """Build a site without a warning and serve it."""
    handler = functools.partial(Quiet, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_port}/"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def page(browser: Browser, hostile: str) -> Iterator[Page]:
    with reading(browser, hostile) as opened:
        yield opened.page


@pytest.mark.parametrize("path", PAGES)
def test_every_text_without_such_letters_reads_from_the_left(
    page: Page, hostile: str, path: str
) -> None:
    answer = page.goto(hostile + path)
    assert answer is not None
    assert answer.status == 200

    assert page.evaluate(BACKWARDS) == []


def test_a_name_turns_no_title_of_a_window_round(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}policies/evil/2016-06-01/")
    title = page.title()

    assert title.startswith("\u2068")
    assert f"{ARABIC}\u2069 (2016-06-01)" in title
    assert not set("\u202e\u2067\u202b\u200f\u061c") & set(title)


def test_a_control_is_shown_in_the_clear(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}policies/evil/2016-06-01/")

    assert "⇄⇄⇄⇄⇄Acme" in page.locator(".md-content").inner_text()


@pytest.mark.parametrize("path", ["policies/hebrew/2016-06-01/", "policies/", "policies/hebrew/"])
def test_hebrew_reads_from_the_right(page: Page, hostile: str, path: str) -> None:
    page.goto(hostile + path)
    places = page.evaluate(PLACES, HEBREW)

    assert places == sorted(places, reverse=True)
    assert places[0] > places[-1]
