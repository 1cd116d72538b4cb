"""Whatever lies in corpus/ is read or reported; nothing outside it is read, nothing without end."""

import os
import socket
from pathlib import Path

import pytest
from archives import Archive

from synoptic.corpus import folder as intake
from synoptic.corpus.folder import corpus_files
from synoptic.corpus.limits import Limits
from synoptic.corpus.records import Record, index_of
from synoptic.errors import UnreadableError
from synoptic.model import Index
from synoptic.plain import shown

LIMIT = 1000


def index(corpus: Path, name: str) -> Index:
    return index_of(corpus, name, Limits(bytes=LIMIT))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("We keep nothing.")
    (folder / "sub/b.txt").write_text("We keep little.")
    (folder / "corpus.yml").write_text("")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.txt").write_text("Nobody should read this.")
    return folder


def found(corpus: Path) -> tuple[list[str], list[str]]:
    names, faults = corpus_files(corpus)
    return names, [f"{fault.where}: {fault.problem}" for fault in faults]


def test_files_are_found_in_order(corpus: Path) -> None:
    (corpus / ".hidden").write_text("x")
    (corpus / ".git").mkdir()
    (corpus / ".git/config").write_text("x")

    assert found(corpus) == (["a.txt", "sub/b.txt"], [])


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("../outside/secret.txt", "leads out of the corpus"),
        ("../outside", "leads out of the corpus"),
        ("/", "leads out of the corpus"),
        ("/dev/zero", "leads out of the corpus"),
        ("sub", "leads to a folder"),
        (".", "leads to a folder"),
        ("nowhere", "leads to no file"),
        ("link", "leads to no file"),
    ],
)
def test_links_that_are_not_followed_are_reported(corpus: Path, target: str, problem: str) -> None:
    (corpus / "link").symlink_to(target)
    names, faults = found(corpus)

    assert names == ["a.txt", "sub/b.txt"]
    assert faults == [f"link: this link {problem}"]


def test_a_link_to_a_file_inside_is_followed(corpus: Path) -> None:
    (corpus / "link.txt").symlink_to("sub/b.txt")

    assert found(corpus) == (["a.txt", "link.txt", "sub/b.txt"], [])


def test_pipes_and_sockets_are_reported_and_not_waited_for(corpus: Path) -> None:
    os.mkfifo(corpus / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(corpus / "sock"))
        names, faults = found(corpus)

    assert names == ["a.txt", "sub/b.txt"]
    assert faults == [f"{name}: this is no file but a pipe, a socket or a device"
                      for name in ("pipe", "sock")]  # fmt: skip
    with pytest.raises(UnreadableError, match="no file any more"):
        index(corpus, "pipe")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"bad\xff.txt", "bad\\xff.txt"),
        (b"two\nlines.txt", "two\\x0alines.txt"),
        (b"red\x1b[31m.txt", "red\\x1b[31m.txt"),
        ("turned\u202egpj.txt".encode(), "turned\\u202egpj.txt"),
    ],
)
def test_names_that_cannot_be_shown_are_shown_in_the_clear(
    archive: Archive, name: bytes, told: str
) -> None:
    try:
        Path(os.fsdecode(os.fsencode(archive.corpus) + b"/" + name)).write_text("We keep nothing.")
    except OSError:
        pytest.skip("this file system takes no such name")
    done = archive.build()

    assert done.status == 0
    assert done.err.startswith(f"corpus/{told}: the name holds")
    assert archive.data("report.json")["set_aside"][0]["where"] == f"corpus/{told}"


def test_plain_names_are_shown_as_they_are() -> None:
    name = "Datenschutz – für Ämter (2018)/個人情報 \u200d.html"
    assert shown(name) == name


