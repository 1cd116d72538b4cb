"""Headings that were only made to look like headings, and the levels of all headings.

In: blocks. Out: the same with such lines made headings, and which of them were touched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from synoptic.model import Block, Kind, text_of
from synoptic.text.marks import COUNT, ends_sentence
from synoptic.text.runs import (
    Runs,
    cut,
    is_emphasised,
    is_without_end,
    may_be_title,
    words_in,
)

PSEUDO = 0
"""Level of a heading that only its looks gave away, until `heading_levels` places it."""

_TYPED_WORDS = 10
_TYPED_SIZE = 90  # letters
_NUMBERED = re.compile(rf"\s*\(?(?:\d{{1,3}}[.)]|(?:{COUNT})[.)]\s)")
_SECTION = re.compile(r"\s*(?:§\s*)?\d{1,2}(?:[.-]\d{1,2}){0,3}[.)]?\s+[^\W\d]")
_QUESTION_END = re.compile(r"\s*[?？]\s*\Z")


def glued_titles(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """A bold title glued to the end of the paragraph above it."""
    result: list[Block] = []
    for block in blocks:
        offset = _glued_title_offset(block)
        if offset:
            touched.append(block)
            body, title = cut(block.runs, offset)
            result.append(replace(block, runs=body))
            block = replace(block, kind=Kind.HEADING, level=PSEUDO, runs=title, depth=0)
        result.append(block)
    return result


def bold_titles(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """A short paragraph in bold or italics from end to end is a heading.

    So is one that is a question, if another one comes: a text may stress a single question.
    """
    result = []
    asked = {block for block, after in pairwise(blocks) if _is_question(block, after)}
    for place, block in enumerate(blocks):
        follows = place + 1 < len(blocks)
        title = _is_headline(block) or (block in asked and len(asked) > 1)
        if follows and block.kind is Kind.PARAGRAPH and not block.depth and title:
            touched.append(block)
            block = replace(block, kind=Kind.HEADING, level=PSEUDO)
        result.append(block)
    return result


def heading_levels(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Headings nest without jumps; one known by its looks stands below the last real one.

    One that opens the text and is followed by text is the title, and as good as a real one.
    Where some of them are in capitals, those that are not stand below those that are.
    """
    result = []
    above: list[int] = []
    for block, level in zip(blocks, _levels(blocks), strict=True):
        if level:
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            if block.level not in (PSEUDO, len(above)):
                touched.append(block)
            if block.level != len(above):
                block = replace(block, level=len(above))
        result.append(block)
    return result


def _levels(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the level of each heading, as written or as its looks tell; 0 for other blocks."""
    real = int(_opens_with_title(blocks))
    in_capitals = False
    for place, (block, after) in enumerate(zip(blocks, (*blocks, None)[1:], strict=True)):
        if block.kind is not Kind.HEADING:
            yield 0
        elif block.level:
            real, in_capitals = block.level, False
            yield real
        elif place == 0:
            yield 1
        else:
            capitals = block.text.isupper() and not _leads_on(after)
            yield real + 1 + (in_capitals and not capitals)
            in_capitals = in_capitals or capitals


def _leads_on(block: Block | None) -> bool:
    """Return whether a block is an entry of a list of contents: its title is above no section."""
    runs = block.runs if block and block.kind is Kind.ITEM else ()
    return bool(runs) and all(run.href.startswith("#") for run in runs if run.text.strip())


def typed_titles(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Short lines in capitals or with a section number, if they come back through the text."""
    places = [
        place
        for place, block in enumerate(blocks[:-1])
        if _is_typed_title(block) and _is_headed(block, blocks[place + 1])
    ]
    result = list(blocks)
    for place in places if len(places) > 1 else ():
        touched.append(blocks[place])
        result[place] = replace(blocks[place], kind=Kind.HEADING, level=PSEUDO)
    return result


def _is_typed_title(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or block.depth or any(run.href for run in block.runs):
        return False
    text = block.text
    if len(text) > _TYPED_SIZE or not (text.isupper() or _SECTION.match(text)):
        return False
    return 0 < words_in(block.runs) <= _TYPED_WORDS and is_without_end(text)


def _is_headed(block: Block, after: Block) -> bool:
    """Return whether text follows, and no other title: that would be a list of contents."""
    if after.kind not in (Kind.PARAGRAPH, Kind.ITEM) or _is_typed_title(after):
        return False
    return len(after.text) > len(block.text)


def _opens_with_title(blocks: Sequence[Block]) -> bool:
    """Return whether a title known by its looks, and no first of many headings, opens a text."""
    pseudo = [block.level == PSEUDO for block in blocks[:2] if block.kind is Kind.HEADING]
    return pseudo == [True] and not _NUMBERED.match(blocks[0].text)


def _is_question(block: Block, after: Block) -> bool:
    """Return whether a paragraph is a title but for its question mark, with text under it."""
    if block.kind is not Kind.PARAGRAPH or after.kind is Kind.HEADING:
        return False
    bare = _QUESTION_END.sub("", block.text)
    return bare != block.text and is_title(cut(block.runs, len(bare))[0])


def _is_headline(block: Block) -> bool:
    """Return whether a paragraph is a title; a bold one may end with a colon."""
    runs = block.runs
    colon = bool(runs) and runs[-1].strong and runs[-1].text.rstrip().endswith((":", "："))
    if colon:
        runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip().rstrip(":：")))
    return is_title(runs)


def is_title(runs: Runs) -> bool:
    """Return whether a line is emphasised from end to end, no link, and as short as titles are."""
    return is_emphasised(runs) and not any(run.href for run in runs) and may_be_title(text_of(runs))


def _glued_title_offset(block: Block) -> int:
    """Where a bold title begins at the end of a paragraph; 0 if there is none."""
    if block.kind is not Kind.PARAGRAPH or not block.runs or not block.runs[-1].strong:
        return 0
    first = len(block.runs)
    while first and (block.runs[first - 1].strong or not block.runs[first - 1].text.strip()):
        first -= 1
    body, title = block.runs[:first], block.runs[first:]
    glued = body and ends_sentence(text_of(body)) and is_title(title)
    return sum(len(run.text) for run in body) if glued else 0
