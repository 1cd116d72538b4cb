"""The curator's manifest, corpus/corpus.yml: what the files do not say themselves.

Text in, entries out. Every fault is found in one reading and carries its line. A
fault in a file's entry sets that file aside; a fault elsewhere is reported and
the rest of the manifest holds; only YAML that cannot be read stops the build.
"""

import difflib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import yaml

from synoptic.errors import ManifestError
from synoptic.limits import Limits
from synoptic.model import (
    Entry,
    Moment,
    ReadThrough,
    Review,
    ReviewedFact,
    ReviewedTopic,
    StatedDate,
)
from synoptic.words import slug_of

VERDICTS = ("confirm", "add", "remove")
STATES = ("yes", "no", "conditional", "nothing-found", "not-mentioned")
_WITHOUT_QUOTE = STATES[3:]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Entries by file name, and the faults that were found."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    defaults: Entry = field(default_factory=lambda: Entry(name=""))
    faulty: Mapping[str, tuple[ManifestError, ...]] = field(default_factory=dict)
    """Files whose entries cannot be used, with the reasons."""
    faults: tuple[ManifestError, ...] = ()
    """Faults that concern no file of the corpus."""
    limits: Limits = field(default_factory=Limits)

    def entry(self, name: str) -> Entry:
        """Return the entry of a file, completed with the defaults."""
        given = self.entries.get(name, Entry(name=name))
        return replace(
            given,
            **{key: getattr(self.defaults, key) for key in DEFAULTS if getattr(given, key) is None},
        )


class _FaultError(ValueError):
    """A value that cannot be used, with the node it stands in."""

    def __init__(self, node: yaml.Node, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.node = node
        self.hint = hint


def _text(node: yaml.Node) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        raise _FaultError(node, "a plain value is wanted here, not a list or a mapping")
    value: str = node.value
    return None if node.tag.endswith(":null") else value


def _worded(node: yaml.Node) -> str:
    value = _text(node)
    if not value or not value.strip():
        raise _FaultError(node, "a value is missing here")
    return value


def _slug(node: yaml.Node) -> str:
    value = _worded(node)
    if value != slug_of(value):
        raise _FaultError(
            node, f"{value!r} cannot be part of an address", f"write {slug_of(value)!r}"
        )
    return value


def _day(node: yaml.Node) -> str:
    value = _worded(node)
    full = value + {4: "-01-01", 7: "-01"}.get(len(value), "")
    try:
        date.fromisoformat(full)
    except ValueError:
        raise _FaultError(node, f"{value!r} is not a date", "write it as 2016-05-01") from None
    return value


def _moment(node: yaml.Node) -> Moment:
    value = _worded(node)
    try:
        return Moment.parse(value)
    except ValueError as error:
        hint = "write it as 2016, 2016-05, 2016-05-01 or 2016-05-01T12:30:00Z"
        raise _FaultError(node, str(error), hint) from None


def _verdict(node: yaml.Node) -> str:
    value = _worded(node)
    if value not in VERDICTS:
        raise _FaultError(node, f"{value!r} is no verdict", f"write one of {', '.join(VERDICTS)}")
    return value


def _yes_or_no(node: yaml.Node) -> bool:
    value = _worded(node)
    if value not in ("yes", "no"):
        raise _FaultError(node, f"{value!r} is no answer", "write yes or no")
    return value == "yes"


def _state(node: yaml.Node) -> str:
    value = _worded(node)
    if value not in STATES:
        raise _FaultError(node, f"{value!r} is no state", f"write one of {', '.join(STATES)}")
    return value


def _count(node: yaml.Node) -> int:
    value = _worded(node)
    if not value.isascii() or not value.isdigit() or len(value) > _DIGITS or int(value) < 1:
        raise _FaultError(node, f"{value!r} is no number above zero")
    return int(value)


_DIGITS = 12


def _value(node: yaml.Node) -> str | int | None:
    value = _text(node)
    return int(value) if value and node.tag.endswith(":int") else value


def _listed(parse: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], tuple[Any, ...]]:
    def parse_list(node: yaml.Node) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise _FaultError(node, "a list is wanted here", "begin each line with a dash")
        return tuple(parse(item) for item in node.value)

    return parse_list


