"""A file of web archives (WARC, ISO 28500), as it is or each record packed with gzip.

A page record is one capture: an answer of a server with a page in it, a stored page, or a
second sighting of either (revisit). All others, such as requests and pictures, belong to a
crawl and to no edition, and are passed over. Behind damage the next record is looked for.
"""

import hashlib
import re
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import BinaryIO

from synoptic.corpus.containers.answer import (
    Answer,
    TooMuchError,
    answer_of,
    body_of,
    fields_of,
)
from synoptic.corpus.containers.container import Container, Found, begins_with, member_of
from synoptic.corpus.containers.gzipped import SIGN
from synoptic.corpus.containers.sightings import Head, Sightings
from synoptic.corpus.containers.stream import Stream
from synoptic.corpus.limits import HINT, Limits
from synoptic.errors import DamagedError, EmptyDocumentError, TooLargeError
from synoptic.model import Member, Provenance

_BEGINS = b"WARC/"
_FIRST_LINE = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_LONGEST_LINE = 32
_LENGTH = re.compile(r"\d{1,15}")
_PAGES = ("response", "resource", "revisit")
"""Kinds of records that may be a sighting of a page."""

_HEADS = 65_536  # bytes that the fields of an answer may add to its body
_CHUNK = 1 << 20
_MOST_TRIES = 10_000
"""Signs behind damage that begin no record; of a picture, a few in a billion bytes look so."""

