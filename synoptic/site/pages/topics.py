"""Pages that set policies side by side: the matrix, and one page for each topic.

A larger archive gets further parts of each table, see `pager`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import Tag, Version
from synoptic.site.figures import Figures, figures_of
from synoptic.site.pages.pager import Pager, parts
from synoptic.site.pages.quotes import QuoteView, clauses_by_id, quote_view, silence, speech

SHOWN = 3
"""Quotes of a cell that are open at once; the next ones unfold."""

FOLDED = 9
"""Quotes that unfold; all others are a click away, on the policy's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One version: how many of its clauses speak of each topic."""

    label: str
    name: str
    when: str | None
    url: str
    """Address of the version's page below the root."""
    counts: tuple[int, ...]
    """In the order of the topics; 0 where there is no clause."""
    states: tuple[str, ...]
    """What each count means: ``found``, or why there is none."""
    reader: str
    """Whose word ``not-mentioned`` is; empty if nobody has read the text."""
    language: str | None
    """Its code, None if unknown."""
    clauses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """Topics against policies."""

    template: ClassVar[str] = "matrix.md.j2"

    path: str = field(metadata={"help": "Place of the page below docs/"})
    root: str = field(metadata={"help": "Way from the page to the root of the site"})
    topics: tuple[Topic, ...] = field(metadata={"help": "Columns, in the taxonomy's order"})
    rows: tuple[MatrixRow, ...] = field(metadata={"help": "Versions on this page"})
    caption: str = field(metadata={"help": "What the table shows, and what its signs mean"})
    pager: Pager = field(metadata={"help": "Where this page stands among its parts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """What one version says on one topic."""

    label: str
    name: str
    when: str | None
    url: str
    shown: tuple[QuoteView, ...]
    folded: tuple[QuoteView, ...]
    clauses: int
    """How many there are in all, those left to the policy's page included."""
    silence: str
    """What it means that there is no quote."""
    speech: Markup
    """Attributes of what holds words of the policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """One topic, one row for each version."""

    template: ClassVar[str] = "topic.md.j2"

    path: str = field(metadata={"help": "Place of the page below docs/"})
    root: str = field(metadata={"help": "Way from the page to the root of the site"})
    topic: Topic = field(metadata={"help": "The topic with its question and definition"})
    topics: tuple[Topic, ...] = field(metadata={"help": "All topics, for the way to the next"})
    rows: tuple[TopicRow, ...] = field(metadata={"help": "Versions on this page"})
    speaking: Figures = field(metadata={"help": "How much of the archive says something on it"})
    figures: Figures = field(metadata={"help": "How much the archive holds"})
    unread: int = field(metadata={"help": "Versions that neither rules nor readers have read"})
    pager: Pager = field(metadata={"help": "Where this page stands among its parts"})


Tags = Mapping[str, Sequence[Tag]]
"""The tags of one version by topic."""


def views(versions: Sequence[Version], taxonomy: Taxonomy) -> Iterable[MatrixPage | TopicPage]:
    """Yield the matrix and the page of every topic, in parts."""
    tags = [by_topic(version) for version in versions]
    pairs = list(zip(versions, tags, strict=True))
    for pager, part in parts(pairs, "compare", "compare/matrix"):
        rows = tuple(matrix_row(version, found, taxonomy) for version, found in part)
        yield MatrixPage(
            path=pager.path,
            root=pager.root,
            topics=taxonomy.topics,
            rows=rows,
            caption=matrix_caption(rows),
            pager=pager,
        )
    for topic in taxonomy.topics:
        yield from _topic_pages(topic, versions, tags, taxonomy)


def by_topic(version: Version) -> Tags:
    """Return the tags of a version by topic, the heaviest first."""
    labelled = version.labelled
    return {topic: labelled.on_topic(topic) for topic in {tag.topic for tag in labelled.tags}}


def matrix_row(version: Version, found: Tags, taxonomy: Taxonomy) -> MatrixRow:
    """Return the line of one version in the matrix."""
    return MatrixRow(
        label=version.label,
        name=version.name,
        when=version.when,
        url=version.page,
        counts=tuple(len(found.get(topic.slug, ())) for topic in taxonomy.topics),
        states=tuple(version.labelled.topic_state(topic.slug) for topic in taxonomy.topics),
        reader=version.labelled.read.by.title if version.labelled.read else "",
        language=version.language,
        clauses=len(version.labelled.document.clauses),
    )


def matrix_caption(rows: Iterable[MatrixRow]) -> str:
    """Say what a matrix shows, and whose word its silences are."""
    readers = ", ".join(sorted({row.reader for row in rows if "not-mentioned" in row.states}))
    ring = f"; ○: not mentioned, according to {readers}" if readers else ""
    unread = "; a language: not read by rules" if any("not-read" in r.states for r in rows) else ""
    return f"How many clauses speak of each topic (–: nothing found by rules{ring}{unread})"


def _topic_pages(
    topic: Topic, versions: Sequence[Version], tags: Sequence[Tags], taxonomy: Taxonomy
) -> Iterable[TopicPage]:
    pairs = [
        (version, found.get(topic.slug, ())) for version, found in zip(versions, tags, strict=True)
    ]
    speaking = figures_of([version for version, found in pairs if found])
    address = f"compare/{topic.slug}"
    for pager, rows in parts(pairs, address, address):
        yield TopicPage(
            path=pager.path,
            root=pager.root,
            topic=topic,
            topics=taxonomy.topics,
            rows=tuple(_topic_row(topic, version, found) for version, found in rows),
            speaking=speaking,
            figures=figures_of(versions),
            unread=sum(1 for one in versions if one.labelled.topic_state(topic.slug) == "not-read"),
            pager=pager,
        )


def _topic_row(topic: Topic, version: Version, found: Sequence[Tag]) -> TopicRow:
    clauses = clauses_by_id(version)
    quotes = tuple(quote_view(tag, clauses) for tag in found[: SHOWN + FOLDED])
    return TopicRow(
        label=version.label,
        name=version.name,
        when=version.when,
        url=version.page,
        shown=quotes[:SHOWN],
        folded=quotes[SHOWN:],
        clauses=len(found),
        silence=silence(version.labelled, topic.slug),
        speech=speech(version),
    )
