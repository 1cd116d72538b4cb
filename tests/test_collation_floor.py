"""How much of a known history is found, and how soon; floors that no commit lowers."""

import pytest

from benchmarks.collation import found_shares, history, units
from synoptic.compare.collate import collate_units

FLOORS = {
    "same": 1.0,
    "reworded": 0.99,
    "moved": 0.97,
    "split": 0.97,
    "merged": 0.97,
    "added": 0.98,
    "removed": 0.98,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", [1, 2])
def test_thirty_thousand_words_with_a_known_history(seed: int) -> None:
    older, newer = history(30_000, seed)
    collation = collate_units(units(older), units([paragraph.text for paragraph in newer]))

    shares = found_shares(collation, older, newer)

    assert {kind: share for kind, share in shares.items() if share < FLOORS[kind]} == {}
    assert shares.keys() == FLOORS.keys()


@pytest.mark.timeout(60)
def test_texts_that_defy_an_index_take_no_long_time() -> None:
    """Every unit has the same few words: each is a candidate for each."""
    words = [f"w{number}" for number in range(12)]
    older = [" ".join(words[n % 5 :] + words[: n % 7]) for n in range(2_000)]
    newer = [" ".join(words[n % 7 :] + words[: n % 5]) for n in range(2_000)]

    collation = collate_units(units(older), units(newer))

    assert len(collation.older) == len(collation.newer) == 2_000
