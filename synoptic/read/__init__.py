"""Stored bytes to captures: recognise the format by content, decode, take off the header.

Nothing here trusts a file name. A file is HTML, Markdown or plain text, or it is
set aside with an error that names what it looks like.
"""

import codecs
import html
import re
from hashlib import sha256

from synoptic.errors import (
    EmptyDocumentError,
    ProvenanceError,
    UndecodableError,
    UnknownFormatError,
)
from synoptic.model import Capture
from synoptic.read.declared import declared
from synoptic.read.decode import decode
from synoptic.read.provenance import split_header

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

_FORMATS = "put HTML, Markdown or plain text into corpus/"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIME = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:.*\n(?:[ \t].*\n)*)*?MIME-Version:", re.IGNORECASE)
"""Headers of a message: what mail programs keep, and browsers that save a page as one file."""
_BINARY = bytes((*range(9), *range(14, 27), *range(28, 32)))  # without the escapes of ISO-2022
_BINARY_SHARE = 0.02  # a text may have stray control characters; pictures have ten in a hundred
# Elements that no Markdown needs, anywhere near the head; or any element as the first word:
# fragments begin with <h1> or <ul>, while a <br> further down says nothing.
_HTML_START = (
    r"<!doctype\s+html|<(?:html|head|body|meta|title|div|p|table|frameset|font|center)\b[^<>]*>"
    r"|\A\s*<[a-z][a-z0-9]*(?:\s[^<>]*)?>"
)
_HTML = re.compile(_HTML_START, re.IGNORECASE)
_HTML_BYTES = re.compile(_HTML_START.encode("ascii"), re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_NESTED_REFERENCES = 8  # twice is common, four times was seen
_HTML_SCAN = 4096  # saved pages put at most a comment header and an XML line before <html>
_MARKDOWN = re.compile(
    r"^(?:#{1,6} |\s{0,3}(?:[*+-]|\d{1,9}[.)]) |> )|\[[^\[\]\n]*\]\([^)\s]{0,500}\)"
    r"|\*\*\S|^[=-]{3,}$",
    re.MULTILINE,
)  # a link's text holds no bracket and its address has an end: else "[[[[" costs the square


def read(data: bytes, name: str, encoding: str | None = None) -> Capture:
    """Turn one stored file into a capture.

    Args:
        data: The bytes as received.
        name: Where they come from, for messages and records.
        encoding: The encoding if a person has stated it, else None.

    Raises:
        CorpusError: Empty, binary, undecodable, or with a faulty header.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyDocumentError(name, "the file holds no text", hint="remove it from corpus/")
    text, used_encoding = _decoded(data, name, encoding)
    try:
        provenance, body = split_header(text)
    except ValueError as error:
        raise ProvenanceError(
            name, str(error), hint="compare the header with the archive's own address and mend it"
        ) from error
    media_type = media_type_of(body)
    if media_type == "text/markdown":
        body = _without_references(body)
    language, direction = declared(body) if media_type == "text/html" else (None, None)
    return Capture(
        name=name,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        media_type=media_type,
        encoding=used_encoding,
        text=body,
        provenance=provenance,
        language=language,
        direction=direction,
    )


def media_type_of(text: str) -> str:
    """Say what a decoded text is written in.

    >>> media_type_of("<html><body>Hello</body></html>")
    'text/html'
    >>> media_type_of("# Privacy")
    'text/markdown'
    >>> media_type_of("We keep nothing.")
    'text/plain'
    """
    if _HTML.search(text, 0, _HTML_SCAN):
        return "text/html"
    return "text/markdown" if _MARKDOWN.search(text) else "text/plain"


def _without_references(text: str) -> str:
    """Read character references of Markdown as the characters they stand for.

    Until none is left, since an address that was escaped twice is undone by the parser,
    too, and its words have to be counted as they will stand. Only whole references
    with a semicolon count: "?a=1&copy=2" is no copyright sign.
    """
    for _ in range(_NESTED_REFERENCES):
        undone = _REFERENCE.sub(lambda match: html.unescape(match[0]), text)
        if undone == text:
            break
        text = undone
    return text


def _decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnknownFormatError(name, f"this is {what}", hint=_FORMATS)
    if _MIME.match(data, 0, _HTML_SCAN):
        what = "a message with parts, as .mhtml and .eml files are"
        raise UnknownFormatError(name, f"this is {what}", hint="save the page itself, as HTML")
    try:
        if encoding is None and _HTML_BYTES.search(data.replace(b"\0", b""), 0, _HTML_SCAN):
            return decode(data)
        mark = next((used for mark, used in _MARKS if data.startswith(mark)), None)
        if not (encoding or mark) and _is_binary(data):
            raise UnknownFormatError(name, "the file is binary, not text", hint=_FORMATS)
        return _decoded_strictly(data, encoding or mark or "utf-8")
    except (ValueError, LookupError) as error:
        raise UndecodableError(
            name, str(error), hint="state its encoding in corpus.yml, as encoding: windows-1252"
        ) from error


def _is_binary(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _BINARY)) > _BINARY_SHARE * len(data)


def _decoded_strictly(data: bytes, encoding: str) -> tuple[str, str]:
    """Decode text that declares nothing; what does not fit is a fault, never guessed."""
    text = data.decode(encoding).removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
