"""Templates and their views agree, and pages of one kind are built alike."""

import dataclasses
import importlib
import pkgutil
import re
from typing import Any

import jinja2.meta
import pytest
from archives import Archive
from makers import header, heading, item, labelled, paragraph, reader
from page_makers import SLUGS, all_pages, compared, version

from synoptic.model import Clause, Problem, Review, Tag
from synoptic.site import pages as site_pages
from synoptic.site.pages.environment import TEMPLATES, environment
from synoptic.site.pages.pager import ROWS
from synoptic.text.readability import reading_grade

PARTS = [f"{site_pages.__name__}.{one.name}" for one in pkgutil.iter_modules(site_pages.__path__)]
VIEWS = [
    view
    for part in PARTS
    for view in vars(importlib.import_module(part)).values()
    if dataclasses.is_dataclass(view) and hasattr(view, "template") and view.__module__ == part
]
HEADINGS = ["At a glance", "Provenance", "By topic", "Full text", "Cleaning report", "Cite this"]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of an archive that is small and has something of everything."""
    text = (heading("Privacy"), heading("Names", 2), paragraph("We keep."))
    text += tuple(item(f"We keep {number}", "1.") for number in range(9))
    old = version(
        "acme",
        "2008-06-23T12:00",
        organisation="Acme",
        title="Privacy",
        sector="tools",
        overruled=(taken_back("security", labelled().document.clauses[0]),),
        on={"sharing": [0]},
    )
    new = version(
        "acme", "2018-02-03T12:00", blocks=text, organisation="Acme", on={"sharing": range(4)}
    )
    problem = Problem(where="corpus/x.txt", what="the file holds no text", code="empty-document")
    plain = version("plain", on={"sharing": [0]})
    return all_pages([old, new, plain], [compared(old, new)], [problem], {"y.txt": "asked to"})


def taken_back(topic: str, clause: Clause) -> Tag:
    review = Review(verdict="remove", by=reader(kind="assisted"), on="2024-05-01", why="a slip")
    return Tag(topic=topic, clause=clause.id, quote=clause.text, review=review)


def names_used(template: str) -> set[str]:
    tree = environment().parse((TEMPLATES / template).read_text(encoding="utf-8"))
    return jinja2.meta.find_undeclared_variables(tree)


def test_every_template_has_a_view() -> None:
    shared = {path.name for path in TEMPLATES.glob("_*")}

    assert len(VIEWS) >= 10
    assert {view.template for view in VIEWS} == {path.name for path in TEMPLATES.iterdir()} - shared


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_template_uses_every_field_of_its_view_and_no_other_name(view: Any) -> None:
    fields = {field.name for field in dataclasses.fields(view)}

    assert names_used(view.template) - {"addresses"} == fields


def test_every_policy_page_has_the_same_headings(pages: dict[str, str]) -> None:
    found = {
        name: text
        for name, text in pages.items()
        if re.fullmatch(r"policies/.*/.*\d.md|policies/.*/undated.md", name)
    }

    assert len(found) == 3
    for text in found.values():
        assert re.findall(r"^## (.*?)(?: \{.*)?$", text, re.MULTILINE) == HEADINGS


def test_every_policy_page_has_all_topics_in_order(pages: dict[str, str]) -> None:
    for name in ("policies/acme/2008-06-23.md", "policies/plain/undated.md"):
        assert re.findall(r"^### .* \{ #topic-(\S+) .*\}$", pages[name], re.MULTILINE) == SLUGS


def test_every_table_of_topics_has_them_in_order(pages: dict[str, str]) -> None:
    for name in ("compare/index.md", "_parts/overview.md"):
        head = pages[name].partition("<tbody>")[0]
        assert re.findall(r'<th scope="col"><a href="[^"]*compare/([^/"]+)/">', head) == SLUGS
    assert {f"compare/{slug}/index.md" for slug in SLUGS} <= pages.keys()


def test_the_unknown_is_said_to_be_unknown(pages: dict[str, str]) -> None:
    text = pages["policies/plain/undated.md"]

    for name in (
        "Organisation",
        "Captured",
        "Site",
        "Original address",
        "Archived copy",
        "Language",
    ):
        assert f"<div><dt>{name}</dt><dd>unknown</dd></div>" in text
    assert "None" not in re.sub(r"None of", "", text)


def test_silence_is_shown_on_the_topic_page(pages: dict[str, str]) -> None:
    text = pages["compare/security/index.md"]

    assert text.count("Nothing found by rules.") == 3
    assert "0 of 2 policies say something, in 0 of 3 versions" in text


def test_what_a_reader_took_back_is_shown_and_not_counted(pages: dict[str, str]) -> None:
    assert "Taken back by a reader: 1" in pages["policies/acme/2008-06-23.md"]
    assert (
        "taken back by Ann (assisted), 2024-05-01: a slip" in pages["policies/acme/2008-06-23.md"]
    )


def test_problems_are_public(pages: dict[str, str]) -> None:
    assert "corpus/x.txt" in pages["data/index.md"]
    assert "asked to" in pages["policies/index.md"]


def test_an_empty_archive_has_its_pages() -> None:
    made = all_pages([])

    assert {"policies/index.md", "compare/index.md", "data/index.md"} <= made.keys()


def test_a_long_table_comes_in_parts() -> None:
    versions = [version(f"a{number}") for number in range(ROWS + 1)]
    made = all_pages(versions)
    first, second = (made[f"compare/{name}.md"] for name in ("index", "matrix-2/index"))

    assert (first.count('<th scope="row">'), second.count('<th scope="row">')) == (ROWS, 1)
    assert 'href="../compare/matrix-2/" rel="next"' in first
    assert 'href="../../compare/" rel="prev"' in second
    assert "compare/sharing-2/index.md" in made


GERMAN = """# Datenschutz

Letzte Aktualisierung: 3. Mai 2018

{words}
"""


def test_a_german_text_has_no_grade_and_its_dates_are_spoken_in_german(archive: Archive) -> None:
    """The reading grade was made for English; a screen reader must know what it reads."""
    for year in (2018, 2019):
        words = f"Wir speichern im Jahr {year} Ihren Namen und Ihre Adresse. " * 20
        start = header("beispiel.example", f"{year}0601120000", "http%3A//beispiel.example/")
        archive.add(f"{year}.md", start + GERMAN.format(words=words))
    archive.add("corpus.yml", "defaults:\n  language: de\n")
    assert archive.build().status == 0
    tree = {name: data.decode() for name, data in archive.tree().items() if name.endswith(".md")}
    (change,) = [data for name, data in tree.items() if "beispiel" in name and "--" in name]
    (policy,) = [tree[name] for name in tree if re.match(r"policies/beispiel[^/]*/index", name)]

    date = '<q lang="de">Letzte Aktualisierung: 3. Mai 2018</q>'
    assert (policy.count(date), change.count(date)) == (2, 2)
    assert policy.count('<td class="number">–</td>') == 2


def test_a_text_in_english_has_a_grade() -> None:
    text = "We keep your name and your address for a year. " * 20

    assert reading_grade([text], "en-GB") == 0.5  # 4.71 * 3.6 + 0.5 * 10 - 21.43
    assert reading_grade([text], "de") is None
    assert reading_grade([text], None) is None
