"""`clean FILE`: the policy's text as Markdown, and nothing else."""

import sys
from pathlib import Path

from synoptic.build.one_text import policy_text
from synoptic.commands.work.sources import read_record
from synoptic.site.plain_markdown import markdown_from


def run(file: str, corpus: Path) -> int:
    """Print the cleaned Markdown of one document."""
    with read_record(file, corpus) as opened:
        text = markdown_from(policy_text(opened).text)
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
