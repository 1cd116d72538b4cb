"""Whatever fails, and whenever: docs/ is as it was, or the next build makes it whole by itself."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from archives import ROOT, Archive
from makers import publish

from synoptic.errors import SettingError
from synoptic.site.addresses import HASHES
from synoptic.site.publish.workplace import locked

OLD = {"policies/a.md": b"# A\n", "policies/gone/b.md": b"# B\n", "data/same.json": b"{}\n"}
NEW = {"policies/a.md": b"# A new\n", "compare/c/d.md": b"# D\n", "data/same.json": b"{}\n"}
OTHER = {"policies/a.md": b"# A newer\n", "compare/e.md": b"# E\n", "data/same.json": b"{ }\n"}
CALLS = (
    "open", "write_bytes", "write_text", "replace", "hardlink_to", "mkdir", "unlink", "rmdir",
)  # fmt: skip
"""All ways in which a build changes the disk."""


class KilledError(BaseException):
    """Stands for kill -9: no part of the program catches it."""


@contextmanager
def failing(
    monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException | None
) -> Iterator[list[str]]:
    """Let the call number `at` that changes the disk fail; yield the names of those made.

    Without an error the process ends there and then, as if somebody had pulled the plug.
    """
    made: list[str] = []

    def counted(name: str) -> Callable[..., object]:
        real = getattr(Path, name)

        def call(path: Path, *args: object, **options: object) -> object:
            write(name)
            return real(path, *args, **options)

        return call

    def opened(path: object, flags: int, *mode: int, **options: int) -> int:
        if flags & os.O_WRONLY:
            write("os.open")
        return int(real_open(path, flags, *mode, **options))

    def write(name: str) -> None:
        made.append(name)
        if len(made) == at and error is None:
            os.kill(os.getpid(), signal.SIGKILL)
        elif len(made) == at:
            raise error

    real_open = os.open
    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(Path, name, counted(name))
        patch.setattr(os, "open", opened)
        yield made


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def folders(docs: Path) -> list[str]:
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_dir())


def fresh(folder: Path) -> Path:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Written by a person\n")
    publish(OLD, docs)
    return docs


def clean(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    docs = folder / "clean" / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Written by a person\n")
    publish(files, docs)
    return tree(docs)


def calls_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    docs = fresh(folder / "count")
    with failing(monkeypatch, 0, KilledError()) as made:
        publish(NEW, docs)
    assert len(made) > 20
    return len(made)


def refuses(docs: Path) -> bool:
    try:
        publish(NEW, docs)
    except OSError:
        return True
    return False


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_what_the_system_refuses_leaves_docs_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refused = 0
    for at in range(1, calls_of(tmp_path, monkeypatch) + 1):
        docs = fresh(tmp_path / str(at))
        before, places = tree(docs), folders(docs)
        with failing(monkeypatch, at, OSError(number, os.strerror(number))):
            if refuses(docs):
                assert (at, tree(docs)) == (at, before)
                assert (at, folders(docs)) == (at, places)
                refused += 1
        publish(NEW, docs)
        assert tree(docs) == clean(tmp_path / str(at), NEW)
    assert refused > 15


def test_a_build_killed_at_any_call_is_made_whole_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = calls_of(tmp_path, monkeypatch)
    want = clean(tmp_path, OTHER)
    for first in range(1, calls + 1):
        for second in (0,) if first % 4 else (0, calls // 2):
            docs = fresh(tmp_path / f"{first}-{second}")
            for at, files in ((first, NEW), (second, OTHER)):
                with failing(monkeypatch, at, KilledError()):
                    try:
                        publish(files, docs)
                    except KilledError:
                        assert (docs / "index.md").read_text() == "# Written by a person\n"
                    assert missing_or_torn(docs) == []
            publish(OTHER, docs)
            assert tree(docs) == want
            assert folders(docs) == ["_parts", "compare", "data", "policies"]


def missing_or_torn(docs: Path) -> list[str]:
    """Return the files that every build makes and that are not there as one of them made it."""
    builds = (OLD, NEW, OTHER)
    always = set.intersection(*(set(files) for files in builds))
    assert len(always) == 2
    whole = {name: [files[name] for files in builds] for name in always}
    there = {name: (docs / name).read_bytes() for name in always if (docs / name).exists()}
    return sorted(name for name in always if there.get(name) not in whole[name])


def test_a_reader_finds_every_file_while_builds_publish(tmp_path: Path) -> None:
    docs = fresh(tmp_path)
    missing: list[str] = []
    ended = threading.Event()
    looks = 0

    def look() -> None:
        nonlocal looks
        while not ended.is_set():
            missing.extend(missing_or_torn(docs))
            looks += 1

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(40):
        publish(NEW, docs)
        publish(OTHER, docs)
    ended.set()
    reader.join()
    assert looks > 40
    assert missing == []


def test_nothing_leads_to_a_file_that_is_not_there_yet_or_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs, seen = fresh(tmp_path), []
    real = Path.replace

    def noted(path: Path, target: Path) -> Path:
        if target == docs / "policies/a.md":
            seen.append({name for name in (*OLD, *NEW) if (docs / name).exists()})
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", noted)
        publish(NEW, docs)
    assert seen == [{*OLD, *NEW}]


def test_a_process_killed_at_any_call_leaves_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(1, calls_of(tmp_path, monkeypatch) + 1):
        docs = fresh(tmp_path / str(at))
        child = os.fork()
        if not child:
            with failing(monkeypatch, at, None):
                publish(NEW, docs)
            os._exit(0)  # it was never ended
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        assert missing_or_torn(docs) == []
        publish(NEW, docs)
        assert tree(docs) == clean(tmp_path / str(at), NEW)


def test_where_a_file_can_have_one_name_only_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = fresh(tmp_path)

    def refused(path: Path, target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "hardlink_to", refused)
        publish(NEW, docs)
    assert tree(docs) == clean(tmp_path, NEW)


def test_after_a_repair_nothing_is_left_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = fresh(tmp_path)
    calls = calls_of(tmp_path, monkeypatch)
    with pytest.raises(KilledError), failing(monkeypatch, calls - 3, KilledError()):
        publish(NEW, docs)
    publish(NEW, docs)

    assert tree(tmp_path / ".cache") == {}


def test_a_repair_does_not_take_an_edit_by_hand_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = calls_of(tmp_path, monkeypatch)
    refused = 0
    for at in range(1, calls + 1):
        docs = fresh(tmp_path / str(at))
        with failing(monkeypatch, at, KilledError()), suppress(KilledError):
            publish(NEW, docs)
        (docs / "policies/a.md").write_text("# Mine\n")
        with pytest.raises(SettingError, match="by hand"):
            publish(OTHER, docs)
        refused += (docs / "policies/a.md").read_text() == "# Mine\n"
    assert refused == calls


@pytest.mark.parametrize("name", [HASHES.file, "policies/a.md", "data/same.json"])
def test_a_file_that_was_lost_is_made_again(tmp_path: Path, name: str) -> None:
    docs = fresh(tmp_path)
    before = tree(docs)
    (docs / name).unlink()
    if name == HASHES.file:
        with pytest.raises(SettingError, match="a page of your own"):
            publish(NEW, docs)
    publish(OLD, docs)
    assert tree(docs) == before


def test_a_full_disk_is_told_in_one_line(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build()
    before = archive.tree()
    archive.add_policy("new.txt", "new.example")
    opened = Path.open

    def full(path: Path, *how: Any, **more: Any) -> Any:
        if ".new" in path.as_posix() and how == ("wb",):
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return opened(path, *how, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        done = archive.build()
    assert done.status == 1
    assert done.err.endswith(": No space left on device [system]\n")
    assert done.err.count("\n") == 1
    assert archive.tree() == before
    assert archive.build().status == 0


def test_ctrl_c_is_no_fault_of_the_program(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    before = archive.tree()

    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("synoptic.build.pipeline.catalogue", interrupted)
        done = archive.build()
    assert (done.status, done.err) == (130, "interrupted; run the command again\n")
    assert archive.tree() == before
    assert archive.build().status == 0


def test_the_second_of_two_builds_is_told_who_is_first(tmp_path: Path) -> None:
    docs = fresh(tmp_path)
    with locked(docs), pytest.raises(SettingError, match=rf"\(process {os.getpid()}\)"):
        publish_locked(docs)
    publish_locked(docs)


def test_a_folder_is_the_same_by_whatever_name_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = fresh(tmp_path)
    (tmp_path / "other").symlink_to(docs)
    monkeypatch.chdir(docs)
    for name in (Path(), Path("../docs"), tmp_path / "other"):
        with locked(docs), pytest.raises(SettingError, match="another build"):
            publish_locked(name)


def publish_locked(docs: Path) -> None:
    with locked(docs):
        publish(NEW, docs)


def command(archive: Archive, *options: str) -> list[str]:
    return [
        sys.executable, str(ROOT / "build_corpus.py"), "--corpus", str(archive.corpus),
        "--docs", str(archive.docs), "--taxonomy", str(archive.taxonomy), "--quiet", *options,
    ]  # fmt: skip


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_process_that_is_stopped_leaves_no_lock_and_no_harm(
    archive: Archive, number: signal.Signals
) -> None:
    for file in range(40):
        archive.add_policy(f"{file}.txt", f"site{file}.example")
    archive.build("--no-cache")
    want = archive.tree()
    for after in (0.9, 1.6):
        archive.add_policy("new.txt", "new.example")
        build = subprocess.Popen(
            command(archive, "--no-cache", "--jobs", "2"), stderr=subprocess.PIPE, text=True
        )
        time.sleep(after)
        build.send_signal(number)
        _, told = build.communicate(timeout=30)
        assert "Traceback" not in told
        (archive.corpus / "new.txt").unlink()
        done = archive.build()
        for _ in range(20):  # workers need a moment to see that their parent is gone
            if done.status == 0:
                break
            time.sleep(0.2)
            done = archive.build()
        assert (done.status, done.err) == (0, "")
        assert archive.tree() == want
