"""Withdrawn texts, and their copies: what a person asked to take down is taken down whole.

In: the records with their entries, and what became of the others. Out: id and reason of
every record that is withdrawn. Promise: a record with the same bytes or the same text as a
withdrawn one is withdrawn, too, whether or not it has an entry.
"""

from collections.abc import Mapping, Sequence

from synoptic.build.result import Stored


def withdrawn_records(stored: Sequence[Stored]) -> dict[str, str]:
    """Return the records that an entry withdraws and those with the same bytes, with reasons."""
    first = {record.sha256: record for record in reversed(stored) if record.entry.withdrawn}
    return {
        record.id: record.entry.withdrawn or _of_copy(first[record.sha256])
        for record in stored
        if record.entry.withdrawn or record.sha256 in first
    }


def same_texts(withdrawn: Mapping[str, Stored], found: Mapping[str, str]) -> dict[str, str]:
    """Return the records whose text is that of a withdrawn one, with the reason.

    Args:
        withdrawn: Records that an entry withdraws, by the digest of their text.
        found: The digest of the text of every other record, by its id.

    """
    return {id_: _of_copy(withdrawn[text]) for id_, text in found.items() if text in withdrawn}


def _of_copy(first: Stored) -> str:
    return f"the same text as {first.id}: {first.entry.withdrawn}"
