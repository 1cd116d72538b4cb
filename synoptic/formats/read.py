"""Stored bytes to sources: recognise the format by content, decode, take off the header.

Nothing here trusts a file name. A record is HTML, alone or in the message that a browser
saved it as, Markdown or plain text, or it is set aside with an error that names what it
looks like.
"""

import codecs
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256

from synoptic.errors import (
    EmptyDocumentError,
    ProvenanceError,
    UndecodableError,
    UnknownFormatError,
)
from synoptic.formats import FORMATS, HTML, format_of
from synoptic.formats.decode import Decoded, decode, decode_as, with_line_ends
from synoptic.formats.frames import with_frames
from synoptic.formats.markup import is_html
from synoptic.formats.message import SavedFrame, SavedPage, is_message, saved_page
from synoptic.formats.provenance import provenance_of
from synoptic.model import UNKNOWN, Provenance, Source

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a Rich Text file"),
    (b"WARC/", "a WARC file"),
)
"""First bytes of formats that people drop in by mistake, for a message that helps."""

_NAMES = [format_.name for format_ in FORMATS]
_FORMATS = f"put {', '.join(_NAMES[:-1])} or {_NAMES[-1]} into corpus/"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = bytes((*range(9), *range(14, 27), *range(28, 32)))  # without the escapes of ISO-2022
_BINARY_SHARE = 0.02  # a text may have stray control characters; pictures have ten in a hundred
_HEAD = 65_536  # bytes from which the choice of the decoder is made


def read(
    data: bytes,
    name: str,
    encoding: str | None = None,
    *,
    charset: str = "",
    told: Provenance = UNKNOWN,
) -> Source:
    """Turn one record into a source.

    Args:
        data: The bytes as received.
        name: Where they come from, for messages and records.
        encoding: The encoding if a person has stated it, else None.
        charset: The encoding that the container of the record names, if it does.
        told: Where the record comes from, as far as its container says; what was written down
            when it was fetched is above what stands in it.

    Raises:
        CorpusError: Empty, binary, undecodable, or with a faulty header.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyDocumentError(name, "the file holds no text", hint="remove it from corpus/")
    page = _page_in(data, name)
    decoded = _decoded(page, name, encoding, page.charset or charset)
    try:
        provenance, body = provenance_of(decoded.text, page.address, page.saved_at, told)
    except ValueError as error:
        raise ProvenanceError(
            name, str(error), hint="compare the header with the archive's own address and mend it"
        ) from error
    format_ = HTML if page.kind else format_of(body)
    if page.frames:
        body = with_frames(body, page.address or "", _texts_of(page.frames))
    language, direction = format_.declared(body)
    return Source(
        record=name,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        media_type=format_.media_type,
        container=page.kind,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        text=format_.prepared(body),
        provenance=provenance,
        language=language,
        direction=direction,
    )


def _page_in(data: bytes, name: str) -> SavedPage:
    """Return the page that a browser saved as one file, or the stored bytes as they are."""
    if not is_message(data):
        return SavedPage(data)
    try:
        return saved_page(data)
    except ValueError as error:
        hint = "save the page itself, as HTML"
        raise UnknownFormatError(name, f"this is {error}", hint=hint) from error


def _texts_of(frames: Iterable[SavedFrame]) -> dict[str, str]:
    """Return the texts of frames by address; what is no text holds no words."""
    texts: dict[str, str] = {}
    for frame in frames:
        with suppress(ValueError):
            text = decode(frame.data, frame.charset).text
            texts |= dict.fromkeys(frame.addresses, text)
    return texts


def _decoded(page: SavedPage, name: str, encoding: str | None, charset: str) -> Decoded:
    data = page.data
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnknownFormatError(name, f"this is {what}", hint=_FORMATS)
    try:
        if page.kind or _is_html(data) or (charset and not encoding):
            return decode_as(data, encoding) if encoding else decode(data, charset)
        mark = next((used for mark, used in _MARKS if data.startswith(mark)), None)
        if not (encoding or mark) and _is_binary(data):
            raise UnknownFormatError(name, "the file is binary, not text", hint=_FORMATS)
        return _decoded_strictly(data, encoding or mark or "utf-8")
    except (ValueError, LookupError) as error:
        raise UndecodableError(
            name, str(error), hint="state its encoding in corpus.yml, as encoding: windows-1252"
        ) from error


def _is_html(data: bytes) -> bool:
    """Return whether bytes are HTML, of which all signs are ASCII."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"".join(mark for mark, _ in _MARKS))
    return is_html(head.decode("latin-1").replace("\r\n", "\n"))


def _is_binary(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _BINARY)) > _BINARY_SHARE * len(data)


def _decoded_strictly(data: bytes, encoding: str) -> Decoded:
    """Decode text that declares nothing; what does not fit is a fault, never guessed."""
    return Decoded(with_line_ends(data.decode(encoding).removeprefix("\ufeff")), encoding)
