"""Raised figures, such as marks of notes and powers: "24<sup>2</sup>" is no 242.

Characters for them exist, and so nothing is added to the text and no word is cut in two.
It is done in the source, since parsers do not agree on where an element ends that was
never closed; such a one is left alone.
"""

import re

_STYLED = r"</?(?:a|b|i|u|em|strong|span|font|small)\b[^<>]*+>"
_RAISED = re.compile(rf"<sup(?=[\s>])[^<>]*+>(?:\s|{_STYLED}|[0-9])*+(?=</sup\s*+>)", re.IGNORECASE)
_TEXT = re.compile(r"(?<=>)[\s0-9]+")
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_figures(text: str) -> str:
    """Return a page with the figures in raised elements that hold nothing else as such.

    >>> raised_figures('24<sup>2</sup> months, parties<sup><a href="#n3">3</a></sup>')
    '24<sup>²</sup> months, parties<sup><a href="#n3">³</a></sup>'
    """
    return _RAISED.sub(lambda raised: _TEXT.sub(_translated, raised[0]), text)


def _translated(figures: re.Match[str]) -> str:
    return figures[0].translate(_FIGURES)
