"""What is published: the one bundle that pages, data and feed are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.model import Problem, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An archive at the moment of a build, but for the words of its texts."""

    archive: UUID | None
    """The id of the archive; without one there is no feed."""
    versions: tuple[Version, ...]
    """By policy, then by the time of their first captures, undated last."""
    apart: tuple[Version, ...]
    """Captured pages that are probably no policies."""
    problems: tuple[Problem, ...]
    """Faults and warnings."""
    withdrawn: Mapping[str, str]
    """Ids of the records that are withdrawn, with the reason."""
    taxonomy: TaxonomyText
