"""`clean FILE`: the policy's text as Markdown, and nothing else."""

from pathlib import Path

import click

from synoptic.commands.options import corpus_option, examples, file_argument, run


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
    return run("clean", file=file, corpus=corpus)
