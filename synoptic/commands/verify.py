"""`verify`: checks of what was built, one line for each."""

from pathlib import Path

import click

from synoptic.commands.options import FOLDER, corpus_option, docs_option, examples, run


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
    return run("verify", corpus=corpus, docs=docs, site=site)
