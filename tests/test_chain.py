"""The heaviest chain, against trying all subsets."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from synoptic.compare.chain import heaviest_chain

MATCHES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 4).map(float)), max_size=9
)


def rises(chain) -> bool:
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chain))


@given(MATCHES)
def test_no_chain_is_heavier(matches) -> None:
    ordered = sorted(matches)
    subsets = (s for size in range(len(ordered) + 1) for s in combinations(ordered, size))
    heaviest = max(sum(weight for *_, weight in s) for s in subsets if rises(s))

    chain = heaviest_chain(matches)

    assert rises(chain)
    assert sum(weight for *_, weight in chain) == heaviest
