"""Pages that set policies side by side: the matrix, and one page for each topic.

Each table holds at most `ROWS` policies; a larger archive gets further pages, so
that no page grows with the archive.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import Tag, Version
from synoptic.render.policy import QuoteView, clauses_by_id, quote_view

ROWS = 200
"""Policies on one page: a table of this length still opens at once on a telephone."""

SHOWN = 3
"""Quotes of a cell that are open at once; the rest unfolds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One policy: how many of its clauses speak of each topic."""

    label: str
    name: str
    day: str | None
    url: str
    """Address of the policy's page below the root."""
    counts: tuple[int, ...]
    """In the order of the topics; 0 where the rules found nothing."""
    clauses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands among the parts of one table."""

    number: int
    total: int
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """Topics against policies."""

    template: ClassVar[str] = "matrix.md.j2"

    path: str = field(metadata={"help": "Place of the page below docs/"})
    root: str = field(metadata={"help": "Way from the page to the root of the site"})
    topics: tuple[Topic, ...] = field(metadata={"help": "Columns, in the taxonomy's order"})
    rows: tuple[MatrixRow, ...] = field(metadata={"help": "Policies on this page"})
    pager: Pager = field(metadata={"help": "Where this page stands among its parts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """What one policy says on one topic."""

    label: str
    name: str
    day: str | None
    url: str
    shown: tuple[QuoteView, ...]
    folded: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """One topic, one row for each policy."""

    template: ClassVar[str] = "topic.md.j2"

    path: str = field(metadata={"help": "Place of the page below docs/"})
    root: str = field(metadata={"help": "Way from the page to the root of the site"})
    topic: Topic = field(metadata={"help": "The topic with its question and definition"})
    topics: tuple[Topic, ...] = field(metadata={"help": "All topics, for the way to the next"})
    rows: tuple[TopicRow, ...] = field(metadata={"help": "Policies on this page"})
    speaking: int = field(metadata={"help": "How many policies of the archive speak of it"})
    policies: int = field(metadata={"help": "How many policies the archive holds"})
    pager: Pager = field(metadata={"help": "Where this page stands among its parts"})


_Row = TypeVar("_Row")

Tags = Mapping[str, Sequence[Tag]]
"""The tags of one version by topic."""


def views(versions: Sequence[Version], taxonomy: Taxonomy) -> Iterable[MatrixPage | TopicPage]:
    """Yield the matrix and the page of every topic, in parts."""
    tags = [by_topic(version) for version in versions]
    for pager, rows in _parts(list(zip(versions, tags, strict=True)), "matrix"):
        yield MatrixPage(
            path="compare/index.md" if pager.number == 1 else f"compare/matrix-{pager.number}.md",
            root="../" if pager.number == 1 else "../../",
            topics=taxonomy.topics,
            rows=tuple(matrix_row(version, found, taxonomy) for version, found in rows),
            pager=pager,
        )
    for topic in taxonomy.topics:
        yield from _topic_pages(topic, versions, tags, taxonomy)


def by_topic(version: Version) -> Tags:
    """Return the tags of a version by topic, in the order of the text."""
    found: dict[str, list[Tag]] = defaultdict(list)
    for tag in version.labelled.tags:
        found[tag.topic].append(tag)
    return found


def matrix_row(version: Version, found: Tags, taxonomy: Taxonomy) -> MatrixRow:
    """Return the line of one policy in the matrix."""
    return MatrixRow(
        label=version.label,
        name=version.name,
        day=version.provenance.day,
        url=version.page,
        counts=tuple(len(found.get(topic.slug, ())) for topic in taxonomy.topics),
        clauses=len(version.labelled.document.clauses),
    )


def _topic_pages(
    topic: Topic, versions: Sequence[Version], tags: Sequence[Tags], taxonomy: Taxonomy
) -> Iterable[TopicPage]:
    speaking = sum(1 for found in tags if found.get(topic.slug))
    pairs = [
        (version, found.get(topic.slug, ())) for version, found in zip(versions, tags, strict=True)
    ]
    for pager, rows in _parts(pairs, topic.slug):
        part = "" if pager.number == 1 else f"-{pager.number}"
        yield TopicPage(
            path=f"compare/{topic.slug}{part}.md",
            root="../../",
            topic=topic,
            topics=taxonomy.topics,
            rows=tuple(_topic_row(version, found) for version, found in rows),
            speaking=speaking,
            policies=len(versions),
            pager=pager,
        )


def _topic_row(version: Version, found: Sequence[Tag]) -> TopicRow:
    clauses = clauses_by_id(version)
    quotes = tuple(quote_view(tag, clauses) for tag in found)
    return TopicRow(
        label=version.label,
        name=version.name,
        day=version.provenance.day,
        url=version.page,
        shown=quotes[:SHOWN],
        folded=quotes[SHOWN:],
    )


def _parts(rows: Sequence[_Row], stem: str) -> Iterable[tuple[Pager, Sequence[_Row]]]:
    """Cut rows into pages; the first is there even when there are no rows."""
    total = max(1, -(-len(rows) // ROWS))
    first = "" if stem == "matrix" else f"{stem}/"

    def address(number: int) -> str | None:
        if not 1 <= number <= total:
            return None
        return f"compare/{first}" if number == 1 else f"compare/{stem}-{number}/"

    for number in range(1, total + 1):
        pager = Pager(
            number=number,
            total=total,
            previous=address(number - 1),
            following=address(number + 1),
        )
        yield pager, rows[(number - 1) * ROWS : number * ROWS]
