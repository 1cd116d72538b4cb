"""What readers signed: for what was asked and read, under their own name, and no further."""

import re
import shutil
from pathlib import Path

import pytest
from archives import ROOT, Archive, CommandLine

OURS = "Synoptic project (assisted"


class FirstArchive(Archive):
    """A copy of the documents that the archive began with, to be changed at will."""

    def __init__(self, folder: Path, command: CommandLine) -> None:
        super().__init__(folder, command)
        shutil.copytree(ROOT / "corpus", self.corpus, dirs_exist_ok=True)

    def pages(self) -> str:
        """All generated pages in one text."""
        folders = ("policies", "compare", "_parts", "data")
        paths = [path for name in folders for path in (self.docs / name).rglob("*.md")]
        return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


@pytest.fixture
def first(tmp_path: Path, command: CommandLine) -> FirstArchive:
    return FirstArchive(tmp_path, command)


def test_the_readings_of_the_project_are_nobodys_word_but_its_own(first: FirstArchive) -> None:
    assert first.build().status == 0

    pages = first.pages()
    assert pages.count(OURS) > 50
    signs = r"(?i)(?:read by|according to|taken back by|confirmed by|added by|that) a person\b"
    assert re.findall(signs, pages) == []
    read = [policy["read"] for policy in first.data("policies.json")["policies"]]
    assert {(one["reader"], one["reader_kind"]) for one in read} == {
        ("Synoptic project", "assisted")
    }
