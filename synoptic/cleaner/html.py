"""Archived HTML to the policy's own blocks, and the account of everything else.

In: the decoded text of a page. Out: blocks, removals, repairs.
Promise: the words of the blocks and of the removals are together the visible words of the
page, to the word; `synoptic.witness_html` counts them without this code.
"""

from synoptic.cleaner.boilerplate import judge
from synoptic.cleaner.html_blocks import blocks_from_lines
from synoptic.cleaner.html_measure import Measure
from synoptic.cleaner.html_tree import parse
from synoptic.cleaner.html_walk import Box, Line, page_from_tree
from synoptic.model import Block, Removal, Repair
from synoptic.words import count_words


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
    removals = [
        Removal(rule=rule, reason=rule.replace("-", " "), text=words, line=number)
        for rule, words, number in page.unseen
    ]
    removals += [
        _removal(line, verdict)
        for line, verdict in zip(page.lines, verdicts, strict=True)
        if verdict is not None and count_words(line.text)
    ]
    return blocks_from_lines(page, kept), removals, []


def _removal(line: Line, verdict: tuple[str, str, Box]) -> Removal:
    rule, reason, _ = verdict
    return Removal(
        rule=rule, reason=reason, text=line.text, line=line.number, place=_place(line.box)
    )


def _place(box: Box) -> str:
    """Say where a box stands, outermost first; of deep nesting only the innermost part."""
    parts: list[str] = []
    outer: Box | None = box
    while outer is not None and outer.tag not in ("html", "body", "") and len(parts) < _PLACES:
        parts.append(_name(outer))
        outer = outer.parent
    return " > ".join(reversed(parts))


_PLACES = 8


def _name(box: Box) -> str:
    element = box.element
    name = element.get("id")
    if name:
        return f"{box.tag}#{name}"
    classes = (element.get("class") or "").split()
    return f"{box.tag}.{classes[0]}" if classes else box.tag
