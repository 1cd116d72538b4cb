"""Nodes of a YAML text as values: each function reads one node or says what is wrong with it."""

import difflib
import re
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from synoptic.model import Moment, StatedDate
from synoptic.text.language_tags import tag_of
from synoptic.text.words import romanised, slug_of


class NodeError(ValueError):
    """A value that cannot be used, with the node it stands in."""

    def __init__(self, node: yaml.Node, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.node = node
        self.hint = hint


def plain(node: yaml.Node) -> str | None:
    """Return a value as text; None where none is given."""
    if not isinstance(node, yaml.ScalarNode):
        raise NodeError(node, "a plain value is wanted here, not a list or a mapping")
    value: str = node.value
    return None if node.tag.endswith(":null") else value


def worded(node: yaml.Node) -> str:
    """Return a value that may not be empty."""
    value = plain(node)
    if not value or not value.strip():
        raise NodeError(node, "a value is missing here")
    return value


def slug(node: yaml.Node) -> str:
    """Return a name that can be part of an address."""
    value = worded(node)
    if value != slug_of(value):
        raise NodeError(
            node, f"{value!r} cannot be part of an address", f"write {slug_of(romanised(value))!r}"
        )
    return value


def language(node: yaml.Node) -> str | None:
    """Return the tag of a language; None where none is given."""
    value = plain(node)
    tag = tag_of(value or "")
    if value and tag is None:
        raise NodeError(node, f"{value!r} is no language", "write its code, such as en or pt-BR")
    return tag


def day(node: yaml.Node) -> str:
    """Return a date as exact as it is given: a year, a month or a day."""
    value = worded(node)
    full = value + {4: "-01-01", 7: "-01"}.get(len(value), "")
    try:
        date.fromisoformat(full)
    except ValueError:
        raise NodeError(node, f"{value!r} is not a date", "write it as 2016-05-01") from None
    return value


def moment(node: yaml.Node) -> Moment:
    """Return a time as exact as it is given."""
    value = worded(node)
    try:
        return Moment.parse(value)
    except ValueError as error:
        hint = "write it as 2016, 2016-05, 2016-05-01 or 2016-05-01T12:30:00Z"
        raise NodeError(node, str(error), hint) from None


_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def urn(node: yaml.Node) -> uuid.UUID:
    """Return an id that is like no other."""
    value = worded(node)
    if not _URN.fullmatch(value):
        hint = "take the two lines out; the command identify writes new ones"
        raise NodeError(node, f"{value!r} is no id such as urn:uuid:…", hint)
    return uuid.UUID(value)


def yes_or_no(node: yaml.Node) -> bool:
    """Return True for yes."""
    value = worded(node)
    if value not in ("yes", "no"):
        raise NodeError(node, f"{value!r} is no answer", "write yes or no")
    return value == "yes"


def count(node: yaml.Node) -> int:
    """Return a whole number above zero."""
    value = worded(node)
    if not value.isascii() or not value.isdigit() or len(value) > _DIGITS or int(value) < 1:
        raise NodeError(node, f"{value!r} is no number above zero")
    return int(value)


_DIGITS = 12


def number_or_text(node: yaml.Node) -> str | int | None:
    """Return a number where YAML sees one, else the text."""
    value = plain(node)
    return int(value) if value and node.tag.endswith(":int") else value


def listed(parse: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], tuple[Any, ...]]:
    """Return a parser of lists whose items the given parser reads."""

    def parse_list(node: yaml.Node) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise NodeError(node, "a list is wanted here", "begin each line with a dash")
        return tuple(parse(item) for item in node.value)

    return parse_list


def stated_date(node: yaml.Node) -> StatedDate:
    """Return a date that the policy states."""
    values = fields_of(node, {"kind": worded, "date": day, "quote": worded})
    return StatedDate(**values, clause="")


def pairs(node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield keys and values of a mapping, as nodes."""
    yield from node.value


_FEW = 24
"""Keys that a message can name all."""


def unknown(
    key: yaml.Node, known: Collection[str], problem: str = "there is no key {}"
) -> NodeError:
    """Return the fault of a key that is not known, with the nearest that is."""
    near = difflib.get_close_matches(str(key.value), known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else ""
    if not hint and known and len(known) <= _FEW:
        hint = f"known are {', '.join(known)}"
    return NodeError(key, problem.format(repr(key.value)), hint)


def checked(
    node: yaml.Node, parsers: Mapping[str, Callable[[yaml.Node], Any]]
) -> tuple[dict[str, Any], list[NodeError]]:
    """Read a mapping; return its values and all its faults."""
    if node.tag.endswith(":null"):
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, [NodeError(node, "keys and values are wanted here")]
    values: dict[str, Any] = {}
    faults = []
    for key, value in pairs(node):
        try:
            if key.value not in parsers:
                raise unknown(key, tuple(parsers))
            if key.value in values:
                raise NodeError(key, f"{key.value!r} stands here twice")
            values[key.value] = parsers[key.value](value)
        except NodeError as fault:
            faults.append(fault)
    return values, faults


def fields_of(
    node: yaml.Node,
    parsers: Mapping[str, Callable[[yaml.Node], Any]],
    optional: Collection[str] = (),
) -> dict[str, Any]:
    """Read a mapping inside an entry; the first fault is raised."""
    values, faults = checked(node, parsers)
    missing = [key for key in parsers if key not in values and key not in optional]
    if not faults and missing:
        faults.append(NodeError(node, f"{', '.join(missing)} is missing here"))
    if faults:
        raise faults[0]
    return values
