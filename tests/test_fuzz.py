"""A short run of the fuzzer; the long one is `make fuzz`."""

import importlib
import subprocess
import sys
from types import ModuleType

import pytest
from archives import ROOT

SECONDS = 60


def fuzz(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fuzz", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def fuzzer(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT)
    return importlib.import_module("fuzz.__main__")


TARGETS = ("reader", "cleaner", "escaping", "redline", "segment", "label", "dates", "manifest",
           "verify", "archive")  # fmt: skip


@pytest.mark.slow
def test_long_inputs_cost_no_more_than_is_promised() -> None:
    done = fuzz("--seconds", str(SECONDS))

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("all promises kept") == len(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_promises_are_kept_for_a_while(fuzzer: ModuleType, name: str) -> None:
    for data in fuzzer.found(name):
        fuzzer.bounded(fuzzer.TARGETS[name], data)
    assert fuzzer.run(fuzzer.TARGETS[name], 2, long=False) > 0


def test_every_target_is_tried_here_and_all_that_was_found_is_of_one(fuzzer: ModuleType) -> None:
    assert tuple(fuzzer.TARGETS) == TARGETS
    assert {path.name for path in fuzzer.FOUND.iterdir()} <= {*TARGETS}
    assert sum(len(fuzzer.found(name)) for name in TARGETS) > 0


def test_a_broken_promise_is_found(fuzzer: ModuleType) -> None:
    def careless(data: bytes) -> None:
        assert b"<script>" not in data

    with pytest.raises(AssertionError):
        fuzzer.run(careless, 10)


def test_what_costs_too_much_breaks_a_promise(
    fuzzer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzzer, "SECONDS", 0.01)
    with pytest.raises(fuzzer.CostError, match=r"^4 bytes take"):
        fuzzer.bounded(lambda data: sum(range(3_000_000)), b"long")
    monkeypatch.setattr(fuzzer, "SECONDS", 10)
    monkeypatch.setattr(fuzzer, "MEMORY", 1 << 20)
    with pytest.raises(fuzzer.CostError, match=r"MB$"):
        fuzzer.bounded(lambda data: data * (fuzzer.most_memory() >> 2), b"wide and wider"[:8])


def test_a_target_that_there_is_not_is_named() -> None:
    assert "targets are reader, cleaner" in fuzz("nothing").stderr
