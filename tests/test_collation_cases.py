"""Two texts in, what became of each clause out: the case files in golden/collation.

A case is a text file that anybody can write. Under "=== older" and "=== newer" stand
the texts, blocks parted by blank lines, "# " before a heading, "- " before an item of a
list, <words|target> for a link. Under "=== expected" stands one line for each pair, in
reading order: what became of it, the class of each difference in parentheses, and the
words with [-what was taken out-] and {+what was put in+}; ¶ is a line break.
"""

from pathlib import Path

import pytest
from collation_cases import sides_of, written

from synoptic.compare.collate import collate_units

CASES = sorted((Path(__file__).parent / "golden" / "collation").glob("*.txt"))
assert CASES, "no cases found: this test would pass on nothing"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    older, newer, expected = sides_of(case)

    assert written(collate_units(older, newer)) == expected
