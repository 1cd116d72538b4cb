"""A feed of versions and changes, newest first, in Atom (RFC 4287).

In: all versions, and what changed between two. Out: the feed as XML. Promise: an entry goes by
the day its text came into the archive, where a curator has said it, else by the time of
capture, and what has neither stands last. Addresses are relative to the feed, which the format
allows, so that the same bytes serve any host. Ids are made from the id of the archive, so that
no two archives share one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree

from synoptic.model import Collation, Moment, Version
from synoptic.site import addresses
from synoptic.site.addresses import FEED, Address
from synoptic.site.escape import plain

MOST = 200
"""Entries. A reader asks again long before as many captures have come in."""

_ATOM = "http://www.w3.org/2005/Atom"

UNDATED = "1970-01-01T00:00:00Z"
"""What stands for a time that is not known, since the format demands one.

It is no time of ours: nothing can have been captured before 1990. It is older than
all others, so that programs that sort by themselves put such entries last too, and
it stays the same, so that no entry is taken for new when another one comes in.
"""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A version that came in, or a change between two."""

    updated: str
    title: str
    page: Address
    summary: str


def atom_feed(archive: UUID, versions: Iterable[Version], changes: Iterable[FeedEntry]) -> str:
    """Return the feed as XML: the newest entries, undated ones last.

    Args:
        archive: The id of the archive, which is that of the feed.
        versions: All that are published.
        changes: What changed between versions that followed one another.

    """
    entries = [*map(_version_entry, versions), *changes]
    entries.sort(key=lambda entry: (entry.updated, entry.page.url), reverse=True)
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    _add(feed, "title", "New versions and changes")
    _add(feed, "id", archive.urn)
    _add(feed, "updated", entries[0].updated if entries else UNDATED)
    ElementTree.SubElement(feed, "link", rel="self", href=FEED.to(FEED))
    _add(ElementTree.SubElement(feed, "author"), "name", "Synoptic")
    for entry in entries[:MOST]:
        _add_entry(feed, entry, archive)
    ElementTree.indent(feed, " ")
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _version_entry(version: Version) -> FeedEntry:
    summary = f"A text of {version.words} words was captured.{_known(version)}"
    return FeedEntry(_updated(version), version.dated_name, addresses.version(version), summary)


def change_entry(old: Version, new: Version, collation: Collation) -> FeedEntry:
    """Return the entry of what changed between two versions."""
    words = collation.words
    summary = f"{words['deleted']} words taken out, {words['inserted']} put in."
    summary += _known(new)
    title = f"{new.name}: {old.version} to {new.version}"
    return FeedEntry(_updated(new), title, addresses.changes(old, new), summary)


def _updated(version: Version) -> str:
    """Return when a version came in or was first captured, as a whole time.

    The format asks for a second where a year may be all that is known: it is the first
    that it can be, and the summary says what is known.
    """
    moment = _moment(version)
    return f"{moment.earliest:%Y-%m-%dT%H:%M:%SZ}" if moment else UNDATED


def _known(version: Version) -> str:
    """Say how much of the time of an entry is known, unless the day is."""
    moment = _moment(version)
    told = "" if version.provenance.captured_at else " When is not known."
    if moment is None or moment.until == moment.earliest:
        return told
    what = "came into the archive" if version.captures[0].added else "was captured"
    return f"{told} It {what} in {moment.text}; the day is not known."


def _moment(version: Version) -> Moment | None:
    return version.captures[0].added or version.provenance.captured_at


def _add_entry(feed: ElementTree.Element, entry: FeedEntry, archive: UUID) -> None:
    element = ElementTree.SubElement(feed, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", uuid5(archive, entry.page.url).urn)
    _add(element, "updated", entry.updated)
    ElementTree.SubElement(element, "link", href=FEED.to(entry.page))
    _add(element, "summary", entry.summary)


def _add(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = plain(text)
