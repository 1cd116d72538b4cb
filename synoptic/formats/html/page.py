"""Archived HTML to the policy's own blocks, and the account of everything else.

In: the decoded text of a page. Out: blocks, removals, repairs.
Promise: the words of the blocks and of the removals are together the visible words of the
page, to the word; `synoptic.formats.html.witness` counts them without this code.
"""

import re
from operator import attrgetter

from synoptic.formats.html.blocks import blocks_from_lines
from synoptic.formats.html.boilerplate import Verdict, judge
from synoptic.formats.html.measure import Measure
from synoptic.formats.html.tree import RENAMED, parse
from synoptic.formats.html.walk import Box, Page, page_from_tree
from synoptic.formats.html.wrapped_lines import paragraphs_from_print
from synoptic.formats.removals import removed
from synoptic.model import Block, Removal, Repair

_WORD = re.compile(r"[^\W_]")


def blocks_from_html(
    text: str, first_line: int = 1
) -> tuple[list[Block], list[Removal], list[Repair]]:
    """Clean a page. Linear cost in the length of the text.

    Args:
        text: The page, without any header that an archive put above it.
        first_line: The line of the source on which the page begins.

    Returns:
        Blocks, removals and repairs. A page without any word gives no blocks.
    """
    root = parse("\n" * (first_line - 1) + text)
    if root is None:
        return [], [], []
    page = page_from_tree(root)
    verdicts = _not_all(page, judge(Measure(page)))
    kept = [line for line, verdict in zip(page.lines, verdicts, strict=True) if verdict is None]
    kept, repairs = paragraphs_from_print(kept)
    return blocks_from_lines(page, kept), _removals(page, verdicts), repairs


def _not_all(page: Page, verdicts: list[Verdict]) -> list[Verdict]:
    """Take the verdicts back, but for the title, if they leave no word of a page."""
    for spared in (_NEVER_ALONE, ()):
        left = (line for line, verdict in zip(page.lines, verdicts, strict=True) if not verdict)
        if any(_WORD.search(line.text) for line in left):
            break
        verdicts = [verdict if verdict and verdict[0] in spared else None for verdict in verdicts]
    return verdicts


_NEVER_ALONE = ("page-title", "archive-toolbar")
"""Rules whose removals are no text of the page even if there is no other."""


def _removals(page: Page, verdicts: list[Verdict]) -> list[Removal]:
    """Report what was left out, in the order of the source."""
    removals = [removed(rule, words, line=number) for rule, words, number in page.unseen]
    known: dict[Box, tuple[str, ...]] = {}
    for line, verdict in zip(page.lines, verdicts, strict=True):
        if verdict is not None and _WORD.search(line.text):
            rule, reason = verdict
            text, place = line.text.replace("\n", " "), " > ".join(_place(line.box, known))
            removals.append(removed(rule, text, reason=reason, line=line.number, place=place))
    return sorted(removals, key=attrgetter("line"))


_PLACES = 6  # names of boxes, innermost; deep nesting would fill the report


def _place(box: Box, known: dict[Box, tuple[str, ...]]) -> tuple[str, ...]:
    """Say where a box stands, outermost first. What was said of other boxes is used again."""
    unknown: list[Box] = []
    outer: Box | None = box
    while outer is not None and outer not in known and outer.tag not in ("html", "body", ""):
        unknown.append(outer)
        outer = outer.parent
    place = known.get(outer, ()) if outer is not None else ()
    for inner in reversed(unknown):
        place = (*place, _name(inner))[-_PLACES:]
        known[inner] = place
    return place


def _name(box: Box) -> str:
    tag = box.tag.removeprefix(RENAMED)
    name = box.element.get("id")
    if name:
        return f"{tag}#{name}"
    classes = (box.element.get("class") or "").split(None, 1)
    return f"{tag}.{classes[0]}" if classes else tag
