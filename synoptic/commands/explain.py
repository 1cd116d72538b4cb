"""`explain FILE`: what became of every part of a document, and why."""

from pathlib import Path

import click

from synoptic.commands.options import corpus_option, examples, file_argument, run, taxonomy_option


@click.command(
    epilog=examples(
        "synoptic explain corpus/acme/2012.html",
        "curl https://acme.example/privacy | synoptic explain -",
    )
)
@file_argument
@taxonomy_option
@corpus_option
def command(file: str, taxonomy: Path, corpus: Path) -> int:
    """Say what was kept, repaired and removed, and by which rule.

    Clauses, repairs and removals stand with the line of the source. Below a clause stand
    the topics that it might have, with the sum of its cues and the sum that was needed.
    """
    return run("explain", file=file, taxonomy=taxonomy, corpus=corpus)
