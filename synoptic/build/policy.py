"""What is made of one policy: its pages and texts, and what tables and data take from them.

A pure function of its versions, their contents and collations, and the taxonomy. Tables and
data files of the whole archive are made of the rows that come out, see `archive`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from synoptic.build.cache import PACKAGE, code_version, decoded, encoded, key_of
from synoptic.build.result import Content
from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.label.carry import carried
from synoptic.label.labels import labels_from
from synoptic.model import Collation, LabelledVersion, Version
from synoptic.site import addresses
from synoptic.site.archive_wide import ARCHIVE_WIDE, MATRIX, READERS
from synoptic.site.kinds import AtOnce, DataFile, PolicyTexts, Rows, Table
from synoptic.site.pages.environment import rendered
from synoptic.site.policy_pages import policy_views

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
class Made:
    """What came of a policy."""

    files: Mapping[str, bytes]
    """Finished pages and texts by their path below docs/."""
    rows: Mapping[str, bytes]
    """Each of `PARTS`: rows by their name, encoded twice, so that some are read without others."""


PARTS: Mapping[str, Sequence[Rows[Any]]] = {
    "at-once": (
        MATRIX,
        READERS,
        *(kind.rows for kind in ARCHIVE_WIDE if isinstance(kind, AtOnce) and kind.rows),
    ),
    "tables": [kind.rows for kind in ARCHIVE_WIDE if isinstance(kind, Table)],
    "data": [kind.rows for kind in ARCHIVE_WIDE if isinstance(kind, DataFile)],
}
"""Rows of a policy that are needed together, and so are kept together."""


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
    contents = {record: decoded(data, Content) for record, data in job.contents.items()}
    versions = carried(
        [_with_text(version, contents) for version in job.versions], labels.topic_slugs
    )
    apart = [_with_text(page, contents) for page in job.apart]
    by_id = {version.id: version for version in versions}
    compared = [
        (by_id[old], by_id[new], decoded(collation, Collation))
        for old, new, collation in job.collations
    ]
    policy = PolicyTexts(versions=versions, apart=apart, compared=compared, labels=labels)
    files = {view.here.file: rendered(view).encode("utf-8") for view in policy_views(policy)}
    for version in (*job.versions, *job.apart):
        files[addresses.text(version).file] = contents[version.record].text.encode("utf-8")
    rows = {
        part: encoded({kind.name: encoded(list(kind.of(policy))) for kind in kinds})
        for part, kinds in PARTS.items()
    }
    return Made(files=files, rows=rows)


def _with_text(version: Version, contents: Mapping[str, Content]) -> LabelledVersion:
    """Join a version with its first text, as labelled on the capture that was signed."""
    labelled = contents[version.signed].labelled
    first = contents[version.record].labelled.document
    known = {field.name: getattr(version, field.name) for field in fields(version)}
    document = replace(first, dates=labelled.document.dates)
    return LabelledVersion(**known, labelled=replace(labelled, document=document))
