"""What is made of one policy: its pages and texts, and what tables and data take from them.

A pure function of its versions, their contents and collations, and the taxonomy. Tables and
data files of the whole archive are made of the rows that come out, see `archive`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from synoptic.build.cache import PACKAGE, code_version, decoded, encoded, key_of
from synoptic.build.result import Content
from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.label.carry import carried
from synoptic.label.labels import Labels, labels_from
from synoptic.model import Collation, LabelledVersion, Version
from synoptic.site import addresses
from synoptic.site.data import data_rows
from synoptic.site.feed import FeedEntry, change_entry
from synoptic.site.pages import policy_views
from synoptic.site.pages.environment import rendered
from synoptic.site.pages.facts import AnswersRow, answers_row
from synoptic.site.pages.topics import MatrixRow, TopicRow, matrix_row, topic_rows

CODE = code_version(PACKAGE, "site", "label/carry.py", "build/policy.py")


@dataclass(frozen=True, slots=True)
class PolicyJob:
    """One policy with all that its pages are made of."""

    versions: tuple[Version, ...]
    """By the time of their first captures, undated last; none if all that was captured at
    its address is apart."""
    apart: tuple[Version, ...]
    """Captures from the same address that are probably no policy."""
    contents: Mapping[str, bytes]
    """By record: of each version that of its first capture, and of the one that was signed."""
    collations: tuple[tuple[str, str, bytes], ...]
    """Older and newer version by their ids, and what became of the one, encoded."""
    taxonomy: TaxonomyText


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of a policy while all the others are worked on."""

    matrix: tuple[MatrixRow, ...]
    """One for each version."""
    readers: tuple[str, ...]
    """Whose word some answer "not mentioned" is."""
    changes: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """What one version has in the tables that stretch over all policies."""

    topics: tuple[TopicRow, ...]
    """In the order of the taxonomy."""
    answers: AnswersRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of a policy."""

    files: Mapping[str, bytes]
    """Finished pages and texts by their path below docs/."""
    rows: Mapping[str, bytes]
    """Each of `PARTS`, encoded."""


PARTS = ("summary", "tables", "data")
"""What is made of a policy for the whole archive: a `Summary`; a `TableRows` for each version;
a `DataRows` for each version and each page apart."""


def policy_key(
    versions: Sequence[Version],
    apart: Sequence[Version],
    keys: Sequence[str],
    taxonomy: TaxonomyText,
) -> str:
    """Return the name of what is made of a policy, by the keys of its contents."""
    about = ("\n".join(keys), repr(versions), repr(apart), taxonomy.digest)
    return key_of(CODE, *(part.encode() for part in about))


def made(job: PolicyJob) -> Made:
    """Make the pages, texts and rows of one policy."""
    labels = labels_from(job.taxonomy)
    slugs = labels.topic_slugs
    contents = {record: decoded(data, Content) for record, data in job.contents.items()}
    versions = carried([_with_text(version, contents) for version in job.versions], slugs)
    apart = [_with_text(page, contents) for page in job.apart]
    by_id = {version.id: version for version in versions}
    compared = [
        (by_id[old], by_id[new], decoded(collation, Collation))
        for old, new, collation in job.collations
    ]
    views = policy_views(versions, apart, compared, labels.topics, labels.facts)
    files = {view.here.file: rendered(view).encode("utf-8") for view in views}
    for version in (*job.versions, *job.apart):
        files[addresses.text(version).file] = contents[version.record].text.encode("utf-8")
    return Made(
        files=files,
        rows={
            "summary": encoded(_summary(versions, compared, labels)),
            "tables": encoded([_table_rows(version, labels) for version in versions]),
            "data": encoded([data_rows(version, slugs) for version in (*versions, *apart)]),
        },
    )


def _with_text(version: Version, contents: Mapping[str, Content]) -> LabelledVersion:
    """Join a version with its first text, as labelled on the capture that was signed."""
    labelled = contents[version.signed].labelled
    first = contents[version.record].labelled.document
    known = {field.name: getattr(version, field.name) for field in fields(version)}
    document = replace(first, dates=labelled.document.dates)
    return LabelledVersion(**known, labelled=replace(labelled, document=document))


def _summary(
    versions: Sequence[LabelledVersion],
    compared: Sequence[tuple[Version, Version, Collation]],
    labels: Labels,
) -> Summary:
    readers = {
        fact.review.by.title
        for version in versions
        for fact in version.labelled.facts
        if fact.review and fact.state == "not-mentioned"
    }
    return Summary(
        matrix=tuple(matrix_row(version, labels.topics) for version in versions),
        readers=tuple(sorted(readers)),
        changes=tuple(change_entry(*pair) for pair in compared),
    )


def _table_rows(version: LabelledVersion, labels: Labels) -> TableRows:
    return TableRows(
        topics=topic_rows(version, labels.topics),
        answers=answers_row(version, labels.facts),
    )
