"""The page of a document, /policies/<document>/: all its captures in time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import ClassVar

from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import Collation, StatedDate, Version
from synoptic.readability import reading_grade
from synoptic.render.changes import Compared, changes_url
from synoptic.render.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureView:
    """One version in a document's history."""

    label: str
    url: str
    seen: tuple[tuple[str, str | None], ...]
    """Time and archived copy of each capture that reads the same."""
    title: str | None
    dates: tuple[StatedDate, ...]
    flags: tuple[str, ...]
    """Where the stated dates do not fit the captures."""
    returns_to: str | None
    words: int
    share: int
    """Length as a share of the longest version, in per cent."""
    grade: float | None
    topics: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A way to the page of what changed between two versions."""

    old: str
    new: str
    url: str
    kept: int
    added: int
    removed: int
    reworded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """All captures of one policy in time."""

    template: ClassVar[str] = "document.md.j2"

    path: str = field(metadata={"help": "Place of the page below docs/"})
    root: str = field(metadata={"help": "Way from the page to the root of the site"})
    name: str = field(metadata={"help": "Organisation, else the site, else the document"})
    address: str | None = field(metadata={"help": "Original address, None if unknown"})
    sightings: int = field(metadata={"help": "How many captures there are"})
    captures: tuple[CaptureView, ...] = field(metadata={"help": "Oldest first, undated last"})
    changes: tuple[ChangeView, ...] = field(metadata={"help": "Neighbours, then first to last"})
    picture: Timeline | None = field(metadata={"help": "Layout of the drawing; None if undated"})
    topics: tuple[tuple[str, str, tuple[tuple[int, str], ...]], ...] = field(
        metadata={"help": "Slug, title, and the number of clauses and the state in each version"}
    )
    all_topics: int = field(metadata={"help": "How many topics the taxonomy has"})


def views(
    versions: Sequence[Version], compared: Sequence[Compared], taxonomy: Taxonomy
) -> Iterable[DocumentPage]:
    """Yield the page of every document."""
    changes = {
        document: [_change(*one) for one in group]
        for document, group in groupby(compared, lambda one: one[0].document)
    }
    for document, group in groupby(versions, lambda version: version.document):
        yield _document_page(tuple(group), tuple(changes.get(document, ())), taxonomy)


def _document_page(
    versions: Sequence[Version], changes: tuple[ChangeView, ...], taxonomy: Taxonomy
) -> DocumentPage:
    counts = [_counts(version) for version in versions]
    longest = max(version.words for version in versions)
    flags = _flags(versions)
    return DocumentPage(
        path=f"policies/{versions[0].document}/index.md",
        root="../../",
        name=versions[-1].name,
        address=next((one.provenance.original_url for one in versions), None),
        sightings=sum(len(version.sightings) for version in versions),
        captures=tuple(
            _capture(version, flag, round(100 * version.words / longest) if longest else 0)
            for version, flag in zip(versions, flags, strict=True)
        ),
        changes=changes,
        picture=timeline(versions),
        topics=tuple(
            (topic.slug, topic.title, _cells(topic, versions, counts)) for topic in taxonomy.topics
        ),
        all_topics=len(taxonomy.topics),
    )


def _cells(
    topic: Topic, versions: Sequence[Version], counts: Sequence[Counter[str]]
) -> tuple[tuple[int, str], ...]:
    return tuple(
        (count.get(topic.slug, 0), version.labelled.topic_state(topic.slug))
        for version, count in zip(versions, counts, strict=True)
    )


def _capture(version: Version, flags: tuple[str, ...], share: int) -> CaptureView:
    document = version.labelled.document
    return CaptureView(
        label=version.version,
        url=f"{version.version}/",
        seen=tuple(
            (one.provenance.stamp or "", one.provenance.memento_url) for one in version.sightings
        ),
        title=version.title,
        dates=document.dates,
        flags=flags,
        returns_to=version.returns_to,
        words=version.words,
        share=share,
        grade=reading_grade([clause.text for clause in document.clauses]),
        topics=len(_counts(version)),
        sha256=document.capture.sha256,
    )


def _flags(versions: Sequence[Version]) -> list[tuple[str, ...]]:
    """Say for each version where its stated dates do not fit what was captured."""
    flags: list[list[str]] = [_too_late(version) for version in versions]
    for place, (old, new) in enumerate(pairwise(versions), start=1):
        latest = _latest(new)
        if latest and latest == _latest(old) and new.provenance.captured_at:
            flags[place].append(f"states {latest} as the version before it, but reads otherwise")
    return [tuple(one) for one in flags]


def _too_late(version: Version) -> list[str]:
    day = version.provenance.day or "9999"
    dates = [one.date for one in version.labelled.document.dates]
    return [f"states {one}, after it was captured" for one in dates if one[: len(day)] > day]


def _latest(version: Version) -> str:
    return max((one.date for one in version.labelled.document.dates), default="")


def _change(old: Version, new: Version, collation: Collation) -> ChangeView:
    kinds = collation.kinds
    return ChangeView(
        old=old.version,
        new=new.version,
        url=changes_url(old, new),
        kept=collation.kept,
        added=kinds.get("added", 0),
        removed=kinds.get("removed", 0),
        reworded=sum(1 for pair in collation.pairs if pair.reworded),
    )


def _counts(version: Version) -> Counter[str]:
    return Counter(tag.topic for tag in version.labelled.tags)
