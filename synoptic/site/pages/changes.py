"""The page of what changed between two versions: changes/<policy>/<old>--<new>/.

In: two versions and their collation. Out: a summary, every changed clause, and the whole
text with its unchanged parts folded (see `redlines`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from synoptic.compare.order import rows_of
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import (
    Change,
    Collation,
    LabelledVersion,
    PairKind,
    StatedDate,
    Version,
    turns,
)
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.figures import kept
from synoptic.site.pages.quotes import Speech, speech
from synoptic.site.pages.redlines import FoldView, RowView, changed, folds, row_views
from synoptic.site.pages.topic_changes import TopicChange, topic_changes
from synoptic.site.pages.turns import Compared, TurnView, turn_views


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One of the two versions."""

    version: str
    page: Address
    captured: str | None
    """Time of its first capture."""
    last_seen: str | None
    """Time of its last capture."""
    captures: int
    dates: tuple[StatedDate, ...]
    speech: Speech
    """Attributes of what holds words of the text."""
    memento: str | None
    sha256: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """Two versions of one policy, clause by clause."""

    template: ClassVar[str] = "changes.md.j2"

    here: Address
    """Where the page is."""
    name: str
    """Organisation, else the site, else the policy's slug."""
    policy: Address
    """Page of the policy in time."""
    old: SideView
    """The older version."""
    new: SideView
    """The newer version."""
    turns: tuple[TurnView, ...]
    """Each time one followed the other."""
    rules: str
    """Version of the rules that read both texts."""
    kept: str
    """How much of the older text's words stayed."""
    words: dict[str, int]
    """Words same, moved, deleted and inserted."""
    kinds: tuple[tuple[str, int], ...]
    """Clauses and headings by kind."""
    classes: tuple[tuple[str, int], ...]
    """Differences by class."""
    trivial: int
    """How many differences are trivial."""
    topics: tuple[TopicChange, ...]
    """What changed on each topic."""
    changed: tuple[RowView, ...]
    """Every changed clause or heading."""
    text: tuple[FoldView, ...]
    """The whole text, unchanged parts folded."""


def views(
    versions: Sequence[Version], compared: Iterable[Compared], taxonomy: Taxonomy
) -> Iterator[ChangesPage]:
    """Yield the page of every pair of versions of one policy."""
    history = list(turns(versions))
    for old, new, collation in compared:
        seen = turn_views(old, new, history)
        yield _changes_page(old, new, collation, taxonomy, seen)


def _changes_page(
    old: LabelledVersion,
    new: LabelledVersion,
    collation: Collation,
    taxonomy: Taxonomy,
    seen: tuple[TurnView, ...],
) -> ChangesPage:
    rows = rows_of(collation.pairs)
    views = row_views(rows)
    return ChangesPage(
        here=addresses.changes(old, new),
        name=new.name,
        policy=addresses.policy(new.policy),
        old=_side(old),
        new=_side(new),
        turns=seen,
        rules=new.labelled.rules,
        kept=kept(collation),
        words=dict(collation.words),
        kinds=tuple((PairKind(kind).phrase, count) for kind, count in collation.kinds.items()),
        classes=tuple((Change(kind).phrase, count) for kind, count in collation.changes.items()),
        trivial=sum(count for kind, count in collation.changes.items() if Change(kind).trivial),
        topics=tuple(topic_changes(old, new, collation, taxonomy)),
        changed=tuple(changed(rows, views)),
        text=tuple(folds(rows, views)),
    )


def _side(version: LabelledVersion) -> SideView:
    times = [stamp for capture in version.captures if (stamp := capture.provenance.stamp)]
    return SideView(
        version=version.version,
        page=addresses.version(version),
        captured=version.provenance.stamp,
        last_seen=times[-1] if times else None,
        captures=len(version.captures),
        dates=version.document.dates,
        speech=speech(version),
        memento=version.provenance.memento_url,
        sha256=version.source.sha256,
        words=version.words,
    )
