"""Pages that set policies side by side: the matrix, and one page for each topic.

In: the rows that versions have in these tables. Out: views of one part of each table; a
larger archive has more parts (see `pager`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import Clause, LabelledVersion, Version
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.figures import Figures, Totals, figures_of
from synoptic.site.lookup import clauses_by_id, clauses_on_topics
from synoptic.site.pages.pager import Pager, pager
from synoptic.site.pages.quotes import QuoteView, Speech, quote_view, silence, speech

SHOWN = 3
"""Quotes of a cell that are open at once; the next ones unfold."""

FOLDED = 9
"""Quotes that unfold; all others are a click away, on the policy's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One version: how many of its clauses speak of each topic."""

    name: str
    when: str | None
    page: Address
    """Of the version."""
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

    here: Address
    """Where the page is."""
    topics: tuple[Topic, ...]
    """Columns, in the taxonomy's order."""
    rows: tuple[MatrixRow, ...]
    """Versions on this page."""
    caption: str
    """What the table shows, and what its signs mean."""
    pager: Pager
    """Where this page stands among its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """What one version says on one topic."""

    name: str
    when: str | None
    page: Address
    shown: tuple[QuoteView, ...]
    folded: tuple[QuoteView, ...]
    clauses: int
    """How many there are in all, those left to the policy's page included."""
    silence: str
    """What it means that there is no quote."""
    speech: Speech
    """Attributes of what holds words of the policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """One topic, one row for each version."""

    template: ClassVar[str] = "topic.md.j2"

    here: Address
    """Where the page is."""
    topic: Topic
    """The topic with its question and definition."""
    topics: tuple[Topic, ...]
    """All topics, for the way to the next."""
    rows: tuple[TopicRow, ...]
    """Versions on this page."""
    speaking: Figures
    """How much of the archive says something on it."""
    figures: Figures
    """How much the archive holds."""
    not_read: int
    """Versions that neither rules nor readers have read."""
    pager: Pager
    """Where this page stands among its parts."""


def views(
    number: int,
    totals: Totals,
    matrix: Sequence[MatrixRow],
    rows: Sequence[tuple[TopicRow, ...]],
    taxonomy: Taxonomy,
) -> Iterator[MatrixPage | TopicPage]:
    """Yield one part of the matrix, and the same part of the page of every topic.

    Args:
        number: Of the part, from 1.
        totals: Figures of the whole archive.
        matrix: The rows of this part.
        rows: The same versions, each with its row for every topic.
        taxonomy: The topics.

    """
    rows_in_all = totals.figures.versions
    yield MatrixPage(
        here=addresses.matrix(number),
        topics=taxonomy.topics,
        rows=tuple(matrix),
        caption=matrix_caption(matrix),
        pager=pager(number, rows_in_all, addresses.matrix),
    )
    for index, topic in enumerate(taxonomy.topics):
        yield TopicPage(
            here=addresses.topic(topic.slug, number),
            topic=topic,
            topics=taxonomy.topics,
            rows=tuple(row[index] for row in rows),
            speaking=totals.speaking[index],
            figures=totals.figures,
            not_read=totals.not_read[index],
            pager=pager(number, rows_in_all, partial(addresses.topic, topic.slug)),
        )


def matrix_row(version: LabelledVersion, taxonomy: Taxonomy) -> MatrixRow:
    """Return the line of one version in the matrix."""
    labelled = version.labelled
    counts = clauses_on_topics(version)
    return MatrixRow(
        name=version.name,
        when=version.when,
        page=addresses.version(version),
        counts=tuple(counts[topic.slug] for topic in taxonomy.topics),
        states=tuple(labelled.topic_state(topic.slug) for topic in taxonomy.topics),
        reader=labelled.read.by.title if labelled.read else "",
        language=version.language,
        clauses=len(labelled.document.clauses),
    )


def totals_of(
    versions: Sequence[Version],
    matrix: Sequence[MatrixRow],
    readers: Iterable[str],
    taxonomy: Taxonomy,
) -> Totals:
    """Count what the tables of an archive say of the whole of it.

    Args:
        versions: All that are published.
        matrix: The row of each.
        readers: Whose word some answer "not mentioned" is.
        taxonomy: The topics.

    """
    columns = range(len(taxonomy.topics))
    pairs = list(zip(versions, matrix, strict=True))
    return Totals(
        figures=figures_of(versions),
        speaking=tuple(
            figures_of(version for version, row in pairs if row.counts[column])
            for column in columns
        ),
        not_read=tuple(
            sum(1 for row in matrix if row.states[column] == "not-read") for column in columns
        ),
        readers=tuple(sorted(readers)),
    )


def matrix_caption(rows: Iterable[MatrixRow]) -> str:
    """Say what a matrix shows, and whose word its silences are."""
    readers = ", ".join(sorted({row.reader for row in rows if "not-mentioned" in row.states}))
    ring = f"; ○: not mentioned, according to {readers}" if readers else ""
    unread = (
        "; a language: not read by rules" if any("not-read" in row.states for row in rows) else ""
    )
    return f"How many clauses speak of each topic (–: nothing found by rules{ring}{unread})"


def topic_rows(version: LabelledVersion, taxonomy: Taxonomy) -> tuple[TopicRow, ...]:
    """Return what one version says on each topic, in the taxonomy's order."""
    clauses = clauses_by_id(version)
    return tuple(_topic_row(topic, version, clauses) for topic in taxonomy.topics)


def _topic_row(topic: Topic, version: LabelledVersion, clauses: Mapping[str, Clause]) -> TopicRow:
    found = version.labelled.on_topic(topic.slug)
    quotes = tuple(quote_view(tag, clauses) for tag in found[: SHOWN + FOLDED])
    return TopicRow(
        name=version.name,
        when=version.when,
        page=addresses.version(version),
        shown=quotes[:SHOWN],
        folded=quotes[SHOWN:],
        clauses=len(found),
        silence=silence(version.labelled, topic.slug),
        speech=speech(version),
    )
