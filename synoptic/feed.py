"""A feed of captures and changes, newest first, in Atom (RFC 4287).

Addresses are relative to the feed, which the format allows, so that the same bytes
serve any host. Entries are named by their content, not by an address.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from synoptic.escape import plain
from synoptic.model import Collation, Moment, Version

MOST = 200
"""Entries. A reader asks again long before as many captures have come in."""

_ATOM = "http://www.w3.org/2005/Atom"
_NAMES = uuid.UUID("5b0f2f0e-6a52-5d0c-9c1e-7d0f7a3c2b11")
"""Name space of entry ids; chosen once, never to be changed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    updated: str
    title: str
    page: str
    summary: str


def atom_feed(
    versions: Sequence[Version], compared: Sequence[tuple[Version, Version, Collation]]
) -> str:
    """Return the feed as XML; captures without a known time are not in it."""
    entries = [*_captures(versions), *_changes(compared)]
    entries.sort(key=lambda entry: (entry.updated, entry.page), reverse=True)
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    _add(feed, "title", "New captures and changes")
    _add(feed, "id", _urn("feed"))
    _add(feed, "updated", entries[0].updated if entries else "1970-01-01T00:00:00Z")
    ElementTree.SubElement(feed, "link", rel="self", href="feed.xml")
    _add(ElementTree.SubElement(feed, "author"), "name", "Synoptic")
    for entry in entries[:MOST]:
        _add_entry(feed, entry)
    ElementTree.indent(feed, " ")
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _captures(versions: Sequence[Version]) -> Iterator[_Entry]:
    for one in versions:
        if one.provenance.captured_at:
            summary = f"A text of {one.words} words was captured."
            yield _Entry(_updated(one.provenance.captured_at), one.label, one.page, summary)


def _changes(compared: Sequence[tuple[Version, Version, Collation]]) -> Iterator[_Entry]:
    for old, new, collation in compared:
        if not new.provenance.captured_at:
            continue
        words = collation.words
        summary = f"{words['deleted']} words taken out, {words['inserted']} put in."
        page = f"changes/{new.document}/{old.version}--{new.version}/"
        title = f"{new.name}: {old.version} to {new.version}"
        yield _Entry(_updated(new.provenance.captured_at), title, page, summary)


def _updated(moment: Moment) -> str:
    """Return a whole time, which the format asks for; the title says how much of it is known."""
    return f"{moment.earliest:%Y-%m-%dT%H:%M:%SZ}"


def _add_entry(feed: ElementTree.Element, entry: _Entry) -> None:
    element = ElementTree.SubElement(feed, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", _urn(entry.page))
    _add(element, "updated", entry.updated)
    ElementTree.SubElement(element, "link", href=f"../{entry.page}")
    _add(element, "summary", entry.summary)


def _add(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = plain(text)


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMES, name).urn
