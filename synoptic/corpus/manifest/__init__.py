"""The curator's manifest, corpus/corpus.yml: what the files do not say themselves.

Text in, entries out. Every fault is found in one reading and carries its line. A
fault in a file's entry sets that file aside; a fault elsewhere is reported and
the rest of the manifest holds; only YAML that cannot be read stops the build.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from uuid import UUID

import yaml

from synoptic.corpus.folder import MANIFEST, READINGS
from synoptic.corpus.limits import Limits
from synoptic.corpus.manifest.signed import SIGNED, known_readers, signed_parsers
from synoptic.corpus.manifest.values import address, stated_date, urn
from synoptic.corpus.yaml_nodes import (
    NodeError,
    checked,
    count,
    is_nothing,
    keyed,
    language,
    line_of,
    listed,
    moment,
    pairs,
    plain,
    slug,
    unknown,
    worded,
    yes_or_no,
)
from synoptic.corpus.yaml_text import NotYamlError, nodes_of
from synoptic.errors import ManifestError
from synoptic.model import Entry, Reader, Reading, container_among, record_id
from synoptic.text.near import Names


@dataclass(frozen=True, slots=True)
class Manifest:
    """Entries by the id of a record or the name of a container, and the faults found."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    defaults: Entry = field(default_factory=lambda: Entry(record=""))
    faulty: Mapping[str, tuple[ManifestError, ...]] = field(default_factory=dict)
    """Records and containers whose entries cannot be used, with the reasons."""
    faults: tuple[ManifestError, ...] = ()
    """Faults that concern no file of the corpus."""
    limits: Limits = field(default_factory=Limits)
    readers: Mapping[str, Reader] = field(default_factory=dict)
    """Who signs, by the ids that entries use."""
    readings: Mapping[str, Reading] = field(default_factory=dict)
    """Texts that were read, by the ids of their records; from a file of their own."""
    archive: UUID | None = None
    """What no other archive is called; None if it has no id yet."""

    def entry(self, container: str, member: str = "") -> Entry:
        """Return what is said of a record.

        Its own entry is completed with that of its container, which holds for all in it, and
        with the defaults.
        """
        record = record_id(container, member)
        of_all = self.entries.get(container, Entry(record=container))
        given = _completed(self.entries.get(record, Entry(record=record)), of_all)
        missing = [key for key in ("sector", "rights") if getattr(given, key) is None]
        return replace(
            given,
            read=self.readings.get(record),
            default_language=self.defaults.language,
            **{key: getattr(self.defaults, key) for key in missing},
        )

    def faults_of(self, container: str, member: str = "") -> tuple[ManifestError, ...]:
        """Return why what is said of a record cannot be used; nothing if it can."""
        names = dict.fromkeys((container, record_id(container, member)))
        return tuple(fault for name in names for fault in self.faulty.get(name, ()))

    def strangers(
        self, knows: Callable[[str], bool], records: Collection[str]
    ) -> Iterator[ManifestError]:
        """Yield a fault for each entry and reading of a record that no container holds.

        Args:
            knows: Whether there is a record, or a container, of a name.
            records: The ids of all records, to name the nearest.

        """
        lines = {name: (MANIFEST, entry.line) for name, entry in self.entries.items()}
        lines |= {name: (READINGS, signed.line) for name, signed in self.readings.items()}
        known = Names(records)
        for name, (where, line) in lines.items():
            if not knows(name):
                near = known.near(name)
                hint = f"did you mean {near[0]!r}?" if near else ""
                problem = f"there is no record {name!r} in the corpus"
                yield ManifestError(f"{where}:{line}", problem, hint=hint)


def _completed(entry: Entry, of_all: Entry) -> Entry:
    """Complete the entry of a record with that of its container."""
    missing = {
        field.name: getattr(of_all, field.name)
        for field in fields(Entry)
        if getattr(entry, field.name) in (None, ())
    }
    return replace(entry, **missing, line=entry.line or of_all.line)


ENTRY: Mapping[str, tuple[str, Callable[[yaml.Node], Any]]] = {
    "organisation": ("organisation", plain),
    "document": ("document", slug),
    "title": ("title", plain),
    "language": ("language", language),
    "sector": ("sector", plain),
    "site": ("site", plain),
    "captured": ("captured_at", moment),
    "added": ("added", moment),
    "address": ("original_url", address),
    "encoding": ("encoding", plain),
    "rights": ("rights", plain),
    "withdrawn": ("withdrawn", worded),
    "policy": ("policy", yes_or_no),
    "dates": ("dates", listed(stated_date)),
}
"""Keys of a file's entry: the field each one fills, and how its value is read."""

FIELDS: Mapping[str, str] = {key: name for key, (name, _) in ENTRY.items()} | SIGNED
"""All keys of a file's entry, those that a reader signs included, and their fields."""

