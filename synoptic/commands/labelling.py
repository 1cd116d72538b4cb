"""What `explain` and `review` share: one document, labelled by the rules alone."""

import argparse
from pathlib import Path

from synoptic.api import TAXONOMY
from synoptic.build.document import Labels, labelled, labels_from
from synoptic.commands.sources import read_source
from synoptic.corpus.catalogue import Placed
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.model import Entry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the document and the taxonomy."""
    parser.add_argument("file", metavar="FILE", help="a document, or - for standard input")
    parser.add_argument("--taxonomy", type=Path, default=TAXONOMY, help="folder of the taxonomy")


def labelled_source(args: argparse.Namespace, policy: bool | None = None) -> tuple[Placed, Labels]:
    """Return the document that the arguments name, and what it was labelled with.

    Args:
        args: The document and the taxonomy.
        policy: True if it is to be labelled whatever the rules take it for.

    """
    data, name = read_source(args.file)
    labels = labels_from(taxonomy_text(args.taxonomy))
    placed, _, _ = labelled(name, data, Entry(name=name, policy=policy), labels)
    return placed, labels
