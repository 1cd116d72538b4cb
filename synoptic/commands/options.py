"""What several commands take, said once, and how each comes to its work."""

from importlib import import_module
from pathlib import Path

import click

from synoptic.corpus.taxonomy_files import SHIPPED

FILE = click.Path(allow_dash=True, readable=False)
"""A document, or - for standard input; whether it can be read shows when it is read."""

FOLDER = click.Path(file_okay=False, readable=False, path_type=Path)

file_argument = click.argument(
    "file",
    type=FILE,
    metavar="FILE",
    help="A document, FILE!MEMBER for one of many in a file, or - for standard input.",
)
corpus_option = click.option(
    "--corpus", type=FOLDER, default="corpus", help="Folder of the archived files."
)
docs_option = click.option(
    "--docs", type=FOLDER, default="docs", help="Folder that the pages are written into."
)
taxonomy_option = click.option(
    "--taxonomy",
    type=FOLDER,
    default=SHIPPED,
    show_default="that of the program",
    help="Folder of topics.yml and facts.yml.",
)


def examples(*lines: str) -> str:
    """Return the end of a command's help; click leaves the lines as they are after its sign."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def run(name: str, **values: object) -> int:
    """Do the work of a command; return its exit status.

    What does it is loaded now: to say what a command takes, no stage is needed.
    """
    return int(import_module(f"synoptic.commands.work.{name}").run(**values))
