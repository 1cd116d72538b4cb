"""What a server answered, as crawlers keep it: status, fields and the body of a page.

Bodies are unpacked as the fields say, under a limit. Many crawlers keep a body unpacked and
its fields as they came: one that is not packed as the fields say, but reads as text, is taken
as it is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO

from synoptic.corpus.containers.inflate import BARE, GZIP, ZLIB, inflated

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?!\d)")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n")
_MOST_CODINGS = 4

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "")
"""Media types of what may be a page; a server may say nothing."""


class TooMuchError(ValueError):
    """What was packed is longer than it may be."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of a body."""

    status: int
    """``200`` for a page; 0 where there is no status."""
    fields: Mapping[str, str]
    """By name, in lower case."""

    @property
    def is_page(self) -> bool:
        """Whether the body is a page, and is what was asked for."""
        return self.status // 100 == 2 and self.may_be_page

    @property
    def may_be_page(self) -> bool:
        """Whether nothing is said that speaks against it."""
        return self.media_type in _PAGES

    @property
    def media_type(self) -> str:
        """Such as ``text/html``; empty if the server does not say."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding of the text; empty if the server does not say."""
        found = _CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else ""


def fields_of(lines: bytes) -> dict[str, str]:
    """Return named fields, one a line; a line that begins with a blank goes on with the last."""
    text = re.sub(r"\r?\n[ \t]+", " ", lines.decode("utf-8", "replace"))
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def answer_of(head: bytes) -> Answer:
    """Return what stands above the body."""
    first, _, rest = head.partition(b"\n")
    status = _STATUS.match(first)
    return Answer(int(status[1]) if status else 0, fields_of(rest))


def body_of(answer: Answer, sent: bytes, most: int) -> bytes:
    """Return the body of a page as the reader of the page had it.

    Args:
        answer: What the server said of it.
        sent: The bytes as they were sent.
        most: How many bytes there may be.

    Raises:
        TooMuchError: There are more.
        ValueError: They are packed in a way that is not read, or broken.

    """
    body = sent
    if answer.fields.get("transfer-encoding", "").lower().strip() == "chunked":
        body = _joined(sent)
    codings = answer.fields.get("content-encoding", "").lower().replace(",", " ").split()
    if len(codings) > _MOST_CODINGS:
        raise ValueError(f"it is packed {len(codings)} times over")
    for coding in reversed(codings):
        body = _unpacked(body, coding, most)
    if len(body) > most:
        raise TooMuchError(f"it has {len(body)} bytes, more than {most}")
    return body


def _joined(sent: bytes) -> bytes:
    """Join a body that was sent in pieces, each below its length; or was joined already."""
    pieces: list[bytes] = []
    place = 0
    while size := _CHUNK_SIZE.match(sent, place):
        start, length = size.end(), int(size[1], 16)
        if not length:
            return b"".join(pieces)
        pieces.append(sent[start : start + length])
        place = start + length
        place += len(sent[place : place + 2]) if sent.startswith(b"\r\n", place) else 0
    if not pieces:
        return sent
    raise ValueError("the pieces that it was sent in are broken, or the last is missing")


def _unpacked(body: bytes, coding: str, most: int) -> bytes:
    if coding in ("identity", "utf-8", "none"):  # the last two are no codings, but sent as such
        return body
    unpack = _CODINGS.get(coding)
    try:
        if unpack is None:
            raise ValueError(f"its content is packed with {coding}, which is not read")
        return unpack(body, most)
    except TooMuchError:
        raise
    except ValueError:
        if _is_text(body):
            return body
        raise


def _is_text(body: bytes) -> bool:
    try:
        return "\0" not in body.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _inflated(body: bytes, most: int, wrapping: int) -> bytes:
    data = inflated(BytesIO(body), wrapping, most)
    if len(data) > most:
        raise TooMuchError(f"unpacked it has more than {most} bytes")
    return data


def _from_gzip(body: bytes, most: int) -> bytes:
    return _inflated(body, most, GZIP)


def _from_deflate(body: bytes, most: int) -> bytes:
    """Unpack with the wrapping that the standard wants, or bare, as many servers sent it."""
    try:
        return _inflated(body, most, ZLIB)
    except TooMuchError:
        raise
    except ValueError:
        return _inflated(body, most, BARE)


def is_brotli_read() -> bool:
    """Return whether contents that are packed with br can be read on this machine."""
    return find_spec("brotli") is not None


def _from_brotli(body: bytes, most: int) -> bytes:
    try:
        import brotli
    except ImportError:
        raise ValueError("its content is packed with br: pip install brotli") from None
    inflate, pieces, left = brotli.Decompressor(), [], most + 1
    try:
        packed = body
        while left > 0 and not inflate.is_finished():
            piece = inflate.process(packed, output_buffer_limit=left)
            if not piece and inflate.can_accept_more_data():
                raise ValueError("it ends too early")
            packed = b""
            pieces.append(piece)
            left -= len(piece)
    except brotli.error as error:
        raise ValueError(f"it cannot be unpacked: {error}") from error
    if left <= 0:
        raise TooMuchError(f"unpacked it has more than {most} bytes")
    return b"".join(pieces)


_CODINGS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _from_gzip,
    "x-gzip": _from_gzip,
    "deflate": _from_deflate,
    "br": _from_brotli,
}
"""How contents are packed, by the name that servers have for it."""
