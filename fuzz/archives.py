"""Whole archives that are fuzzed: the manifest, and what is made of several files together."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID
from xml.etree import ElementTree

import markdown
import yaml

from synoptic.build.pipeline import Settings, build
from synoptic.build.workers import Workers
from synoptic.corpus.manifest import load_manifest
from synoptic.corpus.taxonomy_files import SHIPPED
from synoptic.errors import SettingError
from synoptic.verify.built import OF_DATA, Built
from synoptic.verify.page import POLICY, page_of

HEAD = f'<head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head>'
_PARTED = re.compile(rb"\n\n\n+")
_FILES = ("a.txt", "b.txt", "c.html", "d.md")
_EXTENSIONS = ["attr_list", "tables", "toc"]
_ID = "urn:uuid:0b5f7a3e-1c1d-4e57-9a63-4b1a7d3c9f20"


def manifest(data: bytes) -> None:
    """Any text is a manifest, or a fault with its line; what is faulty is known by name."""
    text = data.decode("utf-8", "replace")
    faults: list[SettingError] = []
    try:
        read = load_manifest(text, "corpus.yml", _FILES)
        faults += read.faults
        assert isinstance(read.archive, UUID | None)
        assert all(read.entry(name).record == name for name in _FILES)
    except SettingError as fault:
        faults.append(fault)
    assert all(re.fullmatch(r"corpus\.yml:\d+", fault.where) for fault in faults), faults


def archive(data: bytes) -> None:
    """Files and names of strangers become pages that do nothing, tables and a feed that hold."""
    name, *texts = _PARTED.split(data)
    with TemporaryDirectory() as folder:
        corpus, docs = Path(folder, "corpus"), Path(folder, "docs")
        corpus.mkdir()
        (corpus / "corpus.yml").write_text(_manifest(name), encoding="utf-8")
        for file, text in zip(_FILES, texts or [name], strict=False):
            (corpus / file).write_bytes(text)
        settings = Settings(
            corpus=corpus, docs=docs, taxonomy=SHIPPED, workers=Workers(jobs=1, quiet=True)
        )
        with suppress(SettingError):
            report = build(settings)
            assert not [fault for fault in report.problems if fault.code in _OURS], report.problems
            assert build(settings).published.written == 0
            for check in OF_DATA:
                assert not list(check(Built(corpus, docs, Path(folder, "site"))))
            _hold(docs)


_OURS = {"program-error", "words-lost"}
"""Codes of faults that are the program's."""


def _manifest(name: bytes) -> str:
    """Give two of the files one policy, so that there are changes, under a stranger's name."""
    said = "".join(char for char in name.decode("utf-8", "ignore") if char.isprintable())[:200]
    entries = {
        file: {"document": "a", "organisation": said or "A", "title": said or "A", "policy": True}
        for file in _FILES[:2]
    }
    entries["a.txt"] |= {"captured": "2016-05-01"}
    entries["b.txt"] |= {"captured": "2018-05-01"}
    return str(yaml.safe_dump({"archive": {"id": _ID}, "files": entries}, allow_unicode=True))


def _hold(docs: Path) -> None:
    """Look at what was built as browsers, spreadsheets and readers of feeds do."""
    for path in sorted(docs.rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        page = page_of(f"{HEAD}<body>{markdown.markdown(text, extensions=_EXTENSIONS)}</body>")
        assert (page.policy, page.inline, page.requests, page.doubles) == ((), (), (), ()), path
    for path in sorted((docs / "data").glob("*.csv")):
        head, *rows = _rows(path)
        assert all(len(row) == len(head) for row in rows), path
        assert all(_is_dead(cell) for row in rows for cell in row), path
    feed = ElementTree.parse(docs / "data/feed.xml").getroot()
    assert feed.tag.endswith("feed")


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def _is_dead(cell: str) -> bool:
    """Return whether no spreadsheet takes a cell for a formula, whatever it takes off before."""
    return not re.match(r"""[=+\-@＝＋－＠\t\r\n]""", cell.lstrip(' "\u200b\ufeff\x00'))
