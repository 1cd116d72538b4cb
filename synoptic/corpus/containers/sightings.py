"""The captures of one WARC file: what each is called, and what a second sighting repeats."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from synoptic.model import Member, Moment
from synoptic.plain import is_plain
from synoptic.text.words import fingerprint

_LONGEST = 200  # letters of an address in a name
_SAFE = re.compile("[!-~]+")
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """What stands above a record of a WARC file."""

    fields: Mapping[str, str]
    length: int
    """Bytes of what stands below."""

    @property
    def kind(self) -> str:
        """Such as ``response``."""
        return self.fields.get("warc-type", "").lower()

    @cached_property
    def address(self) -> str | None:
        """Where it was fetched from, if that is on the web."""
        address = self.fields.get("warc-target-uri", "").strip("<>")  # so Wget writes it
        return address if _WEB.match(address) else None

    @cached_property
    def at(self) -> Moment | None:
        """When it was fetched."""
        try:
            return Moment.parse(self.fields.get("warc-date", ""))
        except ValueError:
            return None

    @property
    def names(self) -> Iterator[str]:
        """What a later record may call it by."""
        yield self.fields.get("warc-record-id", "")
        yield f"{self.address} {self.at}"
        yield self.fields.get("warc-payload-digest", "")

    @property
    def repeats(self) -> Iterator[str]:
        """What it calls the record that it is another sighting of, the surest name first."""
        fields = self.fields
        yield fields.get("warc-refers-to", "")
        first = Head({"warc-target-uri": fields.get("warc-refers-to-target-uri", ""),
                      "warc-date": fields.get("warc-refers-to-date", "")}, 0)  # fmt: skip
        yield f"{first.address} {first.at}" if first.address and first.at else ""
        yield fields.get("warc-payload-digest", "")


class Sightings:
    """Gathers the records of one file as they come."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._seconds: Counter[str] = Counter()
        self._seen: dict[str, Member | None] = {}

    def named(self, head: Head, offset: int) -> str:
        """Return a name that no other record of the file has: when and where it was seen.

        It is the same in another copy of the file, whatever stands before it there.
        """
        stamp = head.at.day.replace("-", "") + head.at.clock if head.at else "undated"
        place = f"{stamp}/{_shortened(head.address)}" if head.address else f"byte-{offset}"
        self._seconds[place] += 1  # on from the last: a crawl may hold one page many times over
        name = place if self._seconds[place] == 1 else f"{place}~{self._seconds[place]}"
        while name in self._names:  # an address may end as our own numbers do
            self._seconds[place] += 1
            name = f"{place}~{self._seconds[place]}"
        self._names.add(name)
        return name

    def keep(self, head: Head, member: Member | None) -> None:
        """Remember a record for later sightings of the same; None for one that is no page."""
        for name in filter(None, head.names):
            self._seen.setdefault(name, member)

    def first(self, head: Head) -> Member | None:
        """Return the record that this one is another sighting of; None if it is no page.

        Raises:
            ValueError: It is not in this file.

        """
        for name in filter(None, head.repeats):
            if name in self._seen:
                return self._seen[name]
        raise ValueError("it repeats a record that is not in this file")


def _shortened(address: str) -> str:
    """Write an address so that it can be a name: without blanks, tricks, and great length."""
    if len(address) <= _LONGEST and _SAFE.fullmatch(address):
        return address
    letters = (char if is_plain(char) and not char.isspace() else quote(char, errors="replace")
               for char in address[: _LONGEST + 1])  # fmt: skip
    short = "".join(letters)
    return short if len(address) <= _LONGEST else f"{short[:_LONGEST]}~{fingerprint(address)}"
