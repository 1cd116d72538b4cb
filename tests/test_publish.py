"""Only generated files change, all or none, and nothing written by a person is lost."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from makers import publish

from synoptic.errors import EditedPageError, SettingError
from synoptic.site.addresses import HASHES, PUBLISHED
from synoptic.site.publish import Published
from synoptic.site.publish.hashes import parse_hashes, recorded_hashes
from synoptic.site.publish.workplace import beside, locked

PAGES = {"policies/a.md": b"# A\n", "data/a.json": b"{}\n"}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "index.md").write_text("# Written by a person\n")
    publish(PAGES, folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_is_given_is_what_is_there_beside_what_people_wrote(docs: Path) -> None:
    assert tree(docs).keys() == {"index.md", HASHES.file, *PAGES}
    assert (docs / "policies/a.md").read_bytes() == PAGES["policies/a.md"]


def test_unchanged_files_are_not_touched(docs: Path) -> None:
    os.utime(docs / "policies/a.md", (1, 1))

    assert publish(PAGES, docs) == Published(written=0, removed=0, unchanged=3)
    assert (docs / "policies/a.md").stat().st_mtime == 1


def test_pages_of_the_last_build_go_and_their_empty_folders(docs: Path) -> None:
    done = publish({"data/a.json": b"{}\n"}, docs)

    assert done == Published(written=1, removed=1, unchanged=1)
    assert tree(docs).keys() == {"index.md", HASHES.file, "data/a.json"}
    assert not (docs / "policies").exists()


def test_a_page_edited_by_hand_stops_everything(docs: Path) -> None:
    (docs / "policies/a.md").write_text("# A, and a remark\n")
    before = tree(docs)

    with pytest.raises(EditedPageError, match="changed by hand") as caught:
        publish({**PAGES, "policies/a.md": b"# B\n", "policies/b.md": b"# B\n"}, docs)
    assert caught.value.where.endswith("policies/a.md")
    assert tree(docs) == before


def test_a_page_edited_by_hand_is_not_removed_either(docs: Path) -> None:
    (docs / "policies/a.md").write_text("# A, and a remark\n")

    with pytest.raises(EditedPageError):
        publish({"data/a.json": b"{}\n"}, docs)
    assert (docs / "policies/a.md").read_text() == "# A, and a remark\n"


def test_a_page_of_a_person_is_never_replaced(docs: Path) -> None:
    with pytest.raises(SettingError, match="a page of your own"):
        publish({**PAGES, "index.md": b"# Generated\n"}, docs)
    assert (docs / "index.md").read_text() == "# Written by a person\n"


def test_a_page_of_a_person_is_never_replaced_by_the_first_build(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "policies").mkdir(parents=True)
    (docs / "policies/a.md").write_text("# Written by a person\n")

    with pytest.raises(SettingError):
        publish(PAGES, docs)
    assert (docs / "policies/a.md").read_text() == "# Written by a person\n"


def test_a_list_of_hashes_that_leads_outside_removes_nothing(docs: Path) -> None:
    outside = docs.parent / "precious.txt"
    outside.write_text("keep me")
    absolute = docs.parent / "absolute.txt"
    absolute.write_text("keep me")
    with (docs / HASHES.file).open("a") as out:
        out.write(f"{'0' * 64}  ../precious.txt\n{'0' * 64}  {absolute}\n")
    publish(PAGES, docs)

    assert outside.exists()
    assert absolute.exists()
    assert recorded_hashes(docs).keys() == PAGES.keys()


def test_the_list_of_an_older_build_is_taken_where_it_was(docs: Path) -> None:
    (docs / HASHES.file).rename(docs / PUBLISHED.file)
    new = {"policies/b.md": b"# B\n", "data/a.json": b"[]\n", PUBLISHED.file: b"for readers\n"}

    assert publish(new, docs) == Published(written=4, removed=1, unchanged=0)
    assert tree(docs).keys() == {"index.md", HASHES.file, *new}


def test_an_edit_by_hand_after_an_older_build_is_kept(docs: Path) -> None:
    (docs / HASHES.file).rename(docs / PUBLISHED.file)
    (docs / "policies/a.md").write_text("# A, and a remark\n")

    with pytest.raises(EditedPageError):
        publish({**PAGES, "policies/a.md": b"# B\n"}, docs)


def test_a_list_of_a_person_is_not_replaced(docs: Path) -> None:
    (docs / PUBLISHED.file).write_text("Written by a person\n")

    with pytest.raises(SettingError, match="a page of your own"):
        publish({**PAGES, PUBLISHED.file: b"for readers\n"}, docs)


def test_a_full_disk_leaves_docs_as_they_were(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(docs)
    opened = Path.open

    def fails_on_b(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == "b.md" and how == ("wb",):
            raise OSError(28, "No space left on device")
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", fails_on_b)
    with pytest.raises(OSError, match="No space"):
        publish({"policies/a.md": b"# new\n", "policies/b.md": b"# B\n"}, docs)
    assert tree(docs) == before


def test_a_build_that_was_killed_is_no_edit_by_hand(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, new = Path.replace, {name: data + b"new" for name, data in PAGES.items()}

    def dies_at_the_second(path: Path, target: Path) -> Path:
        if path.name == "a.md":
            raise KeyboardInterrupt
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dies_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            publish(new, docs)
    assert (docs / "data/a.json").read_bytes() == new["data/a.json"]

    third = {name: data + b"newer" for name, data in PAGES.items()}
    assert publish(third, docs) == Published(written=3, removed=0, unchanged=0)


@pytest.mark.parametrize("fails", ["policies/a.md", HASHES.file])
def test_a_move_that_fails_is_undone_and_the_list_comes_last(
    docs: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    before, replace, moved = tree(docs), Path.replace, list[str]()

    def fails_on_the_way_in(path: Path, target: Path) -> Path:
        if target.is_relative_to(docs) and fails not in moved:
            moved.append(target.relative_to(docs).as_posix())
            if moved[-1] == fails:
                raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fails_on_the_way_in)
    with pytest.raises(OSError, match="No space"):
        publish({"data/b.json": b"{}\n", "policies/a.md": b"# new\n"}, docs)
    assert tree(docs) == before
    order = ["data/b.json", "policies/a.md", HASHES.file]
    assert moved == order[: order.index(fails) + 1]


def test_nothing_half_made_is_left(docs: Path) -> None:
    assert [path.name for path in docs.parent.rglob("*.new")] == []


def test_the_list_is_what_sha256sum_reads(docs: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", HASHES.file],
        cwd=docs,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert parse_hashes((docs / HASHES.file).read_text()).keys() == PAGES.keys()


def test_two_builds_at_once_are_refused(docs: Path) -> None:
    with locked(docs), pytest.raises(SettingError, match="another build"), locked(docs):
        raise AssertionError("the second build came in")
    with (
        locked(docs),
        pytest.raises(SettingError, match=rf"another build \(process {os.getpid()}\) is writing"),
        locked(docs),
    ):
        raise AssertionError("the second build came in")
    with locked(docs):
        beside(docs, "pid").write_bytes(b"\xff")
        with pytest.raises(SettingError, match="another build is writing"), locked(docs):
            raise AssertionError("the second build came in")
    with locked(docs):
        pass
