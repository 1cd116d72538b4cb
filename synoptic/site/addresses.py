"""Where everything of the site is, and the way from one place to another.

In: slugs, names and numbers of parts. Out: addresses; each knows the file below docs/ that
is written, where a reader finds it, and the way to any other. No other module puts a link
or a path together.

Promise: addresses and anchors are cited, so they stay as they are (see decision 0006).
"""

from dataclasses import dataclass, replace
from typing import Self

from synoptic.model import Capture, Version


@dataclass(frozen=True, slots=True)
class Address:
    """A page, a place on a page, or another file of the site."""

    file: str
    """Path below docs/, with forward slashes."""
    shown_in: str = ""
    """Of a part of a page that people wrote, the file of that page; else empty."""
    anchor: str = ""

    @property
    def url(self) -> str:
        """Address below the root of the site without the anchor; the home page has none.

        A page is a folder to a browser: MkDocs makes ``acme/index.html`` of ``acme.md`` and
        of ``acme/index.md``.
        """
        file = self.shown_in or self.file
        folder, slash, name = file.rpartition("/")
        if not name.endswith(".md"):
            return file
        return f"{folder}{slash}" if name == "index.md" else f"{file.removesuffix('.md')}/"

    @property
    def name(self) -> str:
        """Name of the file, without its folder."""
        return self.file.rpartition("/")[2]

    def at(self, anchor: str) -> Self:
        """Return a place on this page, such as a clause by its id."""
        return replace(self, anchor=anchor)

    def topic(self, slug: str) -> Self:
        """Return where the page of a version has its quotes on a topic."""
        return self.at(f"topic-{slug}")

    def answer(self, slug: str) -> Self:
        """Return where the page of a version answers a question."""
        return self.at(f"fact-{slug}")

    def to(self, other: "Address") -> str:
        """Return the way from this page or file to another, as a link has it.

        It goes up to the root and down again, so that the site works below any path, and
        the same links stand on all pages of one depth.

        >>> here = Address("policies/acme/2016-06-01.md")
        >>> here.to(Address("compare/index.md").at("sharing")), here.to(here.topic("sharing"))
        ('../../../compare/#sharing', '#topic-sharing')
        """
        anchor = f"#{other.anchor}" if other.anchor else ""
        if anchor and other.url == self.url:
            return anchor
        return "../" * self.url.count("/") + other.url + anchor


OVERVIEW = Address("_parts/overview.md", shown_in="index.md")
"""The generated part of the home page."""

TAXONOMY = Address("_parts/taxonomy.md", shown_in="about/taxonomy.md")
"""The generated part of the page on the taxonomy."""

POLICIES = Address("policies/index.md")
DATA = Address("data/index.md")
CAPTURES = Address("about/captures.md")
"""How captures are told that are no policies."""
CLEANING = Address("about/cleaning.md")
LIMITS = Address("about/limits.md")

FEED = Address("data/feed.xml")

PUBLISHED = Address("data/manifest-sha256.txt")
"""The list of hashes for readers: of data files, as they lie on the site, seen from its root."""

HASHES = Address("_parts/generated-sha256.txt")
"""Our own list of all generated files with their hashes; itself not in it.

In a folder that MkDocs does not publish: most of these files are not on the site.
"""


def recognising_rule(name: str) -> Address:
    """Return where a rule is explained by which a capture is taken for no policy."""
    return CAPTURES.at(name.replace("_", "-"))


def cleaning_rule(name: str) -> Address:
    """Return where a rule is explained by which words were left out or put in form."""
    return CLEANING.at(name)


def policy(slug: str) -> Address:
    """Return the page of a policy in time."""
    return Address(f"policies/{slug}/index.md")


def version(version: Version) -> Address:
    """Return the page of a version, or of a captured page that is probably no policy."""
    return Address(f"policies/{version.id}.md")


def changes(old: Version, new: Version) -> Address:
    """Return the page of what changed between two versions of a policy."""
    return Address(f"changes/{new.policy}/{old.version}--{new.version}.md")


def matrix(part: int = 1) -> Address:
    """Return a part of the table of topics against policies."""
    return _part("compare", part, "compare/matrix")


def topic(slug: str, part: int = 1) -> Address:
    """Return a part of the page of a topic."""
    return _part(f"compare/{slug}", part)


def answers(part: int = 1) -> Address:
    """Return a part of the table of questions against policies."""
    return _part("compare/facts", part, "compare/facts/part")


def question(slug: str, part: int = 1) -> Address:
    """Return a part of the page of a question."""
    return _part(f"compare/facts/{slug}", part)


def data(name: str) -> Address:
    """Return a file for other programs by its name, such as ``policies.json``."""
    return Address(f"data/{name}")


def text(version: Version) -> Address:
    """Return the file with the cleaned text of a version."""
    return data(f"texts/{version.id}.txt")


def stored(version: Version, capture: Capture) -> Address:
    """Return the file with the stored bytes of a capture.

    Under the ending .txt every server sends plain text, whatever the bytes are.
    """
    return data(f"sources/{version.policy}/{capture.name}.txt")


def _part(first: str, part: int, others: str = "") -> Address:
    """Return a part of a table: the first has the address of the table, the others a number."""
    return Address(f"{first}/index.md" if part == 1 else f"{others or first}-{part}/index.md")
