"""Clauses of two texts as rows with their redlines, in the order of the newer text.

In: rows of a collation. Out: what a page shows of each, and which of them are folded.
Promise: every row is shown; what is trivial or unchanged is folded and counted, never dropped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from synoptic.compare.order import Role, Row
from synoptic.model import Kind, Mark, Pair, PairKind, Span, Unit
from synoptic.site.escape import html

_MARKS = {Mark.DELETED: ("del", "taken out"), Mark.INSERTED: ("ins", "put in")}
"""The element of each mark, and its words for those who do not see it."""


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


def row_views(rows: Iterable[Row]) -> list[RowView]:
    """Return what a page shows of each row, in their order."""
    return [_row_view(row, number) for number, row in enumerate(rows, start=1)]


def changed(rows: Sequence[Row], views: Sequence[RowView]) -> Iterator[RowView]:
    """Yield every change once: what moved stands only at its new place."""
    for row, view in zip(rows, views, strict=True):
        moved_away = row.role is Role.LEAVES and row.pair.new
        if not (moved_away or _is_quiet(row)):
            yield view


def folds(rows: Sequence[Row], views: Sequence[RowView]) -> Iterator[FoldView]:
    """Yield the whole text: stretches of rows that are all changed, or all unchanged."""
    pairs = zip(rows, views, strict=True)
    for folded, group in groupby(pairs, lambda pair: _is_quiet(pair[0])):
        members = list(group)
        trivial = sum(len(row.pair.differences) for row, _ in members) if folded else 0
        yield FoldView(folded=folded, trivial=trivial, rows=tuple(view for _, view in members))


def _is_quiet(row: Row) -> bool:
    """Return whether a row stays where it is, with no or only trivial differences."""
    pair = row.pair
    return row.role is Role.STAYS and (pair.kind is PairKind.SAME or pair.trivial)


def _row_view(row: Row, number: int) -> RowView:
    pair, leaves = row.pair, row.role is Role.LEAVES
    units = pair.old if leaves or not pair.new else pair.new
    counts = Counter(difference.change.phrase for difference in pair.differences)
    # Of what came, went or moves away only the whole is told, not single differences.
    whole = _is_quiet(row) or leaves or not (pair.old and pair.new)
    return RowView(
        id=f"r{number}",
        kind="" if _is_quiet(row) else _kind(pair, leaves),
        sign="" if _is_quiet(row) else _sign(pair, leaves),
        old=tuple((unit.number, unit.id) for unit in pair.old if unit.number),
        new=tuple((unit.number, unit.id) for unit in pair.new if unit.number),
        heading=units[0].kind is Kind.HEADING,
        classes=() if whole else tuple(f"{phrase} {count}" for phrase, count in counts.items()),
        redline=Markup("").join(_redline(row)),
        notes=() if leaves else tuple(_notes(row)),
    )


def _kind(pair: Pair, leaves: bool) -> str:
    """Say in a word or two what became of a clause."""
    if leaves and pair.new:
        return "Moved away"
    name = pair.kind.phrase
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
    """Say each difference that no span of the redline shows."""
    pair = row.pair
    if not (pair.old and pair.new):
        return
    shown = {span.difference for span in pair.spans}
    for number, difference in enumerate(pair.differences):
        if number not in shown:
            old, new = (side or "nothing" for side in (difference.old, difference.new))
            yield f"{difference.change.phrase}: {old} → {new}"
