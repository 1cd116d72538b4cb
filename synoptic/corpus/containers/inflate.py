"""Packed bytes unpacked piece by piece, so that no bomb fills the memory.

Promise: no more is unpacked than was asked for; where the bytes are broken or end too early,
that is a ValueError.
"""

import zlib
from typing import BinaryIO

GZIP = 16 + zlib.MAX_WBITS
ZLIB = zlib.MAX_WBITS
BARE = -zlib.MAX_WBITS
"""What stands around the bytes: nothing."""

_CHUNK = 65_536


class Inflate:
    """What is packed in a file from where it stands.

    Args:
        file: An opened file.
        wrapping: `GZIP`, `ZLIB` or `BARE`.

    """

    def __init__(self, file: BinaryIO, wrapping: int) -> None:
        self._file = file
        self._inflate = zlib.decompressobj(wrapping)

    def read(self, most: int) -> bytes:
        """Return some of the bytes that come next; none at the end.

        Raises:
            ValueError: They are broken, or end too early.

        """
        try:
            while not self._inflate.eof:
                packed = self._inflate.unconsumed_tail or self._file.read(_CHUNK)
                piece = self._inflate.decompress(packed, most)
                if piece:
                    return piece
                if not packed:
                    raise ValueError("it ends too early")
        except zlib.error as error:
            raise ValueError(f"it cannot be unpacked: {error}") from error
        return b""

    @property
    def unused(self) -> bytes:
        """What was read of the file and stands behind the end of what is packed."""
        return self._inflate.unused_data


def inflated(file: BinaryIO, wrapping: int, most: int) -> bytes:
    """Return what is packed in a file, and of too much a byte more than there may be.

    Raises:
        ValueError: It is broken, or ends too early.

    """
    inflate, pieces, left = Inflate(file, wrapping), [], most + 1
    while left > 0 and (piece := inflate.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
