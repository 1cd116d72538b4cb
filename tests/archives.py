"""Archives to test with, and the command line as a person types at it."""

import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from makers import header

from synoptic.commands.cli import main

ROOT = Path(__file__).parent.parent
PROJECT = ("docs", "overrides", "synoptic", "taxonomy", "mkdocs.yml", "build_corpus.py")
GENERATED = ("policies", "compare", "changes", "data", "_parts", "search")
FIVE = ROOT / "tests" / "data" / "five"
"""The five policies that Synoptic began with: a copy, as `corpus/` may hold any others."""
IDENTITY = "archive:\n  id: urn:uuid:0b5f7a3e-1c1d-4e57-9a63-4b1a7d3c9f20\n"
"""What a manifest ends with, so that nobody is told that the archive has no id."""
POLICY = """# Privacy at {name}

{name} collects your name and address. We do not sell personal information to third parties.

## Cookies

1. We use cookies to count visitors.
2. You can refuse cookies in your browser.

Last updated: May 1, 2016
"""


def copy_of_project(folder: Path) -> None:
    """Copy what a site is made of, with the five policies, without what was generated."""
    shutil.copytree(FIVE, folder / "corpus")
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy2(ROOT / name, folder / name)
    for name in GENERATED:
        shutil.rmtree(folder / "docs" / name, ignore_errors=True)


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    status: int
    out: str
    err: str


class CommandLine:
    """Runs commands in this process, as a person would type them."""

    def __init__(self, capfd: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.capfd = capfd
        self.monkeypatch = monkeypatch

    def __call__(self, *argv: str | Path, stdin: bytes = b"") -> Outcome:
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "ascii"))
        self.capfd.readouterr()
        try:
            status = main([str(word) for word in argv])
        except SystemExit as leave:  # wrong usage
            status = int(leave.code or 0)
        out, err = self.capfd.readouterr()
        return Outcome(status, out, err)


class Archive:
    """A small archive of our own words, in a folder of its own."""

    def __init__(self, folder: Path, command: CommandLine) -> None:
        self.folder, self.command = folder, command
        self.corpus, self.docs = folder / "corpus", folder / "docs"
        self.taxonomy = folder / "taxonomy"
        self.corpus.mkdir(parents=True)
        self.docs.mkdir()
        (self.docs / "index.md").write_text("# Written by a person\n", encoding="utf-8")
        shutil.copytree(ROOT / "taxonomy", self.taxonomy)
        self.add("corpus.yml", "")

    def add(self, name: str, data: str | bytes) -> Path:
        """Write a file of the corpus; a manifest given as text, in whole lines, gets an id."""
        if name == "corpus.yml" and isinstance(data, str) and (data.endswith("\n") or not data):
            data += IDENTITY
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    def add_policy(self, name: str, site: str, stamp: str = "20160601120000") -> Path:
        text = header(site, stamp, f"http%3A//www.{site}/privacy") + POLICY.format(name=site)
        return self.add(name, text)

    def build(self, *options: str) -> Outcome:
        places = ("--corpus", self.corpus, "--docs", self.docs, "--taxonomy", self.taxonomy)
        return self.command("build", *places, *options)

    def data(self, name: str) -> Any:
        text = (self.docs / "data" / name).read_text(encoding="utf-8")
        return json.loads(text) if name.endswith(".json") else text

    def published(self) -> list[str]:
        return [policy["id"] for policy in self.data("policies.json")["policies"]]

    def tree(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.docs).as_posix(): path.read_bytes()
            for path in sorted(self.docs.rglob("*"))
            if path.is_file()
        }
