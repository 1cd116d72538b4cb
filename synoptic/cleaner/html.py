"""Archived HTML to the policy's own blocks, and the account of everything else.

In: the decoded text of a page. Out: blocks, removals, repairs.
Promise: the words of the blocks and of the removals are together the visible words of the
page, to the word; `synoptic.witness_html` counts them without this code.
"""

import re
from operator import attrgetter

from synoptic.cleaner.boilerplate import judge
from synoptic.cleaner.boilerplate_region import Verdict
from synoptic.cleaner.html_blocks import blocks_from_lines
from synoptic.cleaner.html_measure import Measure
from synoptic.cleaner.html_print import paragraphs_from_print
from synoptic.cleaner.html_tree import parse
from synoptic.cleaner.html_walk import Box, Page, page_from_tree
from synoptic.model import Block, Removal, Repair

_WORD = re.compile(r"[^\W_]")


def blocks_from_html(text: str) -> tuple[list[Block], list[Removal], list[Repair]]:
    """Clean a page. Linear cost in the length of the text.

    A page without any text gives no blocks.
    """
    root = parse(text)
    if root is None:
        return [], [], []
    page = page_from_tree(root)
    verdicts = judge(Measure(page))
    kept = [line for line, verdict in zip(page.lines, verdicts, strict=True) if verdict is None]
    kept, repairs = paragraphs_from_print(kept)
    return blocks_from_lines(page, kept), _removals(page, verdicts), repairs


def _removals(page: Page, verdicts: list[Verdict]) -> list[Removal]:
    """Report what was left out, in the order of the source."""
    removals = [
        Removal(rule=rule, reason=rule.replace("-", " "), text=words, line=number)
        for rule, words, number in page.unseen
    ]
    places: dict[Box, str] = {}
    for line, verdict in zip(page.lines, verdicts, strict=True):
        if verdict is not None and _WORD.search(line.text):
            rule, reason, _ = verdict
            place = places.get(line.box) or places.setdefault(line.box, _place(line.box))
            text = line.text.replace("\n", " ")
            removals.append(
                Removal(rule=rule, reason=reason, text=text, line=line.number, place=place)
            )
    return sorted(removals, key=attrgetter("line"))


def _place(box: Box) -> str:
    """Say where a box stands, outermost first; of deep nesting only the innermost part."""
    parts: list[str] = []
    outer: Box | None = box
    while outer is not None and outer.tag not in ("html", "body", "") and len(parts) < _PLACES:
        parts.append(_name(outer))
        outer = outer.parent
    return " > ".join(reversed(parts))


_PLACES = 6


def _name(box: Box) -> str:
    name = box.element.get("id")
    if name:
        return f"{box.tag}#{name}"
    classes = box.element.get("class")
    return f"{box.tag}.{classes.split(None, 1)[0]}" if classes and classes.strip() else box.tag
