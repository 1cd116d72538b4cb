"""The note that a browser or an extension leaves in a page that it saves: address and time.

In: the decoded text of a page. Out: the address it was saved from and when, each None where
no note says it. Known are the mark of Internet Explorer, Chrome and Edge ("saved from url"),
which has no time, and the comment of SingleFile.
"""

import re
from email.utils import parsedate_to_datetime

from synoptic.model import Moment

_WITHIN = 4096  # the note stands above the first element or just below it
_MARK = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s<>\"]+)\s*-->", re.IGNORECASE)
_NOWHERE = "http://internet.e-mail"  # what mail programs write into a page that came by mail
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://[^\s<>\"]+)"
    r"(?:\s+saved date:\s*\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4})"
    r" (?P<clock>\d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d{4}))?"
)


def saving_note(text: str) -> tuple[str | None, Moment | None]:
    """Return the address and the time that are noted in a saved page.

    >>> saving_note("<!-- saved from url=(0028)https://acme.example/privacy -->")
    ('https://acme.example/privacy', None)
    """
    head = text[:_WITHIN]
    if mark := _MARK.search(head):
        return (None if mark[1].rstrip("/") == _NOWHERE else mark[1]), None
    if note := _SINGLE_FILE.search(head):
        return note["url"], _time(note) if note["zone"] else None
    return None, None


def _time(note: re.Match[str]) -> Moment | None:
    given = "{day} {month} {year} {clock} {zone}".format(**note.groupdict())
    try:
        return Moment.parse(parsedate_to_datetime(given).isoformat())
    except (ValueError, OverflowError):
        return None
