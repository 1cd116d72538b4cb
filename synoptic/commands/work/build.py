"""`build`: from corpus/ to docs/, one summary line at the end."""

from pathlib import Path

from synoptic.build.pipeline import BuildReport, Settings, build
from synoptic.build.workers import Workers
from synoptic.commands.telling import answer, tell
from synoptic.errors import SettingError
from synoptic.text.words import counted


def run(
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
    """Build the pages of docs/; print the faults and one line."""
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
        tell(problem)
    if not quiet:
        answer(summary(report, str(settings.docs)))
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
