"""What `explain` and `review` share: one document with its labels."""

from dataclasses import replace
from pathlib import Path

from synoptic.build.document import Outcome, labelled
from synoptic.commands.work.sources import read_record
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.label.labels import Labels, labels_from


def labelled_source(
    file: str, corpus: Path, taxonomy: Path, *, by_rules: bool = False
) -> tuple[Outcome, Labels]:
    """Return a document with what is known about it, and what it was labelled with.

    Args:
        file: Its path, or - for standard input.
        corpus: The folder whose manifest holds for the files in it.
        taxonomy: The folder of the taxonomy.
        by_rules: Whether it is labelled as if nobody had read it, and as a policy whatever
            the rules take it for.

    """
    labels = labels_from(taxonomy_text(taxonomy))
    with read_record(file, corpus) as opened:
        if by_rules:
            entry = replace(opened.entry, policy=True, reviews=(), facts=(), read=None)
            opened = replace(opened, entry=entry)
        return labelled(opened, labels), labels
