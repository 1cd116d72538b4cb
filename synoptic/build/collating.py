"""Holding the texts of an archive against each other: each pair once, in time, kept."""

from collections.abc import Iterable
from functools import partial

from synoptic.build.aside import SetAsideError, faults_of
from synoptic.build.ended import Ended, Task
from synoptic.build.pairs import Pairing, PairJob, collated
from synoptic.build.shelf import Shelf
from synoptic.errors import CorpusError
from synoptic.model import Collation


def collate_all(pairs: Iterable[tuple[str, Pairing]], shelf: Shelf) -> None:
    """Collate the pairs of texts that were not held against each other before.

    Args:
        pairs: Each with the key of its collation.
        shelf: Has the texts.

    Raises:
        SetAsideError: Two texts cannot be held against each other in the time that there is.

    """
    todo = {key: pair for key, pair in pairs if not shelf.cache.has(key)}
    tasks = {key: partial(_pair_task, pair, shelf) for key, pair in todo.items()}
    faults: dict[str, CorpusError] = {}
    for key, found in shelf.worked(collated, tasks, "pairs of versions"):
        if isinstance(found, Ended):
            faults |= _of_pair(found, todo[key])
        else:
            shelf.cache.put(key, found)
    if faults:
        raise SetAsideError(faults)


def collation(key: str, pair: Pairing, shelf: Shelf) -> bytes:
    """Return what became of two texts, encoded; made anew if it was damaged.

    Raises:
        SetAsideError: They cannot be held against each other in the time that there is.

    """
    kept = shelf.cache.raw(key, Collation)
    if kept is not None:
        return kept
    found = shelf.crew.one(collated, _pair_task(pair, shelf))
    if isinstance(found, Ended):
        raise SetAsideError(_of_pair(found, pair))
    return found


def _pair_task(pair: Pairing, shelf: Shelf) -> Task[PairJob]:
    old, new = pair
    job = PairJob(shelf.content(old.record), shelf.content(new.record))
    return Task(job, shelf.limits.seconds)


def _of_pair(ended: Ended, pair: Pairing) -> dict[str, CorpusError]:
    """Set the newer of two texts aside: the older one had its place before."""
    old, new = pair
    return faults_of(ended, [new], f"holding it against {old.record}")
