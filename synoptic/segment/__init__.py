"""Clean text to a document: sections under headings, clauses with lasting ids.

A clause id is made of the clause's own words, so it survives a rebuild and any
change elsewhere in the text; repeats are counted.
"""

from collections import Counter
from collections.abc import Sequence

from synoptic.formats.removals import removed, window_title
from synoptic.model import (
    Block,
    Clause,
    CleanText,
    Document,
    Kind,
    Removal,
    Section,
    Source,
    text_of,
)
from synoptic.segment.dates import stated_dates
from synoptic.segment.titles import title_of
from synoptic.text.words import fingerprint, one_line, slug_of


def segment(source: Source, clean: CleanText) -> Document:
    """Cut a clean text into sections and clauses."""
    ids: Counter[str] = Counter()
    sections: list[Section] = []
    path: list[str] = []
    for heading, blocks in _under_headings(clean.blocks):
        number = len(sections) + (0 if sections and not sections[0].heading else 1)
        if heading is None:
            number = 0
        else:
            del path[heading.level - 1 :]
            path.append(one_line(text_of(heading.runs)))
        sections.append(_section(heading, blocks, number, tuple(path), ids))
    headings = (section.heading for section in sections)
    title, title_source = title_of(headings, window_title(clean))
    return Document(
        source=source,
        title=title,
        title_source=title_source,
        sections=tuple(sections),
        dates=stated_dates([text for section in sections for text in section.passages]),
        removals=(*_header(source), *clean.removals),
        repairs=clean.repairs,
    )


def _header(source: Source) -> list[Removal]:
    header = source.provenance.header
    return [removed("provenance-header", header, line=1)] if header else []


def _under_headings(
    blocks: Sequence[Block],
) -> list[tuple[Block | None, list[Block]]]:
    groups: list[tuple[Block | None, list[Block]]] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            groups.append((block, []))
        elif groups:
            groups[-1][1].append(block)
        else:
            groups.append((None, [block]))
    return groups


def _section(
    heading: Block | None,
    blocks: Sequence[Block],
    number: int,
    path: tuple[str, ...],
    ids: Counter[str],
) -> Section:
    name = path[-1] if heading else ""
    return Section(
        id=_unique(f"s-{slug_of(name)[:60].strip('-') or fingerprint(name)}", ids),
        number=number,
        heading=name,
        block=heading,
        level=heading.level if heading else 1,
        path=path,
        clauses=tuple(_clauses(blocks, number, ids)),
    )


def _clauses(blocks: Sequence[Block], section: int, ids: Counter[str]) -> list[Clause]:
    clauses = []
    above: dict[int, str] = {}  # the last text seen at each depth: what opens a list below it
    for count, block in enumerate(blocks, start=1):
        text = clause_text(block)
        leads = [above[depth] for depth in sorted(above) if depth < block.depth]
        clauses.append(
            Clause(
                id=_unique(f"c-{fingerprint(text)}", ids),
                number=f"{section}.{count}",
                block=block,
                text=text,
                title=_title(block),
                lead_in=leads[-1] if leads and block.kind is Kind.ITEM else "",
            )
        )
        above = {depth: lead for depth, lead in above.items() if depth < block.depth}
        above[block.depth] = text
    return clauses


def clause_text(block: Block) -> str:
    """Return the words of a block in one piece; cells are parted by " | ".

    Printed markers and supplied names are not part of it.
    """
    if block.kind is Kind.ROW:
        return " | ".join(one_line(text_of(cell)) for cell in block.cells)
    return text_of(block.runs)


def _title(block: Block) -> str:
    """The emphasised line at the head of a block that goes on below it."""
    first, _, rest = text_of(block.runs).partition("\n")
    emphasised = bool(block.runs) and (block.runs[0].strong or block.runs[0].emphasis)
    return first if rest and emphasised and block.runs[0].text == first else ""


def _unique(name: str, ids: Counter[str]) -> str:
    ids[name] += 1
    return name if ids[name] == 1 else f"{name}-{ids[name]}"
