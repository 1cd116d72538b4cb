"""`verify`: checks what was built and prints one line for each check."""

import sys
from pathlib import Path

from synoptic.verify.built import OF_DATA, OF_SITE, Built


def run(corpus: Path, docs: Path, site: Path) -> int:
    """Print one line for each check, and the faults."""
    built = Built(corpus, docs, site)
    checks = OF_DATA + (OF_SITE if site.is_dir() else ())
    failed = False
    for check in checks:
        faults = list(check(built))
        for fault in faults:
            print(fault, file=sys.stderr)
        failed |= bool(faults)
        print(f"{check.__name__}: {f'{len(faults)} faults' if faults else 'good'}")
    if not site.is_dir():
        print(f"pages, links, requests: not checked, {site}/ is not there (mkdocs build)")
    return 1 if failed else 0
