"""What `explain` and `review` share: one document with its labels."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from synoptic.build.document import Outcome, labelled
from synoptic.build.one_text import Opened
from synoptic.build.result import ready
from synoptic.commands.work.sources import of_record, read_record
from synoptic.corpus.taxonomy_files import TaxonomyText, taxonomy_text
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
    asked = taxonomy_text(taxonomy)
    labels = labels_from(asked)
    opened = read_record(file, corpus)
    if by_rules:
        entry = replace(opened.entry, policy=True, reviews=(), facts=(), read=None)
        opened = replace(opened, entry=entry)
    return outcome_of(opened, asked), labels


def outcome_of(opened: Opened, taxonomy: TaxonomyText) -> Outcome:
    """Take a record through all stages, in the time that the manifest allows.

    Raises:
        NoCaptureWarning: The file is no capture of a page.
        CorpusError: The file cannot be published, or takes too long.

    """
    return of_record(partial(_labelled, taxonomy=taxonomy), opened, partial(ready, taxonomy))


def _labelled(opened: Opened, taxonomy: TaxonomyText) -> Outcome:
    return labelled(opened, labels_from(taxonomy))
