"""One version, wherever it is written."""

import re

from archives import ROOT, Archive, CommandLine

from synoptic import __version__


def test_the_command_line_tells_it(command: CommandLine) -> None:
    done = command("--version")

    assert (done.status, done.out, done.err) == (0, f"synoptic {__version__}\n", "")


def test_the_data_tell_it(archive: Archive) -> None:
    archive.build()
    (rules,) = {policy["rules"] for policy in archive.data("policies.json")["policies"]}

    assert re.fullmatch(rf"{re.escape(__version__)}\+[0-9a-f]{{8}}", rules)


def test_it_is_written_once() -> None:
    number = re.compile(rf"\b{re.escape(__version__)}\b")
    paths = [*(ROOT / "synoptic").rglob("*.py"), ROOT / "pyproject.toml", ROOT / "build_corpus.py"]

    naming = [path.name for path in paths if number.search(path.read_text(encoding="utf-8"))]
    assert naming == ["version.py"]


def test_the_changelog_begins_with_it() -> None:
    headings = [
        line
        for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert __version__ in headings[0]
