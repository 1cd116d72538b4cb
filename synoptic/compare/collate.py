"""Collation: what became of each clause and heading of a text in its next capture.

In: two documents, or two sequences of units. Out: a `Collation`, that is pairs in the
order of the newer text. Promise: every unit is in exactly one pair; the older sides,
in their order, are the older text to the last character, and the newer sides the
newer; a text collated with itself is the same throughout; exchanging the texts
exchanges the sides.
"""

from collections.abc import Iterable, Sequence

from synoptic.compare.chain import heaviest_chain
from synoptic.compare.order import in_reading_order
from synoptic.compare.pair import pair_of
from synoptic.compare.pairing import Group, groups_of
from synoptic.compare.summary import changes_of, kinds_of, words_of
from synoptic.compare.units import units_of
from synoptic.model import Collation, Document, Unit
from synoptic.text.languages import words_of_language
from synoptic.text.languages.english import ENGLISH
from synoptic.text.languages.tables import LanguageWords
from synoptic.text.words import count_words


def collate(old: Document, new: Document, language: str | None = None) -> Collation:
    """Pair the headings and clauses of two documents.

    Args:
        old: The older one.
        new: The newer one.
        language: Tag of the language by whose words differences are classed; None if
            unknown: then English.

    About 0.1 s for texts of 3,000 words, a few seconds for 30,000; memory grows with
    the words, not with their product.
    """
    return collate_units(units_of(old), units_of(new), words_of_language(language or ENGLISH.tag))


def collate_units(
    old: Sequence[Unit], new: Sequence[Unit], language: LanguageWords = ENGLISH
) -> Collation:
    """Pair two sequences of units. `Unit.index` has to be the place in the sequence."""
    groups = _groups(old, new)
    pairs = [
        pair_of(
            tuple(old[i] for i in group.old),
            tuple(new[j] for j in group.new),
            language,
            similarity=group.similarity,
            moved=moved,
        )
        for group, moved in groups
    ]
    gone = _alone(len(old), (group.old for group, _ in groups))
    come = _alone(len(new), (group.new for group, _ in groups))
    pairs += [pair_of((old[place],), (), language) for place in gone]
    pairs += [pair_of((), (new[place],), language) for place in come]
    ordered = tuple(in_reading_order(pairs))
    return Collation(
        pairs=ordered,
        kinds=kinds_of(ordered),
        changes=changes_of(ordered),
        words=words_of(ordered),
    )


def _groups(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[Group, bool]]:
    """Return the groups, and of each whether it moved."""
    # Always the same way round, whichever text is called the older: ties that are
    # decided by place would otherwise fall differently when the sides are exchanged.
    if [(unit.text, unit.kind) for unit in old] > [(unit.text, unit.kind) for unit in new]:
        turned = _groups(new, old)
        return [(Group(each.new, each.old, each.similarity), moved) for each, moved in turned]
    groups = groups_of(old, new)
    moved = _moved(groups, old, new)
    return [(group, group in moved) for group in groups]


def _moved(groups: Sequence[Group], old: Sequence[Unit], new: Sequence[Unit]) -> set[Group]:
    """Return the groups outside the order that keeps the most words in place."""
    by_place = {(group.old[0], group.new[0]): group for group in groups}
    weighed = [
        (*place, 1.0 + _words(old, group.old) + _words(new, group.new))
        for place, group in by_place.items()
    ]
    kept = {(i, j) for i, j, _ in heaviest_chain(weighed)}
    return {group for place, group in by_place.items() if place not in kept}


def _words(units: Sequence[Unit], places: Iterable[int]) -> int:
    return sum(count_words(units[place].text) for place in places)


def _alone(count: int, taken: Iterable[tuple[int, ...]]) -> list[int]:
    done = {place for places in taken for place in places}
    return [place for place in range(count) if place not in done]
