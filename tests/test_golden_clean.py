"""Whole captures in, whole texts out.

A case is a folder in tests/golden/clean/ with a source file and what is expected
of it: kept.md (the policy's text), removed.txt (rule, line, words) and
repairs.txt (rule, line, beginning). To add a case, add a folder with a source,
run pytest --update-golden and read the result.
"""

from pathlib import Path

import pytest
from makers import clean_source
from test_clean_html import TAKEN, TAKEN_WITHIN

from synoptic.formats.read import read
from synoptic.formats.removals import RULES
from synoptic.site.plain_markdown import markdown_from

SOURCES = sorted((Path(__file__).parent / "golden" / "clean").glob("*/source.*"))
assert SOURCES, "no golden cases found: this test would pass on nothing"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_clean(source: Path, golden) -> None:
    clean = clean_source(read(source.read_bytes(), source.name))

    golden(source.with_name("kept.md"), markdown_from(clean))
    for name, lines in (("removed.txt", clean.removals), ("repairs.txt", clean.repairs)):
        text = "".join(f"{line.rule}\t{line.line}\t{line.text}\n" for line in lines)
        golden(source.with_name(name), text)


def test_every_rule_that_leaves_words_out_is_tried() -> None:
    """Here, or where the parts of a page are tried one by one; the header stands above a text."""
    reports = [source.with_name("removed.txt").read_text("utf-8") for source in SOURCES]
    here = {line.partition("\t")[0] for report in reports for line in report.splitlines()}
    tried = {*here, *TAKEN, *TAKEN_WITHIN, "provenance-header"}

    assert tried == {rule.name for rule in RULES}
