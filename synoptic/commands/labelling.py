"""What `explain` and `review` share: one document, labelled by the rules alone."""

from pathlib import Path

from synoptic.build.document import Labels, labelled, labels_from
from synoptic.commands.sources import read_source
from synoptic.corpus.catalogue import Placed
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.model import Entry


def labelled_source(file: str, taxonomy: Path, policy: bool | None = None) -> tuple[Placed, Labels]:
    """Return a document with what is known about it, and what it was labelled with.

    Args:
        file: Its path, or - for standard input.
        taxonomy: The folder of the taxonomy.
        policy: True if it is to be labelled whatever the rules take it for.

    """
    data, name = read_source(file)
    labels = labels_from(taxonomy_text(taxonomy))
    placed, _, _ = labelled(name, data, Entry(name=name, policy=policy), labels)
    return placed, labels
