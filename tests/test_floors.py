"""The quality of extraction on the project's own pages does not sink unnoticed.

A floor is lowered by hand in benchmarks/floors.json, with the reason in the commit.
"""

import importlib.util
import json
from hashlib import sha256
from pathlib import Path
from statistics import mean

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
FLOORS = json.loads((BENCHMARKS / "floors.json").read_text(encoding="utf-8"))

_spec = importlib.util.spec_from_file_location("extraction", BENCHMARKS / "extraction.py")
assert _spec
assert _spec.loader
extraction = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(extraction)

PAIRS = list(extraction.pairs_in(BENCHMARKS / "pages"))
assert PAIRS, "no pages found: this test would pass on nothing"


@pytest.fixture(scope="module")
def scores() -> list:
    return extraction.measure(extraction.TOOLS["synoptic"](), PAIRS)


def test_the_floors_belong_to_these_pages() -> None:
    digest = sha256()
    for name, page, gold in PAIRS:
        digest.update(name.encode() + page + gold.encode())
    assert digest.hexdigest()[:16] == FLOORS["pages"], "measure again and renew the floors"


@pytest.mark.parametrize("measure", ["f1", "precision", "recall", "headings", "items"])
def test_quality_is_not_below_its_floor(measure: str, scores: list) -> None:
    values = [getattr(score, measure) for score in scores]
    assert mean(value for value in values if value is not None) >= FLOORS[measure]


def test_the_measure_tells_good_from_bad() -> None:
    gold = "# Title\n\nOne two three four five.\n\n- six seven eight\n"
    assert extraction.score(gold, gold, 0.0)[:4] == (1.0, 1.0, 1.0, 1.0)
    worse = extraction.score(gold, "home about\n\nOne two three four five.\n", 0.0)
    assert worse.recall == pytest.approx(5 / 9)
    assert worse.precision == pytest.approx(5 / 7)
    assert (worse.headings, worse.items) == (0.0, 0.0)
    assert extraction.score(gold, "", 0.0)[:2] == (0.0, 0.0)
