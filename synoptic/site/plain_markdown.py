"""Clean text as plain Markdown: what the `clean` command prints.

In: the blocks of a text. Out: Markdown, with no front matter, ids or comments. Promise:
reading it back as CommonMark gives the same words in the same headings, lists and tables.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from synoptic.model import Block, CleanText, Kind, Run
from synoptic.site.escape import followed, plain

_SPECIAL = re.compile(r"([\\`*\[\]<]|(?<!\w)_|_(?!\w))")
_MAYBE_SPECIAL = re.compile(r"[\\`*\[\]<_]")  # a plain set is searched five times as fast
_LINE_START = re.compile(r"^(\s*)([#>+-]|=+$|\d{1,9}(?=[.)](?:\s|$)))")
_LINE_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])")


def markdown_from(clean: CleanText) -> str:
    """Write clean text as Markdown, ending with one line end."""
    parts: list[str] = []
    margins: list[int] = []
    numbers: list[int] = []
    for is_row, group in groupby(clean.blocks, lambda block: block.kind is Kind.ROW):
        if is_row:
            parts += _tables(list(group), margins)
            continue
        for block in group:
            parts.append(_block(block, margins, numbers))
    return _spaced(parts)


def _spaced(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _block(block: Block, margins: list[int], numbers: list[int]) -> str:
    """Write one block; `margins` and `numbers` hold the open lists' indents and counts."""
    if block.kind is Kind.HEADING:
        margins.clear()
        return f"{'#' * min(block.level, 6)} {inline(block.runs, emphasis=False, breaks=' ')}"
    if block.kind is Kind.ITEM:
        return _item(block, margins, numbers)
    del margins[block.depth :]
    text = _guarded(inline(block.runs))
    if block.kind is Kind.TERM:
        text = f"**{inline(block.runs, emphasis=False, breaks=' ')}**"
    return _indented(text, margins[-1] if margins else 0)


def _item(block: Block, margins: list[int], numbers: list[int]) -> str:
    depth = max(block.depth, 1)
    del margins[depth - 1 :]
    del numbers[depth:]
    numbers += [0] * (depth - len(numbers))
    left = margins[-1] if margins else 0
    numbers[depth - 1] = block.count or (1 if block.opens else numbers[depth - 1] + 1)
    bullet, printed = _bullet(block, numbers[depth - 1])
    while len(margins) < depth:
        margins.append(left + len(bullet))
    text = printed + _guarded(inline(block.runs))
    return f"{' ' * left}{bullet}{_indented(text, margins[-1]).lstrip(' ')}"


def _bullet(block: Block, number: int) -> tuple[str, str]:
    """Return the Markdown bullet, or the printed marker where Markdown has no such bullet."""
    if _NUMBER.fullmatch(block.marker):
        return f"{block.marker} ", ""
    if block.ordered and not block.marker:
        return f"{number}. ", ""
    worded = any(letter.isalnum() for letter in block.marker)
    return ("", f"{_guarded(escaped(block.marker))} ") if worded else ("- ", "")


def inline(runs: Sequence[Run], *, emphasis: bool = True, breaks: str = "  \n") -> str:
    """Write runs with links and emphasis; a line break becomes `breaks`."""
    pieces = []
    for href, linked in groupby(runs, lambda run: run.href):
        text = "".join(_styled(run, emphasis) for run in linked)
        target = _target(href) if href else ""
        pieces.append(f"[{text}]({target})" if target else text)
    return "".join(pieces).replace("\n", breaks)


def escaped(text: str) -> str:
    """Escape what CommonMark would read as markup inside a line."""
    return _SPECIAL.sub(r"\\\1", text) if _MAYBE_SPECIAL.search(text) else text


def _styled(run: Run, emphasis: bool) -> str:
    text = escaped(plain(run.text))
    core = text.strip()
    mark = "**" * run.strong + "*" * run.emphasis if emphasis else ""
    if not mark or not core:
        return text
    start = text.index(core)
    return f"{text[:start]}{mark}{core}{mark[::-1]}{text[start + len(core) :]}"


def _target(href: str) -> str:
    href = followed(href)
    bad = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\n": "", "\\": "%5C"}
    return "".join(bad.get(letter, letter) for letter in href)


def _guarded(text: str) -> str:
    """Escape what would begin a heading, list or quotation at the start of a line."""
    lines = []
    for line in text.split("\n"):
        line = _LINE_NUMBER.sub(r"\1\\\2", line)
        lines.append(_LINE_START.sub(r"\1\\\2", line) if not _NUMBER.match(line) else line)
    return "\n".join(lines)


def _indented(text: str, margin: int) -> str:
    return "\n".join(" " * margin + line for line in text.split("\n"))


def _tables(rows: Sequence[Block], margins: list[int]) -> list[str]:
    del margins[rows[0].depth :]
    tables: list[list[Block]] = []
    for row in rows:
        if row.opens or not tables:
            tables.append([])
        tables[-1].append(row)
    margin = margins[-1] if margins else 0
    return [_indented(_table(table), margin) for table in tables]


def _table(rows: Sequence[Block]) -> str:
    width = max(len(row.cells) for row in rows)
    lines = [_row(row, width) for row in rows]
    if not rows[0].head:  # Markdown knows no table without a head; an empty one adds no word
        lines.insert(0, "|" + "  |" * width)
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _row(row: Block, width: int) -> str:
    cells = [inline(cell, breaks=" ").replace("|", "\\|") for cell in row.cells]
    cells += [""] * (width - len(cells))
    return "| " + " | ".join(cells) + " |"
