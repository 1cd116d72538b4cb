"""Templates and their views agree, and pages of one kind are built alike."""

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2.meta
import pytest
from archives import Archive
from makers import header, heading, item, labelled, paragraph, provenance, reader

from synoptic.compare.collate import collate
from synoptic.label.facts import facts_of
from synoptic.label.questions import load_facts
from synoptic.label.taxonomy import load_taxonomy
from synoptic.model import Capture, Evidence, LabelledVersion, Problem, Review, Tag
from synoptic.site import pages as site_pages
from synoptic.site.pages import archive, facts, topics
from synoptic.site.pages.environment import TEMPLATES, environment, rendered
from synoptic.site.pages.pager import ROWS, parts_of
from synoptic.text.readability import reading_grade

ROOT = Path(__file__).parent.parent
PARTS = [f"{site_pages.__name__}.{one.name}" for one in pkgutil.iter_modules(site_pages.__path__)]
VIEWS = [
    view
    for part in PARTS
    for view in vars(importlib.import_module(part)).values()
    if dataclasses.is_dataclass(view) and hasattr(view, "template") and view.__module__ == part
]
HEADINGS = ["At a glance", "Provenance", "By topic", "Full text", "Cleaning report", "Cite this"]


TAXONOMY = load_taxonomy((ROOT / "taxonomy/topics.yml").read_text(encoding="utf-8"), "topics.yml")
QUESTIONS = load_facts((ROOT / "taxonomy/facts.yml").read_text(encoding="utf-8"), "facts.yml")
SLUGS = [topic.slug for topic in TAXONOMY.topics]


def version(document: str, day: str = "", *blocks: Any, **fields: Any) -> LabelledVersion:
    whole = labelled(f"{document}.txt", *blocks)
    clauses = whole.document.clauses
    evidence = (Evidence(topic="sharing", cue="keep", start=3, end=7),)
    review = Review(verdict="remove", by=reader(kind="assisted"), on="2024-05-01", why="a slip")
    tags = tuple(
        Tag(topic="sharing", clause=one.id, quote=one.text, evidence=evidence)
        for one in clauses[:4]
    )
    taken = Tag(topic="security", clause=clauses[0].id, quote=clauses[0].text, review=review)
    origin = provenance(
        day.replace("-", "") + "120000" if day else "",
        f"http://{document}.example/privacy" if day else None,
        f"{document}.example" if day else None,
    )
    unknown = dict.fromkeys(
        ("organisation", "title", "title_source", "language", "sector", "rights")
    )
    return LabelledVersion(
        policy=document,
        version=day or "undated",
        **unknown | fields,
        provenance=origin,
        words=whole.words["kept"],
        signed=f"{document}.txt",
        labelled=dataclasses.replace(
            whole,
            tags=tags,
            overruled=(taken,),
            facts=facts_of(whole.document, tags, QUESTIONS),
        ),
        captures=(
            Capture(
                name=day or "undated", provenance=origin, file=f"{document}.txt", sha256="0" * 64
            ),
        ),
    )


def all_pages(
    versions: Sequence[LabelledVersion],
    compared: Sequence[Any] = (),
    problems: Sequence[Problem] = (),
    withdrawn: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The pages of an archive of these versions."""
    matrix = [topics.matrix_row(one, TAXONOMY) for one in versions]
    totals = topics.totals_of(versions, matrix, readers=(), taxonomy=TAXONOMY)
    views = list(archive.views(versions, matrix, TAXONOMY, problems, withdrawn or {}))
    for slug, group in groupby(versions, lambda one: one.policy):
        pairs = [pair for pair in compared if pair[0].policy == slug]
        views += site_pages.policy_views(list(group), [], pairs, TAXONOMY, QUESTIONS)
    for number in range(1, parts_of(len(versions)) + 1):
        part = slice(ROWS * (number - 1), ROWS * number)
        rows = [topics.topic_rows(one, TAXONOMY) for one in versions[part]]
        answers = [facts.answers_row(one, QUESTIONS) for one in versions[part]]
        views += topics.views(number, totals, matrix[part], rows, TAXONOMY)
        views += facts.views(number, totals, answers, QUESTIONS)
    return {view.here.file: rendered(view) for view in views}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of an archive that is small and has something of everything."""
    text = (heading("Privacy"), heading("Names", 2), paragraph("We keep."))
    text += tuple(item(f"We keep {number}", "1.") for number in range(9))
    old = version("acme", "2008-06-23", organisation="Acme", title="Privacy", sector="tools")
    new = version("acme", "2018-02-03", *text, organisation="Acme")
    changes = [(old, new, collate(old.labelled.document, new.labelled.document))]
    problem = Problem(where="corpus/x.txt", what="the file holds no text", code="empty-document")
    return all_pages([old, new, version("plain")], changes, [problem], {"y.txt": "asked to"})


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
