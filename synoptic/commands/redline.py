"""`redline OLD NEW`: what changed between two documents, as Markdown."""

from pathlib import Path

import click

from synoptic.commands.options import FILE, corpus_option, examples, run


@click.command(
    epilog=examples(
        "synoptic redline corpus/acme/2012.html corpus/acme/2018.html",
        "curl https://acme.example/privacy | synoptic redline corpus/acme/2018.html -",
    )
)
@click.argument(
    "old",
    type=FILE,
    metavar="OLD",
    help="The older document, as FILE or FILE!MEMBER, or - for standard input.",
)
@click.argument(
    "new",
    type=FILE,
    metavar="NEW",
    help="The newer document, as FILE or FILE!MEMBER, or - for standard input.",
)
@corpus_option
def command(old: str, new: str, corpus: Path) -> int:
    """Print the redline of two documents as Markdown.

    The two are set against each other clause by clause; they may be of different
    organisations. Lines that begin with > are ours, all others are the words of the texts.
    """
    return run("redline", old=old, new=new, corpus=corpus)
