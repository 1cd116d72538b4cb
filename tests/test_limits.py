"""A document beyond a limit is set aside in time, wherever it is worked on.

What takes long is put into a place of the program that worker processes inherit.
"""

import os
import re
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest
from archives import Archive, CommandLine

from synoptic.build import cluster, ended, one_text, pairs, policy
from synoptic.build.ended import Task
from synoptic.build.workers import Crew, Workers
from synoptic.cleaning import clean_page
from synoptic.corpus.limits import USUAL
from synoptic.corpus.manifest import LIMITS, load_manifest
from synoptic.model import CleanText, Source

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system ends a process by the clock only"
)
PLAIN = "sub/plain.txt"


def limits(text: str) -> str:
    return f"limits:\n  {text}\n"


def spin(*_: object) -> None:
    """Use the processor inside of C code, which no exception can end."""
    re.match("(a|a)+$", "a" * 60 + "b")


def on_plain(act: Callable[[], object]) -> Callable[[Source], CleanText]:
    """Clean all documents, and do something else first on one of them."""

    def clean(source: Source) -> CleanText:
        if source.record == PLAIN:
            act()
        return clean_page(source)

    return clean


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
def test_a_document_that_takes_too_long_is_set_aside_and_not_tried_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    for number in range(32 if jobs == "2" else 0):  # so many are worth more processes
        archive.add_policy(f"{number}.txt", f"site{number}.example")
    archive.add("corpus.yml", limits("seconds: 1"))
    with monkeypatch.context() as patch:
        patch.setattr(one_text, "clean_page", on_plain(spin))
        done = archive.build("--jobs", jobs)
    assert done.status == 0
    assert done.err == (
        f"corpus/{PLAIN}: reading it takes more than 1 seconds of the processor [too-slow]\n"
        "  help: if it is a policy, raise seconds under limits in corpus.yml\n"
    )
    assert "sub-plain/undated" not in archive.published()
    assert archive.build("--jobs", jobs).err == done.err
    assert archive.build("--jobs", jobs, "--no-cache").err == ""


def test_a_higher_limit_is_tried(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add("corpus.yml", limits("seconds: 1"))
    with monkeypatch.context() as patch:
        patch.setattr(one_text, "clean_page", on_plain(spin))
        assert "[too-slow]" in archive.build().err
    archive.add("corpus.yml", limits("seconds: 2"))
    assert archive.build().err == ""


def test_waiting_is_not_counted(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add("corpus.yml", limits("seconds: 1"))
    monkeypatch.setattr(one_text, "clean_page", on_plain(lambda: time.sleep(1.5)))
    assert archive.build().err == ""


def test_a_process_that_waits_for_ever_is_ended_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ended, "_PATIENCE", 1)
    with Crew(Workers(quiet=True)) as crew:
        end = crew.one(time.sleep, Task(600, 1))
        assert str(crew.one(abs, Task(-1, 1))) == "1"
    assert end == ended.Ended(1)


@pytest.mark.parametrize("act", [spin, lambda: 1 / 0])
def test_the_last_good_page_of_the_same_bytes_stays(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]
) -> None:
    archive.build()
    before = archive.tree()
    manifest = (archive.corpus / "corpus.yml").read_text(encoding="utf-8")
    archive.add("corpus.yml", f"{limits('seconds: 1')}{manifest}".encode())  # all is made anew
    with monkeypatch.context() as patch:
        patch.setattr(one_text, "clean_page", on_plain(act))
        done = archive.build()
        assert archive.build().err == done.err
    assert done.status == 0
    assert "; what an earlier build made of it stays [" in done.err
    assert "0 set aside, 1 fault, " in done.out
    after = archive.tree()
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed == {
        "_parts/generated-sha256.txt",
        "data/index.md",
        "data/manifest-sha256.txt",
        "data/report.json",
    }


def test_nothing_stays_of_other_bytes(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build()
    archive.add(PLAIN, (archive.corpus / PLAIN).read_bytes() + b"\nA new sentence.\n")
    monkeypatch.setattr(one_text, "clean_page", on_plain(lambda: 1 / 0))
    assert "stays" not in archive.build().err
    assert "sub-plain/undated" not in archive.published()


def test_a_process_that_breaks_costs_one_document(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(
            one_text, "clean_page", on_plain(lambda: os.kill(os.getpid(), signal.SIGKILL))
        )
        done = archive.build()
    assert (done.status, len(archive.published())) == (0, 2)
    assert f"corpus/{PLAIN}: reading it ended the process that did it, with status -9" in done.err
    assert archive.build().err == ""


def two_texts(archive: Archive) -> None:
    archive.add_policy("acme.txt", "acme.example", "20150601120000")
    archive.add_policy("acme-2016.txt", "acme.example")
    newer = (archive.corpus / "acme-2016.txt").read_text(encoding="utf-8")
    archive.add("acme-2016.txt", newer.replace("cookies", "biscuits"))
    archive.add("corpus.yml", limits("seconds: 1"))


@pytest.mark.parametrize(
    ("room", "name", "doing", "lost"),
    [
        (pairs, "collate", "holding it against acme.txt", {"acme-2016.txt"}),
        (policy, "policy_views", "making its pages", {"acme.txt", "acme-2016.txt", PLAIN}),
    ],
)
def test_what_cannot_be_compared_or_shown_in_time_is_set_aside(
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    room: Any,
    name: str,
    doing: str,
    lost: set[str],
) -> None:
    two_texts(archive)
    with monkeypatch.context() as patch:
        patch.setattr(room, name, spin)
        strict = archive.build("--strict")
        assert (strict.status, archive.tree().keys()) == (1, {"index.md"})
        done = archive.build()
        again = archive.build()
    assert (done.status, again.err) == (0, done.err)
    assert {line.partition(":")[0] for line in done.err.splitlines() if "[too-slow]" in line} >= {
        f"corpus/{record}" for record in lost
    }
    assert doing in done.err
    assert archive.build().err == done.err
    assert "acme-2016.txt" not in str(archive.data("policies.json")["policies"])
    assert archive.build("--no-cache").err == ""


@pytest.mark.parametrize("line", [["clean"], ["tag"], ["explain"], ["review"], ["redline"]])
def test_commands_end_in_time(
    archive: Archive,
    command: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    line: list[str],
) -> None:
    archive.add("corpus.yml", limits("seconds: 1"))
    monkeypatch.setattr(one_text, "clean_page", spin)
    files = [archive.corpus / PLAIN] * (2 if line == ["redline"] else 1)
    done = command(*line, *files, "--corpus", archive.corpus)
    assert (done.status, done.out) == (1, "")
    assert "takes more than 1 seconds of the processor [too-slow]" in done.err


def test_a_worker_of_a_cluster_works_in_a_process_that_can_be_ended() -> None:
    assert cluster.done_beside(abs, Task(-3, 1)) == 3
    assert cluster.done_beside(_forever, Task("x", 1)) == ended.Ended(1)


def _forever(_: str) -> None:
    spin()


def test_a_fault_of_the_program_costs_one_document(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> None:
        raise RecursionError

    with monkeypatch.context() as patch:
        patch.setattr(one_text, "clean_page", on_plain(failing))
        done = archive.build("--jobs", "1")
    assert done.status == 0
    assert len(archive.published()) == 2
    assert (
        "corpus/sub/plain.txt: the program failed on it: RecursionError at test_limits" in done.err
    )
    assert archive.build().status == 0
