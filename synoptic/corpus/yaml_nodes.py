"""Nodes of a YAML text as values: each function reads one node or says what is wrong with it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from synoptic.model import Moment
from synoptic.text.language_tags import tag_of
from synoptic.text.near import Names
from synoptic.text.words import LONGEST_SLUG, romanised, slug_of


class NodeError(ValueError):
    """A value that cannot be used, with the line it stands on."""

    def __init__(self, node: yaml.Node, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.line = line_of(node)
        self.hint = hint


def line_of(node: yaml.Node) -> int:
    """Return the line at which a node begins, from 1."""
    return int(node.start_mark.line) + 1


def plain(node: yaml.Node) -> str | None:
    """Return a value as text; None where none is given."""
    if not isinstance(node, yaml.ScalarNode):
        raise NodeError(node, "a plain value is wanted here, not a list or a mapping")
    value: str = node.value
    return None if is_nothing(node) else value


def is_nothing(node: yaml.Node) -> bool:
    """Return whether a key stands there without a value."""
    return isinstance(node, yaml.ScalarNode) and bool(node.tag.endswith(":null"))


def worded(node: yaml.Node) -> str:
    """Return a value that may not be empty."""
    value = plain(node)
    if not value or not value.strip():
        raise NodeError(node, "a value is missing here")
    return value


def slug(node: yaml.Node) -> str:
    """Return a name that can be part of an address, and the name of a folder."""
    value = worded(node)
    if len(value) > LONGEST_SLUG:
        problem = f"this has {len(value)} letters, more than the name of a folder should"
        raise NodeError(node, problem, f"write {LONGEST_SLUG} at most")
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
        if not _DAY.fullmatch(full):  # weeks and dates without hyphens are ISO 8601, too
            raise ValueError
        date.fromisoformat(full)
    except ValueError:
        raise NodeError(node, f"{value!r} is not a date", "write it as 2016-05-01") from None
    return value


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def moment(node: yaml.Node) -> Moment:
    """Return a time as exact as it is given."""
    value = worded(node)
    try:
        return Moment.parse(value)
    except ValueError as error:
        hint = "write it as 2016, 2016-05, 2016-05-01 or 2016-05-01T12:30:00Z"
        raise NodeError(node, str(error), hint) from None


def yes_or_no(node: yaml.Node) -> bool:
    """Return True for yes."""
    value = worded(node)
    if value not in ("yes", "no"):
        raise NodeError(node, f"{value!r} is no answer", "write yes or no")
    return value == "yes"


def count(most: int) -> Callable[[yaml.Node], int]:
    """Return a parser of whole numbers from one up to the most that makes sense."""

    def parse_count(node: yaml.Node) -> int:
        value = worded(node)
        is_short = value.isascii() and value.isdigit() and len(value) <= _DIGITS
        if not is_short or not 1 <= int(value) <= most:
            problem = f"{value!r} is no whole number from 1 to {most}"
            raise NodeError(node, problem, "write its digits and nothing else")
        return int(value)

    return parse_count


_DIGITS = 12


def number(node: yaml.Node) -> float:
    """Return a number, with a point or without."""
    value = worded(node)
    found = number_in(value)
    if found is None:
        raise NodeError(node, f"{value!r} is no number", "write it as 2 or 0.5")
    return found


def number_in(text: str) -> float | None:
    """Return the number that a text is; None for any other, such as inf, nan and 0x10."""
    return float(text) if _NUMBER.fullmatch(text) else None


_NUMBER = re.compile(r"[-+]?[0-9]{1,9}(?:\.[0-9]{1,9})?")


def number_or_text(node: yaml.Node) -> str | int | None:
    """Return a number where YAML sees one, else the text.

    YAML sees numbers where nobody meant one: 13:00 is 780 to it, and 017 is 15.
    """
    value = plain(node)
    if not node.tag.endswith(":int"):
        return value
    if value is None or not _DECIMAL.fullmatch(value):
        hint = "write a number in plain digits, such as 16, and a text in quotation marks"
        raise NodeError(node, f"{value!r} is neither a plain number nor a text", hint)
    return int(value)


_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,11})")


def listed(parse: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], tuple[Any, ...]]:
    """Return a parser of lists whose items the given parser reads."""

    def parse_list(node: yaml.Node) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise NodeError(node, "a list is wanted here", "begin each line with a dash")
        return tuple(parse(item) for item in node.value)

    return parse_list


def keyed(
    node: yaml.MappingNode, faults: list[NodeError]
) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Yield keys and values of a mapping, as nodes; a key that is no plain value is a fault."""
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            yield key, value
        else:
            faults.append(NodeError(key, "a list or a mapping cannot be a key"))


def pairs(
    node: yaml.MappingNode, faults: list[NodeError]
) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Yield keys and values of a mapping, each key once; the second one is a fault."""
    seen: set[str] = set()
    for key, value in keyed(node, faults):
        if key.value in seen:
            faults.append(NodeError(key, f"{key.value!r} stands here twice"))
        else:
            seen.add(key.value)
            yield key, value


def unknown(key: yaml.Node, known: Names, problem: str = "there is no key {}") -> NodeError:
    """Return the fault of a key that is not known, with the nearest that is."""
    near = known.near(key.value)
    hint = f"did you mean {near[0]!r}?" if near else ""
    if not hint and known.names and known.are_few:
        hint = f"known are {', '.join(known.names)}"
    return NodeError(key, problem.format(repr(key.value)), hint)


def checked(
    node: yaml.Node, parsers: Mapping[str, Callable[[yaml.Node], Any]]
) -> tuple[dict[str, Any], list[NodeError]]:
    """Read a mapping; return its values and all its faults."""
    if is_nothing(node):
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, [NodeError(node, "keys and values are wanted here")]
    values: dict[str, Any] = {}
    faults: list[NodeError] = []
    for key, value in pairs(node, faults):
        try:
            if key.value not in parsers:
                raise unknown(key, Names(parsers))
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
    faults += missing(node, values, [key for key in parsers if key not in optional])
    if faults:
        raise faults[0]
    return values


def missing(
    node: yaml.Node, values: Mapping[str, Any], required: Iterable[str]
) -> Iterator[NodeError]:
    """Yield a fault if a mapping lacks keys that it must have."""
    lacking = [key for key in required if key not in values]
    if lacking:
        yield NodeError(node, f"{', '.join(lacking)} is missing here")
