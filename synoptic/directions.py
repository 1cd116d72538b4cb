"""Which way writing runs: no text of a stranger turns the words beside it round.

In: text. Out: the same, with its controls in the clear or itself set apart. Promise: a page
shows the words around it in the order in which they stand.
"""

import re

_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_TO_THE_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
SIGN = "\u21c4"
"""Stands for a control; Unicode calls it rightwards arrow over leftwards arrow. It is no letter,
so that the words at its sides stay two, as the control parts them."""


def runs_left(text: str) -> bool:
    """Return whether a text has a letter of a script that is written from the right."""
    return not text.isascii() and bool(_TO_THE_LEFT.search(text.translate(_NO_MARKS)))


_NO_MARKS = {0x061C: None}


def in_the_clear(text: str) -> str:
    """Show the controls of direction, but for those that writing from the right needs.

    They stay where letters of such a script stand and each is ended again.

    >>> in_the_clear("Acme \u202e6102"), in_the_clear("\u05d0 \u200e(c)") == "\u05d0 \u200e(c)"
    ('Acme ⇄6102', True)
    """
    if text.isascii() or not _TURNS.search(text):
        return text
    return text if runs_left(text) and _is_ended(text) else _TURNS.sub(SIGN, text)


def set_apart(text: str) -> str:
    """Return a text that stands among words of ours, where no mark-up can set it apart.

    >>> set_apart("Acme"), set_apart("\u05d0\u05d1") == "\u2068\u05d0\u05d1\u2069"
    ('Acme', True)
    """
    if not runs_left(text):
        return text
    return f"\u2068{_TURNS.sub(SIGN, text)}\u2069"


def _is_ended(text: str) -> bool:
    """Return whether every control that opens something has the one that closes it behind it."""
    opened: list[str] = []
    for control in _TURNS.findall(text):
        if control in _OPENING:
            opened.append("\u2069" if control >= "\u2066" else "\u202c")
        elif control in _CLOSING and (not opened or opened.pop() != control):
            return False
    return not opened
