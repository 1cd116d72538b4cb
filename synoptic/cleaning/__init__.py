"""Captures to clean text: parse by format, leave out the page's furniture, repair the form."""

from synoptic.cleaning.repairs import repaired
from synoptic.errors import EmptyDocumentError
from synoptic.formats.html.page import blocks_from_html
from synoptic.formats.markdown import blocks_from_markdown, blocks_from_text
from synoptic.model import CleanText, Source


def clean_source(source: Source) -> CleanText:
    """Find the policy's own text in a capture.

    Raises:
        EmptyDocumentError: Nothing is left that could be policy text.
    """
    clean = clean_page(source)
    refuse_empty(source, clean)
    return clean


def refuse_empty(source: Source, clean: CleanText) -> None:
    """Raise `EmptyDocumentError` if cleaning has left no text."""
    if not any(block.text.strip() for block in clean.blocks):
        raise EmptyDocumentError(
            source.name,
            "no policy text is left after cleaning",
            hint="if the page does hold a policy, please report it with the file",
        )


def clean_page(source: Source) -> CleanText:
    """Part the text of a captured page from its furniture; there may be no text at all."""
    first_line = 1 + source.provenance.header_lines
    targets: list[str] = []
    if source.media_type == "text/html":
        blocks, removals, repairs = blocks_from_html(source.text, first_line)
    else:
        removals, repairs = [], []
        if source.media_type == "text/markdown":
            blocks, targets = blocks_from_markdown(source.text, first_line)
        else:
            blocks = blocks_from_text(source.text, first_line)
    blocks, more = repaired(blocks, tidy=source.media_type == "text/html")
    return CleanText(
        blocks=tuple(blocks),
        removals=tuple(removals),
        repairs=(*repairs, *more),
        targets=tuple(targets),
    )
