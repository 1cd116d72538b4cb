"""The wheel: all that the program needs is in it, and it works anywhere."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.metadata import Distribution
from pathlib import Path

import pytest
from archives import ROOT, Archive

from synoptic import __version__

pytest.importorskip("hatchling", reason="pip install -r requirements-dev.txt")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what pip would put into site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "packages")
    return folder / "packages"


@pytest.fixture(scope="module")
def metadata(installed: Path) -> Distribution:
    (folder,) = installed.glob("*.dist-info")
    return Distribution.at(folder)


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_file_of_the_package_is_in_it_and_the_taxonomy(installed: Path) -> None:
    wanted = files_below(ROOT / "synoptic")
    wanted |= {f"taxonomy/{name}" for name in files_below(ROOT / "taxonomy")}

    assert files_below(installed / "synoptic") == wanted
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"synoptic"}


def test_it_says_what_the_repository_says(metadata: Distribution) -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = {line.split()[0] for line in lines if "==" in line}

    assert metadata.version == __version__
    always = {need for need in metadata.requires or () if "extra ==" not in need}
    assert always == pins
    assert [(script.name, script.value) for script in metadata.entry_points] == [
        ("synoptic", "synoptic.commands.cli:main")
    ]


def synoptic(installed: Path, folder: Path, words: Sequence[str | Path]) -> str:
    """Run a command of the wheel in a folder that knows nothing of the repository."""
    code = "import sys; from synoptic.commands.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.mark.parametrize("name", ["clean", "tag", "explain"])
def test_a_document_is_read_as_in_the_repository(
    installed: Path, archive: Archive, name: str
) -> None:
    path = archive.corpus / "acme-2016.txt"
    printed = synoptic(installed, archive.folder, [name, path])

    assert printed == archive.command(name, path).out != ""


def test_an_archive_is_built_as_in_the_repository(installed: Path, archive: Archive) -> None:
    archive.build()
    built = archive.tree()
    synoptic(installed, archive.folder, ["build", "--docs", "elsewhere"])
    archive.docs = archive.folder / "elsewhere"

    assert archive.tree() == {name: data for name, data in built.items() if name != "index.md"}


def test_without_a_taxonomy_it_says_where_to_get_one(installed: Path, archive: Archive) -> None:
    archive.taxonomy.rename(archive.folder / "other")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        synoptic(installed, archive.folder, ["build"])

    assert failed.value.returncode == 2
    assert failed.value.stderr == (
        "taxonomy: there is no such folder [setting]\n"
        f"  help: copy {installed}/synoptic/taxonomy there, "
        "or name another folder with --taxonomy\n"
    )
