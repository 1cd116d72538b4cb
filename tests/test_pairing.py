"""Which units belong together, on words that mean nothing, so that only counts decide."""

import math

import pytest

from synoptic.compare.pairing import groups_of
from synoptic.compare.similarity import Weights, profile_of
from synoptic.model import Kind, Unit


def run(letter: str, count: int, start: int = 0) -> str:
    """Return so many words that no other letter shares, such as "kaba kaca kada"."""
    letters = "bcdfghjklmnprstvz"
    numbers = range(start, start + count)
    return " ".join(f"{letter}a{letters[n // 17]}a{letters[n % 17]}u" for n in numbers)


def unit(index: int, text: str, kind: Kind = Kind.PARAGRAPH) -> Unit:
    return Unit(id=f"c-{index}", index=index, kind=kind, text=text)


def places(old: list[Unit], new: list[Unit]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(group.old, group.new) for group in groups_of(old, new)}


def units(*texts: str) -> list[Unit]:
    return [unit(index, text) for index, text in enumerate(texts)]


def test_similar_units_in_the_same_place() -> None:
    old = units(run("k", 20))
    new = units(f"{run('k', 8)} {run('m', 12)}")

    assert places(old, new) == {((0,), (0,))}


def test_units_with_little_in_common_stand_alone() -> None:
    old = units(run("k", 20))
    new = units(f"{run('k', 4)} {run('m', 16)}")

    assert places(old, new) == set()


def test_a_rewritten_unit_is_found_elsewhere_if_nothing_else_is_like_it() -> None:
    anchor = run("t", 40)
    old = units(run("k", 20), anchor)
    new = units(anchor, f"{run('k', 8)} {run('m', 12)}")

    assert places(old, new) == {((0,), (1,)), ((1,), (0,))}


def test_a_rewritten_unit_is_not_found_elsewhere_if_two_are_like_it() -> None:
    anchor = run("t", 40)
    old = units(run("k", 20), anchor)
    new = units(anchor, f"{run('k', 8)} {run('m', 12)}", f"{run('k', 8, 8)} {run('p', 12)}")

    assert places(old, new) == {((1,), (0,))}


def test_a_few_words_are_not_looked_for_elsewhere() -> None:
    anchor = run("t", 40)
    old = units(run("k", 6), anchor)
    new = units(anchor, f"{run('k', 2)} {run('m', 4)}")

    assert places(old, new) == {((1,), (0,))}


def test_a_pair_takes_in_the_rest_of_what_was_split() -> None:
    old = units(f"{run('k', 20)} {run('m', 10)}")
    new = units(f"{run('k', 15)} {run('p', 25)}", f"{run('m', 6)} {run('s', 6)}")

    assert places(old, new) == {((0,), (0, 1))}
    assert places(new, old) == {((0, 1), (0,))}


def test_a_pair_does_not_take_in_what_is_new() -> None:
    old = units(f"{run('k', 20)} {run('m', 10)}")
    new = units(f"{run('k', 15)} {run('p', 25)}", f"{run('m', 2)} {run('s', 10)}")

    assert places(old, new) == {((0,), (0,))}


def test_a_heading_is_no_version_of_a_clause() -> None:
    old = [unit(0, run("k", 6), Kind.HEADING)]
    new = [unit(0, f"{run('k', 5)} {run('m', 1)}")]

    assert places(old, new) == set()


def test_headings_over_paired_clauses_need_one_word_in_common() -> None:
    clause = run("t", 20)
    old = [unit(0, run("k", 6), Kind.HEADING), unit(1, clause)]
    alike = [unit(0, f"{run('k', 1)} {run('m', 5)}", Kind.HEADING), unit(1, clause)]
    strange = [unit(0, run("m", 6), Kind.HEADING), unit(1, clause)]

    assert places(old, alike) == {((0,), (0,)), ((1,), (1,))}
    assert places(old, strange) == {((1,), (1,))}


def test_a_unit_goes_to_the_one_most_like_it() -> None:
    old = units(run("k", 20), f"{run('k', 10)} {run('m', 10)}")
    new = units(f"{run('k', 10)} {run('m', 9)} {run('p', 1)}")

    assert places(old, new) == {((1,), (0,))}


def backwards(text: str) -> str:
    return " ".join(reversed(text.split()))


def test_the_order_of_words_tells_rivals_apart() -> None:
    anchor = run("t", 40)
    old = units(run("k", 20), anchor)
    new = units(
        anchor, f"{run('k', 8)} {run('m', 12)}", f"{backwards(run('k', 8, 8))} {run('p', 12)}"
    )

    assert places(old, new) == {((0,), (1,)), ((1,), (0,))}


def test_the_words_in_common_tell_rivals_apart() -> None:
    anchor = run("t", 40)
    old = units(run("k", 20), anchor)
    new = units(
        anchor, f"{backwards(run('k', 9))} {run('m', 11)}", f"{run('k', 5, 9)} {run('p', 15)}"
    )

    assert places(old, new) == {((0,), (1,)), ((1,), (0,))}


def test_stock_phrases_do_not_make_a_clause_part_of_its_neighbour() -> None:
    stock = run("s", 20)
    old = units(f"{run('k', 20)} {stock}", f"{stock} {run('m', 10)}")
    new = units(f"{run('k', 16)} {run('p', 2)} {stock}", f"{stock} {run('m', 6)}")

    assert places(old, new) == {((0,), (0,)), ((1,), (1,))}


