"""The units of a document: its headings and clauses in one sequence.

In: a `Document`. Out: `Unit`s in the order of the text, numbered from 0, with the
places of links and emphasis. Promise: every heading and every clause is one unit.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from synoptic.model import Block, Clause, Document, Kind, Run, Section, Stretch, Unit


def units_of(document: Document) -> tuple[Unit, ...]:
    """Return the headings and clauses of a document as units of collation."""
    units = chain.from_iterable(_of_section(section) for section in document.sections)
    return tuple(replace(unit, index=index) for index, unit in enumerate(units))


def _of_section(section: Section) -> Iterator[Unit]:
    if section.heading:
        yield _heading(section)
    for clause in section.clauses:
        yield _clause(clause, section.path)


def _heading(section: Section) -> Unit:
    runs = section.block.runs if section.block else ()
    return Unit(
        id=section.id,
        index=0,
        kind=Kind.HEADING,
        text=section.heading,
        number=str(section.number),
        path=section.path[:-1],
        level=section.level,
        form=f"heading {section.level}",
        links=_links(section.heading, runs),
    )


def _clause(clause: Clause, path: tuple[str, ...]) -> Unit:
    block = clause.block
    runs = tuple(chain.from_iterable(block.cells)) if block.kind is Kind.ROW else block.runs
    return Unit(
        id=clause.id,
        index=0,
        kind=block.kind,
        text=clause.text,
        number=clause.number,
        path=path,
        lead_in=clause.lead_in,
        form=_form(block),
        links=_links(clause.text, runs),
        emphasis=_emphasis(clause.text, runs),
    )


def _form(block: Block) -> str:
    marker = f" {block.marker}" if block.marker else ""
    depth = f" at depth {block.depth}" if block.depth else ""
    return f"{block.kind}{marker}{depth}"


def _links(text: str, runs: tuple[Run, ...]) -> tuple[Stretch, ...]:
    return tuple(_stretches(text, [(run.text, run.href) for run in _own(runs)]))


def _emphasis(text: str, runs: tuple[Run, ...]) -> tuple[Stretch, ...]:
    return tuple(_stretches(text, [(run.text, _style(run)) for run in _own(runs)]))


def _style(run: Run) -> str:
    return " ".join(["strong"] * run.strong + ["emphasis"] * run.emphasis)


def _own(runs: tuple[Run, ...]) -> list[Run]:
    return [run for run in runs if not run.supplied]


def _stretches(text: str, parts: list[tuple[str, str]]) -> Iterator[Stretch]:
    """Find the parts that have a value in the text; neighbours of one value are one stretch.

    Places are counted in letters, not characters: a clause may have other white
    space, and other signs between table cells, than its runs.
    """
    # Searching for the runs instead would go through the text once for each link.
    places = [place for place, character in enumerate(text) if character.isalnum()]
    if len(places) != sum(map(_letters, (part for part, _ in parts))):
        return
    start, value = 0, ""
    end = 0
    for part, next_value in [*parts, ("", "")]:
        if next_value != value and (_letters(part) or not part):
            if value and end > start:
                yield Stretch(places[start], places[end - 1] + 1, value)
            start, value = end, next_value
        end += _letters(part)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
