"""One pair: its kind, its redline and its differences.

In: the units of either side, found to belong together. Out: a `Pair`. Promise: the
same and deleted spans, joined, are the texts of the older units parted by blank lines;
the same and inserted ones those of the newer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from synoptic.compare.differences import Part, class_of, context_of
from synoptic.compare.redline import Piece, align, marks_of, redline
from synoptic.compare.side import Side
from synoptic.model import Change, Difference, Pair, PairKind, Span, Stretch, Unit
from synoptic.text.languages.tables import LanguageWords
from synoptic.text.tokens import Token, enumerator_length

JOINT = "\n\n"
"""What parts the texts of several units on one side: a blank line."""

Units = tuple[Unit, ...]


def pair_of(
    old: Units,
    new: Units,
    language: LanguageWords,
    *,
    similarity: float = 0.0,
    moved: bool = False,
) -> Pair:
    """Return the pair of some units in a language; one side may be empty.

    The units of a side are neighbours in their order. `similarity` is as found by the
    pairing; `moved` says that they stand elsewhere among their neighbours.
    """
    pieces = redline(_joined(old), _joined(new))
    differences = list(_in_words(pieces, old, new, language))
    spans = tuple(_spans(pieces))
    if old and new:
        differences += [*_in_links(old, new), *_in_form(old, new)]
    return Pair(
        kind=_kind(old, new, moved, differences),
        old=old,
        new=new,
        moved=moved,
        similarity=similarity,
        spans=spans,
        differences=tuple(differences),
    )


def _joined(units: Units) -> str:
    return JOINT.join(unit.text for unit in units)


def _leading_in(units: Units) -> str:
    """Return the words around that tell what a clause speaks of: nearest heading and lead-in."""
    # The nearest heading only: under "How we share data" stand sections on other things.
    return "\n".join(chain.from_iterable((*unit.path[-1:], unit.lead_in) for unit in units))


def _kind(old: Units, new: Units, moved: bool, differences: Iterable[Difference]) -> PairKind:
    if not old or not new:
        return PairKind.REMOVED if old else PairKind.ADDED
    if len(old) > 1 or len(new) > 1:
        return PairKind.SPLIT if len(new) > 1 else PairKind.MERGED
    if moved:
        return PairKind.MOVED
    # A changed link alone counts as reworded: a page that lists what changed must show it.
    trivial = all(difference.change.trivial for difference in differences)
    return PairKind.SAME if trivial else PairKind.REWORDED


def _in_words(
    pieces: Sequence[Piece], old: Units, new: Units, language: LanguageWords
) -> Iterator[Difference]:
    if all(piece.same for piece in pieces):
        return
    before, after = Side(_joined(old), language), Side(_joined(new), language)
    around = context_of(_leading_in(old + new), language, (before, after))
    counters = [enumerator_length(side[0].text) if side else 0 for side in (old, new)]
    starts = (0, 0)
    for piece in pieces:
        ends = (starts[0] + len(piece.old), starts[1] + len(piece.new))
        if not piece.same:
            parts = Part(before, starts[0], piece.old), Part(after, starts[1], piece.new)
            in_counter = ends[0] <= counters[0] and ends[1] <= counters[1]
            change = Change.FORMATTING if in_counter else class_of(*parts, around)
            yield Difference(change, piece.old, piece.new)
        starts = ends


def _spans(pieces: Iterable[Piece]) -> Iterator[Span]:
    count = -1
    for piece in pieces:
        count += not piece.same
        for text, mark in marks_of(piece):
            yield Span(text, mark, None if piece.same else count)


def _in_links(old: Units, new: Units) -> Iterator[Difference]:
    """Compare the targets as a set: one that other words carry now is still there."""
    before, after = _targets(old), _targets(new)
    gone, come = list((before - after).elements()), list((after - before).elements())
    for one, other in zip_longest(gone, come, fillvalue=""):
        yield Difference(_class_of_link(one, other), one, other)


def _class_of_link(old: str, new: str) -> Change:
    """Tell links from one place of a page to another: a list of contents is layout.

    "#fees" and "https://shop.example/terms#fees" lead to the same words.
    """
    fragments = {target.partition("#")[2] for target in (old, new) if target}
    within = all(target.startswith("#") for target in (old, new) if target)
    either = "#" in (old[:1], new[:1])
    return Change.FORMATTING if within or (either and len(fragments) == 1) else Change.LINK


def _targets(units: Units) -> Counter[str]:
    return Counter(link.value for unit in units for link in unit.links)


def _in_form(old: Units, new: Units) -> Iterator[Difference]:
    if len(old) == len(new) and old[0].form != new[0].form:
        yield Difference(Change.FORMATTING, old[0].form, new[0].form)
    if not any(unit.emphasis for unit in old + new):
        return
    aligned = align(_joined(old), _joined(new))
    before = _styles(old, aligned.old_tokens)
    after = _styles(new, aligned.new_tokens)
    changed = [(before[i], after[j]) for i, j in aligned.matches if before[i] != after[j]]
    if changed:
        yield Difference(Change.FORMATTING, *(changed[0][side] or "plain" for side in (0, 1)))


def _styles(units: Units, tokens: Sequence[Token]) -> list[str]:
    """Return the style of each word of the joined text, empty for a plain one."""
    stretches = list(_shifted(units))
    styles, at = [], 0
    for token in tokens:
        while at < len(stretches) and stretches[at].end <= token.start:
            at += 1
        inside = at < len(stretches) and stretches[at].start <= token.start
        styles.append(stretches[at].value if inside else "")
    return styles


def _shifted(units: Units) -> Iterator[Stretch]:
    offset = 0
    for unit in units:
        for each in unit.emphasis:
            yield Stretch(each.start + offset, each.end + offset, each.value)
        offset += len(unit.text) + len(JOINT)
