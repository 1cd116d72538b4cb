"""The promises of collation and redline, for any two texts."""

from collections import Counter
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from synoptic.compare.collate import collate_units
from synoptic.compare.pair import JOINT
from synoptic.compare.redline import redline
from synoptic.model import Collation, Kind, Mark, Pair, PairKind, Stretch, Unit
from synoptic.text.tokens import enumerator_length, tokenise
from synoptic.text.words import normalised, words_of

# Few words and signs, so that repeats and near misses are likely: there alignment goes wrong.
VOCABULARY = """
    we may not share keep your data 30 60 days Data e-mail email don't with partners . , ; % €
    https://a.example/x https://b.example/y データ
"""
WORDS = st.sampled_from(VOCABULARY.split())
PHRASES = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.one_of(
    PHRASES, st.text(alphabet="ab A.,'-\n\u00a0é1%", max_size=30), st.text(max_size=15)
)
KINDS = st.sampled_from([Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING])
SIDES = st.lists(st.tuples(KINDS, TEXTS, st.sampled_from(["", "https://a.example/"])), max_size=9)


def units(side: list[tuple[Kind, str, str]]) -> list[Unit]:
    return [
        Unit(
            id=f"c-{index}",
            index=index,
            kind=kind,
            text=text,
            form=str(kind),
            links=(Stretch(0, len(text), href),) if href and text else (),
        )
        for index, (kind, text, href) in enumerate(side)
    ]


def side_of(pair: Pair, without: Mark) -> str:
    return "".join(span.text for span in pair.spans if span.mark is not without)


def collated(older: list[Unit], newer: list[Unit]) -> Collation:
    return collate_units(older, newer)


@given(SIDES, SIDES)
def test_every_unit_is_in_exactly_one_pair(old, new) -> None:
    older, newer = units(old), units(new)
    collation = collated(older, newer)

    assert list(collation.older) == older
    assert list(collation.newer) == newer


@given(SIDES, SIDES)
def test_spans_restore_the_texts_to_the_character(old, new) -> None:
    for pair in collated(units(old), units(new)).pairs:
        assert side_of(pair, Mark.INSERTED) == JOINT.join(unit.text for unit in pair.old)
        assert side_of(pair, Mark.DELETED) == JOINT.join(unit.text for unit in pair.new)


@given(SIDES)
def test_a_text_collated_with_itself_is_the_same(side) -> None:
    pairs = collated(units(side), units(side)).pairs

    assert [pair.kind for pair in pairs] == [PairKind.SAME] * len(side)
    assert all(pair.identical and not pair.moved for pair in pairs)


MIRRORED = {
    PairKind.ADDED: PairKind.REMOVED,
    PairKind.REMOVED: PairKind.ADDED,
    PairKind.SPLIT: PairKind.MERGED,
    PairKind.MERGED: PairKind.SPLIT,
}
MIRRORED_MARKS = {Mark.DELETED: Mark.INSERTED, Mark.INSERTED: Mark.DELETED}


@given(SIDES, SIDES)
@example(  # two units that weigh the same changed places: either may be the one that moved
    [(Kind.PARAGRAPH, "", ""), (Kind.PARAGRAPH, ".", "")],
    [(Kind.PARAGRAPH, ".", ""), (Kind.PARAGRAPH, "", "")],
)
def test_exchanging_the_texts_exchanges_the_sides(old, new) -> None:
    forth = collated(units(old), units(new)).pairs
    back = collated(units(new), units(old)).pairs

    assert Counter((p.kind, p.moved, p.old, p.new) for p in forth) == Counter(
        (MIRRORED.get(p.kind, p.kind), p.moved, p.new, p.old) for p in back
    )
    assert Counter(mirror for p in forth for mirror in spans_of(p)) == Counter(
        (text, MIRRORED_MARKS.get(mark, mark)) for p in back for text, mark in spans_of(p)
    )


def spans_of(pair: Pair) -> list[tuple[str, Mark]]:
    return [(span.text, span.mark) for span in pair.spans]


@given(SIDES, SIDES)
def test_the_same_input_gives_the_same_collation(old, new) -> None:
    assert collated(units(old), units(new)) == collated(units(old), units(new))


@given(SIDES, SIDES)
def test_nothing_is_paired_that_has_no_word_in_common(old, new) -> None:
    for pair in collated(units(old), units(new)).pairs:
        if pair.kind in (PairKind.REWORDED, PairKind.MOVED, PairKind.SPLIT, PairKind.MERGED):
            older, newer = (
                {stem for u in side for stem in stems(u)} for side in (pair.old, pair.new)
            )
            bare = [[unit.text.strip() for unit in side] for side in (pair.old, pair.new)]
            assert older & newer or bare[0] == bare[1]


def stems(unit: Unit) -> set[str]:
    """Return the beginnings of its words, by either definition: don't is one word or two."""
    words = [*normalised(unit.text).split(), *(token.key for token in tokenise(unit.text))]
    return {word[:6] for word in words}


@given(SIDES, SIDES)
def test_what_is_folded_leaves_every_word_as_it_was(old, new) -> None:
    for pair in collated(units(old), units(new)).pairs:
        if pair.kind is PairKind.SAME:
            older, newer = (without_number(*side) for side in (pair.old, pair.new))
            digits = [[w for w in words_of(text) if w.isdecimal()] for text in (older, newer)]
            assert digits[0] == digits[1]
            assert letters(older) == letters(newer)


def without_number(unit: Unit) -> str:
    return unit.text[enumerator_length(unit.text) :]


def letters(text: str) -> str:
    return "".join(words_of(text)).casefold()


@given(SIDES, SIDES)
def test_every_difference_is_on_the_page(old, new) -> None:
    """Each span that is not the same names its difference, and each has its words shown."""
    for pair in collated(units(old), units(new)).pairs:
        named = {span.difference for span in pair.spans if span.mark is not Mark.SAME}
        assert None not in named
        assert named == set(range(len(named)))
        for number in named:
            difference = pair.differences[number]
            shown = {s.mark: s.text for s in pair.spans if s.difference == number}
            assert shown.get(Mark.DELETED, "") == difference.old
            assert shown.get(Mark.INSERTED, "") == difference.new


@given(TEXTS, TEXTS)
def test_pieces_take_turns(old: str, new: str) -> None:
    sameness = [piece.same for piece in redline(old, new)]

    assert all(one != other for one, other in pairwise(sameness))
