"""Small documents for the tests of the label stage."""

from synoptic.model import (
    Block,
    Clause,
    Document,
    Kind,
    Provenance,
    Run,
    Section,
    Source,
    StatedDate,
)


def clause(number: int, text: str, **context: str) -> Clause:
    block = Block(kind=Kind.PARAGRAPH, runs=(Run(text),))
    return Clause(id=f"c-{number}", number=str(number), block=block, text=text, **context)


def document(*clauses: Clause, path: tuple[str, ...] = (), dates: tuple[StatedDate, ...] = ()):
    """One section with the given clauses under the given headings."""
    source = Source(
        record="a.txt",
        sha256="",
        size=0,
        media_type="text/plain",
        encoding="utf-8",
        text="",
        provenance=Provenance(),
    )
    section = Section(
        id="s-1",
        number=1,
        heading=path[-1] if path else "",
        block=None,
        level=1,
        path=path,
        clauses=clauses,
    )
    return Document(
        source=source, title=None, sections=(section,), dates=dates, removals=(), repairs=()
    )
