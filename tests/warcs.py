"""WARC files of our own pages, as crawlers write them."""

import gzip
import hashlib
from base64 import b32encode

PAGE = """<!doctype html><html lang=en><head><title>Privacy at {name}</title></head><body>
<h1>Privacy at {name}</h1><p>{name} collects your name and address. We do not sell personal
information to third parties.</p><p>{more}</p></body></html>"""


def page(name: str = "Acme", more: str = "We keep it for a year.") -> bytes:
    return PAGE.format(name=name, more=more).encode()


def answer(
    body: bytes, *fields: str, status: str = "200 OK", media_type: str = "text/html; charset=utf-8"
) -> bytes:
    """What a server sent: status, fields and body."""
    lines = [
        f"HTTP/1.1 {status}",
        *([f"Content-Type: {media_type}"] if media_type else []),
        *fields,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    block: bytes,
    *fields: str,
    kind: str = "response",
    address: str = "http://www.acme.example/privacy",
    date: str = "2012-06-21T21:42:09Z",
    length: int | None = None,
    version: str = "1.0",
) -> bytes:
    """One record: head, block and the blank lines that end it."""
    digest = b32encode(hashlib.sha1(block).digest()).decode()
    head = [
        f"WARC/{version}",
        f"WARC-Type: {kind}",
        *([f"WARC-Target-URI: {address}"] if address else []),
        *([f"WARC-Date: {date}"] if date else []),
        *([f"WARC-Block-Digest: sha1:{digest}"] if "WARC-Block-Digest: " not in fields else []),
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block) if length is None else length}",
        *(field for field in fields if field != "WARC-Block-Digest: "),
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as they lie in a .warc.gz: each packed for itself, always to the same bytes."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


INFO = record(b"software: a crawler\r\n", kind="warcinfo", address="")
REQUEST = record(b"GET /privacy HTTP/1.1\r\nHost: www.acme.example\r\n\r\n", kind="request")
PICTURE = record(
    answer(b"\x89PNG" + bytes(range(256)), media_type="image/png"),
    address="http://www.acme.example/logo.png",
)