DEFAULTS = ("language", "sector", "rights")
"""Keys that may stand under ``defaults``."""


KEYS = ("archive", "readers", "defaults", "files", "limits")
"""Keys of the manifest."""

LIMITS: Mapping[str, Callable[[yaml.Node], Any]] = {
    "bytes": count(2**30),  # so much memory may be asked for at once
    "records": count(10**8),
    "clauses": count(10**6),
    "seconds": count(24 * 60 * 60),
}
"""Keys that may stand under ``limits``, and how far each can be raised."""


def load_manifest(text: str, where: str, files: Collection[str]) -> Manifest:
    """Read the manifest.

    Args:
        text: YAML.
        where: Its path, for messages.
        files: Names of the files in the corpus.

    Raises:
        ManifestError: The text is not YAML, or not a mapping.
    """
    root = _root(text, where)
    return Manifest() if root is None else _Loading(where, files).load(root)


def names_archive(text: str, where: str) -> bool:
    """Return whether a manifest has the key ``archive``, be its value right or wrong.

    Raises:
        ManifestError: The text is not YAML, or not a mapping.
    """
    root = _root(text, where)
    return root is not None and any(key.value == "archive" for key, _ in keyed(root, []))


def _root(text: str, where: str) -> yaml.MappingNode | None:
    try:
        root = nodes_of(text)
    except NotYamlError as error:
        raise ManifestError(f"{where}:{error.line}", f"this is not YAML: {error}") from error
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise ManifestError(f"{where}:1", "the manifest is not a mapping of keys to values")
    return root


class _Loading:
    """One reading of a manifest: gathers entries and faults."""

    def __init__(self, where: str, files: Collection[str]) -> None:
        self.where = where
        self.files = frozenset(files)
        self.known = Names(files)
        self.entries: dict[str, Entry] = {}
        self.faulty: dict[str, tuple[ManifestError, ...]] = {}
        self.faults: list[ManifestError] = []
        self.defaults = Entry(record="")
        self.limits = Limits()
        self.readers: dict[str, Reader] = {}
        self.archive: UUID | None = None

    def load(self, root: yaml.MappingNode) -> Manifest:
        slips: list[NodeError] = []
        given = list(pairs(root, slips))
        for key, node in given:
            if key.value == "readers":  # before the files, whose entries name them
                self._load_readers(node)
        for key, node in given:
            if key.value == "readers":
                continue
            if key.value == "defaults":
                self._load_defaults(node)
            elif key.value == "files":
                self._load_files(node)
            elif key.value == "archive":
                values, faults = checked(node, {"id": urn})
                self.archive = values.get("id")
                self.faults += map(self._fault, faults)
            elif key.value == "limits":
                values, faults = checked(node, LIMITS)
                self.limits = Limits(**values)
                self.faults += map(self._fault, faults)
            else:
                slips.append(unknown(key, Names(KEYS)))
        return Manifest(
            self.entries,
            self.defaults,
            self.faulty,
            (*map(self._fault, slips), *self.faults),
            self.limits,
            self.readers,
            archive=self.archive,
        )

    def _load_readers(self, node: yaml.Node) -> None:
        try:
            self.readers = known_readers(node)
        except NodeError as fault:
            self.faults.append(self._fault(fault))

    def _load_defaults(self, node: yaml.Node) -> None:
        parsers = {key: ENTRY[key][1] for key in DEFAULTS}
        values, faults = checked(node, parsers)
        self.defaults = Entry(record="", **values)
        self.faults += map(self._fault, faults)

    def _load_files(self, node: yaml.Node) -> None:
        if is_nothing(node):
            return
        if not isinstance(node, yaml.MappingNode):
            fault = NodeError(node, "files is not a mapping of file names to entries")
            self.faults.append(self._fault(fault))
            return
        faults: list[NodeError] = []
        for key, value in keyed(node, faults):
            if container_among(self.files, key.value) is None:
                faults.append(unknown(key, self.known, "there is no file {} in the corpus"))
            else:
                self._load_entry(key, value)
        self.faults += map(self._fault, faults)

    def _load_entry(self, key: yaml.Node, node: yaml.Node) -> None:
        name = key.value
        parsers = {key: parse for key, (_, parse) in ENTRY.items()}
        values, faults = checked(node, {**parsers, **signed_parsers(self.readers)})
        if name in self.entries or name in self.faulty:
            faults.append(NodeError(key, f"{name!r} has an entry already"))
        if faults:
            self.faulty[name] = tuple(map(self._fault, faults))
            return
        given = {FIELDS[key]: value for key, value in values.items()}
        self.entries[name] = Entry(record=name, line=line_of(key), **given)

    def _fault(self, fault: NodeError) -> ManifestError:
        return ManifestError(f"{self.where}:{fault.line}", str(fault), hint=fault.hint)
