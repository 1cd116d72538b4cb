"""The folder beside docs/: for its owner alone, and nothing in it leads a build elsewhere."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archives import Archive
from makers import publish

from synoptic.errors import SettingError
from synoptic.site.publish.private import own_folder
from synoptic.site.publish.workplace import beside, locked, workplace

NAMES = ("lock", "pid", "pid.part", "note", "note.part", "new", "old")
PAGES = {"policies/a.md": b"# A\n", "data/a.json": b"{}\n"}
STRANGE: dict[str, Callable[[Path, Path], object]] = {
    "a link to a file": lambda path, outside: path.symlink_to(outside / "precious.txt"),
    "a link to a folder": lambda path, outside: path.symlink_to(outside),
    "a link to nothing": lambda path, outside: path.symlink_to(outside / "nothing"),
    "a folder": lambda path, outside: (path / "below").mkdir(parents=True),
    "a pipe": lambda path, outside: os.mkfifo(path),
    "garbage": lambda path, outside: path.write_bytes(b"\x00\xff  a\n" * 9),
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "docs"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder that no build may touch."""
    folder = tmp_path / "outside"
    (folder / "policies").mkdir(parents=True)
    for name in ("precious.txt", "policies/a.md"):
        (folder / name).write_text("keep me")
    yield folder
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert found == {"precious.txt", "policies", "policies/a.md"}
    assert (folder / "precious.txt").read_text() == "keep me"
    assert (folder / "policies/a.md").read_text() == "keep me"


def built(docs: Path, files: dict[str, bytes] = PAGES) -> None:
    with locked(docs):
        publish(files, docs)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
def test_whatever_lies_in_the_way_is_taken_away_and_not_followed(
    docs: Path, outside: Path, name: str, strange: Callable[[Path, Path], object]
) -> None:
    built(docs, {"policies/a.md": b"# Old\n"})
    path = beside(docs, name)
    path.unlink(missing_ok=True)
    strange(path, outside)
    built(docs)

    assert {(docs / page).read_bytes() for page in PAGES} == set(PAGES.values())
    left = {entry.name: entry.is_symlink() for entry in workplace(docs).iterdir()}
    assert left.pop("docs.lock", False) is False
    assert left in ({"docs.pid": False}, {"docs.pid": False, f"docs.{name}": False})


@pytest.mark.parametrize("place", [".cache", ".cache/synoptic"])
def test_the_folder_is_no_link(docs: Path, outside: Path, place: str) -> None:
    link = docs.parent / place
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside)

    with pytest.raises(SettingError, match="this is a link"):
        built(docs)
    assert list(docs.iterdir()) == []


@pytest.mark.parametrize("before", [None, 0o755, 0o777])
def test_the_folder_is_for_its_owner_alone(docs: Path, before: int | None) -> None:
    if before is not None:
        workplace(docs).mkdir(parents=True)
        workplace(docs).chmod(before)
    built(docs)

    for folder in (workplace(docs), workplace(docs).parent):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_of_another_user_is_not_used(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    before = archive.tree()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    done = archive.build("--no-cache")

    assert done.status == 2
    assert "belongs to another user" in done.err
    assert "[setting]\n  help: remove it" in done.err
    assert archive.tree() == before


def test_a_file_in_place_of_the_folder_is_told(docs: Path) -> None:
    (docs.parent / ".cache").write_text("mine")

    with pytest.raises(SettingError, match="this is no folder"):
        built(docs)


def test_a_folder_that_is_made_twice_at_once_is_one(tmp_path: Path) -> None:
    own_folder(tmp_path / "a")
    own_folder(tmp_path / "a")

    assert [path.name for path in tmp_path.iterdir()] == ["a"]
