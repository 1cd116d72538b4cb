"""Words and sentence borders of a text, with their places.

    read     text -> Reading: words in lower case, their spans, borders between sentences
    quote    text, spans -> the sentences around them, an exact part of the text

Promise: spans lie inside the text, in its order; a quote is a substring of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

BORDER = "."
"""Stands between two sentences in the words of a `Reading`; no word looks like it."""

MAX_WHOLE_WORDS = 60
"""A clause up to this long is quoted whole (DESIGN 8: "the whole clause if short")."""

_TOKEN = re.compile(r"[^\W_]+|[.!?](?=[\s\"”'’)\]])|[.!?]\Z|[。!?\n]")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\"]+", re.IGNORECASE)
_ABBREVIATIONS = frozenset(
    ("inc", "ltd", "co", "corp", "llc", "mr", "mrs", "ms", "dr", "st", "vs", "no", "art", "sec")
)


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
    """Return the whole text if it is short, else the sentences from the first span to the last.

    Sentences between two spans that carry no span themselves are part of the
    quote only if they are short of `MAX_WHOLE_WORDS` together; else the
    sentence of the first span alone stands. Without spans, the first sentence.

    >>> quote("One thing is said here. Another there.", [(24, 31)])
    'One thing is said here. Another there.'
    """
    reading = read(text)
    if len(reading.words) <= MAX_WHOLE_WORDS:
        return text.strip()
    sentences = sentence_spans(text, reading)
    held = [span for span in sentences if any(span[0] <= start < span[1] for start, _ in spans)]
    if not held:
        held = sentences[:1]
    first, last = held[0], held[-1]
    if len(text[first[0] : last[1]].split()) > MAX_WHOLE_WORDS:
        last = first
    return text[first[0] : last[1]].strip()


def sentence_spans(text: str, reading: Reading) -> list[tuple[int, int]]:
    """Return start and end of each sentence; together they cover the whole text."""
    ends = [
        span[1] for word, span in zip(reading.words, reading.spans, strict=True) if word == BORDER
    ]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return list(zip([0, *ends[:-1]], ends, strict=True))


def sentence_places(reading: Reading) -> list[tuple[int, int]]:
    """Return for each sentence its first word and the word after its last."""
    ends = [place for place, word in enumerate(reading.words) if word == BORDER]
    if not ends or ends[-1] < len(reading.words) - 1:
        ends.append(len(reading.words))
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))
