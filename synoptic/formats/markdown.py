"""Markdown and plain text to blocks.

A CommonMark parser finds the layout. Rules of it that could swallow a word are
off: raw HTML, reference definitions, code fences with their info strings,
tables (which drop surplus cells). What converters of web pages flattened is put
right later, by `repairs`.

Promise: the words of a text are the words of its blocks, taken run by run, with
their markers, and of the link and image addresses returned beside them.
"""

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from synoptic.formats.links import target_of
from synoptic.model import Block, Kind, Run
from synoptic.text.words import one_line, unbroken, words_of

_UNWRAPPED = 100
"""Characters. Wrapped text has lines of 72 to 80; a longer line was ended on purpose."""

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_NESTED_REFERENCES = 8  # twice is common, four times was seen
_LIST_ITEM = re.compile(r"\s*([*+-]|\d{1,9}[.)])(?:[ \t]+|$)")


class _Verbatim(MarkdownIt):
    """A CommonMark parser that refuses and rewrites no address: here every letter counts.

    What may be linked is decided where links are written.
    """

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


_LEVELS = 100
"""How deep the parser goes, and its calls with it; a list takes two levels.

Beyond, it drops text. Its own setting of 20 is reached by lists of real policies.
"""
_LISTS_IN_LISTS = 40

_UNREAD = ["code", "fence", "html_block", "html_inline", "entity", "reference"]
_PARSER = _Verbatim("commonmark", {"html": False, "maxNesting": _LEVELS}).disable(_UNREAD)
_FLAT = _Verbatim("commonmark", {"html": False}).disable([*_UNREAD, "list", "blockquote"])


@dataclass(slots=True)
class _Walk:
    """Where the walk over the tokens stands, and what it has gathered."""

    first_line: int
    lists: list[bool] = field(default_factory=list)
    """For each open list, outermost first, whether it counts."""
    items: list[bool] = field(default_factory=list)
    """For each open list item, whether it is one: with a heading in it, it is a section."""
    opens: bool = False
    marker: str | None = None
    """Marker of a list item whose first block has not come yet."""
    level: int = 0
    blocks: list[Block] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)


def blocks_from_markdown(text: str, first_line: int = 1) -> tuple[list[Block], list[str]]:
    """Parse Markdown.

    Args:
        text: Markdown without its provenance header.
        first_line: The line of the file on which the text begins.

    Returns:
        The blocks, and the addresses of links and images as written.
    """
    walk = _Walk(first_line)
    tokens = _tokens(text)
    headed = _headed_items(tokens)
    for token in tokens:
        _step(walk, token, is_item=id(token) not in headed)
    return walk.blocks, walk.targets


def _tokens(text: str) -> list[Token]:
    """Parse; the layout of a text nested beyond all sense means nothing and stays text."""
    tokens = _PARSER.parse(nested_lists(text))
    if max((token.level for token in tokens), default=0) < _LEVELS - 1:
        return tokens
    return _FLAT.parse(text)


def _headed_items(tokens: list[Token]) -> set[int]:
    """Return which tokens open a list item with a heading right in it."""
    open_items: list[Token] = []
    headed = set()
    for token in tokens:
        if token.type == "list_item_open":
            open_items.append(token)
        elif token.type == "list_item_close":
            open_items.pop()
        elif token.type == "heading_open" and open_items:
            headed.add(id(open_items[-1]))
    return headed


def blocks_from_text(text: str, first_line: int = 1) -> list[Block]:
    """Parse plain text: paragraphs end at blank lines, or at line ends where lines are long.

    >>> [block.text for block in blocks_from_text("We keep\\nnothing.\\n\\nNever.")]
    ['We keep nothing.', 'Never.']
    """
    blocks: list[Block] = []
    gathered: list[str] = []
    start = 0
    lines = text.split("\n")
    by_line = max(map(len, lines)) > _UNWRAPPED
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            start = start if gathered else number
            gathered.append(line.strip())
        if gathered and (by_line or not line.strip()):
            run = Run(" ".join(gathered))
            blocks.append(Block(kind=Kind.PARAGRAPH, runs=(run,), line=first_line + start))
            gathered = []
    return blocks


