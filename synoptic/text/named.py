"""Words of a sentence that are a name and say nothing: of a link, a right, a law, a title."""

import re
from collections.abc import Iterable, Sequence

from synoptic.text.languages.tables import StatementWords
from synoptic.text.sentences import Reading, marks_between, sentence_places

_QUOTED = re.compile(r"[\"“‘«]([^\"“”’»]{6,80})[\"”’»]")


def names_of_links(text: str, reading: Reading, table: StatementWords) -> frozenset[int]:
    """Return the words of a text that are what a link or a setting is called.

    They stand in quotation marks or in an order to the company, such as "Do Not Sell …". A
    part of the reading that is quick to have alone: most texts hold none.
    """
    pairs = zip(reading.words, reading.words[1:], strict=False)
    if table.order not in pairs and _QUOTED.search(text) is None:
        return frozenset()
    return frozenset(
        place
        for first, last in sentence_places(reading)
        if first < last
        for place in linked_words(
            text, reading, first, last, marks_between(text, reading, first, last), table
        )
    )


def linked_words(
    text: str,
    reading: Reading,
    first: int,
    last: int,
    breaks: Sequence[str],
    table: StatementWords,
) -> Iterable[int]:
    """Yield the words in quotation marks, and those of "do not …" where nobody is named."""
    start, end = reading.spans[first][0], reading.spans[last - 1][1]
    quoted = [found.span() for found in _QUOTED.finditer(text, start, end) if " " in found.group(1)]
    words = reading.words
    for at in range(first, last):
        if any(left <= reading.spans[at][0] < right for left, right in quoted):
            yield at
    for at in range(first, last - 1):
        ordered = (words[at], words[at + 1]) == table.order
        if ordered and _is_order(text, reading, at, first, table):
            marks = [place for place in range(at, last) if breaks[place - first]]
            yield from range(at, min([at + 8, last, *(mark + 1 for mark in marks)]))


def titled_words(text: str, reading: Reading, first: int, last: int) -> Iterable[int]:
    """Yield the words in capitals amid small letters, as of a law or a title."""
    capitals = [at for at in range(first, last) if _is_capital(text, reading, at)]
    if len(capitals) * 2 <= last - first:
        yield from (at for at in capitals if at > first and {at - 1, at + 1} & set(capitals))


def _is_order(text: str, reading: Reading, at: int, first: int, table: StatementWords) -> bool:
    """Return whether "do not" is what a link says: nobody is named who does not."""
    before = reading.words[at - 1] if at > first else ""
    if table.mine in reading.words[at : at + 8] or _is_capital(text, reading, at + 1):
        return True
    return not any(
        before in known for known in (table.company, table.readers, table.others, table.before_do)
    )


def _is_capital(text: str, reading: Reading, at: int) -> bool:
    word = text[slice(*reading.spans[at])]
    return word[:1].isupper() and word[1:].islower()
