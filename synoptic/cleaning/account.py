"""The proof that no word was lost: the source's words against the words accounted for.

The count of the source comes from a witness that shares no code with the
cleaner: for Markdown and plain text, every run of letters and digits of the raw
text, link addresses included; for HTML, a different parser. The other side is
what the cleaner kept and what it reported as removed. Both must agree for every
single word, as often as it occurs. Only where the tags of a page overlap may the
cleaner's parser close a paragraph inside of a word: then the letters must agree.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from synoptic.errors import ConservationError
from synoptic.formats import format_named
from synoptic.model import Block, CleanText, Kind, Run, Source
from synoptic.text.words import count_words, words_of


def account(source: Source, clean: CleanText) -> Mapping[str, int]:
    """Hold the source, as the witness of its format counts it, against what was kept and removed.

    Returns:
        Visible words: ``source``, ``kept`` and ``removed``; the header counts as removed.

    Raises:
        ConservationError: Some word is missing or was added.
    """
    format_ = format_named(source.media_type)
    glue = "" if format_.is_markup else " "
    kept = Counter(words_of(" ".join(_pieces(clean.blocks, glue))))
    removed = Counter(words_of(" ".join(removal.text for removal in clean.removals)))
    targets = Counter(words_of(" ".join(clean.targets)))
    lost, added = differences(format_.witness(source.text), kept + removed + targets)
    if (lost or added) and not (format_.is_markup and are_parts(added, lost)):
        raise _imbalance(source.record, lost, added)
    header = count_words(source.provenance.header)
    sums = {"kept": _counted(kept), "removed": _counted(removed) + header}
    return {"source": sums["kept"] + sums["removed"], **sums}


def _counted(words: Counter[str]) -> int:
    return sum(count_words(word) * times for word, times in words.items())


def differences(source: Counter[str], accounted: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Return the words that are missing and those that were added."""
    return source - accounted, accounted - source


def are_parts(parts: Counter[str], words: Counter[str]) -> bool:
    """Return whether the same letters stand in more words, as when words are taken apart.

    >>> are_parts(Counter(["pro", "tect"]), Counter(["protect"]))
    True
    >>> are_parts(Counter(["protect"]), Counter(["pro", "tect"]))
    False
    """
    same = Counter("".join(parts.elements())) == Counter("".join(words.elements()))
    return same and parts.total() > words.total()


def _pieces(blocks: Iterable[Block], glue: str) -> Iterable[str]:
    """Yield the words that stand in blocks. In Markdown a change of style ends a word."""
    for block in blocks:
        yield block.marker
        for runs in block.cells if block.kind is Kind.ROW else (block.runs,):
            yield glue.join(_own(runs))


def _own(runs: Iterable[Run]) -> Iterable[str]:
    return (run.text for run in runs if not run.supplied)


def _imbalance(name: str, lost: Counter[str], added: Counter[str]) -> ConservationError:
    parts = [
        f"{total.total()} words {what} ({', '.join(sorted(total)[:8])})"
        for total, what in ((lost, "lost"), (added, "added"))
        if total
    ]
    return ConservationError(
        name,
        " and ".join(parts),
        hint="this is a fault of the program; please report it with the file",
    )