def _date(node: yaml.Node) -> StatedDate:
    values = _fields(node, {"kind": _worded, "date": _day, "quote": _worded})
    return StatedDate(**values, clause="")


def _review(node: yaml.Node) -> ReviewedTopic:
    values = _fields(
        node,
        {
            "topic": _worded,
            "quote": _worded,
            "verdict": _verdict,
            "by": _worded,
            "on": _day,
            "why": _worded,
        },
    )
    topic, quote = values.pop("topic"), values.pop("quote")
    line = node.start_mark.line + 1
    return ReviewedTopic(topic=topic, quote=quote, review=Review(**values), line=line)


def _fact(node: yaml.Node) -> ReviewedFact:
    parsers = {
        "question": _worded,
        "state": _state,
        "value": _value,
        "quote": _worded,
        "by": _worded,
        "on": _day,
        "why": _worded,
    }
    values = _fields(node, parsers, optional=("value", "quote"))
    if ("quote" in values) == (values["state"] in _WITHOUT_QUOTE):
        raise _FaultError(node, f"{values['state']} and the quote do not go together")
    review = Review(verdict="answer", by=values["by"], on=values["on"], why=values["why"])
    return ReviewedFact(
        question=values["question"],
        state=values["state"],
        value=values.get("value"),
        quote=values.get("quote", ""),
        review=review,
        line=node.start_mark.line + 1,
    )


def _answers(node: yaml.Node) -> tuple[tuple[str, str], ...]:
    if not isinstance(node, yaml.MappingNode):
        raise _FaultError(node, "questions and states are wanted here", "write cookies-used: yes")
    return tuple((_worded(key), _state(value)) for key, value in _pairs(node))


def _read(node: yaml.Node) -> ReadThrough:
    parsers = {
        "by": _worded,
        "on": _day,
        "why": _worded,
        "topics": _listed(_worded),
        "facts": _answers,
    }
    values = _fields(node, parsers)
    topics, facts = values.pop("topics"), values.pop("facts")
    review = Review(verdict="confirm", **values)
    return ReadThrough(review=review, topics=topics, facts=facts, line=node.start_mark.line + 1)


ENTRY: Mapping[str, tuple[str, Callable[[yaml.Node], Any]]] = {
    "organisation": ("organisation", _text),
    "document": ("document", _slug),
    "title": ("title", _text),
    "language": ("language", _text),
    "sector": ("sector", _text),
    "site": ("site", _text),
    "captured": ("captured_at", _moment),
    "address": ("original_url", _text),
    "encoding": ("encoding", _text),
    "rights": ("rights", _text),
    "withdrawn": ("withdrawn", _worded),
    "policy": ("policy", _yes_or_no),
    "dates": ("dates", _listed(_date)),
    "review": ("reviews", _listed(_review)),
    "facts": ("facts", _listed(_fact)),
    "read": ("read", _read),
}
"""Keys of a file's entry: the field each one fills, and how its value is read."""

DEFAULTS = ("language", "sector", "rights")
"""Keys that may stand under ``defaults``."""


LIMITS: Mapping[str, Callable[[yaml.Node], Any]] = {
    "bytes": _count,
    "clauses": _count,
    "seconds": _count,
}
"""Keys that may stand under ``limits``."""