def test_a_folder_that_cannot_be_read_is_reported(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert found(corpus) == (["a.txt"], ["sub: this folder cannot be read: Permission denied"])


def test_a_file_that_is_gone_or_refused_is_reported(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableError, match="No such file"):
        index(corpus, "gone.txt")

    def refused(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(UnreadableError, match="Permission denied"):
        index(corpus, "a.txt")


def test_a_file_is_read_up_to_the_limit_and_no_further(corpus: Path) -> None:
    (corpus / "a.txt").write_bytes(b"x" * LIMIT)
    (member,) = index(corpus, "a.txt").members
    assert len(Record(corpus, "a.txt", member).read()) == member.size == LIMIT

    with (corpus / "a.txt").open("wb") as sparse:
        sparse.truncate(10**12)
    (problem,) = index(corpus, "a.txt").problems
    assert (problem.code, problem.what) == (
        "too-large", "it has 1000000000000 bytes, more than 1000"
    )  # fmt: skip


def test_a_file_that_grows_while_it_is_read_is_no_text_yet(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, calls = os.fstat, []

    def grows(number: int) -> os.stat_result:
        calls.append(number)
        if len(calls) == 2:
            with (corpus / "a.txt").open("a") as out:
                out.write(" But names.")
        return state(number)

    monkeypatch.setattr(intake.os, "fstat", grows)
    with pytest.raises(UnreadableError, match="changed while"):
        index(corpus, "a.txt")


def test_a_corpus_that_changes_while_it_is_read_costs_only_what_changed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Record.read

    def first_removed(record: Record) -> bytes:
        if record.id == "acme-2016.txt":
            (record.corpus / record.container).unlink()
        return read(record)

    monkeypatch.setattr(Record, "read", first_removed)
    done = archive.build()

    assert done.status == 0
    assert "corpus/acme-2016.txt: it cannot be read: No such file or directory" in done.err
    assert len(archive.published()) == 2


@pytest.mark.parametrize("hidden", [".secret", ".git/config", "sub/.secret"])
def test_a_link_to_what_the_corpus_hides_is_reported(corpus: Path, hidden: str) -> None:
    (corpus / hidden).parent.mkdir(exist_ok=True)
    (corpus / hidden).write_text("Nobody should read this.")
    (corpus / "link.txt").symlink_to(hidden)

    assert found(corpus) == (
        ["a.txt", "sub/b.txt"],
        ["link.txt: this link leads to a hidden file"],
    )
    with pytest.raises(UnreadableError, match="leads out of the corpus by now"):
        index(corpus, "link.txt")


def test_a_link_that_leads_out_after_it_was_listed_is_not_followed(corpus: Path) -> None:
    (corpus / "link.txt").symlink_to("sub/b.txt")
    names, _ = found(corpus)
    assert "link.txt" in names
    (corpus / "link.txt").unlink()
    (corpus / "link.txt").symlink_to("../outside/secret.txt")

    with pytest.raises(UnreadableError, match="leads out of the corpus by now"):
        index(corpus, "link.txt")


@pytest.mark.parametrize("swapped", ["sub/b.txt", "sub"])
def test_a_link_put_in_place_between_the_look_and_the_opening_is_not_followed(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    (corpus.parent / "outside/b.txt").write_text("Nobody should read this.")
    look = os.path.realpath

    def swaps_after_the_look(path: str | Path) -> str:
        real = look(path)
        if str(path).endswith("b.txt"):
            (corpus / swapped).rename(corpus / "gone")
            target = corpus.parent / "outside" / ("b.txt" if swapped != "sub" else "")
            (corpus / swapped).symlink_to(target)
        return real

    monkeypatch.setattr(intake.os.path, "realpath", swaps_after_the_look)
    with pytest.raises(UnreadableError, match="it cannot be read"):
        index(corpus, "sub/b.txt")


def test_a_pipe_put_in_place_of_a_file_is_not_waited_for(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = os.path.realpath

    def swaps_after_the_look(path: str | Path) -> str:
        real = look(path)
        if str(path).endswith("a.txt"):
            (corpus / "a.txt").unlink()
            os.mkfifo(corpus / "a.txt")
        return real

    monkeypatch.setattr(intake.os.path, "realpath", swaps_after_the_look)
    with pytest.raises(UnreadableError, match="no file any more"):
        index(corpus, "a.txt")


def test_a_file_that_a_person_names_may_be_a_link_and_hidden(
    archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far/.policy.txt").write_text("# Privacy\n\nWe keep nothing.\n")
    (tmp_path / "near.txt").symlink_to("far/.policy.txt")

    for name in ("near.txt", "far/.policy.txt"):
        assert "We keep nothing." in archive.command("clean", tmp_path / name).out
