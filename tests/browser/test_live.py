"""Under `mkdocs serve` an open page changes by itself after an edit, with one build for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from serving import Server, serving

from browser.windows import reading

POLICY = "# Privacy at Zebra\n\nZebra collects the names of visitors.\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("live")) as one:
        (one.folder / "corpus/zebra.txt").write_text(POLICY, encoding="utf-8")
        one.wait_for("policies/zebra/undated/", "names of visitors")
        one.comes_to_rest()
        yield one


@pytest.mark.parametrize(
    ("name", "page", "old", "new"),
    [
        ("corpus/zebra.txt", "policies/zebra/undated/", "names of visitors", "shoes of guests"),
        ("taxonomy/topics.yml", "compare/", "title: Collection", "title: Gathering"),
        ("docs/index.md", "", "# ", "Written while you look.\n\n# "),
        ("docs/about/limits.md", "about/limits/", "# ", "Written while you look.\n\n# "),
    ],
)
def test_an_open_page_shows_an_edit(
    browser: Browser, server: Server, name: str, page: str, old: str, new: str
) -> None:
    builds = server.builds()
    words = new.removeprefix("title: ").partition("\n")[0]
    with reading(browser, server.address) as reader:
        opened = reader.open(page)
        content = opened.locator("article")
        expect(content).not_to_contain_text(words)
        changed(server, name, old, new)
        expect(content).to_contain_text(words, timeout=20_000)
    server.comes_to_rest()
    assert server.builds() == builds + 1


def changed(server: Server, name: str, old: str, new: str) -> None:
    """Change a file in one stroke, so that no half of it is seen."""
    text = (server.folder / name).read_text(encoding="utf-8")
    assert old in text
    beside = server.folder / "beside"
    beside.write_text(text.replace(old, new, 1), encoding="utf-8")
    beside.replace(server.folder / name)


def test_the_script_is_on_served_pages_only(server: Server, project: Path) -> None:
    assert "livereload.js" in server.text("about/limits/")
    assert "livereload.js" not in (project / "site/about/limits/index.html").read_text("utf-8")
    assert not (project / "site/livereload.js").exists()
