"""Which versions of a policy are held against each other, and doing it.

Texts that followed one another, however often they did, and the first against the
last: the number of pairs grows with the captures, not with their square.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from synoptic.build.cache import Cache, key_of
from synoptic.build.document import CODE
from synoptic.build.workers import Workers, done
from synoptic.compare.collate import collate
from synoptic.model import Collation, Document, Version, in_order, in_time

Pairing = tuple[Version, Version]
"""An older and a newer version of one document."""


@dataclass(frozen=True, slots=True)
class _Job:
    old: Document
    new: Document


def pairings(versions: Sequence[Version]) -> list[Pairing]:
    """Return the pairs of versions to be collated, in the order of the policies.

    The older of two is the one that was seen first. Captures without a known time stand
    in no order, so a text that has no other is paired with nothing; nor do two captures
    of which one may be older or newer, such as 2013 and 2013-05, make a pair.
    """
    pairs: list[Pairing] = []
    for _, group in groupby(versions, lambda version: version.document):
        texts = list(group)
        places = {version.id: place for place, version in enumerate(texts)}
        seen = [(capture, places[version.id]) for capture, version in in_time(texts)]
        met = [*pairwise(seen), (seen[0], seen[-1])] if seen else []
        found = dict.fromkeys(
            (min(old, new), max(old, new))
            for (first, old), (second, new) in met
            if old != new and in_order(first, second)
        )
        pairs += [(texts[old], texts[new]) for old, new in found]
    return pairs


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
