"""Values in the words of a sentence: numbers and periods, in figures or spelt out.

Comes in: words in lower case and the number words of their language.
"""

from collections.abc import Sequence

from synoptic.text.languages.tables import NumberWords

MAX_DIGITS = 4
"""Longer figures are telephone numbers and the like, no ages and periods."""

AMOUNT_SIGNS = frozenset("%‰°$€£¥₹₩<>≤≥±")
"""Signs that say of what a figure is an amount, in any language."""


def number_in(words: Sequence[str], least: int, most: int, table: NumberWords) -> int | None:
    """Return the first number from `least` to `most` among some words.

    >>> from synoptic.text.languages.english.numbers import NUMBERS
    >>> number_in("under the age of thirteen or 16".split(), 7, 21, NUMBERS)
    13
    """
    numbers = (_number(word, table) for word in words)
    return next((number for number in numbers if number and least <= number <= most), None)


def period_in(words: Sequence[str], table: NumberWords) -> str | None:
    """Return the first period of time among some words, in figures, None without one.

    >>> from synoptic.text.languages.english.numbers import NUMBERS
    >>> period_in("we keep it for two 2 calendar years".split(), NUMBERS)
    '2 years'
    >>> period_in("for two hundred days".split(), NUMBERS)
    '200 days'
    """
    for place, word in enumerate(words):
        number = _number_before(words[max(place - 3, 0) : place], table)
        if word in table.units and number is not None:
            return f"{number} {table.units[word]}{'s' * (number != 1)}"
    return None


def _number_before(words: Sequence[str], table: NumberWords) -> int | None:
    """Return the number that counts what follows: one of the last two words is one."""
    for place in range(len(words) - 1, max(len(words) - 3, -1), -1):
        if words[place] in table.large:
            before = _number(words[place - 1], table) if place else None
            return (before or 1) * table.large[words[place]]
        number = _number(words[place], table)
        if number is not None:
            return number
    return None


def _number(word: str, table: NumberWords) -> int | None:
    word = word.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")  # the mark of a note
    if word.isascii() and word.isdigit() and len(word) <= MAX_DIGITS:
        return int(word)
    return table.numbers.get(word)
