"""Which versions of a document are held against each other, and doing it.

Neighbours in time, and the first against the last: the number of pairs grows with
the versions, not with their square.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from synoptic.cache import Cache, key_of
from synoptic.compare.collate import collate
from synoptic.model import Collation, Document, Version
from synoptic.per_document import CODE
from synoptic.workers import Workers, done

Pairing = tuple[Version, Version]
"""An older and a newer version of one document."""


@dataclass(frozen=True, slots=True)
class _Job:
    old: Document
    new: Document


def pairings(versions: Sequence[Version]) -> list[Pairing]:
    """Return the pairs of versions to be collated, in the order of the documents.

    Versions without a known time stand in no order, so they are paired with nothing; nor
    do two of which one may be older or newer, such as 2013 and 2013-05, make a pair.
    """
    pairs: list[Pairing] = []
    for _, group in groupby(versions, lambda version: version.document):
        dated = [version for version in group if version.provenance.captured_at]
        pairs += pairwise(dated)
        if len(dated) > 2:
            pairs.append((dated[0], dated[-1]))
    return [(old, new) for old, new in pairs if _in_order(old, new)]


def _in_order(old: Version, new: Version) -> bool:
    first, second = old.provenance.captured_at, new.provenance.captured_at
    return first is not None and second is not None and not first.agrees_with(second)


def collations_of(
    versions: Sequence[Version], keys: Mapping[str, str], cache: Cache, workers: Workers
) -> list[tuple[Version, Version, Collation]]:
    """Collate the versions of every document.

    Args:
        versions: By document, oldest first.
        keys: The key of each file's result, by the name of the file.
        cache: Where collations are kept.
        workers: Where the work is done.

    """
    pairs = pairings(versions)
    jobs = [_Job(old.labelled.document, new.labelled.document) for old, new in pairs]
    names = [
        key_of(CODE, b"collation", keys[_file(old)].encode(), keys[_file(new)].encode())
        for old, new in pairs
    ]
    found = done(_collated, jobs, names, cache, workers, "pairs of versions")
    return [(old, new, collation) for (old, new), collation in zip(pairs, found, strict=True)]


def _collated(job: _Job) -> Collation:
    return collate(job.old, job.new)


def _file(version: Version) -> str:
    return version.labelled.document.capture.name
