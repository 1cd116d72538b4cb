"""Bytes from a place in a file on: as they stand there, or one gzip member unpacked.

Promise: no more is held than was asked for; where packed bytes are broken or end too early,
that is a ValueError.
"""

import re
from typing import BinaryIO

from synoptic.corpus.containers.gzipped import SIGN
from synoptic.corpus.containers.inflate import GZIP, Inflate

_CHUNK = 65_536
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 65_536


class Stream:
    """What a file holds from a place on."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        file.seek(offset)
        self.is_packed = file.read(len(SIGN)) == SIGN
        file.seek(offset)
        self._file = file
        self._inflate = Inflate(file, GZIP)
        self._ahead = b""

    def read(self, size: int) -> bytes:
        """Return as many bytes as asked for; fewer only where there are no more."""
        pieces = [self._ahead]
        left = size - len(self._ahead)
        while left > 0 and (more := self._more(left)):
            pieces.append(more)
            left -= len(more)
        self._ahead = b"".join(pieces)
        return self._taken(size)

    def head(self) -> bytes:
        """Return what stands above the next blank line, which is taken, too.

        Raises:
            ValueError: There is none for a long while.

        """
        while not (end := _BLANK_LINE.search(self._ahead)):
            more = self._more(_CHUNK) if len(self._ahead) <= _LONGEST_HEAD else b""
            if not more:
                raise ValueError("its head does not end")
            self._ahead += more
        return self._taken(end.end())[: end.start()]

    def skip(self, size: int) -> int:
        """Pass over bytes without keeping them; return how many there were."""
        if not self.is_packed:
            ahead = len(self._taken(size))
            start = self._file.tell()
            end = self._file.seek(0, 2)
            return ahead + self._file.seek(min(end, start + size - ahead)) - start
        passed = 0
        while passed < size and (piece := self.read(min(_CHUNK, size - passed))):
            passed += len(piece)
        return passed

    @property
    def place(self) -> int:
        """Where the file goes on behind what was read: of a packed one, behind its end."""
        left = self._inflate.unused if self.is_packed else self._ahead
        return self._file.tell() - len(left)

    def _taken(self, size: int) -> bytes:
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def _more(self, size: int) -> bytes:
        """Return some of the bytes that come next, none at the end."""
        if not self.is_packed:
            return self._file.read(size)
        return self._inflate.read(max(size, _CHUNK))
