"""One version, wherever it is written."""

import tomllib
from pathlib import Path

from synoptic.build.document import VERSION

ROOT = Path(__file__).parent.parent


def test_the_version_of_the_program_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_the_changelog_begins_with_it() -> None:
    headings = [
        line
        for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert VERSION in headings[0]
