"""Addresses are cited: they stay, they are those of MkDocs, and one module makes them all."""

import ast
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from makers import labelled, provenance
from mkdocs.structure.files import File

from synoptic.model import Capture, Version
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.pages.environment import TEMPLATES

PACKAGE = Path(__file__).parent.parent / "synoptic"


def version(name: str) -> Version:
    origin = provenance()
    file = f"{name}.txt"
    capture = Capture(name=name, provenance=origin, record=file, container=file, sha256="0" * 64)
    unknown = dict.fromkeys(
        ("organisation", "title", "title_source", "language", "sector", "rights")
    )
    words = labelled().words["kept"]
    return Version(
        policy="acme", version=name, provenance=origin, words=words, signed=capture.record,
        captures=(capture,), **unknown,
    )  # fmt: skip


OLD, NEW = version("2008-06-23"), version("undated")

CITED = {
    "": addresses.OVERVIEW,
    "about/taxonomy/": addresses.TAXONOMY,
    "about/captures/#robot-check": addresses.recognising_rule("robot_check"),
    "about/cleaning/#navigation": addresses.cleaning_rule("navigation"),
    "about/limits/": addresses.LIMITS,
    "policies/": addresses.POLICIES,
    "policies/acme/": addresses.policy("acme"),
    "policies/acme/2008-06-23/": addresses.version(OLD),
    "policies/acme/2008-06-23/#topic-sharing": addresses.version(OLD).topic("sharing"),
    "policies/acme/2008-06-23/#fact-sells-data": addresses.version(OLD).answer("sells-data"),
    "policies/acme/undated/#c-0a1b2c3d": addresses.version(NEW).at("c-0a1b2c3d"),
    "changes/acme/2008-06-23--undated/": addresses.changes(OLD, NEW),
    "compare/": addresses.matrix(),
    "compare/matrix-2/": addresses.matrix(2),
    "compare/sharing/": addresses.topic("sharing"),
    "compare/sharing-3/": addresses.topic("sharing", 3),
    "compare/facts/": addresses.answers(),
    "compare/facts/part-2/": addresses.answers(2),
    "compare/facts/sells-data/": addresses.question("sells-data"),
    "compare/facts/sells-data-2/": addresses.question("sells-data", 2),
    "data/": addresses.DATA,
    "data/feed.xml": addresses.FEED,
    "data/policies.json": addresses.data("policies.json"),
    "data/texts/acme/2008-06-23.txt": addresses.text(OLD),
    "data/sources/acme/2008-06-23.txt": addresses.stored(OLD, OLD.captures[0]),
    "data/manifest-sha256.txt": addresses.PUBLISHED,
}
"""Every kind of address with what a reader types; not one of them may ever change."""


def whole(address: Address) -> str:
    return f"{address.url}#{address.anchor}" if address.anchor else address.url


def test_no_address_has_changed() -> None:
    assert [whole(address) for address in CITED.values()] == list(CITED)


@pytest.mark.parametrize("address", CITED.values(), ids=CITED.keys())
def test_an_address_is_the_one_that_mkdocs_gives_to_the_file(address: Address) -> None:
    page = File(address.shown_in or address.file, "docs", "site", use_directory_urls=True)

    assert page.url.removeprefix("./") == address.url


@pytest.mark.parametrize("here", CITED.values(), ids=CITED.keys())
def test_a_way_leads_where_it_should_below_any_path(here: Address) -> None:
    root = "https://host.example/some/path/"
    for target in CITED.values():
        assert urljoin(root + here.url, here.to(target)) == root + whole(target)


def test_the_generated_parts_of_pages_lie_where_no_page_is_made_of_them() -> None:
    parts = (addresses.OVERVIEW, addresses.TAXONOMY, addresses.HASHES)
    assert {part.file.partition("/")[0] for part in parts} == {"_parts"}


def test_no_other_module_puts_an_address_together() -> None:
    """Nor does a template: each of its links is the way to an address, or leads outside."""
    ours = re.compile(r"\.\./|(?:policies|changes|compare|data|about|_parts)/(?!index)")
    found = {
        (path.name, node.value)
        for room in ("site", "build", "model")
        for path in (PACKAGE / room).rglob("*.py")
        if path.name != "addresses.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if ours.match(node.value) and "\n" not in node.value and " " not in node.value
    }
    assert found == set()
    for path in TEMPLATES.iterdir():
        for link in re.findall(r'href="([^"]*)"', path.read_text(encoding="utf-8")):
            assert re.match(r"\{\{ (?:here\.to\(.*\)|\S*memento\w*) \}\}$", link), path.name