def nested_lists(text: str) -> str:
    """Indent list items as CommonMark wants them; only white space changes.

    Converters of web pages indent two blanks a level, whatever the width of the
    marker; to CommonMark the inner items of "  1." would be text of the outer one.

    >>> print(nested_lists("  1. Who\\n    1. Staff\\n  2. Why"))
    1. Who
       1. Staff
    2. Why
    """
    open_items: list[tuple[int, int]] = []  # indent as written, indent of the content now
    lines = []
    after_blank = False
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        item = _LIST_ITEM.match(line)
        if item:
            while open_items and (
                open_items[-1][0] >= indent or len(open_items) >= _LISTS_IN_LISTS
            ):
                open_items.pop()
            left = open_items[-1][1] if open_items else 0
            open_items.append((indent, left + len(item[1]) + 1))
            line = f"{' ' * left}{item[1]} {line[item.end() :]}"
        elif line.strip() and after_blank:
            while open_items and open_items[-1][0] >= indent:
                open_items.pop()
            line = " " * (open_items[-1][1] if open_items else 0) + line.lstrip(" ")
        after_blank = not line.strip()
        lines.append(line)
    return "\n".join(lines)


def _step(walk: _Walk, token: Token, *, is_item: bool) -> None:
    match token.type:
        case "bullet_list_open" | "ordered_list_open":
            _close_item(walk)
            walk.lists.append(token.type == "ordered_list_open")
            walk.opens = True
        case "bullet_list_close" | "ordered_list_close":
            walk.lists.pop()
        case "list_item_open":
            walk.marker = token.info + token.markup if walk.lists[-1] else ""
            walk.items.append(is_item)
        case "list_item_close":
            _close_item(walk)
            walk.items.pop()
        case "heading_open":
            walk.level = int(token.tag[1])
        case "heading_close":
            walk.level = 0
        case "inline":
            runs = tuple(_runs(token, walk.targets))
            walk.blocks.append(_block(walk, runs, token.map[0] if token.map else 0))


def _close_item(walk: _Walk) -> None:
    """An item without any text of its own still has its number."""
    if walk.marker:
        walk.blocks.append(_block(walk, (), 0))
    walk.marker = None


def _block(walk: _Walk, runs: tuple[Run, ...], line: int) -> Block:
    """Make the next block; where an item is none, its marker stays as text."""
    marker, walk.marker = walk.marker, None
    here = walk.first_line + line
    if marker is not None and not walk.items[-1]:
        runs = (Run(f"{marker} "), *runs) if marker else runs
        marker = None
    if walk.level:
        return Block(kind=Kind.HEADING, runs=runs, level=walk.level, line=here)
    depth = sum(walk.items)
    if marker is None:
        return Block(kind=Kind.PARAGRAPH, runs=runs, depth=depth, line=here)
    opens, walk.opens = walk.opens, False
    return Block(
        kind=Kind.ITEM,
        runs=runs,
        depth=depth,
        ordered=walk.lists[-1],
        marker=marker,
        opens=opens,
        line=here,
    )


def _runs(token: Token, targets: list[str]) -> Sequence[Run]:
    """Turn inline tokens into runs; line ends that were meant become line breaks."""
    meant = any(len(line) > _UNWRAPPED for line in token.content.split("\n")) or (
        "|" in token.content
    )
    runs: list[Run] = []
    href, strong, emphasis, link_start = "", 0, 0, 0
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "em_open" | "em_close":
                emphasis += child.nesting
            case "link_open":
                written, link_start = str(child.attrs["href"]), len(runs)
                href = target_of(written)
                if child.info != "auto":  # of an autolink the address is the text
                    targets.append(f"{written} {child.attrs.get('title', '')}")
            case "link_close":
                if not any(run.text.strip() for run in runs[link_start:]):
                    runs.append(Run("", href=href))
                href = ""
            case "image":
                targets.append(
                    f"{child.content} {child.attrs['src']} {child.attrs.get('title', '')}"
                )
                name = one_line("".join(part.content for part in child.children or ()))
                runs.append(Run(name, href, bool(strong), bool(emphasis), supplied=True))
            case "hardbreak":
                runs.append(Run("\n"))
            case "softbreak":
                runs.append(Run("\n" if meant else " "))
            case "text" | "code_inline" if child.content:
                runs.append(Run(child.content, href, bool(strong), bool(emphasis)))
    return runs


def prepared(text: str) -> str:
    """Read character references as the characters they stand for; a word that may break is one.

    Until none is left, since an address that was escaped twice is undone by the parser,
    too, and its words have to be counted as they will stand. Only whole references
    with a semicolon count: "?a=1&copy=2" is no copyright sign.
    """
    for _ in range(_NESTED_REFERENCES):
        undone = _REFERENCE.sub(lambda match: html.unescape(match[0]), text)
        if undone == text:
            break
        text = undone
    return unbroken(text)


def raw_words(text: str) -> Counter[str]:
    """Witness for Markdown and plain text: every word, wherever it stands."""
    return Counter(words_of(text))
