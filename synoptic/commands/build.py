"""`build`: from corpus/ to docs/, one summary line at the end."""

import argparse
import sys
from pathlib import Path

from synoptic.errors import SettingError
from synoptic.pipeline import BuildReport, Settings, build
from synoptic.workers import Workers


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="archived files")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="where pages are written")
    parser.add_argument("--taxonomy", type=Path, default=Path("taxonomy"), help="topics and cues")
    parser.add_argument("--jobs", metavar="N|auto", default="auto", help="worker processes")
    parser.add_argument("--scheduler", metavar="ADDRESS", default="", help="a Dask scheduler")
    parser.add_argument(
        "--strict", action="store_true", help="write nothing if a document is set aside"
    )
    parser.add_argument("--no-cache", action="store_true", help="work through every file anew")
    parser.add_argument("--no-review", action="store_true", help="leave out reviews by people")
    parser.add_argument("--quiet", action="store_true", help="print faults only")


def run(args: argparse.Namespace) -> int:
    """Build; return 1 if a document was set aside."""
    settings = Settings(
        corpus=args.corpus,
        docs=args.docs,
        taxonomy=args.taxonomy,
        workers=Workers(_jobs(args.jobs), args.scheduler, args.quiet),
        strict=args.strict,
        cache=not args.no_cache,
        review=not args.no_review,
    )
    report = build(settings)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if not args.quiet:
        print(summary(report, str(settings.docs)))
    return 1 if report.published is None or any(one.fatal for one in report.problems) else 0


def summary(report: BuildReport, docs: str) -> str:
    """Say in one line what a build did."""
    documents = len({version.document for version in report.versions})
    what = f"{len(report.versions)} captures of {documents} policies"
    aside = sum(1 for problem in report.problems if problem.fatal)
    if report.published is None:
        return f"{what} read, {len(report.problems)} faults: nothing written"
    written = report.published.written
    return f"{what} in {docs}/: {written} files written, {aside} faults"


def _jobs(value: str) -> int:
    if value == "auto":
        return 0
    if value.isdigit() and int(value) > 0:
        return int(value)
    raise SettingError("--jobs", f"{value!r} is not a number of processes", hint="write 4, or auto")
