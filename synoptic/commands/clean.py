"""`clean FILE`: the policy's text as Markdown, and nothing else."""

import sys
from pathlib import Path

import click

from synoptic.build.one_text import policy_text
from synoptic.commands.options import corpus_option, examples, file_argument
from synoptic.commands.sources import read_record
from synoptic.site.plain_markdown import markdown_from


@click.command(
    epilog=examples(
        "synoptic clean corpus/acme/2012.html",
        "curl https://acme.example/privacy | synoptic clean - > policy.md",
    )
)
@file_argument
@corpus_option
def command(file: str, corpus: Path) -> int:
    """Print the cleaned Markdown of one document.

    The policy's text stands alone, with its headings: no provenance, no comment. It is
    written in UTF-8, whatever the encoding of the terminal. Nothing else is written. A file
    of the corpus takes its entry in the manifest; no corpus is needed.
    """
    with read_record(file, corpus) as opened:
        text = markdown_from(policy_text(opened).text)
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
