"""Reading a built site as a browser would find it: words, links and loads of its pages.

The parser is a third one: what the cleaner and the witness of the word proof both misread
would still be seen here.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from synoptic.text.words import words_of

_NOT_FOUND_PAGE = "404.html"  # served for any address, so its links are not relative to one
_LOADS = (("*", "src"), ("*", "poster"), ("object", "data"))
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""", re.IGNORECASE)


def full_text_words(path: Path) -> list[str]:
    """Return the words of the clauses on a policy page, in order, supplied names left out."""
    words: list[str] = []
    for block in _parsed(path).select(".fulltext"):
        for element in block.select(".supplied, .marker"):
            element.decompose()
        words += words_of(" ".join(_texts(block)))
    return words


def broken_links(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page and link whose target or anchor does not exist."""
    anchors: dict[Path, set[str]] = {}
    addresses: dict[Path, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        page = _parsed(path)
        anchors[path] = {*_values(page, "[id]", "id"), *_values(page, "a[name]", "name")}
        if path.name != _NOT_FOUND_PAGE:
            addresses[path] = [
                *_values(page, "a[href], link[href]", "href"),
                *_values(page, "[src]", "src"),
            ]
    for path, found in addresses.items():
        for address in dict.fromkeys(found):
            what = _broken(site, path, address, anchors)
            if what:
                yield path, what


def outside_loads(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page and address of another host that opening the page would ask for."""
    for path in sorted(site.rglob("*.html")):
        page = _parsed(path)
        loads = [url for tag, key in _LOADS for url in _values(page, f"{tag}[{key}]", key)]
        sets = ",".join(_values(page, "[srcset]", "srcset"))
        loads += [source.split()[0] for source in sets.split(",") if source.strip()]
        styles = [*_values(page, "[style]", "style"), *(str(css) for css in page.select("style"))]
        loads += _CSS_URL.findall("\n".join(styles))
        loads += [
            str(link["href"])
            for link in page.select("link[href]")
            if not {"canonical", "prev", "next", "alternate"} & {*link.get_attribute_list("rel")}
        ]
        for address in loads:
            if urlsplit(address).netloc:
                yield path, f"loads {address}"


def _parsed(path: Path) -> BeautifulSoup:
    """Read a page with a parser that neither the cleaner nor the witness uses."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def _values(page: BeautifulSoup, selector: str, key: str) -> list[str]:
    return [str(element[key]) for element in page.select(selector)]


def _texts(block: Tag) -> Iterator[str]:
    """Yield the text of block-level elements apart: words end where an element does."""
    for element in block.find_all(["p", "li", "tr", "dt", "dd"]):
        yield _own_text(element)


def _own_text(element: Tag) -> str:
    """Return the text of one clause without the clauses nested in it."""
    inner = {"p", "li", "ul", "ol", "dl", "div", "table"}
    if element.name == "tr":
        return " ".join(
            _with_breaks(cell) for cell in element.find_all(["td", "th"], recursive=False)
        )
    return "".join(
        _with_breaks(child) if isinstance(child, Tag) else str(child)
        for child in element.children
        if not (isinstance(child, Tag) and child.name in inner)
        and not isinstance(child, PreformattedString)
    )


def _with_breaks(element: Tag) -> str:
    """Return the text in an element, with a blank for each line break in it, or for itself."""
    if element.name == "br":
        return " "
    for line_break in element.find_all("br"):
        line_break.replace_with(" ")
    return element.get_text()


def _broken(site: Path, page: Path, address: str, anchors: dict[Path, set[str]]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    target = _target(site, page, unquote(parts.path))
    if target is None or not target.is_file():
        return f"links to {address}, which is not there"
    fragment = unquote(parts.fragment)
    # Addresses such as #:~:text= or an empty fragment name no element.
    if fragment and target in anchors and fragment not in anchors[target]:
        return f"links to {address}, but the page has no such anchor"
    return ""


def _target(site: Path, page: Path, path: str) -> Path | None:
    """Return the file that a server would send for a path; None if it leads out of the site."""
    if not path:
        return page
    base = site if path.startswith("/") else page.parent
    steps: list[str] = list(base.relative_to(site).parts)
    for step in PurePosixPath(path.lstrip("/")).parts:
        if step == "..":
            if not steps:
                return None
            steps.pop()
        else:
            steps.append(step)
    target = site.joinpath(*steps)
    return target / "index.html" if target.is_dir() else target
