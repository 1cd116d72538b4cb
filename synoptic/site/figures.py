"""How much an archive holds: one meaning for each figure, wherever it is shown.

In: versions and collations. Out: counts, and how they are said.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.model import Collation, Version
from synoptic.text.words import counted, per_cent


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The size of an archive."""

    policies: int
    """Documents, each through all its versions."""
    versions: int
    """Distinct texts."""
    captures: int
    """Sightings of a text, each in a stored file."""
    undated: int
    """Captures without a known time."""
    organisations: int
    """Those that are known."""
    words: int
    """Words of policy text, those of each version once."""

    def __str__(self) -> str:
        return ", ".join(
            (
                counted(self.policies, "policy", "policies"),
                counted(self.versions, "version"),
                counted(self.captures, "capture"),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Figures of the whole archive that stand on every part of its tables."""

    figures: Figures
    speaking: tuple[Figures, ...]
    """How much of the archive says something on each topic, in the taxonomy's order."""
    not_read: tuple[int, ...]
    """For each topic the versions that neither rules nor readers have read."""
    readers: tuple[str, ...]
    """Whose word some answer "not mentioned" is."""


def figures_of(versions: Iterable[Version]) -> Figures:
    """Count what is published."""
    versions = list(versions)
    captures = [capture for version in versions for capture in version.captures]
    return Figures(
        policies=len({version.policy for version in versions}),
        versions=len(versions),
        captures=len(captures),
        undated=sum(1 for capture in captures if not capture.provenance.captured_at),
        organisations=len({version.organisation for version in versions} - {None}),
        words=sum(version.words for version in versions),
    )


def kept(collation: Collation) -> str:
    """Say how much of the older text's words the newer one still has, such as "over 99 %"."""
    stayed = collation.words["same"] + collation.words["moved"]
    return per_cent(stayed, stayed + collation.words["deleted"])
