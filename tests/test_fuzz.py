"""A short run of the fuzzer; the long one is `make fuzz`."""

import subprocess
import sys

import pytest
from archives import ROOT

SECONDS = 20


def fuzz(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fuzz", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_all_promises_are_kept_for_a_while() -> None:
    done = fuzz("--seconds", str(SECONDS))

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("all promises kept") == 4


def test_a_broken_promise_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    from fuzz.__main__ import run

    def careless(data: bytes) -> None:
        assert b"<script>" not in data

    with pytest.raises(AssertionError):
        run(careless, 10)


def test_a_target_that_there_is_not_is_named() -> None:
    assert "targets are reader, cleaner" in fuzz("nothing").stderr
