"""Reading the one document that a command is about."""

import sys
from pathlib import Path


def read_source(name: str) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input for ``-``, and a name for messages."""
    if name == "-":
        return sys.stdin.buffer.read(), "standard input"
    return Path(name).read_bytes(), name
