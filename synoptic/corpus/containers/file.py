"""A plain file: a container of one record, which is the file as it is."""

import os
from collections.abc import Iterator
from typing import BinaryIO

from synoptic.corpus.containers.container import Container, Found, member_of
from synoptic.corpus.limits import HINT, Limits
from synoptic.errors import TooLargeError
from synoptic.model import Member


def _is_any(_: BinaryIO) -> bool:
    return True


def _members(file: BinaryIO, limits: Limits) -> Iterator[Found]:
    file.seek(0)
    data = file.read(limits.bytes + 1)
    if len(data) <= limits.bytes:
        yield member_of(data)
        return
    size = max(os.fstat(file.fileno()).st_size, len(data))
    problem = f"it has {size} bytes, more than {limits.bytes}"
    yield TooLargeError("", problem, hint=HINT.format("bytes"))


def _read(file: BinaryIO, member: Member) -> bytes:
    file.seek(0)
    return file.read(member.size + 1)


FILE = Container(kind="file", recognises=_is_any, members=_members, read=_read, holds_many=False)
