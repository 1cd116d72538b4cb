"""`verify`: checks what was built and prints one line for each check."""

from pathlib import Path
from time import process_time

from synoptic.commands.telling import answer, tell
from synoptic.verify.built import OF_DATA, OF_SITE, Built


def run(corpus: Path, docs: Path, site: Path) -> int:
    """Print one line for each check, and the faults."""
    built = Built(corpus, docs, site)
    cost = _read(built) if site.is_dir() else ""
    checks = OF_DATA + (OF_SITE if site.is_dir() else ())
    failed = False
    for check in checks:
        faults = list(check(built))
        for fault in faults:
            tell(fault)
        failed |= bool(faults)
        answer(f"{check.__name__}: {f'{len(faults)} faults' if faults else 'good'}")
    if cost:
        answer(cost)
    else:
        names = ", ".join(check.__name__ for check in OF_SITE)
        answer(f"{names}: not checked, {site}/ is not there (mkdocs build)")
    return 1 if failed else 0


def _read(built: Built) -> str:
    """Read the pages of the site and say what that costs, so that a check that grows is noticed."""
    began = process_time()
    pages = built.audit.pages
    each = (process_time() - began) * 1000 / (pages or 1)
    return f"{pages} pages of {built.site}/ read, {each:.1f} ms of processor time each"
