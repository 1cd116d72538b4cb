"""One file packed with gzip: a container of one record, which is what was packed.

What is packed twice is unpacked once; the reader then says what it found.
"""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from synoptic.corpus.containers.container import Container, Found, begins_with, member_of
from synoptic.corpus.limits import HINT, Limits
from synoptic.errors import DamagedError, TooLargeError
from synoptic.model import Member

SIGN = b"\x1f\x8b\x08"


def _recognises(file: BinaryIO) -> bool:
    return begins_with(file, SIGN)


def _members(file: BinaryIO, limits: Limits) -> Iterator[Found]:
    try:
        data = _unpacked(file, limits.bytes)
    except ValueError as error:
        yield DamagedError("", str(error), hint="fetch it again, or take it out")
        return
    if len(data) > limits.bytes:
        problem = f"unpacked it has more than {limits.bytes} bytes"
        yield TooLargeError("", problem, hint=HINT.format("bytes"))
        return
    yield member_of(data)


def _read(file: BinaryIO, member: Member) -> bytes:
    return _unpacked(file, member.size)


def _unpacked(file: BinaryIO, most: int) -> bytes:
    """Return the beginning of what was packed, one byte more than the most that is wanted."""
    file.seek(0)
    try:
        with gzip.GzipFile(fileobj=file) as packed:
            return packed.read(most + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ValueError(f"it cannot be unpacked: {error}") from error


GZIP = Container(
    kind="gzip file", recognises=_recognises, members=_members, read=_read, holds_many=False
)
