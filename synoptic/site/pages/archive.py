"""Pages about the archive as a whole: the list of policies, downloads, parts of other pages.

In: all versions without their texts, the first rows of the matrix, faults and withdrawals.
Out: views. Promise: what is set aside or withdrawn is said, with the reason.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from synoptic.label.taxonomy import Topic
from synoptic.model import Problem, Version
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.dictionary import CELLS, FILES, POLICY_KEYS, TABLES
from synoptic.site.edition import Edition
from synoptic.site.figures import Figures, figures_of
from synoptic.site.known import name_of, original_url_of, sector_of
from synoptic.site.pages.apart import ApartRow, apart_row
from synoptic.site.pages.topics import MatrixRow, matrix_caption

OVERVIEW_ROWS = 30
"""Policies in the matrix on the home page; the whole one is a click away."""

NEWEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """One policy in the list of policies."""

    name: str
    page: Address
    url: str | None
    """Original address of the policy, None if unknown."""
    sector: str | None
    versions: tuple[tuple[str, Address], ...]
    """Name and page of each version."""
    captures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliciesPage:
    """All policies of the archive."""

    template: ClassVar[str] = "policies.md.j2"

    here: Address
    """Where the page is."""
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

    here: Address
    """Where the page is."""
    files: tuple[tuple[Address, str], ...]
    """The data files that the archive has, with what they hold."""
    policy_keys: Mapping[str, str]
    """Keys of policies.json."""
    tables: Mapping[str, Mapping[str, str]]
    """Columns of each table, by the name of its file."""
    cells: str
    """What is done to a cell that is not safe."""
    figures: Figures
    """How much the archive holds."""
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

    here: Address
    """Where the page is."""
    figures: Figures
    """How much the archive holds."""
    years: tuple[YearBar, ...]
    """Captures from first to last year."""
    newest: tuple[tuple[str, str, Address], ...]
    """Name with day, title and page of the versions first seen last."""
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

    here: Address
    """Where the page is."""
    topics: tuple[Topic, ...]
    """All topics with definitions and cues."""


def policies_page(edition: Edition) -> PoliciesPage:
    """Return the list of policies, with what is withdrawn and what is shown apart."""
    return PoliciesPage(
        here=addresses.POLICIES,
        rows=tuple(_policy_rows(edition.versions)),
        figures=figures_of(edition.versions),
        withdrawn=tuple(sorted(edition.withdrawn.items())),
        apart=tuple(map(apart_row, edition.apart)),
    )


def data_page(edition: Edition) -> DataPage:
    """Return the downloads; the feed is among them if there is one."""
    return DataPage(
        here=addresses.DATA,
        policy_keys=POLICY_KEYS,
        tables=TABLES,
        cells=CELLS,
        files=tuple(
            (addresses.data(name), holds)
            for name, holds in FILES.items()
            if edition.archive or addresses.data(name) != addresses.FEED
        ),
        figures=figures_of(edition.versions),
        set_aside=tuple(problem for problem in edition.problems if problem.fatal),
        warnings=tuple(problem for problem in edition.problems if not problem.fatal),
    )


def taxonomy_part(topics: Sequence[Topic]) -> TaxonomyPart:
    """Return the topics with their definitions and cues."""
    return TaxonomyPart(here=addresses.TAXONOMY, topics=tuple(topics))


def _policy_rows(versions: Sequence[Version]) -> Iterator[PolicyRow]:
    for slug, group in groupby(versions, lambda version: version.policy):
        texts = list(group)
        yield PolicyRow(
            name=name_of(texts),
            page=addresses.policy(slug),
            url=original_url_of(texts),
            sector=sector_of(texts),
            versions=tuple((text.version, addresses.version(text)) for text in texts),
            captures=sum(len(text.captures) for text in texts),
        )


def overview(
    versions: Sequence[Version], matrix: Sequence[MatrixRow], topics: Sequence[Topic]
) -> Overview:
    """Return the part of the home page that shows the archive at a glance."""
    rows = matrix[:OVERVIEW_ROWS]
    dated = [version for version in versions if version.provenance.captured_at]
    newest = sorted(dated, key=lambda version: (version.provenance.stamp or "", version.id))
    return Overview(
        here=addresses.OVERVIEW,
        figures=figures_of(versions),
        years=_years(versions),
        newest=tuple(
            (version.dated_name, version.title or "", addresses.version(version))
            for version in newest[: -NEWEST - 1 : -1]
        ),
        topics=tuple(topics),
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
