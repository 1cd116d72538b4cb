"""HTML to blocks."""

from synoptic.model import Block, Removal, Repair


def blocks_from_html(text: str) -> tuple[list[Block], list[Removal], list[Repair]]:
    """Parse HTML."""
    return [], [], []
