"""Clauses as HTML: the policy's own text in its own order, with nothing added to it.

In: clauses. Out: HTML. Promise: each clause carries its id as an anchor and its number as an
attribute, which the stylesheet shows, so that the words on the page are the words of the
source. The HTML stands in a Markdown page as one raw block: no letter of it is read as
Markdown.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from synoptic.model import Block, Clause, Kind, Run
from synoptic.site import escape

_DECIMAL = re.compile(r"(\d{1,9})\.")


@dataclass(slots=True)
class _Html:
    """The HTML so far, and the elements that are open at its end."""

    base: str | None
    parts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """Closing tags, innermost last; every list in it is followed by its item."""
    counts: list[int] = field(default_factory=list)
    """For each open list, the number of its last item."""

    def close(self, depth: int = 0) -> None:
        """Close what is open, down into the item of the list at this depth, or into none."""
        depth = min(depth, len(self.counts))
        while self.open and (len(self.counts) > depth or self.open[-1] != "</li>"):
            self.pop()

    def pop(self) -> None:
        """Close the innermost element."""
        tag = self.open.pop()
        self.parts.append(tag)
        if tag in ("</ol>", "</ul>"):
            self.counts.pop()

    def add(self, opening: str, closing: str = "") -> None:
        self.parts.append(opening)
        if closing:
            self.open.append(closing)


def clauses_html(clauses: Sequence[Clause], base: str | None) -> Markup:
    """Return the HTML of the clauses of one section.

    Args:
        clauses: In the order of the text.
        base: The document's original address, against which links are resolved.

    """
    out = _Html(base)
    for clause in clauses:
        _WRITERS[clause.block.kind](out, clause)
    out.close()
    return Markup("\n".join(out.parts))


def runs_html(runs: Iterable[Run], base: str | None) -> Markup:
    """Return runs with their links and emphasis; line breaks become ``<br>``."""
    pieces = []
    for href, linked in groupby(runs, lambda run: run.href):
        group = list(linked)
        inner = Markup("").join(_styled(run) for run in group)
        target = escape.link(href, base) if href else ""
        if target:
            inner = Markup(f'<a href="{escape.html(target)}" rel="nofollow noopener">{inner}</a>')
        pieces.append(inner)
    return Markup("").join(pieces)


def _styled(run: Run) -> Markup:
    text = escape.html(run.text).replace("\n", Markup("<br>"))
    if run.emphasis:
        text = Markup(f"<em>{text}</em>")
    if run.strong:
        text = Markup(f"<strong>{text}</strong>")
    if run.supplied:  # whether or not its link leads anywhere: it is no word of the source
        note = "Name supplied: the source shows none"
        return Markup(f'<span class="supplied" title="{note}">{text}</span>')
    return text


def _attributes(clause: Clause) -> str:
    return f'id="{escape.html(clause.id)}" class="clause" data-number="{clause.number}"'


def _paragraph(out: _Html, clause: Clause) -> None:
    out.close(clause.block.depth)
    text = runs_html(clause.block.runs, out.base)
    out.add(f"<p {_attributes(clause)}>{text}</p>")


def _item(out: _Html, clause: Clause) -> None:
    block = clause.block
    _open_list(out, block)
    number = _number(block)
    out.counts[-1] += 1
    value = "" if number in (None, out.counts[-1]) else f' value="{number}"'
    out.counts[-1] = number or out.counts[-1]
    text = runs_html(block.runs, out.base)
    out.add(f"<li {_attributes(clause)}{value}>{_printed(block)}{text}", "</li>")


def _open_list(out: _Html, block: Block) -> None:
    """Bring the item's list to the end of the HTML: go on with an open one or begin it."""
    depth = min(max(block.depth, 1), len(out.counts) + 1)
    out.close(depth)
    if len(out.counts) == depth:
        out.pop()  # the item before this one
        if block.opens or out.open[-1] != _closing(block):
            out.pop()
    if len(out.counts) < depth:
        number = _number(block) or 1
        start = f' start="{number}"' if number > 1 else ""
        style = f' class="{_style(block)}"' if _style(block) else ""
        out.add(f"<{_closing(block)[2:-1]}{start}{style}>", _closing(block))
        out.counts.append(number - 1)


def _closing(block: Block) -> str:
    return "</ol>" if block.ordered else "</ul>"


def _number(block: Block) -> int | None:
    """The number that a list of the browser's own can show; None for other markers."""
    match = _DECIMAL.fullmatch(block.marker) if block.ordered else None
    return int(match[1]) if match else block.count or None


def _style(block: Block) -> str:
    if not block.marker or _number(block) is not None:
        return ""
    return "printed" if _has_word(block.marker) else "dashed"


def _printed(block: Block) -> Markup:
    """A printed marker that is no plain number stands in the text, as in the source."""
    if _style(block) != "printed":
        return Markup("")
    return Markup(f'<span class="marker">{escape.html(block.marker)}</span> ')


def _has_word(marker: str) -> bool:
    return any(letter.isalnum() for letter in marker)


def _row(out: _Html, clause: Clause) -> None:
    block = clause.block
    if block.opens or not out.open or out.open[-1] != "</table></div>":
        out.close(block.depth)
        out.add(
            '<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>',
            "</table></div>",
        )
    tag, scope = ("th", ' scope="col"') if block.head else ("td", "")
    cells = "".join(f"<{tag}{scope}>{runs_html(cell, out.base)}</{tag}>" for cell in block.cells)
    out.add(f"<tr {_attributes(clause)}>{cells}</tr>")


def _definition(out: _Html, clause: Clause) -> None:
    if not out.open or out.open[-1] != "</dl>":
        out.close(clause.block.depth)
        out.add("<dl>", "</dl>")
    tag = "dt" if clause.block.kind is Kind.TERM else "dd"
    out.add(f"<{tag} {_attributes(clause)}>{runs_html(clause.block.runs, out.base)}</{tag}>")


_WRITERS: Mapping[Kind, Callable[[_Html, Clause], None]] = {
    Kind.PARAGRAPH: _paragraph,
    Kind.ITEM: _item,
    Kind.ROW: _row,
    Kind.TERM: _definition,
    Kind.DEFINITION: _definition,
}
