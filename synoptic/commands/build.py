"""`build`: from corpus/ to docs/, one summary line at the end."""

import sys
from pathlib import Path

import click

from synoptic.build.pipeline import BuildReport, Settings, build
from synoptic.build.workers import Workers
from synoptic.commands.options import FOLDER, corpus_option, docs_option, examples
from synoptic.errors import SettingError
from synoptic.text.words import counted


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
    help="Build an archive of no files; else it is taken for a wrong folder.",
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
    settings = Settings(
        corpus=corpus,
        docs=docs,
        taxonomy=taxonomy,
        workers=Workers(_jobs(jobs), scheduler, quiet),
        strict=strict,
        cache=not no_cache,
        review=not no_review,
        allow_empty=allow_empty,
    )
    report = build(settings)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if not quiet:
        print(summary(report, str(settings.docs)))
    return 1 if report.published is None else 0


def summary(report: BuildReport, docs: str) -> str:
    """Say in one line what a build did."""
    what = report.figures
    if report.published is None:
        return f"{what} read, {found(report)}: nothing written"
    return f"{what} in {docs}/: {report.published.written} files written, {found(report)}"


def found(report: BuildReport) -> str:
    """Count the files that were set aside, the faults that were told, and the warnings."""
    faults = sum(1 for problem in report.problems if problem.fatal)
    warnings = len(report.problems) - faults
    told = f"{report.set_aside} set aside"
    if faults != report.set_aside:  # a file may have several, the manifest some of its own
        told += f", {counted(faults, 'fault')}"
    return f"{told}, {counted(warnings, 'warning')}"


def _jobs(value: str) -> int:
    if value == "auto":
        return 0
    if value.isdigit() and int(value) > 0:
        return int(value)
    raise SettingError("--jobs", f"{value!r} is not a number of processes", hint="write 4, or auto")
