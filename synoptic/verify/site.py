"""All pages of a built site: what they could do, where they lead, and the words of a text.

What could run, load or lead is read with the parser that is nearest to browsers (see `page`).
Words are read with a third one: what the cleaner and the witness of the word proof both
misread would still be seen here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from synoptic.text.words import words_of
from synoptic.verify.page import outside_of_style, page_of

_NOT_FOUND_PAGE = "404.html"  # served for any address, so its links are not relative to one

Found = tuple[Path, str]
"""A page and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What is wrong with the pages of a site, by kind."""

    pages: int
    policy: tuple[Found, ...]
    inline: tuple[Found, ...]
    requests: tuple[Found, ...]
    ids: tuple[Found, ...]
    links: tuple[Found, ...]


def audit_of(site: Path) -> Audit:
    """Read every page and style sheet of a built site, each once."""
    policy: list[Found] = []
    inline: list[Found] = []
    requests: list[Found] = []
    doubles: list[Found] = []
    ids: dict[Path, frozenset[str]] = {}
    links: dict[Path, tuple[str, ...]] = {}
    for path in sorted(site.rglob("*.html")):
        page = page_of(path.read_text(encoding="utf-8"))
        policy += ((path, what) for what in page.policy)
        inline += ((path, what) for what in page.inline)
        requests += ((path, what) for what in page.requests)
        doubles += ((path, f"has the id {id_} more than once") for id_ in page.doubles)
        ids[path] = page.ids
        if path.name != _NOT_FOUND_PAGE:
            links[path] = page.links
    for path in sorted(site.rglob("*.css")):
        found = outside_of_style(path.read_text(encoding="utf-8"))
        requests += ((path, f"loads {address}") for address in found)
    broken = [
        (path, what)
        for path, addresses in links.items()
        for what in (_broken(site, path, address, ids) for address in addresses)
        if what
    ]
    return Audit(
        pages=len(ids),
        policy=tuple(policy),
        inline=tuple(inline),
        requests=tuple(requests),
        ids=tuple(doubles),
        links=tuple(broken),
    )


def full_text_words(path: Path) -> list[str]:
    """Return the words of the clauses on a policy page, in order, supplied names left out."""
    words: list[str] = []
    for block in _parsed(path).select(".fulltext"):
        for element in block.select(".supplied, .marker"):
            element.decompose()
        words += words_of(" ".join(_texts(block)))
    return words


def _parsed(path: Path) -> BeautifulSoup:
    """Read a page with a parser that neither the cleaner nor the witness uses."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


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


def _broken(site: Path, page: Path, address: str, ids: Mapping[Path, frozenset[str]]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    target = _target(site, page, unquote(parts.path))
    if target is None or not target.is_file():
        return f"links to {address}, which is not there"
    fragment = unquote(parts.fragment)
    # Addresses such as #:~:text= or an empty fragment name no element.
    if fragment and target in ids and fragment not in ids[target]:
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