_HINT = "fetch it again, or leave it: the other records are read"


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands below the head of a record."""

    answer: Answer | None
    """What a server says of it; None where it is no page."""
    body: bytes = b""
    """Of a page, as it was sent."""
    is_cut: bool = False
    """Whether there is more of it than is read."""
    end: int | None = None
    """Where the next record begins; None where that has to be searched."""


def _recognises(file: BinaryIO) -> bool:
    if begins_with(file, _BEGINS):
        return True
    try:
        return begins_with(file, SIGN) and Stream(file, 0).read(len(_BEGINS)) == _BEGINS
    except ValueError:
        return False


def _members(file: BinaryIO, limits: Limits) -> Iterator[Found]:
    size, offset = file.seek(0, 2), 0
    seen, empty = Sightings(), True
    while offset < size:
        found, end = _at(file, offset, limits.bytes, seen)
        if found is not None:
            empty = False
            yield found
        offset = _searched(file, offset + 1, size) if end is None else _past_blanks(file, end)
    if empty:
        yield EmptyDocumentError("", "there is no page in this WARC file", hint="take it out")


def _at(file: BinaryIO, offset: int, most: int, seen: Sightings) -> tuple[Found | None, int | None]:
    """Look at the record that begins at a byte.

    Returns:
        The page, or what is wrong with the record; None for one that is no page. And where
        the next one begins; None where that has to be searched.

    """
    head, end = None, None
    try:
        stream = Stream(file, offset)
        head = _head(stream)
        block = _block(stream, head, most)
        end = block.end
        return _member(head, block, most, seen, offset), end
    except TooMuchError as error:
        return TooLargeError(_name(head, seen, offset), str(error), hint=HINT.format("bytes")), end
    except _OnePieceError as error:
        return DamagedError("", str(error), hint="unpack it: gunzip FILE"), file.seek(0, 2)
    except ValueError as error:
        return DamagedError(_name(head, seen, offset), str(error), hint=_HINT), end


def _name(head: Head | None, seen: Sightings, offset: int) -> str:
    """Name a record that cannot be read: as the page that it is, else by its place."""
    if head is None or head.kind not in _PAGES:
        return f"byte-{offset}"
    return seen.named(head, offset)


class _OnePieceError(ValueError):
    """All records are packed together, so that none can be read without those before it."""


def _head(stream: Stream) -> Head:
    lines = stream.head()
    fields = fields_of(lines)
    length = fields.get("content-length", "")
    if not (_FIRST_LINE.match(lines) and _LENGTH.fullmatch(length)):
        raise ValueError("the head of a record is broken")
    return Head(fields, int(length))


def _block(stream: Stream, head: Head, most: int) -> _Block:
    """Read what stands below a head, if it may be a page, else pass over it.

    Raises:
        ValueError: It is not as long as the head says, or not what was written down.

    """
    block = stream.read(min(head.length, _HEADS)) if head.kind in _PAGES else b""
    answer, body_at = _answer(head, block)
    if answer is not None:
        block += stream.read(min(head.length, most + _HEADS + 1) - len(block))
    left = head.length - len(block)
    is_cut = answer is not None and left > 0
    if stream.is_packed and left > most:  # to pass over it would be to unpack all of it
        return _Block(answer, is_cut=is_cut)
    if stream.skip(left) < left:
        raise ValueError("it ends too early")
    _check_end(stream)
    if answer is not None and not is_cut:
        _check_digest(head, block)
    return _Block(answer, block[body_at:], is_cut, stream.place)


def _answer(head: Head, block: bytes) -> tuple[Answer | None, int]:
    """Say what a page record holds, None for any other, and where in the block it begins."""
    if head.address is None or head.kind not in _PAGES:
        return None, 0
    if head.kind == "resource":
        stored = Answer(200, {"content-type": head.fields.get("content-type", "")})
        return (stored if stored.is_page else None), 0
    blank = _BLANK_LINE.search(block)
    top = block[: blank.start()] if blank else block
    if head.kind == "revisit":
        sent = answer_of(top)
        return (sent if sent.may_be_page else None), 0
    if not (blank and block.startswith(b"HTTP/")):
        raise ValueError("there is no answer of a server in it")
    answer = answer_of(top)
    return (answer if answer.is_page else None), blank.end()


_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


def _check_end(stream: Stream) -> None:
    """Refuse a record that is longer than it says: what follows it would be read as nothing."""
    behind = stream.read(len(b"\r\n\r\n"))
    if stream.is_packed and stream.read(len(_BEGINS)) == _BEGINS:
        raise _OnePieceError("its records are packed as one piece, not each for itself")
    if behind.strip(b"\r\n") or (stream.is_packed and stream.read(1)):
        raise ValueError("it is longer than its head says")


def _check_digest(head: Head, block: bytes) -> None:
    """Hold a block against the digest that was written down with it, if there is one."""
    method, _, value = head.fields.get("warc-block-digest", "").partition(":")
    if method.lower() in ("sha1", "sha256", "md5"):
        digest = hashlib.new(method.lower(), block, usedforsecurity=False)
        written = {digest.hexdigest(), b32encode(digest.digest()).decode().lower()}
        if value.strip().lower() not in written:
            raise ValueError("it is not what was written down: the digest is another")


def _member(head: Head, block: _Block, most: int, seen: Sightings, offset: int) -> Member | None:
    """Make a member of a page record."""
    if block.answer is None:
        seen.keep(head, None)
        return None
    if block.is_cut:
        raise TooMuchError(f"it has {head.length} bytes, more than {most}")
    provenance = Provenance(captured_at=head.at, original_url=head.address)
    if head.kind == "revisit":
        first = seen.first(head)
        if first is None:
            return None
        return replace(first, name=seen.named(head, offset), provenance=provenance)
    for field, problem in _PARTIAL.items():
        if field in head.fields:
            raise ValueError(f"{problem}: {head.fields[field]}")
    body = body_of(block.answer, block.body, most)
    member = member_of(
        body,
        seen.named(head, offset),
        offset,
        charset=block.answer.charset,
        provenance=provenance,
    )
    seen.keep(head, member)
    return member


_PARTIAL = {
    "warc-truncated": "the crawler cut it short",
    "warc-segment-number": "it is one of several segments, which are not joined",
}
"""Fields that say that a record holds a part of a page, and what that means."""


def _past_blanks(file: BinaryIO, offset: int) -> int:
    """Return where the blank lines after a record end."""
    file.seek(offset)
    while blanks := file.read(_CHUNK):
        rest = blanks.lstrip(b"\r\n")
        offset += len(blanks) - len(rest)
        if rest:
            break
    return offset


def _searched(file: BinaryIO, start: int, size: int) -> int:
    """Return where the next record behind damage begins, or the end of the file."""
    sign = SIGN if begins_with(file, SIGN) else _BEGINS
    for offset in islice(_places(file, sign, start), _MOST_TRIES):
        if _begins_record(file, offset):
            return offset
    return size


def _places(file: BinaryIO, sign: bytes, start: int) -> Iterator[int]:
    """Yield where a sign stands in a file, from a byte on."""
    while True:
        file.seek(start)
        chunk = file.read(_CHUNK)
        if len(chunk) < len(sign):
            return
        found = -1
        while (found := chunk.find(sign, found + 1)) >= 0:
            yield start + found
        start += len(chunk) - len(sign) + 1


def _begins_record(file: BinaryIO, offset: int) -> bool:
    try:
        return bool(_FIRST_LINE.match(Stream(file, offset).read(_LONGEST_LINE)))
    except ValueError:
        return False


def _read(file: BinaryIO, member: Member) -> bytes:
    stream = Stream(file, member.offset)
    head = _head(stream)
    block = _block(stream, head, max(member.size, head.length))
    if block.answer is None:
        raise ValueError("it is no page any more")
    return body_of(block.answer, block.body, member.size)


WARC = Container(kind="WARC file", recognises=_recognises, members=_members, read=_read)
