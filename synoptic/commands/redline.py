"""`redline OLD NEW`: what changed between two documents, as Markdown."""

import sys

import click

from synoptic import api
from synoptic.commands.options import FILE, examples
from synoptic.commands.sources import read_source


@click.command(
    epilog=examples(
        "synoptic redline corpus/acme/2012.html corpus/acme/2018.html",
        "curl https://acme.example/privacy | synoptic redline corpus/acme/2018.html -",
    )
)
@click.argument(
    "old", type=FILE, metavar="OLD", help="The older document, or - for standard input."
)
@click.argument(
    "new", type=FILE, metavar="NEW", help="The newer document, or - for standard input."
)
def command(old: str, new: str) -> int:
    """Print the redline of two documents as Markdown.

    The two are set against each other clause by clause; they may be of different
    organisations. Lines that begin with > are ours, all others are the words of the texts.
    """
    (older, older_name), (newer, newer_name) = read_source(old), read_source(new)
    text = api.redline(older, newer, names=(older_name, newer_name))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
