"""A page that a browser saved as one file (``.mht``, ``.mhtml``): a message with parts.

In: the stored bytes. Out: the part that is the page, with what the headers say of its
encoding, its address and the time it was saved, and the pages of its frames. Promise: the
other parts, such as pictures, are left alone; nothing is written, and no name in the file is
used as one.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime

from synoptic.model import Moment

_HEADERS = re.compile(
    rb"\s*(?:[A-Za-z][A-Za-z0-9-]*:.*\n(?:[ \t].*\n)*)*?"
    rb"(?:MIME-Version:|Content-Type:\s*multipart/related\b)",
    re.IGNORECASE,
)
_HEADERS_WITHIN = 4096
_SAVED_AS = ("multipart/related", "text/html")
"""What browsers save: a page with its parts (RFC 2557), or alone. Mails are other messages."""

_PARTED = re.compile(rb"^Content-Type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_PARTED = 16
"""Messages within messages: a saved page is one, and the parser's time grows with each."""

_PAGE = "text/html"
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")  # Chrome's own first
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page with what the message around it says; a file that is none is a page alone."""

    data: bytes
    """As they are in the file, or with their transfer encoding undone."""
    kind: str = ""
    """Media type of the whole message, such as ``multipart/related``; empty if there is none."""
    charset: str = ""
    """The encoding that the part's header declares; empty if none."""
    address: str | None = None
    saved_at: Moment | None = None
    frames: tuple["SavedFrame", ...] = ()
    """The other pages in the message."""


@dataclass(frozen=True, slots=True)
class SavedFrame:
    """A page that was saved beside another one."""

    addresses: tuple[str, ...]
    """By which that page may call it: its place on the web, its name in the message."""
    data: bytes
    charset: str


def is_message(data: bytes) -> bool:
    r"""Return whether stored bytes begin with the headers of a message.

    >>> is_message(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n")
    True
    """
    return bool(_HEADERS.match(data, 0, _HEADERS_WITHIN))


def saved_page(data: bytes) -> SavedPage:
    """Return the page that a browser saved as a message.

    Raises:
        ValueError: There is none, or the message cannot be read.

    """
    if len(_PARTED.findall(data)) > _MOST_PARTED:
        raise ValueError("a message with too many messages in it")
    try:
        message = message_from_bytes(data.lstrip())
        kind = message.get_content_type()
        part = _page_of(message) if kind in _SAVED_AS else None
        if part is None:
            raise ValueError("a message without a saved page, as mail programs keep them (.eml)")
        return SavedPage(
            data=_body(part),
            kind=kind,
            charset=part.get_content_charset() or "",
            address=_address(message, part),
            saved_at=_time(message),
            frames=tuple(_frame(page) for page in _pages(message) if page is not part),
        )
    except (MessageError, RecursionError, LookupError, TypeError) as error:
        raise ValueError(f"a message whose parts cannot be read ({error})") from error


def _page_of(message: Message) -> Message | None:
    """Return the part that is the page: the one named as the start, else the first page."""
    pages = _pages(message)
    start = message.get_param("start")
    named = (part for part in pages if str(part.get("Content-ID", "")).strip() == start)
    return next(named, pages[0] if pages else None)


def _pages(message: Message) -> list[Message]:
    return [part for part in message.walk() if part.get_content_type() == _PAGE]


def _body(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _frame(part: Message) -> SavedFrame:
    name = "".join(str(part.get("Content-ID", "")).split()).strip("<>")
    place = "".join(str(part.get("Content-Location", "")).split())
    addresses = tuple(filter(None, (f"cid:{name}" if name else "", place)))
    return SavedFrame(addresses, _body(part), part.get_content_charset() or "")


def _address(message: Message, part: Message) -> str | None:
    given = [str(said.get(name, "")) for name in _ADDRESSES for said in (message, part)]
    unfolded = ("".join(address.split()) for address in given)
    return next((address for address in unfolded if _WEB.fullmatch(address)), None)


def _time(message: Message) -> Moment | None:
    """Return when the page was saved; None where the header says nothing that can be."""
    try:
        at: datetime = parsedate_to_datetime(str(message["Date"]))
        return Moment.parse(at.isoformat())
    except (ValueError, OverflowError, IndexError):
        return None
