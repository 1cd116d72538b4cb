"""The containers that records lie in: one object each, in one list.

To read another container, write what it needs and add it to `CONTAINERS`; nothing else in
the program knows how a file holds its records. What a record is written in is told later,
by `FORMATS`.
"""

from typing import BinaryIO

from synoptic.corpus.containers.container import Container, Found
from synoptic.corpus.containers.file import FILE
from synoptic.corpus.containers.gzipped import GZIP
from synoptic.corpus.containers.warc import WARC
from synoptic.corpus.containers.zipped import ZIP

__all__ = ["CONTAINERS", "Container", "Found", "container_of"]

CONTAINERS = (WARC, ZIP, GZIP, FILE)
"""In the order in which they are asked whether a file is theirs; the last takes any."""


def container_of(file: BinaryIO) -> Container:
    """Return the container that an opened file is."""
    return next(container for container in CONTAINERS if container.recognises(file))
