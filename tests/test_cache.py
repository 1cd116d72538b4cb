"""Kept results are found again, and never wrong ones."""

from pathlib import Path

import pytest

from synoptic.build.cache import Cache, code_version, key_of


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "results")


def files(cache: Cache) -> list[Path]:
    assert cache.folder is not None
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


def test_a_result_is_found_under_its_key_only(cache: Cache) -> None:
    cache.put(key_of(b"a"), ("result", 1))

    assert cache.get(key_of(b"a")) == ("result", 1)
    assert cache.get(key_of(b"b")) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put(key_of(b"a"), 1)

    assert cache.get(key_of(b"a")) is None
    cache.prune()


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied"])
def test_a_damaged_file_is_no_result(cache: Cache, damage: str) -> None:
    cache.put(key_of(b"a"), "result")
    (path,) = files(cache)
    data = path.read_bytes()
    path.write_bytes({"cut": data[:-3], "flipped": data[:-3] + b"xyz", "emptied": b""}[damage])

    assert cache.get(key_of(b"a")) is None


def test_pruning_leaves_what_is_asked_for(cache: Cache) -> None:
    cache.put(key_of(b"a"), 1)
    cache.put(key_of(b"b"), 2)
    later = Cache(cache.folder)
    later.get(key_of(b"b"))
    later.prune()

    assert cache.get(key_of(b"a")) is None
    assert cache.get(key_of(b"b")) == 2
    assert len(files(cache)) == 1


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file stands in the way")
    cache = Cache(tmp_path / "results")
    cache.put(key_of(b"a"), 1)

    assert cache.get(key_of(b"a")) is None


def test_keys_tell_the_borders_between_their_parts() -> None:
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")


def test_a_change_of_the_code_changes_its_version(tmp_path: Path) -> None:
    for folder, text in (("one", "x = 1"), ("same", "x = 1"), ("other", "x = 2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text(text)

    assert code_version(tmp_path / "one") == code_version(tmp_path / "same")
    assert code_version(tmp_path / "one") != code_version(tmp_path / "other")
