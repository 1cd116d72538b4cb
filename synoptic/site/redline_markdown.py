"""A collation as Markdown that stands on its own: what `redline OLD NEW` prints.

In: a `Collation`. Out: Markdown in the order of the newer text, one line for each
clause. A line that begins with > is ours and says what became of the clause under it;
every other line is text of the two documents. Promise: with our lines left out, what
is outside <ins> is the older text and what is outside <del> the newer, word for word
in their order; no character of a text means anything to Markdown or to a browser.

A clause that moved stands at both places therefore, and our line at the newer one
says what differs in it.
"""

from collections.abc import Iterator, Mapping, Sequence

from synoptic.compare.order import Role, Row, rows_of
from synoptic.model import Collation, Difference, Kind, Mark, Pair, PairKind, Span, Unit
from synoptic.site import escape

_TAGS = {Mark.SAME: ("", ""), Mark.DELETED: ("<del>", "</del>"), Mark.INSERTED: ("<ins>", "</ins>")}


def redline_markdown(collation: Collation) -> str:
    """Return the redline of two whole texts; the same collation gives the same bytes."""
    blocks = [_summary(collation)]
    for row in rows_of(collation.pairs):
        blocks += [*_notes(row), *_lines(row)]
    return "".join(f"{block}\n\n" for block in blocks).removesuffix("\n")


def _summary(collation: Collation) -> str:
    kinds = _counted({PairKind(kind).phrase.lower(): n for kind, n in collation.kinds.items()})
    words = collation.words
    return (
        f"> Headings and clauses: {kinds}.\n"
        f"> Words: {words['same']} stayed, {words['moved']} moved, "
        f"{words['deleted']} taken out, {words['inserted']} put in."
    )


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"


def _notes(row: Row) -> Iterator[str]:
    pair = row.pair
    if pair.identical and not pair.moved:
        return
    numbers = _numbered(pair, row.role)
    if row.role is Role.LEAVES:
        yield f"> {'Moved away' if pair.new else 'Removed'}{numbers}"
        return
    kind = f"{pair.kind.phrase}{' and moved' if pair.moved and not _is_plain(pair) else ''}"
    yield "\n".join([f"> {kind}{numbers}{_classes(pair.differences)}", *_details(row)])


def _is_plain(pair: Pair) -> bool:
    return pair.kind is PairKind.MOVED


def _numbered(pair: Pair, role: Role) -> str:
    """Name the clauses by their numbers, if they have any."""
    sides = [_numbers(pair.old), _numbers(pair.new)]
    if role is Role.LEAVES and pair.moved:
        return f" to § {sides[1]}" if sides[1] else ""
    shown = [f"§ {side}" for side in dict.fromkeys(sides) if side]
    return f" ({' → '.join(shown)})" if shown else ""


def _numbers(units: Sequence[Unit]) -> str:
    numbers = [unit.number for unit in units if unit.number]
    return escape.line("–".join(dict.fromkeys(numbers[:1] + numbers[-1:])))


def _classes(differences: Sequence[Difference]) -> str:
    counts: dict[str, int] = {}
    for difference in differences:
        counts[difference.change.phrase] = counts.get(difference.change.phrase, 0) + 1
    return f": {_counted(counts)}" if counts else ""


def _details(row: Row) -> Iterator[str]:
    """Say what the redline under it cannot show: links, and changes in what moved."""
    pair = row.pair
    shown = {span.difference for span in pair.spans} if row.role is Role.STAYS else set()
    for number, difference in enumerate(pair.differences):
        if number not in shown and pair.old and pair.new:
            old, new = (escape.line(side) or "nothing" for side in (difference.old, difference.new))
            yield f"> {difference.change.phrase}: {old} → {new}"


def _lines(row: Row) -> Iterator[str]:
    spans: Sequence[Span] = row.pair.spans
    if row.role is Role.LEAVES:
        spans = [Span("\n\n".join(unit.text for unit in row.pair.old), Mark.DELETED)]
    elif row.role is Role.ARRIVES:
        spans = [Span("\n\n".join(unit.text for unit in row.pair.new), Mark.INSERTED)]
    units = row.pair.old if row.role is Role.LEAVES else row.pair.new
    text = "".join(_tagged(span) for span in spans)
    # White space at the beginning of a line is markup: four spaces are a listing.
    stripped = text.lstrip()
    if stripped:
        yield _prefix(units[0]) + stripped


def _tagged(span: Span) -> str:
    start, end = _TAGS[span.mark]
    return f"{start}{escape.line(span.text)}{end}"


def _prefix(unit: Unit) -> str:
    if unit.kind is Kind.HEADING:
        return "#" * max(unit.level, 1) + " "
    return "- " if unit.kind is Kind.ITEM else ""
