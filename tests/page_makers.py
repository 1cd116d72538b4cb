"""Versions made by hand, and the pages of an archive of them."""

import dataclasses
import html
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from bs4 import Tag as Element
from makers import labelled, paragraph

from synoptic.compare.collate import collate
from synoptic.label.facts import facts_of
from synoptic.label.questions import load_facts
from synoptic.label.taxonomy import load_taxonomy
from synoptic.model import (
    Block,
    Capture,
    Evidence,
    Fact,
    LabelledVersion,
    Language,
    Moment,
    Problem,
    Provenance,
    Tag,
)
from synoptic.site import pages as site_pages
from synoptic.site.pages import archive, facts, topics
from synoptic.site.pages.environment import rendered
from synoptic.site.pages.pager import ROWS, parts_of
from synoptic.site.pages.turns import Compared

ROOT = Path(__file__).parent.parent
TAXONOMY = load_taxonomy((ROOT / "taxonomy/topics.yml").read_text(encoding="utf-8"), "topics.yml")
QUESTIONS = load_facts((ROOT / "taxonomy/facts.yml").read_text(encoding="utf-8"), "facts.yml")
SLUGS = [topic.slug for topic in TAXONOMY.topics]


def version(
    policy: str,
    *times: str,
    blocks: Sequence[Block] = (),
    on: Mapping[str, Sequence[int]] | None = None,
    answers: Sequence[Fact] | None = None,
    **known: Any,
) -> LabelledVersion:
    """A version of a policy.

    Args:
        policy: Its slug.
        times: Of its captures, the first of which names it; none if it is undated.
        blocks: Its text.
        on: By topic the clauses that speak of it, counted from 0.
        answers: To the questions; if left out, those of the rules.
        known: What else is known of it: a field of `Version`, or of `LabelledDocument`.

    """
    whole = labelled(f"{policy}.txt", *(blocks or (paragraph("We keep nothing."),)))
    clauses = whole.document.clauses
    tags = tuple(
        Tag(
            topic=topic,
            clause=clauses[number].id,
            quote=clauses[number].text,
            evidence=(Evidence(topic=topic, cue="keep", start=3, end=7),),
        )
        for topic, numbers in (on or {}).items()
        for number in numbers
    )
    captures = tuple(_capture(policy, number, time) for number, time in enumerate(times or ("",)))
    of_text = {field.name for field in dataclasses.fields(whole)}
    given = facts_of(whole.document, tags, QUESTIONS) if answers is None else tuple(answers)
    unknown = ("organisation", "title", "title_source", "language", "sector", "rights")
    return LabelledVersion(
        policy=policy,
        version=captures[0].name,
        provenance=captures[0].provenance,
        captures=captures,
        signed=captures[0].record,
        words=sum(len(passage.text.split()) for passage in whole.document.passages),
        labelled=dataclasses.replace(
            whole,
            **{"tags": tags, "facts": given, "language": Language(tag=known.get("language"))}
            | {name: value for name, value in known.items() if name in of_text - {"language"}},
        ),
        **dict.fromkeys(unknown)
        | {name: value for name, value in known.items() if name not in of_text - {"language"}},
    )


def _capture(policy: str, number: int, time: str) -> Capture:
    moment = Moment.parse(time) if time else None
    provenance = Provenance(
        site=f"{policy}.example" if moment else None,
        captured_at=moment,
        original_url=f"http://{policy}.example/privacy" if moment else None,
    )
    name = moment.day if moment else "undated"
    file = f"{policy}-{name}.txt"
    return Capture(
        name=name, provenance=provenance, record=file, container=file, sha256=f"{number:064x}"
    )


def compared(old: LabelledVersion, new: LabelledVersion) -> Compared:
    """Two versions with what became of the older one."""
    return old, new, collate(old.labelled.document, new.labelled.document)


def all_pages(
    versions: Sequence[LabelledVersion],
    pairs: Sequence[Compared] = (),
    problems: Sequence[Problem] = (),
    withdrawn: Mapping[str, str] | None = None,
    readers: Sequence[str] = (),
    apart: Sequence[LabelledVersion] = (),
    *,
    feed: bool = False,
) -> dict[str, str]:
    """The pages of an archive of these versions, by their path below docs/."""
    matrix = [topics.matrix_row(text, TAXONOMY) for text in versions]
    totals = topics.totals_of(versions, matrix, readers=readers, taxonomy=TAXONOMY)
    whole = (versions, matrix, TAXONOMY, problems, withdrawn or {}, apart)
    views = list(archive.views(*whole, feed=feed))
    texts = sorted([*versions, *apart], key=lambda text: text.policy)
    for slug, group in groupby(texts, lambda text: text.policy):
        of_policy = [pair for pair in pairs if pair[0].policy == slug]
        parted: dict[bool, list[LabelledVersion]] = {True: [], False: []}
        for text in group:
            parted[text.no_policy is None].append(text)
        views += site_pages.policy_views(
            parted[True], parted[False], of_policy, TAXONOMY, QUESTIONS
        )
    for number in range(1, parts_of(len(versions)) + 1):
        part = slice(ROWS * (number - 1), ROWS * number)
        rows = [topics.topic_rows(text, TAXONOMY) for text in versions[part]]
        answers = [facts.answers_row(text, QUESTIONS) for text in versions[part]]
        views += topics.views(number, totals, matrix[part], rows, TAXONOMY)
        views += facts.views(number, totals, answers, QUESTIONS)
    return {view.here.file: rendered(view) for view in views}


def soup(page: str) -> BeautifulSoup:
    """The HTML in a generated page."""
    return BeautifulSoup(page, "lxml")


def said(element: Element | None) -> str:
    """What a reader, or a screen reader, is told by an element, in one line."""
    assert element is not None
    words = " ".join(element.get_text(" ").split())
    return re.sub(r" (?=[.,;:](?: |$))", "", words)


def table(page: str, caption: str) -> list[list[str]]:
    """The rows of a table, heads first, by the beginning of its caption."""
    for found in soup(page)("table"):
        if said(found.caption).startswith(caption):
            return [[said(cell) for cell in row(["th", "td"])] for row in found("tr")]
    raise AssertionError(f"no table is called {caption!r}")


def links(page: str, inside: str = "") -> list[tuple[str, str]]:
    """Words and targets of the links of a page, or of what a selector finds of it."""
    return [(said(link), link["href"]) for link in soup(page).select(f"{inside} a[href]".strip())]


def facts_of_page(page: str) -> dict[str, str]:
    """The terms of a page's lists with what is said of each."""
    return {said(entry.dt): said(entry.dd) for entry in soup(page).select("dl.facts > div")}


def heading(page: str) -> str:
    """The first heading of a page, as it reads."""
    (line,) = re.findall(r"^# (.*)$", page, re.MULTILINE)
    return " ".join(BeautifulSoup(html.unescape(line), "lxml").get_text().split())
