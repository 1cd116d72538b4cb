"""Reading a built site as a browser would find it: words, links and loads of its pages."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

from synoptic.text.words import words_of

_NOT_FOUND_PAGE = "404.html"  # served for any address, so its links are not relative to one
_LOADS = (("*", "src"), ("*", "poster"), ("object", "data"))
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""", re.IGNORECASE)


def full_text_words(path: Path) -> list[str]:
    """Return the words of the clauses on a policy page, in order, supplied names left out."""
    root = _parsed(path)
    words: list[str] = []
    for block in root.find_class("fulltext"):
        for element in block.find_class("supplied") + block.find_class("marker"):
            element.drop_tree()
        words += words_of(" ".join(_texts(block)))
    return words


def broken_links(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page and link whose target or anchor does not exist."""
    anchors: dict[Path, set[str]] = {}
    pages = {path: _parsed(path) for path in sorted(site.rglob("*.html"))}
    for path, root in pages.items():
        anchors[path] = {str(value) for value in root.xpath("//@id | //a/@name")}
    for path, root in pages.items():
        if path.name == _NOT_FOUND_PAGE:
            continue
        for address in dict.fromkeys(map(str, root.xpath("//a/@href | //link/@href | //@src"))):
            what = _broken(site, path, address, anchors)
            if what:
                yield path, what


def outside_loads(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page and address of another host that opening the page would ask for."""
    for path in sorted(site.rglob("*.html")):
        root = _parsed(path)
        loads = [str(url) for tag, key in _LOADS for url in root.xpath(f"//{tag}/@{key}")]
        sets = ",".join(map(str, root.xpath("//@srcset")))
        loads += [one.split()[0] for one in sets.split(",") if one.strip()]
        loads += _CSS_URL.findall("\n".join(map(str, root.xpath("//@style | //style/text()"))))
        loads += [
            str(link.get("href"))
            for link in root.iter("link")
            if (link.get("rel") or "") not in ("canonical", "prev", "next", "alternate")
        ]
        for address in loads:
            if urlsplit(address).netloc:
                yield path, f"loads {address}"


def _parsed(path: Path) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8")
    return html.parse(str(path), parser).getroot()


def _texts(block: HtmlElement) -> Iterator[str]:
    """Yield the text of block-level elements apart: words end where an element does."""
    for element in block.iter("p", "li", "tr", "dt", "dd"):
        yield _own_text(element)


def _own_text(element: HtmlElement) -> str:
    """Return the text of one clause without the clauses nested in it."""
    inner = {"p", "li", "ul", "ol", "dl", "div", "table"}
    if element.tag == "tr":
        return " ".join(_with_breaks(cell) for cell in element)
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in inner:
            pieces.append(_with_breaks(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _with_breaks(element: HtmlElement) -> str:
    """Return the text in an element, with a blank for each line break in it, or for itself."""
    for line_break in element.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    return str(element.text_content())


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
