"""Sources to clean text: parse by format, leave out the page's furniture, repair the form."""

from dataclasses import replace

from synoptic.cleaning.repairs import repaired
from synoptic.errors import EmptyDocumentError
from synoptic.formats import format_named
from synoptic.model import CleanText, Source


def refuse_empty(source: Source, clean: CleanText) -> None:
    """Raise `EmptyDocumentError` if cleaning has left no text."""
    if not any(block.text.strip() for block in clean.blocks):
        raise EmptyDocumentError(
            source.record,
            "no policy text is left after cleaning",
            hint="if the page does hold a policy, please report it with the file",
        )


def clean_page(source: Source) -> CleanText:
    """Part the text of a captured page from its furniture; there may be no text at all."""
    format_ = format_named(source.media_type)
    parsed = format_.parsed(source.text, 1 + source.provenance.header_lines)
    blocks, repairs = repaired(list(parsed.blocks), tidy=format_.is_markup)
    return replace(parsed, blocks=tuple(blocks), repairs=(*parsed.repairs, *repairs))
