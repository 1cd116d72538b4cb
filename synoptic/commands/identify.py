"""`identify`: give the archive an id of its own, once, in two lines of the manifest."""

from pathlib import Path

import click

from synoptic.commands.options import corpus_option, examples, run


@click.command(epilog=examples("synoptic identify"))
@corpus_option
def command(corpus: Path) -> int:
    """Give the archive an id of its own, once.

    The feed needs an id that no other archive has. Two lines are added at the end of
    corpus.yml; where there is an id already, nothing is changed.
    """
    return run("identify", corpus=corpus)
