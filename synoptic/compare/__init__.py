"""Compare: what became of a text in its next capture."""
