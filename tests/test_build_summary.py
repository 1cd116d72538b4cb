"""What the Pages workflow shows of a build with faults."""

import re
import subprocess
import sys

from archives import ROOT, Archive


def test_faults_are_shown_and_counted_and_are_only_text(archive: Archive) -> None:
    archive.add("<b>&.txt", "")
    assert archive.build().status == 0
    done = subprocess.run(
        [sys.executable, "tools/build_summary.py", archive.docs / "data/report.json"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.startswith("Published: 2 policies, 3 versions, 3 captures.\n")
    assert "### Set aside: 1\n" in done.stdout
    assert "&lt;b&gt;&amp;.txt: the file holds no text [empty-document]" in done.stdout
    assert "<b>" not in done.stdout


def test_the_workflow_shows_them_before_it_verifies_and_builds_once() -> None:
    text = (ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    steps = re.findall(r"run: (.+)", text)

    assert [step.split()[:2] for step in steps] == [
        ["make", "site"],
        [".venv/bin/python", "tools/build_summary.py"],
        [".venv/bin/python", "build_corpus.py"],
    ]
    assert "build_corpus.py verify" in steps[2]
    assert "$GITHUB_STEP_SUMMARY" in steps[1]
