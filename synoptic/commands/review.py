"""`review FILE`: what the rules found in a document, as YAML to be edited into the manifest."""

from datetime import date
from pathlib import Path

import click

from synoptic.commands.options import corpus_option, examples, file_argument, run, taxonomy_option
from synoptic.corpus.folder import READINGS


def _day(context: click.Context, option: click.Parameter, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day such as 2026-01-15") from None


@click.command(
    epilog=examples(
        "synoptic review corpus/acme/2012.html > found.yml",
        "synoptic review corpus/acme/2012.html --sign --by doe --on 2026-01-15",
    )
)
@file_argument
@taxonomy_option
@corpus_option
@click.option(
    "--sign",
    "signing",
    is_flag=True,
    help=f"Write into {READINGS} that the reader finds all of it right; print nothing.",
)
@click.option(
    "--by", metavar="READER", default="", show_default=False, help="An id under readers:."
)
@click.option(
    "--on",
    metavar="DAY",
    default="",
    show_default=False,
    callback=_day,
    help="The day, as 2026-01-15.",
)
@click.option(
    "--why",
    metavar="TEXT",
    default="each clause was held against each topic and question",
    help="How it was read.",
)
def command(
    file: str,
    taxonomy: Path,
    corpus: Path,
    signing: bool,
    by: str,
    on: str,
    why: str,
) -> int:
    """Print what the rules found, ready for the manifest.

    There is an entry for each topic of a clause and for each question that is answered.
    Keep in corpus.yml what a reader has checked, with who, when and why. With --sign the
    reader finds all of it right, the silences included.
    """
    return run(
        "review",
        file=file,
        taxonomy=taxonomy,
        corpus=corpus,
        signing=signing,
        by=by,
        on=on,
        why=why,
    )
