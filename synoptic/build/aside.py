"""Versions that are set aside late: what they need beside their own words cannot be made."""

from collections.abc import Iterable, Mapping

from synoptic.build.ended import Ended
from synoptic.errors import CorpusError
from synoptic.model import Version


class SetAsideError(Exception):
    """Some versions cannot be published, as is known only when they are held against others."""

    def __init__(self, faults: Mapping[str, CorpusError]) -> None:
        super().__init__(faults)
        self.faults = faults
        """By the records of these versions."""


def faults_of(ended: Ended, versions: Iterable[Version], doing: str) -> dict[str, CorpusError]:
    """Return what is said of each record of some versions on which the work was ended.

    Args:
        ended: By what.
        versions: Those that it leaves without a place.
        doing: What was done, as in "making its pages".

    """
    return {
        capture.record: ended.fault(capture.record, doing)
        for version in versions
        for capture in version.captures
    }
