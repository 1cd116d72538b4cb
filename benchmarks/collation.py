"""How fast and how right collation is, on edited texts whose history is known.

    python -m benchmarks.collation [--words N ...] [--seed N]

A text is made of invented words, frequent and rare ones as in prose; a second one is
made of it by known edits. Prints for each size: seconds, peak memory of Python, and for
each kind of edit the share that collation finds with the right partners and calls by
its name. Nothing is read.
"""

import argparse
import random
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from synoptic.compare.collate import collate_units
from synoptic.model import Collation, Kind, PairKind, Unit

SYLLABLES = ("ba", "be", "do", "fi", "ga", "ki", "la", "le", "mo", "na", "no", "pe", "ra", "su")
EDITS = ("reworded", "moved", "split", "merged", "added", "removed")
EDITED_SHARE = 0.3


class Paragraph(NamedTuple):
    """A paragraph of the newer text, and the places of the older ones it came from."""

    text: str
    origins: tuple[int, ...]
    edit: str = "same"


class Writer:
    """Makes paragraphs of invented words; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        made = ("".join(self.chance.choices(SYLLABLES, k=1 + n % 4)) for n in range(4000))
        self._words = sorted(set(made), key=lambda word: (len(word), word))
        # Zipf: the word of rank n is n times as rare as the first, and the short lead.
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))

    def words(self, count: int) -> list[str]:
        """Return so many words."""
        return self.chance.choices(self._words, cum_weights=self._weights, k=count)

    def paragraph(self) -> str:
        """Return two to five sentences of 6 to 25 words."""
        sentences = (self.words(self.chance.randint(6, 25)) for _ in range(self._some()))
        return " ".join(f"{' '.join(words).capitalize()}." for words in sentences)

    def _some(self) -> int:
        return self.chance.randint(2, 5)

    def reworded(self, text: str) -> str:
        """Return the text with a fifth of its words replaced by others."""
        words = text.split()
        for place in self.chance.sample(range(len(words)), k=1 + len(words) // 5):
            words[place : place + 1] = self.words(self.chance.randint(0, 2))
        return " ".join(words)


def history(words: int, seed: int) -> tuple[list[str], list[Paragraph]]:
    """Return a text of so many words, and what became of it."""
    writer = Writer(seed)
    older: list[str] = []
    count = 0
    while count < words:
        older.append(writer.paragraph())
        count += len(older[-1].split())
    return older, _edited(older, writer)


def _edited(older: Sequence[str], writer: Writer) -> list[Paragraph]:
    newer: list[Paragraph] = []
    moving: list[Paragraph] = []
    place = 0
    while place < len(older):
        edit = writer.chance.choice(EDITS) if writer.chance.random() < EDITED_SHARE else "same"
        taken = older[place : place + 2] if edit == "merged" else older[place : place + 1]
        made = list(_made(edit, taken, place, writer))
        (moving if edit == "moved" else newer).extend(made)
        place += len(taken)
    for paragraph in moving:
        seams = [at for at in range(1, len(newer)) if newer[at - 1].origins != newer[at].origins]
        newer.insert(writer.chance.choice(seams or [0]), paragraph)
    return newer


def _made(edit: str, taken: Sequence[str], place: int, writer: Writer) -> Iterator[Paragraph]:
    origins = tuple(range(place, place + len(taken)))
    text = " ".join(taken)
    if edit == "split":
        head, _, tail = text.rpartition(". ")
        yield Paragraph(f"{head}.", origins, edit)
        yield Paragraph(tail, origins, edit)
    elif edit == "reworded":
        yield Paragraph(writer.reworded(text), origins, edit)
    elif edit == "added":
        yield Paragraph(text, origins)
        yield Paragraph(writer.paragraph(), (), edit)
    elif edit != "removed":
        yield Paragraph(text, origins, edit if len(origins) > 1 or edit == "moved" else "same")


def units(texts: Sequence[str]) -> list[Unit]:
    """Make a unit of each paragraph."""
    return [
        Unit(id=f"c-{index}", index=index, kind=Kind.PARAGRAPH, text=text)
        for index, text in enumerate(texts)
    ]


def found_shares(
    collation: Collation, older: Sequence[str], newer: Sequence[Paragraph]
) -> dict[str, float]:
    """Return for each kind of edit the share that was found, 0 to 1."""
    truth = _truth(older, newer)
    paired = {
        (tuple(unit.index for unit in pair.old), tuple(unit.index for unit in pair.new)): pair.kind
        for pair in collation.pairs
    }
    done = Counter(edit for edit in truth.values())
    right = Counter(edit for places, edit in truth.items() if paired.get(places) == edit)
    return {str(kind): right[kind] / done[kind] for kind in PairKind if kind in done}


def _truth(
    older: Sequence[str], newer: Sequence[Paragraph]
) -> dict[tuple[tuple[int, ...], tuple[int, ...]], str]:
    places: dict[tuple[int, ...], list[int]] = {}
    truth = {((), (place,)): "added" for place, each in enumerate(newer) if not each.origins}
    for place, paragraph in enumerate(newer):
        if paragraph.origins:
            places.setdefault(paragraph.origins, []).append(place)
            truth[paragraph.origins, tuple(places[paragraph.origins])] = paragraph.edit
    kept = {origin for origins in places for origin in origins}
    truth |= {((place,), ()): "removed" for place in range(len(older)) if place not in kept}
    # A split paragraph was put down once with its first part alone.
    return {
        (old, new): edit
        for (old, new), edit in truth.items()
        if not old or not new or list(new) == places[old]
    }


def measure(words: int, seed: int) -> str:
    """Return one line of figures for texts of so many words."""
    older, newer = history(words, seed)
    old, new = units(older), units([paragraph.text for paragraph in newer])
    start = time.perf_counter()
    collation = collate_units(old, new)
    seconds = time.perf_counter() - start
    tracemalloc.start()
    collate_units(old, new)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    shares = found_shares(collation, older, newer)
    found = "  ".join(f"{kind} {share:.0%}" for kind, share in shares.items())
    return f"{words:>7} words  {len(old):>5} clauses  {seconds:6.2f} s  {peak:6.1f} MB  {found}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, nargs="+", default=[3000, 10000, 30000, 100000])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for words in arguments.words:
        print(measure(words, arguments.seed), flush=True)


if __name__ == "__main__":
    main()
