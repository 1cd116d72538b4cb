"""Withdrawn texts, and their copies: what a person asked to take down is taken down whole.

In: the files with their entries, and what became of the others. Out: name and reason of
every file that is withdrawn. Promise: a file with the same bytes or the same text as a
withdrawn one is withdrawn, too, whether or not it has an entry.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from synoptic.build.document import Job, Result, work


def withdrawn_files(jobs: Sequence[Job]) -> dict[str, str]:
    """Return the files that an entry withdraws and those with the same bytes, with the reason."""
    first = {_digest(job): job for job in reversed(jobs) if job.entry.withdrawn}
    return {
        job.name: job.entry.withdrawn or _of_copy(first[_digest(job)])
        for job in jobs
        if job.entry.withdrawn or _digest(job) in first
    }


def same_texts(withdrawn: Iterable[Job], results: Mapping[str, Result]) -> dict[str, str]:
    """Return the files whose text is that of a withdrawn one, with the reason.

    The withdrawn ones are read for it, but nothing of them is kept.
    """
    entries = [job for job in withdrawn if job.entry.withdrawn]
    texts = {text: job for job in entries if (text := _text(work(job)))}
    if not texts:
        return {}
    found = {name: _text(result) for name, result in results.items()}
    return {name: _of_copy(texts[text]) for name, text in found.items() if text in texts}


def _digest(job: Job) -> bytes:
    return sha256(job.data).digest()


def _text(result: Result) -> str:
    """Digest of the text; empty where there is no text."""
    document = result.placed.labelled.document if result.placed else None
    return document.text_digest if document and document.clauses else ""


def _of_copy(job: Job) -> str:
    return f"the same text as {job.name}: {job.entry.withdrawn}"
