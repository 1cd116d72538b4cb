"""`build`: from corpus/ to docs/."""

from pathlib import Path

import click

from synoptic.commands.options import FOLDER, corpus_option, docs_option, examples, run


@click.command(
    epilog=examples(
        "synoptic build",
        "synoptic build --strict --jobs 4",
        "synoptic build --corpus ../letters --docs /srv/letters/docs",
    )
)
@corpus_option
@docs_option
@click.option("--taxonomy", type=FOLDER, default="taxonomy", help="Folder of topics and cues.")
@click.option(
    "--jobs", metavar="N|auto", default="auto", help="Worker processes; auto: one a core."
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    show_default=False,
    help="Run on a Dask cluster; needs the package distributed.",
)
@click.option("--strict", is_flag=True, help="Write nothing if there is a fault or a warning.")
@click.option(
    "--allow-empty",
    is_flag=True,
    help="Build an archive of nothing, even in place of a full one.",
)
@click.option("--no-cache", is_flag=True, help="Work through every file anew.")
@click.option("--no-review", is_flag=True, help="Leave out what readers signed.")
@click.option("--quiet", is_flag=True, help="Print faults and warnings only.")
def command(
    corpus: Path,
    docs: Path,
    taxonomy: Path,
    jobs: str,
    scheduler: str,
    strict: bool,
    allow_empty: bool,
    no_cache: bool,
    no_review: bool,
    quiet: bool,
) -> int:
    """Build the pages of docs/ from corpus/ (the default).

    The word build may be left out. A file that cannot be published is named on standard
    error with the reason, and the others are published; what is built already is taken
    from a cache. Pages written by hand are left alone.
    """
    return run(
        "build",
        corpus=corpus,
        docs=docs,
        taxonomy=taxonomy,
        jobs=jobs,
        scheduler=scheduler,
        strict=strict,
        allow_empty=allow_empty,
        no_cache=no_cache,
        no_review=no_review,
        quiet=quiet,
    )
