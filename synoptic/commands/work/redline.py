"""`redline OLD NEW`: what changed between two documents, as Markdown."""

import sys
from pathlib import Path

from synoptic import api
from synoptic.build.one_text import Opened
from synoptic.build.workers import in_time
from synoptic.commands.work.sources import read_record


def run(old: str, new: str, corpus: Path) -> int:
    """Print the redline of two documents."""
    older, newer = read_record(old, corpus), read_record(new, corpus)
    seconds = max(older.limits.seconds, newer.limits.seconds)
    doing = f"holding it against {older.id}"
    text = in_time(_redline, (older, newer), seconds, newer.id, doing)
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


def _redline(sides: tuple[Opened, Opened]) -> str:
    return api.redline_of(*sides)
