"""Words and sentence borders of a text, with their places.

    read     text -> Reading: words in lower case, their spans, borders between sentences
    quote    text, spans -> the sentences around them, an exact part of the text

Promise: spans lie inside the text, in its order; a quote is a substring of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from synoptic.text.languages import LANGUAGES
from synoptic.text.marks import CLOSERS, STOPS, WIDE_STOPS
from synoptic.text.words import count_unparted

_Found = TypeVar("_Found")

BORDER = "."
"""Stands between two sentences in the words of a `Reading`; no word looks like it."""

MAX_WHOLE_WORDS = 120
"""A clause up to this long is quoted whole; a longer one by sentences that are no longer."""

MAX_OPENING_WORDS = 40
"""What opens a list is shown whole up to this length."""

_TOKEN = re.compile(rf"[^\W_]+|[{STOPS}](?=[\s{CLOSERS}])|[{STOPS}]\Z|[{WIDE_STOPS}!?\n]")
_MARK = re.compile(r"[,;:()\u2013\u2014]")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\"]+", re.IGNORECASE)
_ABBREVIATIONS = frozenset(" ".join(language.abbreviations for language in LANGUAGES).split())
"""Of all languages: few of them are words of another that end a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the matcher sees it; never more tokens than characters."""

    words: list[str]
    """Words in lower case; `BORDER` between sentences."""
    spans: list[tuple[int, int]]
    """Start and end of each word in the text."""


@lru_cache(maxsize=1024)  # a clause is read for its topics, its facts and its quotes
def read(text: str) -> Reading:
    """Split a text into lower-case words and sentence borders. Addresses are passed over.

    >>> read("We don't sell data. See http://a.example/security now").words
    ['we', 'don', 't', 'sell', 'data', '.', 'see', 'now']
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(_without_addresses(text)):
        word = match.group()
        if word[0].isalnum():
            words.append(word.lower())
        elif words and _ends_sentence(text, match.end(), word, words[-1]):
            words.append(BORDER)
        else:
            continue
        spans.append(match.span())
    return Reading(words, spans)


def _without_addresses(text: str) -> str:
    """Blank out web addresses ("https" is not security), keeping every other place."""
    if "://" not in text and "www." not in text.lower():
        return text
    return _URL.sub(lambda found: " " * len(found.group()), text)


def _ends_sentence(text: str, end: int, mark: str, before: str) -> bool:
    if before == BORDER:
        return False
    if mark != ".":
        return True
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
        return False
    following = text[end : end + 6].lstrip(" \"“'”’)]")
    return not following[:1].islower()


def quote(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the whole text if it is short, else what decides with the sentences beside it.

    What decides are the sentences from the first span to the last; if these are
    longer than `MAX_WHOLE_WORDS`, those that the first span of the list touches.
    The sentence after them and the one before are added where the quote stays
    within that length. Without spans, the first sentence decides.

    >>> quote("One thing is said here. Another there.", [(24, 31)])
    'One thing is said here. Another there.'
    """
    reading = read(text)
    if len(reading.words) + count_unparted(text) <= MAX_WHOLE_WORDS:
        return text.strip()
    sentences = sentence_spans(text, reading)
    first, last = _touched(sentences, spans)
    if _is_long(text, sentences, first, last):
        first, last = _touched(sentences, spans[:1])
    if last + 1 < len(sentences) and not _is_long(text, sentences, first, last + 1):
        last += 1
    if first and not _is_long(text, sentences, first - 1, last):
        first -= 1
    return text[sentences[first][0] : sentences[last][1]].strip()


def opening(lead_in: str) -> str:
    """Return the words to show above a list item: what opens the list, or its last sentence.

    >>> opening(" We may pass on: ")
    'We may pass on:'
    """
    text = lead_in.strip()
    if _length(text) <= MAX_OPENING_WORDS:
        return text
    start, end = sentence_spans(text, read(text))[-1]
    return text[start:end].strip()


def _touched(
    sentences: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return the places of the first and the last sentence that spans touch."""
    places = [
        place
        for place, (start, end) in enumerate(sentences)
        if any(start < last and first < end for first, last in spans)
    ]
    return (places[0], places[-1]) if places else (0, 0)


def _is_long(text: str, sentences: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    return _length(text[sentences[first][0] : sentences[last][1]]) > MAX_WHOLE_WORDS


def _length(text: str) -> int:
    """Return the length of a text in words, as people count them."""
    return len(text.split()) + count_unparted(text)


def sentence_spans(text: str, reading: Reading) -> list[tuple[int, int]]:
    """Return start and end of each sentence; together they cover the whole text."""
    ends = [
        span[1] for word, span in zip(reading.words, reading.spans, strict=True) if word == BORDER
    ]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return list(zip([0, *ends[:-1]], ends, strict=True))


def by_sentence(
    places: Iterable[tuple[int, _Found]], sentences: Sequence[tuple[int, int]]
) -> dict[int, list[_Found]]:
    """Gather what was found in a text by the number of the sentence that it begins in.

    Args:
        places: Where each begins, with what was found; the order is kept.
        sentences: First place of each sentence and the one behind its last, ascending.

    """
    starts = [start for start, _ in sentences]
    gathered: dict[int, list[_Found]] = {}
    for place, found in places:
        number = bisect_right(starts, place) - 1
        if number >= 0 and place < sentences[number][1]:
            gathered.setdefault(number, []).append(found)
    return gathered


def sentence_places(reading: Reading) -> list[tuple[int, int]]:
    """Return for each sentence its first word and the word after its last."""
    ends = [place for place, word in enumerate(reading.words) if word == BORDER]
    if not ends or ends[-1] < len(reading.words) - 1:
        ends.append(len(reading.words))
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))


def marks_between(text: str, reading: Reading, first: int, last: int) -> list[str]:
    """Return the first mark that parts each word from the one after it, "" for none."""
    starts = [start for start, _ in reading.spans[first + 1 : last + 1]]
    ends = starts if len(starts) == last - first else [*starts, len(text)]
    parts = zip(reading.spans[first:last], ends, strict=False)
    found = (_MARK.search(text, end, following) for (_, end), following in parts)
    return [match.group() if match else "" for match in found]
