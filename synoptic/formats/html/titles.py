"""Titles that are no heading elements: by the name of their box or by what they unfold.

In: the kept lines of a page. Out: which of them are titles. Bold, italic and typed titles
are found later, in the same way for every format.
"""

import re
from itertools import pairwise

from synoptic.formats.html.walk import Line
from synoptic.text.runs import may_be_title

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:f|font|txt|text)?[-_]?(?:bold|titles?|head(?:er|ing|line)?|sub-?head|ttl|midashi)"
    r"(?![a-z])|(?:^|\s)h[1-6](?:$|\s|-)",
    re.IGNORECASE,
)
_UNFOLDING = frozenset({"summary", "button"})
_UNFOLDS = ("#", "javascript:")
_NO_TITLE = frozenset({"td", "li", "dd", "dt", "x-title"})


def titles_of(lines: list[Line]) -> set[Line]:
    """Find the lines that head what follows them."""
    return {
        line
        for line, after in pairwise(lines)
        if _looks_like_title(line) and _is_headed(line, after)
    }


def _looks_like_title(line: Line) -> bool:
    box = line.box
    if box.heading or box.last - box.first != 1 or box.tag in _NO_TITLE:
        return False
    if box.tag not in _UNFOLDING and not _is_named(line):
        return False
    return may_be_title(line.text) and not any(
        run.href and not run.href.startswith(_UNFOLDS) for run in line.runs
    )


def _is_named(line: Line) -> bool:
    get = line.box.element.get
    return _NAMED.search(get("class") or "") is not None


def _is_headed(line: Line, after: Line) -> bool:
    """Return whether the next line is text, not another of the same kind, as in a list of names."""
    alike = after.box.tag == line.box.tag and after.box.element.get(
        "class"
    ) == line.box.element.get("class")
    return not alike and len(after.text) > len(line.text)
