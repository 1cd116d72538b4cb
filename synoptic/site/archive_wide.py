"""Everything on the site that is of no one policy: one entry for each kind of page or file.

In the order in which they are made. The pages of one policy stand in `policy_pages`.
"""

from collections.abc import Callable, Iterator, Sequence

from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.data import files as data
from synoptic.site.data.tables import comparison_lines, fact_lines
from synoptic.site.feed import FeedEntry, atom_feed, change_entry
from synoptic.site.kinds import AtOnce, DataFile, Kind, PolicyTexts, Rows, Table, Whole
from synoptic.site.pages import archive, facts, topics
from synoptic.site.pages.environment import File, View, file_of
from synoptic.site.pages.facts import AnswersRow, answers_row
from synoptic.site.pages.pager import part_of
from synoptic.site.pages.topics import MatrixRow, TopicRow, matrix_row, topic_rows


def _silent_readers(policy: PolicyTexts) -> list[str]:
    """Return whose word some answer "not mentioned" is."""
    readers = {
        fact.review.by.title
        for version in policy.versions
        for fact in version.labelled.facts
        if fact.review and fact.state == "not-mentioned"
    }
    return sorted(readers)


MATRIX = Rows(
    "matrix",
    list[MatrixRow],
    lambda policy: [matrix_row(version, policy.labels.topics) for version in policy.versions],
)
"""What `Whole` has of each version."""

READERS = Rows("readers", list[str], _silent_readers)
"""Whom the totals of `Whole` name."""


def _page(view: Callable[[Whole], View]) -> AtOnce[None]:
    return AtOnce(lambda whole, _: [file_of(view(whole))])


def _file(address: Address, text: Callable[[Whole], str]) -> AtOnce[None]:
    return AtOnce(lambda whole, _: [(address.file, [text(whole).encode("utf-8")])])


def _feed(whole: Whole, changes: Sequence[FeedEntry]) -> Iterator[File]:
    """Yield the feed, if the archive has an id to make those of its entries of."""
    archive, versions = whole.edition.archive, whole.edition.versions
    if archive:
        yield addresses.FEED.file, [atom_feed(archive, versions, changes).encode("utf-8")]


ARCHIVE_WIDE: tuple[Kind, ...] = (
    Table(
        Rows(
            "topics",
            list[tuple[TopicRow, ...]],
            lambda policy: [topic_rows(text, policy.labels.topics) for text in policy.versions],
        ),
        lambda number, whole, rows: topics.views(
            number, whole.totals, part_of(whole.matrix, number), rows, whole.labels.topics
        ),
    ),
    Table(
        Rows(
            "answers",
            list[AnswersRow],
            lambda policy: [answers_row(text, policy.labels.facts) for text in policy.versions],
        ),
        lambda number, whole, rows: facts.views(number, whole.totals, rows, whole.labels.facts),
    ),
    DataFile(
        addresses.data("policies.json"),
        data.policy_entry,
        data.policies_json,
        with_apart=True,
    ),
    DataFile(
        addresses.data("clauses.jsonl"),
        lambda version, _: data.clause_lines(version),
        iter,
    ),
    DataFile(addresses.data("comparison.csv"), comparison_lines, data.comparison_csv),
    DataFile(addresses.data("facts.csv"), lambda version, _: fact_lines(version), data.facts_csv),
    _file(addresses.data("report.json"), lambda whole: data.report_json(whole.edition)),
    _file(addresses.data("datapackage.json"), lambda _: data.datapackage_json()),
    _page(lambda whole: archive.policies_page(whole.edition)),
    _page(lambda whole: archive.data_page(whole.edition)),
    _page(
        lambda whole: archive.overview(
            whole.edition.versions, whole.matrix, whole.labels.topics.topics
        )
    ),
    _page(lambda whole: archive.taxonomy_part(whole.labels.topics.topics)),
    AtOnce(
        _feed,
        Rows(
            "changes",
            list[FeedEntry],
            lambda policy: [change_entry(*pair) for pair in policy.compared],
        ),
    ),
)
