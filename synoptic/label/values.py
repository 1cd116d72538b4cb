"""Values in the words of a sentence: numbers and periods, in figures or spelt out."""

from collections.abc import Sequence

_SPELT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_SPELT.split())} | {
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}
UNITS = ("hour", "day", "week", "month", "year")

MAX_DIGITS = 4
"""Longer figures are telephone numbers and the like, no ages and periods."""


def number_in(words: Sequence[str], least: int, most: int) -> int | None:
    """Return the first number from `least` to `most` among lower-case words.

    >>> number_in("under the age of thirteen or 16".split(), 7, 21)
    13
    """
    numbers = (_number(word) for word in words)
    return next((number for number in numbers if number and least <= number <= most), None)


def period_in(words: Sequence[str]) -> str | None:
    """Return the first period of time among lower-case words, in figures, None without one.

    >>> period_in("we keep it for two 2 calendar years".split())
    '2 years'
    """
    for place, word in enumerate(words):
        unit = word.removesuffix("s")
        if is_unit(word):
            before = [_number(earlier) for earlier in words[max(place - 2, 0) : place]]
            number = next((number for number in reversed(before) if number is not None), None)
            if number is not None:
                return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
    return None


def is_unit(word: str) -> bool:
    """Return whether a lower-case word is a unit of time."""
    return word.removesuffix("s") in UNITS


def _number(word: str) -> int | None:
    word = word.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")  # the mark of a note
    if word.isascii() and word.isdigit() and len(word) <= MAX_DIGITS:
        return int(word)
    return NUMBERS.get(word)
