"""What a text calls itself: chosen among its headings and the title of its page.

In: headings in the order of the text, and the page's ``<title>``. Out: the title, and
where it stood. One that names a policy goes before one that does not, and whatever heads
any text, such as "Contents", comes last; the name of a site beside it is taken off.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from synoptic.text.languages import LANGUAGES
from synoptic.text.words import count_words, normalised, one_line

EARLY = 6
"""Headings at the beginning among which a title can stand."""

MOST_WORDS = 14
"""Of a title; what is longer is a sentence."""

_TABLES = tuple(language.titles for language in LANGUAGES if language.titles)
_POLICY = re.compile("|".join(words.policy for words in _TABLES), re.IGNORECASE)
_MATTER = re.compile("|".join(words.matter for words in _TABLES), re.IGNORECASE)
_GENERIC = re.compile("|".join(words.generic for words in _TABLES))

_BETWEEN = re.compile(r"\s+[|–—:·•»›>~-]+\s+|\s*[|｜»]\s*")


def title_of(headings: Iterable[str], page_title: str) -> tuple[str | None, str | None]:
    """Return the title and its source, ``heading`` or ``page``; None twice if there is none.

    >>> title_of(["Contents", "Privacy Policy | Acme"], "Acme")
    ('Privacy Policy', 'heading')
    >>> title_of(["Summer sale", "What we collect"], "Acme - Privacy notice")
    ('Privacy notice', 'page')
    """
    heads = [one_line(heading) for heading in headings if heading]
    candidates = [
        *((part, "heading") for head in islice(heads, EARLY) for part in _parts(head)),
        *((part, "page") for part in _parts(one_line(page_title))),
    ]
    for wanted in (_POLICY, _MATTER):
        for text, source in candidates:
            if wanted.search(text) and _is_short(text):
                return text, source
    whole = [(head, "heading") for head in heads]
    whole += [(text, source) for text, source in candidates if source == "page"]
    telling = [title for title in whole if not _GENERIC.fullmatch(normalised(title[0]))]
    return next(iter(telling or whole), (None, None))


def _parts(text: str) -> Sequence[str]:
    """Part a title where a site puts its own name beside it."""
    return [part for part in _BETWEEN.split(text) if part.strip()]


def _is_short(text: str) -> bool:
    return count_words(text) <= MOST_WORDS and not text.endswith(("?", "？"))
