"""Marks that mean the same in every language: ends of sentences, and markers of lists.

Pieces of expressions, for those who look for more than one of them, and the questions that
are asked most.
"""

import re

STOPS = ".!?"
"""Ends a sentence where a blank follows."""

WIDE_STOPS = "。！？"
"""Ends a sentence, whatever follows."""

HALTS = ":;：；"
"""Ends a part of a sentence."""

CLOSERS = r"\"'”’»)\]）」"
"""May stand behind the end of a sentence and belong to it."""

BULLETS = "•·●○■□▪▫◦‣⁃∙・"
"""Markers that do not count, and mean nothing else at the head of a line."""

DASHES = "–—-"
"""Markers that do not count where a blank follows; and much else."""

CIRCLED = "\u2460-\u2473"
"""Figures in circles, which are markers without any sign behind."""

COUNT = r"\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5}"
"""Says the place in a list, where a sign such as a bracket follows."""

_SENTENCE_END = re.compile(rf"[{STOPS}{WIDE_STOPS}．…][{CLOSERS}]*\s*$")
_TAIL = 8
_PART_END = re.compile(rf"[{STOPS}{WIDE_STOPS}．…{HALTS}][{CLOSERS}]*\s*$")
_MARKER = re.compile(
    rf"\s*(?:[(\[（]?(?:{COUNT})[.)\]）．]{{1,2}}|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?"
    rf"|[{BULLETS}*{DASHES}]|[{CIRCLED}])\s*"
)
_POINT = re.compile(rf"[(（]?(?:{COUNT})[.)）．]\s|[{BULLETS}*{DASHES}]\s|[{CIRCLED}]")


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does.

    >>> [ends_sentence(text) for text in ("We keep it (“here.”)", "We keep:", "保存します。")]
    [True, False, True]
    """
    return _SENTENCE_END.search(text) is not None


def ends_part(text: str) -> bool:
    """Return whether a text ends as a sentence does, or a part of one: at a colon, a semicolon.

    Only its last letters are looked at, so that this is quick to ask of every line of a page.

    >>> [ends_part(text) for text in ("We keep:", "We keep", "当社は；")]
    [True, False, True]
    """
    return _PART_END.search(text, max(len(text) - _TAIL, 0)) is not None


def is_marker(text: str) -> bool:
    """Return whether a text is a list marker and nothing else.

    >>> [is_marker(text) for text in ("(a)", "2.1", "•", "①", "１）", "a", "see 2.")]
    [True, True, True, True, True, False, False]
    """
    return _MARKER.fullmatch(text) is not None


def begins_with_marker(text: str) -> bool:
    """Return whether a text begins with a list marker.

    >>> [begins_with_marker(text) for text in ("(a) name", "- name", "①name", "a name", "-3")]
    [True, True, True, False, False]
    """
    return _POINT.match(text) is not None


def is_bullet(marker: str) -> bool:
    """Return whether a list marker does not count."""
    return marker in (*BULLETS, *DASHES, "*")
