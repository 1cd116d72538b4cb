"""Pages about the archive as a whole: the list of policies, downloads, parts of other pages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import Problem, Version
from synoptic.site.dictionary import CELLS, POLICY_KEYS, TABLES
from synoptic.site.figures import Figures, figures_of
from synoptic.site.pages.apart import ApartRow, apart_row
from synoptic.site.pages.topics import MatrixRow, matrix_caption

OVERVIEW_ROWS = 30
"""Policies in the matrix on the home page; the whole one is a click away."""

NEWEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """One policy in the list of policies."""

    name: str
    url: str
    address: str | None
    sector: str | None
    versions: tuple[tuple[str, str], ...]
    """Name and address of each version."""
    captures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliciesPage:
    """All policies of the archive."""

    template: ClassVar[str] = "policies.md.j2"

    path: str
    """Place of the page below docs/."""
    root: str
    """Way from the page to the root of the site."""
    rows: tuple[PolicyRow, ...]
    """One for each policy."""
    figures: Figures
    """How much the archive holds."""
    withdrawn: tuple[tuple[str, str], ...]
    """Files that are withdrawn, with the reason."""
    apart: tuple[ApartRow, ...]
    """Captured pages that are probably no policies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """Downloads with their data dictionary."""

    template: ClassVar[str] = "data.md.j2"

    path: str
    """Place of the page below docs/."""
    root: str
    """Way from the page to the root of the site."""
    policy_keys: Mapping[str, str]
    """Keys of policies.json."""
    tables: Mapping[str, Mapping[str, str]]
    """Columns of each table, by the name of its file."""
    cells: str
    """What is done to a cell that is not safe."""
    figures: Figures
    """How much the archive holds."""
    feed: bool
    """Whether the archive has a feed."""
    set_aside: tuple[Problem, ...]
    """Documents that were set aside."""
    warnings: tuple[Problem, ...]
    """Warnings about published ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """Captures of one year, for the picture of the archive in time."""

    year: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The generated part of the home page."""

    template: ClassVar[str] = "overview.md.j2"

    path: str
    """Place of the part below docs/."""
    root: str
    """Way from the home page to the root of the site."""
    figures: Figures
    """How much the archive holds."""
    years: tuple[YearBar, ...]
    """Captures from first to last year."""
    newest: tuple[tuple[str, str, str], ...]
    """Label, title and address of the versions first seen last."""
    topics: tuple[Topic, ...]
    """All topics."""
    rows: tuple[MatrixRow, ...]
    """First lines of the matrix."""
    caption: str
    """What the matrix shows, and what its signs mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyPart:
    """The generated part of the page on the taxonomy."""

    template: ClassVar[str] = "taxonomy.md.j2"

    path: str
    """Place of the part below docs/."""
    topics: tuple[Topic, ...]
    """All topics with definitions and cues."""
    root: str
    """Way from the page to the root of the site."""


def views(
    versions: Sequence[Version],
    matrix: Sequence[MatrixRow],
    taxonomy: Taxonomy,
    problems: Sequence[Problem],
    withdrawn: Mapping[str, str],
    apart: Sequence[Version] = (),
    *,
    feed: bool = False,
) -> Iterator[PoliciesPage | DataPage | Overview | TaxonomyPart]:
    """Yield the pages about the whole archive."""
    yield PoliciesPage(
        path="policies/index.md",
        root="../",
        rows=tuple(_policy_rows(versions)),
        figures=figures_of(versions),
        withdrawn=tuple(sorted(withdrawn.items())),
        apart=tuple(map(apart_row, apart)),
    )
    yield DataPage(
        path="data/index.md",
        root="../",
        policy_keys=POLICY_KEYS,
        tables=TABLES,
        cells=CELLS,
        feed=feed,
        figures=figures_of(versions),
        set_aside=tuple(one for one in problems if one.fatal),
        warnings=tuple(one for one in problems if not one.fatal),
    )
    yield _overview(versions, matrix[:OVERVIEW_ROWS], taxonomy)
    yield TaxonomyPart(path="_parts/taxonomy.md", topics=taxonomy.topics, root="../../")


def _policy_rows(versions: Sequence[Version]) -> Iterator[PolicyRow]:
    for document, group in groupby(versions, lambda version: version.policy):
        texts = list(group)
        last = texts[-1]
        yield PolicyRow(
            name=last.name,
            url=f"policies/{document}/",
            address=last.provenance.original_url,
            sector=last.sector,
            versions=tuple((one.version, one.page) for one in texts),
            captures=sum(len(one.captures) for one in texts),
        )


def _overview(
    versions: Sequence[Version], rows: Sequence[MatrixRow], taxonomy: Taxonomy
) -> Overview:
    dated = [one for one in versions if one.provenance.captured_at]
    newest = sorted(dated, key=lambda one: (one.provenance.stamp or "", one.id))
    return Overview(
        path="_parts/overview.md",
        root="",
        figures=figures_of(versions),
        years=_years(versions),
        newest=tuple((one.label, one.title or "", one.page) for one in newest[: -NEWEST - 1 : -1]),
        topics=taxonomy.topics,
        rows=tuple(rows),
        caption=matrix_caption(rows),
    )


def _years(versions: Sequence[Version]) -> tuple[YearBar, ...]:
    """Count the captures of each year; a text that was seen in two years counts in both."""
    counts = Counter(
        moment.year
        for version in versions
        for capture in version.captures
        if (moment := capture.provenance.captured_at)
    )
    if not counts:
        return ()
    return tuple(
        YearBar(year=year, count=counts[year]) for year in range(min(counts), max(counts) + 1)
    )
