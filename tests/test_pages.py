"""Templates and their views agree, and pages of one kind are built alike."""

import dataclasses
import importlib
import pkgutil
import re
from typing import Any

import jinja2.meta
import pytest
from makers import heading, item, labelled, paragraph, reader
from page_makers import all_pages, compared, version

from synoptic.model import Clause, Problem, Review, Tag
from synoptic.site import pages as site_pages
from synoptic.site.pages.environment import TEMPLATES, environment
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


def test_pages_show_nothing_that_only_one_theme_has(pages: dict[str, str]) -> None:
    """Decision 0007 names the three hints to it that pages do carry."""
    for name, page in pages.items():
        head = re.match(r"---\n(.*?)\n---\n", page, re.DOTALL)
        keys = set(re.findall(r"^(\w+):", head[1], re.MULTILINE)) if head else set()
        assert keys <= {"title", "hide", "search"}, name
        classes = {word for words in re.findall(r'class="([^"]*)"', page) for word in words.split()}
        assert not any(word.startswith(("md-", "grid", "twemoji")) for word in classes), name
        data = set(re.findall(r"\bdata-[a-z-]+", page))
        assert data <= {"data-search-exclude", "data-number", "data-share"}, name
        foreign = r"^(?:!!!|\?\?\?|===) |:(?:material|octicons)-"
        assert not re.search(foreign, page, re.MULTILINE), name


def test_a_text_in_english_has_a_grade() -> None:
    text = "We keep your name and your address for a year. " * 20

    assert reading_grade([text], "en-GB") == 0.5  # 4.71 * 3.6 + 0.5 * 10 - 21.43
    assert reading_grade([text], "de") is None
    assert reading_grade([text], None) is None
