"""A checkout has the stored bytes, also with the preset of Git for Windows."""

import shutil
import subprocess
from pathlib import Path

import pytest
from archives import ROOT

BYTES = b"# Privacy\r\n\r\nOne line end of Windows,\nand one of Unix.\n"
WINDOWS = ("-c", "core.autocrlf=true", "-c", "core.eol=crlf", "-c", "core.safecrlf=false")


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@a.example")
    subprocess.run(["git", *WINDOWS, *who, *words], cwd=folder, check=True, capture_output=True)


def checked_out(folder: Path, name: str) -> bytes:
    """Return the bytes of a file after it has been stored and taken out again."""
    shutil.copy2(ROOT / ".gitattributes", folder)
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(BYTES)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A file")
    path.unlink()
    git(folder, "checkout", "--", name)
    return path.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "corpus/a.txt",
        "corpus/deep/er/a.html",
        "tests/data/five/a.txt",
        "tests/golden/clean/a/source.md",
    ],
)
def test_archived_bytes_stay(tmp_path: Path, name: str) -> None:
    assert checked_out(tmp_path, name) == BYTES


def test_what_people_write_has_the_same_line_ends_everywhere(tmp_path: Path) -> None:
    assert checked_out(tmp_path, "taxonomy/topics.yml") == BYTES.replace(b"\r\n", b"\n")


def test_nothing_that_is_made_or_installed_is_kept_in_the_repository() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("these files are no checkout")
    listed = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == ""
