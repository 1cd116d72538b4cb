"""Kept results are found again, and never wrong ones."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from synoptic.build.cache import Cache, code_version, encoded, key_of
from synoptic.build.result import Result


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "results")


def files(cache: Cache) -> list[Path]:
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


def test_a_result_is_found_under_its_key_only(cache: Cache) -> None:
    cache.put(key_of(b"a"), encoded(("result", 1)))

    assert cache.get(key_of(b"a"), tuple[str, int]) == ("result", 1)
    assert cache.has(key_of(b"a"))
    assert cache.get(key_of(b"b"), tuple[str, int]) is None
    assert not cache.has(key_of(b"b"))


def test_a_result_of_another_kind_is_none(cache: Cache) -> None:
    cache.put(key_of(b"a"), encoded("result"))

    assert cache.get(key_of(b"a"), int) is None


def test_what_no_text_may_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        encoded("half a pair: \ud800")


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied"])
def test_a_damaged_file_is_no_result(cache: Cache, damage: str) -> None:
    cache.put(key_of(b"a"), encoded("result"))
    (path,) = files(cache)
    data = path.read_bytes()
    path.write_bytes({"cut": data[:-3], "flipped": data[:-3] + b"xyz", "emptied": b""}[damage])

    assert cache.get(key_of(b"a"), str) is None


STRANGE: dict[str, Callable[[Path, Path], object]] = {
    "a link to outside": lambda path, outside: path.symlink_to(outside / "precious.txt"),
    "a link to nothing": lambda path, outside: path.symlink_to(outside / "nothing"),
    "a folder": lambda path, outside: (path / "below").mkdir(parents=True),
    "a pipe": lambda path, outside: os.mkfifo(path),
}


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder that no build may touch."""
    folder = tmp_path / "outside"
    (folder / "below").mkdir(parents=True)
    (folder / "precious.txt").write_text("keep me")
    (folder / "below/precious.txt").write_text("keep me")
    yield folder
    assert sorted(path.name for path in folder.rglob("*")) == ["below", *["precious.txt"] * 2]
    assert {path.read_text() for path in folder.rglob("*.txt")} == {"keep me"}


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
def test_what_is_no_file_is_no_result_and_made_anew(
    cache: Cache, outside: Path, strange: Callable[[Path, Path], object]
) -> None:
    key = key_of(b"a")
    cache.put(key, encoded("result"))
    (path,) = files(cache)
    path.unlink()
    strange(path, outside)
    strange(path.with_name(f"{path.name}.part"), outside)

    assert (cache.has(key), cache.get(key, str), cache.raw(key, str)) == (False, None, None)
    cache.put(key, encoded("result"))
    assert cache.get(key, str) == "result"


@pytest.mark.parametrize("place", ["results", "results/{}"])
def test_a_link_in_place_of_a_folder_is_taken_away_and_not_followed(
    cache: Cache, outside: Path, place: str
) -> None:
    key = key_of(b"a")
    folder = cache.folder.parent / place.format(key[:2])
    folder.parent.mkdir(exist_ok=True)
    folder.symlink_to(outside)
    later = Cache(cache.folder)
    later.put(key, encoded(1))
    later.prune()

    assert cache.folder.is_dir()


def test_a_result_that_was_moved_to_another_key_is_none(cache: Cache) -> None:
    cache.put(key_of(b"a"), encoded("result"))
    (path,) = files(cache)
    other = cache.folder / key_of(b"b")[:2] / f"{key_of(b'b')}.msgpack"
    other.parent.mkdir()
    path.replace(other)

    assert cache.get(key_of(b"b"), str) is None


@pytest.mark.parametrize(
    "body", [b"\x81\xa1x" * 100_000 + b"\xc0", b"\xdd\xff\xff\xff\xff", b"\xc1"]
)
def test_a_forged_result_is_none(cache: Cache, body: bytes) -> None:
    cache.put(key_of(b"a"), body)

    assert cache.get(key_of(b"a"), Result) is None
    assert cache.raw(key_of(b"a"), Result) is None


def test_pruning_leaves_what_is_asked_for(cache: Cache) -> None:
    for name in (b"a", b"b", b"c", b"d"):
        cache.put(key_of(name), encoded(1))
    later = Cache(cache.folder)
    later.get(key_of(b"b"), int)
    later.has(key_of(b"c"))
    later.raw(key_of(b"d"), int)
    later.forget(key_of(b"d"))
    later.prune()

    assert [cache.has(key_of(name)) for name in (b"a", b"b", b"c", b"d")] == [
        False,
        True,
        True,
        False,
    ]


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file stands in the way")
    cache = Cache(tmp_path / "results")
    cache.put(key_of(b"a"), encoded(1))

    assert cache.get(key_of(b"a"), int) is None


def test_results_are_for_their_owner_alone(cache: Cache) -> None:
    cache.put(key_of(b"a"), encoded(1))

    assert cache.folder.stat().st_mode & 0o777 == 0o700


def test_keys_tell_the_borders_between_their_parts() -> None:
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")


def test_a_change_of_the_code_changes_its_version(tmp_path: Path) -> None:
    for folder, text in (("one", "x = 1"), ("same", "x = 1"), ("other", "x = 2")):
        (tmp_path / folder / "room").mkdir(parents=True)
        (tmp_path / folder / "room/a.py").write_text(text)
        (tmp_path / folder / "b.py").write_text(folder)

    assert code_version(tmp_path / "one", "room") == code_version(tmp_path / "same", "room")
    assert code_version(tmp_path / "one", "room") != code_version(tmp_path / "other", "room")
    assert code_version(tmp_path / "one", "room", "b.py") != code_version(
        tmp_path / "same", "room", "b.py"
    )


def test_a_room_that_is_not_there_is_no_code(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        code_version(tmp_path, "nowhere")
