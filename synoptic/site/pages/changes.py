"""The page of what changed between two versions, /changes/<document>/<old>--<new>/.

The summary comes first, then every changed clause, then the whole text with its
unchanged parts folded. Trivial differences are folded and counted, never dropped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from synoptic.compare.order import Role, Row, rows_of
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import (
    Change,
    Collation,
    Difference,
    Kind,
    LabelledVersion,
    Mark,
    Pair,
    PairKind,
    Span,
    StatedDate,
    Unit,
    Version,
    turns,
)
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.escape import html
from synoptic.site.figures import kept
from synoptic.site.pages.quotes import Speech, speech
from synoptic.site.pages.turns import TurnView, turn_views

_MARKS = {Mark.DELETED: ("del", "taken out"), Mark.INSERTED: ("ins", "put in")}

Compared = tuple[LabelledVersion, LabelledVersion, Collation]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One of the two versions."""

    label: str
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
class RowView:
    """A clause or heading at one of the places where it stands."""

    id: str
    kind: str
    """What became of it, in a word or two; empty where nothing did."""
    sign: str
    """The same as a sign: + − ~ ⇄; empty where nothing became of it."""
    old: tuple[tuple[str, str], ...]
    """Number and anchor of each clause on the older page."""
    new: tuple[tuple[str, str], ...]
    heading: bool
    classes: tuple[str, ...]
    """Classes of its differences with their counts."""
    redline: Markup
    notes: tuple[str, ...]
    """Differences that the redline cannot show, such as targets of links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldView:
    """Rows in a row: changed ones are open, unchanged ones folded."""

    folded: bool
    trivial: int
    """How many trivial differences the folded rows have."""
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChange:
    """What became of the clauses on one topic."""

    slug: str
    title: str
    added: int
    removed: int
    reworded: int
    moved: int
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """Two versions of one policy, clause by clause."""

    template: ClassVar[str] = "changes.md.j2"

    here: Address
    """Where the page is."""
    name: str
    """Organisation, else the site, else the document."""
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
        yield changes_page(old, new, collation, taxonomy, seen)


def changes_page(
    old: LabelledVersion,
    new: LabelledVersion,
    collation: Collation,
    taxonomy: Taxonomy,
    seen: tuple[TurnView, ...],
) -> ChangesPage:
    """Return the page of two versions."""
    rows = rows_of(collation.pairs)
    views = [_row(row, number) for number, row in enumerate(rows, start=1)]
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
        kinds=tuple((PairKind(kind).label, count) for kind, count in collation.kinds.items()),
        classes=tuple((Change(one).label, count) for one, count in collation.changes.items()),
        trivial=sum(n for one, n in collation.changes.items() if Change(one).trivial),
        topics=tuple(_topic_changes(old, new, collation, taxonomy)),
        changed=tuple(view for row, view in zip(rows, views, strict=True) if _is_told(row)),
        text=tuple(_folds(rows, views)),
    )


def _side(version: LabelledVersion) -> SideView:
    times = [stamp for one in version.captures if (stamp := one.provenance.stamp)]
    return SideView(
        label=version.label,
        version=version.version,
        page=addresses.version(version),
        captured=version.provenance.stamp,
        last_seen=times[-1] if times else None,
        captures=len(version.captures),
        dates=version.labelled.document.dates,
        speech=speech(version),
        memento=version.provenance.memento_url,
        sha256=version.labelled.document.source.sha256,
        words=version.words,
    )


def _is_told(row: Row) -> bool:
    """Whether a row belongs to the list of changes: once each, what moved at its new place."""
    pair = row.pair
    if row.role is Role.LEAVES and pair.new:
        return False
    return not _is_quiet(row)


def _is_quiet(row: Row) -> bool:
    pair = row.pair
    return row.role is Role.STAYS and (pair.kind is PairKind.SAME or pair.trivial)


def _folds(rows: Sequence[Row], views: Sequence[RowView]) -> Iterator[FoldView]:
    pairs = zip(rows, views, strict=True)
    for folded, group in groupby(pairs, lambda pair: _is_quiet(pair[0])):
        members = list(group)
        trivial = sum(len(row.pair.differences) for row, _ in members) if folded else 0
        yield FoldView(folded=folded, trivial=trivial, rows=tuple(view for _, view in members))


def _row(row: Row, number: int) -> RowView:
    pair, leaves = row.pair, row.role is Role.LEAVES
    units = pair.old if leaves or not pair.new else pair.new
    counts = Counter(one.change.label for one in pair.differences)
    plain = _is_quiet(row) or leaves or not (pair.old and pair.new)
    return RowView(
        id=f"r{number}",
        kind="" if _is_quiet(row) else _kind(pair, leaves),
        sign="" if _is_quiet(row) else _sign(pair, leaves),
        old=tuple((unit.number, unit.id) for unit in pair.old if unit.number),
        new=tuple((unit.number, unit.id) for unit in pair.new if unit.number),
        heading=units[0].kind is Kind.HEADING,
        classes=() if plain else tuple(f"{label} {n}" for label, n in counts.items()),
        redline=Markup("").join(_redline(row)),
        notes=() if leaves else tuple(_notes(row)),
    )


def _kind(pair: Pair, leaves: bool) -> str:
    if leaves and pair.new:
        return "Moved away"
    name = pair.kind.label
    if pair.kind is PairKind.MOVED and pair.reworded:
        return "Moved and reworded"
    return f"{name} and moved" if pair.moved and pair.kind is not PairKind.MOVED else name


def _sign(pair: Pair, leaves: bool) -> str:
    if pair.moved:
        return "⇄"
    if not pair.old:
        return "+"
    return "−" if leaves or not pair.new else "~"


def _redline(row: Row) -> Iterator[Markup]:
    """Yield the spans of a row as HTML, each with words for those who do not see them."""
    pair = row.pair
    spans: Sequence[Span] = pair.spans
    if row.role is Role.LEAVES and pair.new:
        spans = [Span(_text(pair.old), Mark.DELETED)]
    for span in spans:
        text = html(span.text).replace("\n", Markup("<br>"))
        if span.mark is Mark.SAME:
            yield text
            continue
        tag, said = _MARKS[span.mark]
        quiet = span.difference is not None and pair.differences[span.difference].change.trivial
        style = ' class="trivial"' if quiet else ""
        yield Markup(
            f'<{tag}{style}><span class="unseen">[{said}: </span>{text}'
            f'<span class="unseen">]</span></{tag}>'
        )


def _text(units: Iterable[Unit]) -> str:
    return "\n\n".join(unit.text for unit in units)


def _notes(row: Row) -> Iterator[str]:
    pair = row.pair
    if not (pair.old and pair.new):
        return
    shown = {span.difference for span in pair.spans}
    for number, one in enumerate(pair.differences):
        if number not in shown:
            yield _note(one)


def _note(one: Difference) -> str:
    return f"{one.change.label}: {one.old or 'nothing'} → {one.new or 'nothing'}"


def _topic_changes(
    old: LabelledVersion, new: LabelledVersion, collation: Collation, taxonomy: Taxonomy
) -> Iterator[TopicChange]:
    """Count for each topic what became of its clauses; a clause counts under all its topics."""
    before, after = _topics_of(old), _topics_of(new)
    counts: Counter[tuple[str, str]] = Counter()
    for pair in collation.pairs:
        slugs = {slug for unit in pair.old for slug in before.get(unit.id, ())}
        slugs |= {slug for unit in pair.new for slug in after.get(unit.id, ())}
        counts.update((slug, _became(pair)) for slug in slugs)
    for topic in taxonomy.topics:
        slug = topic.slug
        yield TopicChange(
            slug=slug,
            title=topic.title,
            added=counts[slug, "added"],
            removed=counts[slug, "removed"],
            reworded=counts[slug, "reworded"],
            moved=counts[slug, "moved"],
            same=counts[slug, "same"],
        )


def _became(pair: Pair) -> str:
    if pair.kind in (PairKind.ADDED, PairKind.REMOVED):
        return str(pair.kind)
    if pair.reworded:
        return "reworded"
    return "moved" if pair.moved else "same"


def _topics_of(version: LabelledVersion) -> dict[str, list[str]]:
    topics: dict[str, list[str]] = {}
    for tag in version.labelled.tags:
        topics.setdefault(tag.clause, []).append(tag.topic)
    return topics