def test_scattered_words_are_no_part() -> None:
    words = run("k", 20).split()
    title = " ".join([words[4], words[0], words[9]])
    rest = " ".join(word for word in words if word not in title)

    assert places(units(" ".join(words)), units(title, rest)) == {((0,), (1,))}


def test_the_same_words_moved_although_they_are_everywhere() -> None:
    anchor = run("t", 40)
    often = [run("k", 3)] * 60

    found = places(units(*often, anchor), units(anchor, *often))

    assert len(found) == 61


def test_a_few_words_need_more_in_common() -> None:
    old = units(run("k", 3))
    new = units(f"{run('k', 1)} {run('m', 3)}")

    assert places(old, new) == set()


def test_pieces_of_a_clause_none_of_which_is_like_it_are_found_together() -> None:
    anchor = run("t", 40)
    pieces = [run("k", 10, start) for start in (0, 10, 20, 30)]
    whole = " ".join(pieces)

    assert places(units(*pieces, anchor), units(anchor, whole)) == {
        ((0, 1, 2, 3), (1,)),
        ((4,), (0,)),
    }
    assert places(units(anchor, whole), units(*pieces, anchor)) == {
        ((1,), (0, 1, 2, 3)),
        ((0,), (4,)),
    }


def test_pieces_that_are_not_most_of_a_clause_are_not_found_together() -> None:
    anchor = run("t", 40)
    pieces = [run("k", 10, start) for start in (0, 10, 20, 30)]
    whole = f"{' '.join(pieces)} {run('m', 90)}"

    assert places(units(*pieces, anchor), units(anchor, whole)) == {((4,), (0,))}


def like(words: int, of: int, letter: str = "m") -> str:
    """Return a text that has the first words of `run("k", …)`, and others of its own."""
    return f"{run('k', words)} {run(letter, of - words)}"


@pytest.mark.parametrize(
    ("length", "shared", "paired"),
    [
        (20, 6, True),
        (20, 5, False),
        (7, 2, True),  # fourteen words of both: 0.286 is enough
        (6, 2, True),
        (6, 1, False),
    ],
)
def test_what_stands_in_the_same_place_needs_a_quarter_in_common(
    length: int, shared: int, paired: bool
) -> None:
    found = places(units(run("k", length)), units(like(shared, length)))

    assert bool(found) is paired


def test_a_few_words_in_the_same_place_need_three_tenths() -> None:
    """Of both together: 4 of 14 words are enough, 2 of 7 are not."""
    assert places(units(run("k", 6)), units(like(2, 8)))
    assert not places(units(run("k", 3)), units(like(1, 4)))
    assert places(units(run("k", 5)), units(like(2, 6)))


@pytest.mark.parametrize(
    ("length", "shared", "paired"),
    [
        (10, 5, True),  # half of the words
        (10, 4, False),
        (15, 5, True),  # fewer, but thirty words of both
        (14, 5, False),
        (15, 4, False),
    ],
)
def test_what_changed_places_needs_more_in_common(length: int, shared: int, paired: bool) -> None:
    anchor = run("t", 60)
    found = places(units(run("k", length), anchor), units(anchor, like(shared, length)))

    assert (((0,), (1,)) in found) is paired


@pytest.mark.parametrize(("rival", "paired"), [(7, True), (8, False)])
def test_a_rival_is_a_rival_from_four_fifths(rival: int, paired: bool) -> None:
    """Ten words of thirty are in common; the rival has so many others of them."""
    anchor = run("t", 60)
    old = units(run("k", 30), anchor)
    new = units(anchor, like(10, 30), f"{run('k', rival, 10)} {run('p', 30 - rival)}")

    assert (((0,), (1,)) in places(old, new)) is paired


@pytest.mark.parametrize(("letters", "paired"), [(6, True), (5, False)])
def test_words_are_told_by_their_first_six_letters(letters: int, paired: bool) -> None:
    """As "website" and "websites" are, and not "person" and "perhaps"."""
    words = run("k", 20).split()
    other = " ".join(f"{word[:letters]}{'xyz'[: 8 - letters]}" for word in words)

    assert bool(places(units(" ".join(words)), units(other))) is paired


@pytest.mark.parametrize(("words", "found"), [(3, 61), (2, 1)])
def test_two_words_that_are_everywhere_are_not_looked_for_elsewhere(words: int, found: int) -> None:
    anchor = run("t", 40)
    often = [run("k", words)] * 60

    assert len(places(units(*often, anchor), units(anchor, *often))) == found


@pytest.mark.parametrize(("often", "found"), [(40, True), (41, False)])
def test_words_that_many_units_have_lead_nowhere(often: int, found: bool) -> None:
    """Two texts of as many units, whose words in common stand in all of them."""
    old, new = (
        units(*(f"{run('k', 6)} {run(letter, 2, 2 * number)}" for number in range(often)))
        for letter in "pm"
    )

    assert bool(places(old, new)) is found


def test_short_words_and_frequent_ones_count_less() -> None:
    often = [profile_of(f"card {run('k', 2, 2 * number)}") for number in range(3)]
    weights = Weights([profile_of("a we the lock letters"), *often], often[:2])

    assert [weights[word] for word in ("a", "we", "the", "lock", "letter")] == [
        0.25, 0.5, 0.75, 1.0, 1.0,
    ]  # fmt: skip
    # In three units of the side that has it more often.
    assert weights["card"] == 1 / (1 + math.log(3))
