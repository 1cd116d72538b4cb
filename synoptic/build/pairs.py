"""Which versions of a policy are held against each other, and doing it for two.

Texts that followed one another, however often they did, and the first against the
last: the number of pairs grows with the captures, not with their square.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from synoptic.build.cache import PACKAGE, code_version, decoded, encoded, key_of
from synoptic.build.result import Content
from synoptic.compare.collate import collate
from synoptic.model import Version, in_order, in_time

CODE = code_version(PACKAGE, "compare", "build/pairs.py")

Pairing = tuple[Version, Version]
"""An older and a newer version of one document."""


def pairings(versions: Sequence[Version]) -> list[Pairing]:
    """Return the pairs of versions to be collated, in the order of the policies.

    The older of two is the one that was seen first. Captures without a known time stand
    in no order, so a text that has no other is paired with nothing; nor do two captures
    of which one may be older or newer, such as 2013 and 2013-05, make a pair.
    """
    pairs: list[Pairing] = []
    for _, group in groupby(versions, lambda version: version.policy):
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


@dataclass(frozen=True, slots=True)
class PairJob:
    """Two texts of one policy."""

    old: bytes
    """The encoded content of the older one."""
    new: bytes


def pair_key(old: str, new: str) -> str:
    """Return the name of a collation by the keys of the two texts."""
    return key_of(CODE, old.encode(), new.encode())


def collated(job: PairJob) -> bytes:
    """Return the collation of two texts, encoded."""
    old, new = (decoded(side, Content).labelled for side in (job.old, job.new))
    return encoded(collate(old.document, new.document, new.language.tag))
