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


def test_it_is_that_of_the_project() -> None:
    assert f'\nversion = "{__version__}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_changelog_begins_with_it() -> None:
    headings = [
        line
        for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert __version__ in headings[0]
