"""`verify`: checks what was built and prints one line for each check."""

import argparse
import sys
from pathlib import Path

from synoptic.verify.built import OF_DATA, OF_SITE, Built


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="archived files")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="generated pages")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")


def run(args: argparse.Namespace) -> int:
    """Run every check; return 1 if one finds a fault."""
    built = Built(args.corpus, args.docs, args.site)
    checks = OF_DATA + (OF_SITE if args.site.is_dir() else ())
    failed = False
    for check in checks:
        faults = list(check(built))
        for fault in faults:
            print(fault, file=sys.stderr)
        failed |= bool(faults)
        print(f"{check.__name__}: {f'{len(faults)} faults' if faults else 'good'}")
    if not args.site.is_dir():
        print(f"pages, links, requests: not checked, {args.site}/ is not there (mkdocs build)")
    return 1 if failed else 0
