"""Withdrawn texts, and their copies: what a person asked to take down is taken down whole.

In: the files with their entries, and what became of the others. Out: name and reason of
every file that is withdrawn. Promise: a file with the same bytes or the same text as a
withdrawn one is withdrawn, too, whether or not it has an entry.
"""

from collections.abc import Mapping, Sequence

from synoptic.build.document import Stored


def withdrawn_files(files: Sequence[Stored]) -> dict[str, str]:
    """Return the files that an entry withdraws and those with the same bytes, with the reason."""
    first = {file.sha256: file for file in reversed(files) if file.entry.withdrawn}
    return {
        file.name: file.entry.withdrawn or _of_copy(first[file.sha256])
        for file in files
        if file.entry.withdrawn or file.sha256 in first
    }


def same_texts(withdrawn: Mapping[str, Stored], found: Mapping[str, str]) -> dict[str, str]:
    """Return the files whose text is that of a withdrawn one, with the reason.

    Args:
        withdrawn: Files that an entry withdraws, by the digest of their text.
        found: The digest of the text of every other file, by its name.

    """
    return {name: _of_copy(withdrawn[text]) for name, text in found.items() if text in withdrawn}


def _of_copy(file: Stored) -> str:
    return f"the same text as {file.name}: {file.entry.withdrawn}"
