"""The command that makes the site fails where MkDocs warns and where pages were not built."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from archives import ROOT, copy_of_project

from synoptic.site.addresses import PUBLISHED


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one short policy."""
    folder = tmp_path_factory.mktemp("project")
    copy_of_project(folder)
    shutil.rmtree(folder / "corpus")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "zebra.txt").write_text("Zebra collects the names of its visitors.\n")
    return folder


def the_command() -> list[str]:
    """Return how `make site` calls MkDocs, without the folder of the programs."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(SITE)", "site")
    (line,) = re.findall(r"^\t\$\(BIN\)/(mkdocs build [^#\n]+)", recipe, re.MULTILINE)
    return str(line).split()


def made(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *the_command()],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_good_archive_is_made(project: Path) -> None:
    done = made(project)

    assert done.returncode == 0, done.stderr
    assert (project / "site.new" / "policies/zebra/undated/index.html").is_file()


def test_the_list_of_hashes_holds_for_a_copy_of_the_site(project: Path) -> None:
    assert made(project).returncode == 0
    site = project / "site.new"
    listed = [line[66:] for line in (site / PUBLISHED.file).read_text("utf-8").splitlines()]
    data = (path for path in (site / "data").rglob("*") if path.is_file())
    there = {str(path.relative_to(site)) for path in data if path.suffix != ".html"}
    assert set(listed) == there - {PUBLISHED.file}
    assert checked(site).returncode == 0

    with (site / listed[0]).open("ab") as out:
        out.write(b" ")
    assert checked(site).returncode == 1


def checked(site: Path) -> subprocess.CompletedProcess[bytes]:
    command = ["sha256sum", "--check", "--strict", "--quiet", PUBLISHED.file]
    return subprocess.run(command, cwd=site, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("docs/about/limits.md", "# ", "[nowhere](nowhere.md)\n\n# ", "'nowhere.md'"),
        ("docs/about/limits.md", "# ", "[nowhere](index.md#nowhere)\n\n# ", "'index.md#nowhere'"),
        ("taxonomy/topics.yml", "topics:", "topicz:", "[taxonomy]"),
        ("corpus/corpus.yml", "", "files: [", "[manifest]"),
    ],
    ids=["a link to no page", "a link to no heading", "the taxonomy", "the manifest"],
)
def test_a_fault_fails_and_is_told(project: Path, name: str, old: str, new: str, said: str) -> None:
    path = project / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    try:
        done = made(project)
    finally:
        path.write_text(before, encoding="utf-8")

    assert done.returncode == 1
    assert said in done.stderr
    assert "strict mode" in done.stdout + done.stderr
