"""Lists that were typed, not marked up: paragraphs that begin with a number or a bullet.

In: blocks. Out: the same with such paragraphs made items; their markers are kept as printed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from synoptic.model import Block, Kind
from synoptic.text.marks import BULLETS, CIRCLED, COUNT
from synoptic.text.runs import cut, tidied

_TYPED = re.compile(
    rf"\s*(?:(?P<mark>[{BULLETS}])\s*"
    rf"|(?P<circled>[{CIRCLED}])\s*"
    rf"|(?P<open>[(（]?)(?P<count>{COUNT})(?P<close>[.)）．])(?=\s)\s*)"
)
_MAYBE_TYPED = re.compile(rf"\s*(?:\w{{0,5}}[.)）．]|\w{{1,5}}$|[^\w\s]|[{CIRCLED}])")
_ROMAN = {"i": 1, "v": 5, "x": 10}

Place = tuple[str, int]
"""A way of counting, and how far it has come."""


def typed_points(blocks: Sequence[Block], touched: list[Block]) -> list[Block]:
    """Paragraphs that begin with bullets, or with numbers that go on from one to the next."""
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        last = _end_of_list(blocks, index)
        if last > index:
            touched.append(blocks[index])
            result += [_item(block, place == 0) for place, block in enumerate(blocks[index:last])]
        else:
            result.append(blocks[index])
        index = max(last, index + 1)
    return result


def _end_of_list(blocks: Sequence[Block], index: int) -> int:
    """Return the index after the typed list that begins here; the same index for none."""
    places = _places(blocks[index])
    if not places:
        return index
    end = index + 1
    while end < len(blocks) and blocks[end].depth == blocks[index].depth:
        places = _next(places, _places(blocks[end]))
        if not places:
            break
        end += 1
    alone = end == index + 1
    return index if alone and not _is_bullet(blocks[index]) else end


def _is_bullet(block: Block) -> bool:
    match = _TYPED.match(block.text)
    return match is not None and bool(match["mark"])


def _places(block: Block) -> list[Place]:
    """Say what the marker of a paragraph may mean: "i." is a letter and a Roman number."""
    if block.kind is not Kind.PARAGRAPH or not _MAYBE_TYPED.match(block.runs[0].text):
        return []
    match = _TYPED.match(block.text)
    if match is None or match.end() == len(block.text):
        return []
    if match["mark"]:
        return [(match["mark"], 0)]
    if match["circled"]:
        return [("circled", ord(match["circled"]))]
    frame, count = match["open"] + match["close"], match["count"]
    if count.isdigit():
        return [(f"1{frame}", int(count))]
    places = [(f"{'a' if count.islower() else 'A'}{frame}", ord(count))] if len(count) == 1 else []
    if set(count.lower()) <= _ROMAN.keys():
        places.append((f"{'i' if count.islower() else 'I'}{frame}", _roman(count)))
    return places


def _next(before: list[Place], after: list[Place]) -> list[Place]:
    """Return the meanings of the second marker that go on from the first."""
    return [
        (way, place)
        for way, place in after
        if (way, place - 1) in before or (place == 0 and (way, 0) in before)
    ]


def _roman(count: str) -> int:
    """Read a small Roman number.

    >>> [_roman(count) for count in ("i", "iv", "XII")]
    [1, 4, 12]
    """
    values = [_ROMAN[letter] for letter in count.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _item(block: Block, opens: bool) -> Block:
    match = _TYPED.match(block.text)
    end = match.end() if match else 0
    return replace(
        block,
        kind=Kind.ITEM,
        runs=tidied(cut(block.runs, end)[1]),
        depth=block.depth + 1,
        ordered=not _is_bullet(block),
        marker=block.text[:end].strip(),
        opens=opens,
    )
