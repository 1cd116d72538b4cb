"""Versions made by hand, and the pages of an archive of them."""

import dataclasses
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup
from bs4 import Tag as Element
from makers import labelled, paragraph

from synoptic.compare.collate import collate
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.label.facts import facts_of
from synoptic.label.labels import Labels
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
from synoptic.site.archive_wide import ARCHIVE_WIDE, MATRIX
from synoptic.site.edition import Edition
from synoptic.site.kinds import DataFile, Kind, PolicyTexts, Rows, Table, Whole
from synoptic.site.pages import topics
from synoptic.site.pages.environment import File, file_of
from synoptic.site.pages.pager import part_of, parts_of
from synoptic.site.pages.turns import Compared
from synoptic.site.policy_pages import policy_views

ROOT = Path(__file__).parent.parent
TAXONOMY = load_taxonomy((ROOT / "taxonomy/topics.yml").read_text(encoding="utf-8"), "topics.yml")
QUESTIONS = load_facts((ROOT / "taxonomy/facts.yml").read_text(encoding="utf-8"), "facts.yml")
LABELS = Labels(topics=TAXONOMY, facts=QUESTIONS, rules="0.1.0+test")
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
    pages: bool = True,
) -> dict[str, str]:
    """The pages of an archive of these versions by their path below docs/, or its data files."""
    edition = Edition(
        archive=UUID(int=1) if feed else None,
        versions=tuple(versions),
        apart=tuple(apart),
        problems=tuple(problems),
        withdrawn=withdrawn or {},
        taxonomy=taxonomy_text(ROOT / "taxonomy"),
    )
    texts = sorted([*versions, *apart], key=lambda text: text.policy)
    policies = [
        policy_texts(list(group), [pair for pair in pairs if pair[0].policy == slug])
        for slug, group in groupby(texts, lambda text: text.policy)
    ]
    matrix = rows_of(policies, MATRIX)
    totals = topics.totals_of(versions, matrix, readers=readers, taxonomy=TAXONOMY)
    whole = Whole(edition=edition, labels=LABELS, matrix=matrix, totals=totals)
    views = [view for policy in policies for view in policy_views(policy)] if pages else []
    files = [*map(file_of, views)]
    for kind in ARCHIVE_WIDE:
        if pages or not isinstance(kind, Table):
            files += files_of(kind, whole, policies)
    return {
        name: b"".join(pieces).decode() for name, pieces in files if name.endswith(".md") is pages
    }


def policy_texts(texts: Sequence[LabelledVersion], pairs: Sequence[Compared] = ()) -> PolicyTexts:
    """A policy, with what was captured at its address and is none."""
    return PolicyTexts(
        versions=[text for text in texts if text.no_policy is None],
        apart=[text for text in texts if text.no_policy],
        compared=pairs,
        labels=LABELS,
    )


def rows_of(policies: Iterable[PolicyTexts], rows: Rows[Any] | None) -> list[Any]:
    """What policies give to pages of the whole archive."""
    return [row for policy in policies for row in rows.of(policy)] if rows else []


def files_of(kind: Kind, whole: Whole, policies: Sequence[PolicyTexts]) -> list[File]:
    """The pages or files of a kind that are of no one policy."""
    rows = rows_of(policies, kind.rows)
    if isinstance(kind, Table):
        parts = range(1, parts_of(len(rows)) + 1)
        return [
            file_of(view)
            for number in parts
            for view in kind.views(number, whole, part_of(rows, number))
        ]
    if isinstance(kind, DataFile):
        return [(kind.address.file, (piece.encode() for piece in kind.whole(rows)))]
    return list(kind.files(whole, rows))


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
