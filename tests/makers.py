"""Short ways to the nouns of the model, for tests that are about one stage."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from synoptic.cleaning import clean_page, refuse_empty
from synoptic.model import (
    Block,
    Clause,
    CleanText,
    Document,
    Entry,
    Kind,
    LabelledDocument,
    Moment,
    Provenance,
    Reader,
    Run,
    Source,
)
from synoptic.segment import segment
from synoptic.site.publish import Publication, Published

WAYBACK = "https://web.archive.org/web"


def header(site: str, stamp: str, url: str, day: str = "") -> str:
    """The provenance line of a public corpus, for a capture at `stamp` (14 digits)."""
    day = day or f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    return (
        f"> *The following text is extracted and transformed from the {site} privacy policy "
        f"that was archived on {day}. Please check the [original snapshot on the Wayback "
        f"Machine]({WAYBACK}/{stamp}id_/{url}) for the most accurate reproduction.*\n\n"
    )


def paragraph(text: str, depth: int = 0) -> Block:
    return Block(kind=Kind.PARAGRAPH, runs=(Run(text),), depth=depth)


def heading(text: str, level: int = 1) -> Block:
    return Block(kind=Kind.HEADING, runs=(Run(text),), level=level)


def item(
    text: str, marker: str = "", depth: int = 1, *, ordered: bool = False, opens: bool = False
) -> Block:
    return Block(
        kind=Kind.ITEM,
        runs=(Run(text),),
        marker=marker,
        depth=depth,
        ordered=ordered,
        opens=opens,
    )


def row(*cells: str, head: bool = False, opens: bool = False, depth: int = 0) -> Block:
    return Block(
        kind=Kind.ROW,
        cells=tuple((Run(cell),) if cell else () for cell in cells),
        head=head,
        opens=opens,
        depth=depth,
    )


def source(name: str = "a.txt", provenance: Provenance | None = None) -> Source:
    return Source(
        record=name,
        sha256=name,
        size=1,
        media_type="text/plain",
        encoding="utf-8",
        text="",
        provenance=provenance or Provenance(),
    )


def document(*blocks: Block, name: str = "a.txt") -> Document:
    return segment(source(name), CleanText(blocks=blocks))


def clean_source(source: Source) -> CleanText:
    """Find the policy's own text in a source; EmptyDocumentError if there is none."""
    clean = clean_page(source)
    refuse_empty(source, clean)
    return clean


def clauses(*blocks: Block) -> tuple[Clause, ...]:
    return document(*blocks).clauses


def labelled(name: str = "a.txt", *blocks: Block) -> LabelledDocument:
    blocks = blocks or (paragraph("We keep nothing."),)
    words = {"source": 3, "kept": 3, "removed": 0}
    return LabelledDocument(document=document(*blocks, name=name), tags=(), words=words)


def provenance(stamp: str = "", url: str | None = None, site: str | None = None) -> Provenance:
    at = datetime.strptime(stamp, "%Y%m%d%H%M%S").isoformat() if stamp else None
    return Provenance(site=site, captured_at=Moment.parse(at) if at else None, original_url=url)


def reader(name: str = "Ann", kind: str = "person") -> Reader:
    return Reader(id=name.lower(), name=name, kind=kind)


def entry(name: str = "a.txt", **fields: object) -> Entry:
    return Entry(record=name, **fields)


def publish(files: Mapping[str, bytes], docs: Path) -> Published:
    """Make docs/ hold these generated files and no others."""
    with Publication(docs) as publication:
        for name, data in files.items():
            publication.add(name, [data])
        return publication.finish()