def load_manifest(text: str, where: str, files: Collection[str]) -> Manifest:
    """Read the manifest.

    Args:
        text: YAML.
        where: Its path, for messages.
        files: Names of the files in the corpus.

    Raises:
        ManifestError: The text is not YAML, or not a mapping.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        problem = getattr(error, "problem", None) or "this is not YAML"
        raise ManifestError(f"{where}:{line}", str(problem)) from error
    if root is None:
        return Manifest()
    if not isinstance(root, yaml.MappingNode):
        raise ManifestError(f"{where}:1", "the manifest is not a mapping of keys to values")
    return _Loading(where, files).load(root)


class _Loading:
    """One reading of a manifest: gathers entries and faults."""

    def __init__(self, where: str, files: Collection[str]) -> None:
        self.where = where
        self.files = files
        self.entries: dict[str, Entry] = {}
        self.faulty: dict[str, tuple[ManifestError, ...]] = {}
        self.faults: list[ManifestError] = []
        self.defaults = Entry(name="")
        self.limits = Limits()

    def load(self, root: yaml.MappingNode) -> Manifest:
        for key, node in _pairs(root):
            if key.value == "defaults":
                self._load_defaults(node)
            elif key.value == "files":
                self._load_files(node)
            elif key.value == "limits":
                values, faults = _checked(node, LIMITS)
                self.limits = Limits(**values)
                self.faults += map(self._fault, faults)
            else:
                self.faults.append(self._fault(_unknown(key, ("defaults", "files", "limits"))))
        return Manifest(self.entries, self.defaults, self.faulty, tuple(self.faults), self.limits)

    def _load_defaults(self, node: yaml.Node) -> None:
        parsers = {key: ENTRY[key][1] for key in DEFAULTS}
        values, faults = _checked(node, parsers)
        self.defaults = Entry(name="", **values)
        self.faults += map(self._fault, faults)

    def _load_files(self, node: yaml.Node) -> None:
        if node.tag.endswith(":null"):
            return
        if not isinstance(node, yaml.MappingNode):
            fault = _FaultError(node, "files is not a mapping of file names to entries")
            self.faults.append(self._fault(fault))
            return
        for key, value in _pairs(node):
            if key.value not in self.files:
                fault = _unknown(key, self.files, "there is no file {} in the corpus")
                self.faults.append(self._fault(fault))
            else:
                self._load_entry(key, value)

    def _load_entry(self, key: yaml.Node, node: yaml.Node) -> None:
        name = key.value
        values, faults = _checked(node, {key: parse for key, (_, parse) in ENTRY.items()})
        if name in self.entries or name in self.faulty:
            faults.append(_FaultError(key, f"{name!r} has an entry already"))
        if faults:
            self.faulty[name] = tuple(map(self._fault, faults))
            return
        fields = {ENTRY[key][0]: value for key, value in values.items()}
        self.entries[name] = Entry(name=name, line=key.start_mark.line + 1, **fields)

    def _fault(self, fault: _FaultError) -> ManifestError:
        line = fault.node.start_mark.line + 1
        return ManifestError(f"{self.where}:{line}", str(fault), hint=fault.hint)


def _pairs(node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    yield from node.value


def _unknown(
    key: yaml.Node, known: Collection[str], problem: str = "there is no key {}"
) -> _FaultError:
    near = difflib.get_close_matches(str(key.value), known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else ""
    if not hint and len(known) <= len(ENTRY):
        hint = f"known are {', '.join(known)}"
    return _FaultError(key, problem.format(repr(key.value)), hint)


def _checked(
    node: yaml.Node, parsers: Mapping[str, Callable[[yaml.Node], Any]]
) -> tuple[dict[str, Any], list[_FaultError]]:
    """Read a mapping; return its values and all its faults."""
    if node.tag.endswith(":null"):
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, [_FaultError(node, "keys and values are wanted here")]
    values: dict[str, Any] = {}
    faults = []
    for key, value in _pairs(node):
        try:
            if key.value not in parsers:
                raise _unknown(key, tuple(parsers))
            if key.value in values:
                raise _FaultError(key, f"{key.value!r} stands here twice")
            values[key.value] = parsers[key.value](value)
        except _FaultError as fault:
            faults.append(fault)
    return values, faults


def _fields(
    node: yaml.Node,
    parsers: Mapping[str, Callable[[yaml.Node], Any]],
    optional: Collection[str] = (),
) -> dict[str, Any]:
    """Read a mapping inside an entry; the first fault is raised."""
    values, faults = _checked(node, parsers)
    missing = [key for key in parsers if key not in values and key not in optional]
    if not faults and missing:
        faults.append(_FaultError(node, f"{', '.join(missing)} is missing here"))
    if faults:
        raise faults[0]
    return values
