"""Provenance headers: what a file says about where it comes from.

Text in; facts and the place where the header ends out. Two headers of a public
corpus of archived policies are known: a Markdown quote line and an HTML comment.
Each names a site, a date and a Wayback Machine address; the address carries
the capture time to the second and the original address, so that the parts can
be held against one another. A header that contradicts itself is an error. Where there is
none, the note counts that a browser leaves in a page that it saves.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from synoptic.formats.links import without_password
from synoptic.formats.saving_note import saving_note
from synoptic.model import UNKNOWN, Moment, Provenance

_SUBJECT = (
    r"(?P<site>\S+) privacy policy that was archived on (?P<date>\S+?)\.\s+"
    r"Please check the original snapshot on the Wayback Machine"
)
_MARKDOWN_HEADER = re.compile(
    r"\s*> \*The following text is extracted and transformed from the "
    + _SUBJECT.replace("original snapshot on the Wayback Machine", r"\[original snapshot[^]]*\]")
    + r"\((?P<url>\S+)\) for the most accurate reproduction\.\*[ \t]*(?:\n\s*|$)"
)
_HTML_HEADER = re.compile(
    r"\s*<!--\s*The following is the downloaded HTML source of the "
    + _SUBJECT
    + r"\s+\((?P<url>\S+)\) for the most accurate reproduction\.\s*-->\s*"
)
# A first line that starts like a header but does not read like one is a fault
# to report, not text to publish.
_LOOKS_LIKE_HEADER = re.compile(
    r"\s*(?:> \*|<!--)\s*The following (?:text is extracted and transformed|is the downloaded)"
)
_MEMENTO_URL = re.compile(
    r"https?://web\.archive\.org/web/(?P<stamp>\d{14})(?:[a-z]{2}_)?/(?P<original>.+)"
)


@dataclass(frozen=True, slots=True)
class MementoRef:
    """The two facts that a Wayback Machine address carries."""

    captured_at: Moment
    original_url: str


def parse_memento_url(url: str) -> MementoRef:
    """Split a Wayback Machine address (URI-M) into capture time and address (URI-R).

    Args:
        url: With or without a mode flag such as ``id_`` after the time stamp.

    Returns:
        The capture time in UTC, to the second, and the address as it stood.

    Raises:
        ValueError: Not a Wayback Machine address, or the stamp is not a calendar date.

    >>> ref = parse_memento_url(
    ...     "https://web.archive.org/web/20120621214209id_/http%3A//acme.example/privacy"
    ... )
    >>> ref.captured_at.stamp, ref.original_url
    ('2012-06-21T21:42:09Z', 'http://acme.example/privacy')
    """
    match = _MEMENTO_URL.fullmatch(url)
    if match is None:
        raise ValueError(f"not a Wayback Machine address: {url!r}")
    try:
        at = datetime.strptime(match["stamp"], "%Y%m%d%H%M%S")
    except ValueError:  # strptime's own words, "unconverted data remains", help nobody
        raise ValueError(f"the time stamp {match['stamp']} is not a date: {url!r}") from None
    try:
        captured_at = Moment.parse(at.isoformat())
    except ValueError as error:
        raise ValueError(f"{error}: {url!r}") from None
    # Only the escaped scheme of the header is undone: decoding the whole address
    # would turn a %2F inside a query into a path separator.
    original_url = re.sub(r"^(https?)%3A", r"\1:", match["original"], flags=re.IGNORECASE)
    return MementoRef(captured_at, without_password(original_url))


def memento_urls(captured_at: Moment, original_url: str) -> tuple[str, str]:
    """Return the two addresses of a memento: for people, and the bytes as received.

    The time is known to the second: of a year alone no address can be made.
    """
    stamp = captured_at.day.replace("-", "") + captured_at.clock
    base = "https://web.archive.org/web"
    return f"{base}/{stamp}/{original_url}", f"{base}/{stamp}id_/{original_url}"


def provenance_of(
    text: str,
    address: str | None = None,
    saved_at: Moment | None = None,
    told: Provenance = UNKNOWN,
) -> tuple[Provenance, str]:
    """Say where a text comes from: by its header, else by what was noted when it was saved.

    Args:
        text: A whole decoded file with ``\\n`` line ends.
        address: What the message around it gives as its address.
        saved_at: What the message gives as its time.
        told: What the container says, such as a crawler's file; it holds where it says anything.

    Returns:
        The provenance, and the text without its header.

    Raises:
        ValueError: The header is malformed or its parts contradict one another.
    """
    provenance, body = split_header(text)
    if not provenance.header:
        noted_address, noted_time = saving_note(body)
        provenance = seen_at(noted_address or address, noted_time or saved_at)
    if told.original_url or told.captured_at:
        seen = seen_at(told.original_url, told.captured_at)
        lines = provenance.header_lines
        provenance = replace(seen, header=provenance.header, header_lines=lines)
    return provenance, body


def seen_at(address: str | None, saved_at: Moment | None) -> Provenance:
    """Return the provenance of what was saved from an address, perhaps one of an archive."""
    try:
        ref = parse_memento_url(address or "")
    except ValueError:
        found = without_password(address) if address else None
        return Provenance(original_url=found, captured_at=saved_at)
    memento_url, memento_raw_url = memento_urls(ref.captured_at, ref.original_url)
    return Provenance(
        captured_at=ref.captured_at,
        original_url=ref.original_url,
        memento_url=memento_url,
        memento_raw_url=memento_raw_url,
    )


def split_header(text: str) -> tuple[Provenance, str]:
    """Take the provenance header off a text.

    Args:
        text: A whole decoded file with ``\\n`` line ends.

    Returns:
        What the header says, all None when there is none, and the text after it.

    Raises:
        ValueError: The header is malformed or its parts contradict one another.
    """
    match = _MARKDOWN_HEADER.match(text) or _HTML_HEADER.match(text)
    if match is None:
        if _LOOKS_LIKE_HEADER.match(text):
            raise ValueError("the first line begins like a provenance header but does not end so")
        return Provenance(), text
    ref = parse_memento_url(match["url"])
    _check_date(match["date"], ref.captured_at)
    provenance = replace(
        seen_at(match["url"], None),
        site=match["site"],
        header=match[0].strip(),
        header_lines=match[0].count("\n"),
    )
    return provenance, text[match.end() :]


def _check_date(stated: str, captured_at: Moment) -> None:
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        raise ValueError(f"the header's date {stated} is not a date") from None
    if day.isoformat() != captured_at.day:
        raise ValueError(
            f"the header says {stated}, but its archive address says {captured_at.day}"
        )
