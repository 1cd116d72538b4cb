"""Markdown and text made to break a reader: each goes all the way in time, and nothing is lost."""

import time
from pathlib import Path

import pytest

from synoptic.build.document import labelled
from synoptic.build.one_text import Opened
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.label.labels import labels_from

ROOT = Path(__file__).parent.parent
KEPT = "We keep the letters of our readers for as long as the newspaper is printed."
SECONDS = 10.0
"""Ten times what the slowest takes alone; a cost by the square takes minutes."""

TEXTS = {
    "brackets": "[" * 100_000,
    "brackets and braces": "[a](" * 50_000,
    "half links": "[](" * 50_000,
    "one word": "w" * 1_000_000,
    "one word of Markdown": "# A word\n\n" + "w" * 300_000,
    "emphasis": "# Stars\n\n" + "*a _b " * 4_000,
    "references": "# Ampersands\n\n" + "&#x" * 50_000,
    "lists in lists": "\n".join("  " * depth + "- a point" for depth in range(300)),
    "wide lists in lists": "\n".join("    " * depth + "* a point" for depth in range(300)),
    "numbers in numbers": "\n".join("   " * depth + "1. a point" for depth in range(300)),
    "lists on one line": "- " * 300 + "a point",
    "quotations": "\n".join(">" * depth + " a line" for depth in range(1, 300)),
    "lists in quotations": "\n".join("> " * 150 + "  " * depth + "- x" for depth in range(99)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name: str) -> None:
    labels = labels_from(taxonomy_text(ROOT / "taxonomy"))
    data = f"{TEXTS[name]}\n\n{KEPT}\n".encode()
    started = time.process_time()
    outcome = labelled(Opened.alone(data, f"{name}.txt"), labels)

    assert time.process_time() - started < SECONDS
    words = outcome.labelled.words
    assert words["source"] == words["kept"] + words["removed"]
    assert "letters of our readers" in outcome.text
