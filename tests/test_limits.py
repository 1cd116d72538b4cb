"""A document beyond a limit is set aside in time, wherever it is worked on."""

import signal
import threading

import pytest
from archives import Archive

from synoptic.build import one_text
from synoptic.cleaning import clean_page
from synoptic.corpus.limits import USUAL, within
from synoptic.corpus.manifest import LIMITS, load_manifest
from synoptic.errors import TooSlowError
from synoptic.model import CleanText, Source


def limits(text: str) -> str:
    return f"limits:\n  {text}\n"


def spin() -> None:
    while True:
        sum(range(100))


def test_the_limits_of_the_manifest_are_those_of_the_program() -> None:
    assert set(LIMITS) == set(USUAL.__dataclass_fields__)
    given = load_manifest(
        "limits: {bytes: 9, seconds: 8, clauses: 7, records: 6}", "corpus.yml", []
    ).limits
    assert (given.bytes, given.seconds, given.clauses, given.records) == (9, 8, 7, 6)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "1e9", "9999999999999", "''", "[1]"])
def test_a_limit_that_is_none_is_reported_and_the_usual_holds(value: str) -> None:
    manifest = load_manifest(limits(f"bytes: {value}"), "corpus.yml", [])

    assert len(manifest.faults) == 1
    assert manifest.limits == USUAL


@pytest.mark.parametrize(
    ("limit", "code", "hint"),
    [("bytes: 100", "too-large", "raise bytes"), ("clauses: 4", "too-large", "raise clauses")],
)
def test_a_document_that_is_too_large_is_set_aside(
    archive: Archive, limit: str, code: str, hint: str
) -> None:
    archive.add("corpus.yml", limits(limit))
    done = archive.build()

    assert done.status == 0
    assert archive.published() == ["sub-plain/undated"]
    assert done.err.count(f"[{code}]\n") == 2
    assert hint in done.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_that_takes_too_long_is_set_aside_and_tried_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    for number in range(32 if jobs == "2" else 0):  # so many are worth worker processes
        archive.add_policy(f"{number}.txt", f"site{number}.example")
    archive.add("corpus.yml", limits("seconds: 1"))

    def slow(source: Source) -> CleanText:
        if source.record == "sub/plain.txt":
            spin()
        return clean_page(source)

    with monkeypatch.context() as patch:
        patch.setattr(one_text, "clean_page", slow)
        done = archive.build("--jobs", jobs)
    assert done.status == 0
    assert "corpus/sub/plain.txt: it takes more than 1 seconds" in done.err
    assert "[too-slow]\n  help: " in done.err
    assert archive.build("--jobs", jobs).status == 0


def test_a_fault_of_the_program_costs_one_document(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: Source) -> CleanText:
        if source.record == "sub/plain.txt":
            raise RecursionError
        return clean_page(source)

    with monkeypatch.context() as patch:
        patch.setattr(one_text, "clean_page", failing)
        done = archive.build("--jobs", "1")
    assert done.status == 0
    assert len(archive.published()) == 2
    assert (
        "corpus/sub/plain.txt: the program failed on it: RecursionError at test_limits" in done.err
    )
    assert archive.build().status == 0


def test_time_that_is_left_does_nothing() -> None:
    handler = signal.getsignal(signal.SIGALRM)
    with within(1, "a.txt"):
        pass
    assert signal.getsignal(signal.SIGALRM) is handler


def test_an_end_that_was_swallowed_comes_again() -> None:
    ends = []

    def spin_on() -> None:
        try:
            spin()
        except TooSlowError as end:
            ends.append(end)
        spin()

    with pytest.raises(TooSlowError), within(1, "a.txt"):
        spin_on()
    assert len(ends) == 1


def test_outside_the_main_thread_there_is_no_end() -> None:
    done = []

    def work() -> None:
        with within(1, "a.txt"):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
