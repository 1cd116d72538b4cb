"""`build`: from corpus/ to docs/, one summary line at the end."""

import argparse
import sys
from pathlib import Path

from synoptic.build.pipeline import BuildReport, Settings, build
from synoptic.build.workers import Workers
from synoptic.errors import SettingError
from synoptic.site.figures import figures_of
from synoptic.text.words import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="archived files")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="where pages are written")
    parser.add_argument("--taxonomy", type=Path, default=Path("taxonomy"), help="topics and cues")
    parser.add_argument("--jobs", metavar="N|auto", default="auto", help="worker processes")
    parser.add_argument("--scheduler", metavar="ADDRESS", default="", help="a Dask scheduler")
    parser.add_argument(
        "--strict", action="store_true", help="write nothing if there is a fault or a warning"
    )
    parser.add_argument("--allow-empty", action="store_true", help="build an archive of no files")
    parser.add_argument("--no-cache", action="store_true", help="work through every file anew")
    parser.add_argument("--no-review", action="store_true", help="leave out what readers signed")
    parser.add_argument("--quiet", action="store_true", help="print faults and warnings only")


def run(args: argparse.Namespace) -> int:
    """Build; return 1 if `--strict` found something, so that nothing was written."""
    settings = Settings(
        corpus=args.corpus,
        docs=args.docs,
        taxonomy=args.taxonomy,
        workers=Workers(_jobs(args.jobs), args.scheduler, args.quiet),
        strict=args.strict,
        cache=not args.no_cache,
        review=not args.no_review,
        allow_empty=args.allow_empty,
    )
    report = build(settings)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if not args.quiet:
        print(summary(report, str(settings.docs)))
    return 1 if report.published is None else 0


def summary(report: BuildReport, docs: str) -> str:
    """Say in one line what a build did."""
    what = figures_of(report.versions)
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
