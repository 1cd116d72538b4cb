"""The page of a policy in time: policies/<policy>/.

In: its labelled versions, and the pairs of them that are set against each other. Out: a page
with its versions and captures, what changed between them, and its topics in time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import Collation, LabelledVersion, StatedDate, Turn, Version, turns
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.figures import figures_of, kept
from synoptic.site.known import name_of, original_url_of
from synoptic.site.lookup import clauses_on_topics
from synoptic.site.pages.apart import ApartRow, apart_row
from synoptic.site.pages.flags import Flag, flags_of
from synoptic.site.pages.quotes import Speech, speech
from synoptic.site.pages.timeline import Timeline, timeline
from synoptic.site.pages.turns import Compared, TurnView, turn_views
from synoptic.text.readability import reading_grade


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One version in a policy's history."""

    version: str
    """Day of its first capture, or undated."""
    page: Address
    language: str | None
    legible: bool
    """Whether the rules know the language."""
    seen: tuple[tuple[str | None, str | None], ...]
    """Time and archived copy of each capture."""
    title: str | None
    dates: tuple[StatedDate, ...]
    speech: Speech
    """Attributes of what holds words of the text."""
    flags: tuple[Flag, ...]
    """Where the stated dates do not fit the captures."""
    words: int
    grade: float | None
    topics: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A way to the page of what changed between two versions."""

    old: str
    new: str
    page: Address
    turns: tuple[TurnView, ...]
    """Each time that one of the two followed the other."""
    kept: str
    added: int
    removed: int
    reworded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPage:
    """One policy in time."""

    template: ClassVar[str] = "policy.md.j2"

    here: Address
    """Where the page is."""
    name: str
    """Organisation, else the site, else the policy's slug."""
    url: str | None
    """Original address, None if unknown."""
    captures: int
    """How many captures there are."""
    versions: tuple[VersionView, ...]
    """Oldest first, undated last."""
    changes: tuple[ChangeView, ...]
    """Neighbours, then first to last."""
    picture: Timeline | None
    """Layout of the drawing; None if undated."""
    topics: tuple[tuple[str, str, tuple[tuple[int, str], ...]], ...]
    """Slug, title, and the number of clauses and the state in each version."""
    all_topics: int
    """How many topics the taxonomy has."""
    apart: tuple[ApartRow, ...]
    """Captures from the same place that are probably no policy."""


def views(
    versions: Sequence[LabelledVersion],
    compared: Sequence[Compared],
    taxonomy: Taxonomy,
    apart: Sequence[Version] = (),
) -> Iterator[PolicyPage]:
    """Yield the page of one policy, if it has any version."""
    if versions:
        yield _policy_page(versions, compared, taxonomy, apart)


def _policy_page(
    versions: Sequence[LabelledVersion],
    changes: Sequence[Compared],
    taxonomy: Taxonomy,
    apart: Sequence[Version],
) -> PolicyPage:
    counts = [clauses_on_topics(version) for version in versions]
    history = list(turns(versions))
    followed = {(turn.old.id, turn.new.id) for turn in history}
    neighbours = [pair for pair in changes if (pair[0].id, pair[1].id) in followed]
    flags = flags_of(versions, neighbours)
    return PolicyPage(
        here=addresses.policy(versions[0].policy),
        name=name_of(versions),
        url=original_url_of(versions),
        captures=figures_of(versions).captures,
        versions=tuple(_version(version, flags[version.version]) for version in versions),
        changes=tuple(_change(*pair, history) for pair in changes),
        picture=timeline(versions),
        topics=tuple(
            (topic.slug, topic.title, _cells(topic, versions, counts)) for topic in taxonomy.topics
        ),
        all_topics=len(taxonomy.topics),
        apart=tuple(map(apart_row, apart)),
    )


def _cells(
    topic: Topic, versions: Sequence[LabelledVersion], counts: Sequence[Counter[str]]
) -> tuple[tuple[int, str], ...]:
    return tuple(
        (count.get(topic.slug, 0), version.labelled.topic_state(topic.slug))
        for version, count in zip(versions, counts, strict=True)
    )


def _version(version: LabelledVersion, flags: Sequence[Flag]) -> VersionView:
    document = version.document
    return VersionView(
        version=version.version,
        page=addresses.version(version),
        language=version.language,
        legible=version.labelled.legible,
        seen=tuple(
            (capture.provenance.stamp, capture.provenance.memento_url)
            for capture in version.captures
        ),
        title=version.title,
        dates=document.dates,
        speech=speech(version),
        flags=tuple(flags),
        words=version.words,
        grade=reading_grade([clause.text for clause in document.clauses], version.language),
        topics=len(clauses_on_topics(version)),
    )


def _change(
    old: Version, new: Version, collation: Collation, history: Sequence[Turn]
) -> ChangeView:
    kinds = collation.kinds
    return ChangeView(
        old=old.version,
        new=new.version,
        page=addresses.changes(old, new),
        turns=turn_views(old, new, history),
        kept=kept(collation),
        added=kinds.get("added", 0),
        removed=kinds.get("removed", 0),
        reworded=sum(1 for pair in collation.pairs if pair.reworded),
    )
