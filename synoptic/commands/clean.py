"""`clean FILE`: the policy's text as Markdown, and nothing else."""

import sys

import click

from synoptic.cleaning import clean_capture
from synoptic.commands.options import examples, file_argument
from synoptic.commands.sources import read_source
from synoptic.formats.read import read
from synoptic.site.plain_markdown import markdown_from


@click.command(
    epilog=examples(
        "synoptic clean corpus/acme/2012.html",
        "curl https://acme.example/privacy | synoptic clean - > policy.md",
    )
)
@file_argument
def command(file: str) -> int:
    """Print the cleaned Markdown of one document.

    The policy's text stands alone, with its headings: no provenance, no comment. It is
    written in UTF-8, whatever the encoding of the terminal. Nothing else is written, and
    no corpus is needed.
    """
    data, name = read_source(file)
    text = markdown_from(clean_capture(read(data, name)))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
