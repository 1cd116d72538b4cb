"""`verify`: checks what was built and prints one line for each check."""

import sys
from pathlib import Path

import click

from synoptic.commands.options import FOLDER, corpus_option, docs_option, examples
from synoptic.verify.built import OF_DATA, OF_SITE, Built


@click.command(epilog=examples("synoptic verify", "synoptic verify --site /srv/www/policies"))
@corpus_option
@docs_option
@click.option("--site", type=FOLDER, default="site", help="Folder of the built site.")
def command(corpus: Path, docs: Path, site: Path) -> int:
    """Check hashes, words, quotes, anchors and links.

    One line tells of each check; faults stand on standard error, and the exit status is 1
    if there is any. Pages, links and requests to other hosts are checked where the site
    is built.
    """
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
