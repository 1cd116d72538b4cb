"""`redline OLD NEW`: what changed between two documents, as Markdown."""

import sys
from pathlib import Path

from synoptic import api
from synoptic.commands.work.sources import read_record


def run(old: str, new: str, corpus: Path) -> int:
    """Print the redline of two documents."""
    with read_record(old, corpus) as older, read_record(new, corpus) as newer:
        text = api.redline_of(older, newer)
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
