"""A ZIP archive of files: each is a record, under its path in the archive.

Office documents are ZIP archives, too, and none of these. Hidden files are left out, as they
are in a folder. Nothing is unpacked to a disk, and no name in the archive is used as a path.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from synoptic.corpus.containers.container import Container, Found, begins_with, member_of
from synoptic.corpus.containers.inflate import BARE, inflated
from synoptic.corpus.limits import HINT, Limits
from synoptic.errors import CorpusError, DamagedError, TooLargeError
from synoptic.model import Member
from synoptic.plain import is_plain, shown

_SIGN = b"PK\x03\x04"
_OFFICE = ("[Content_Types].xml", "mimetype")
"""What every office document or book holds at its root, and no archive of pages."""

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
"""What stands before the name of a packed file, as the format has it."""

_HINT = "unpack it, mend it, or take it out"


def _recognises(file: BinaryIO) -> bool:
    if not begins_with(file, _SIGN):
        return False
    try:
        names = zipfile.ZipFile(file).namelist()
    except _BROKEN:
        return True  # to say so
    return not any(name in names for name in _OFFICE)


_BROKEN = (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, struct.error, OSError)
"""What a damaged archive, or one that lies, shows as."""


def _members(file: BinaryIO, limits: Limits) -> Iterator[Found]:
    try:
        infos = _files(file)
    except _BROKEN as error:
        yield DamagedError("", f"this ZIP archive cannot be read: {error}", hint=_HINT)
        return
    names: set[str] = set()
    for info in infos:
        name = info.filename
        if not is_plain(name) or name in names:
            problem = "another file of this name is in the archive" if name in names else _TRICK
            yield CorpusError(shown(name), problem, hint="unpack it, and rename the file")
            continue
        names.add(name)
        yield _member(file, info, limits)


_TRICK = "the name holds bytes or signs that cannot be shown"


def _files(file: BinaryIO) -> list[zipfile.ZipInfo]:
    """Return the files of an archive in the order of its bytes.

    Raises:
        ValueError: Two share bytes, so that a small archive could unpack to a huge one.

    """
    infos = sorted(zipfile.ZipFile(file).infolist(), key=lambda info: info.header_offset)
    end = 0
    for info in infos:
        if info.header_offset < end:
            raise ValueError("files in it overlap")
        end = info.header_offset + _LOCAL.size + info.compress_size
    return [info for info in infos if not (info.is_dir() or _is_hidden(info.filename))]


_HIDDEN = re.compile(r"\.+[^.]|__MACOSX$")  # not "..", which leads nowhere from a name


def _is_hidden(name: str) -> bool:
    return any(_HIDDEN.match(part) for part in name.split("/"))


def _member(file: BinaryIO, info: zipfile.ZipInfo, limits: Limits) -> Found:
    name = info.filename
    if max(info.file_size, info.compress_size) > limits.bytes:
        problem = f"unpacked it has {info.file_size} bytes, more than {limits.bytes}"
        return TooLargeError(name, problem, hint=HINT.format("bytes"))
    try:
        data = _unpacked(file, info.header_offset, info.file_size)
    except ValueError as error:
        return DamagedError(name, str(error), hint=_HINT)
    if len(data) != info.file_size or zlib.crc32(data) != info.CRC:
        return DamagedError(name, "it is not what the archive says of it", hint=_HINT)
    return member_of(data, name, info.header_offset)


def _read(file: BinaryIO, member: Member) -> bytes:
    return _unpacked(file, member.offset, member.size)


def _unpacked(file: BinaryIO, offset: int, size: int) -> bytes:
    """Return a file of the archive by its place: the list of all files is not read for each.

    Raises:
        ValueError: There is none, or it is packed in a way that is not read.

    """
    file.seek(offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(_SIGN):
        raise ValueError("there is no file where the archive says")
    _, _, flags, method, *_, name_length, extra_length = _LOCAL.unpack(head)
    file.seek(name_length + extra_length, 1)
    if flags & _LOCKED:
        raise ValueError("it is locked with a password")
    if method == zipfile.ZIP_STORED:
        return file.read(size)
    if method != zipfile.ZIP_DEFLATED:
        raise ValueError(f"it is packed in a way that is not read, number {method}")
    return inflated(file, BARE, size)


_LOCKED = 0x1


ZIP = Container(kind="ZIP archive", recognises=_recognises, members=_members, read=_read)
