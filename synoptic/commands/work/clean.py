"""`clean FILE`: the policy's text as Markdown, and nothing else."""

import sys
from pathlib import Path

from synoptic.build.one_text import Opened, policy_text
from synoptic.commands.work.sources import of_record, read_record
from synoptic.site.plain_markdown import markdown_from


def run(file: str, corpus: Path) -> int:
    """Print the cleaned Markdown of one document."""
    text = of_record(_text, read_record(file, corpus))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


def _text(opened: Opened) -> str:
    return markdown_from(policy_text(opened).text)
