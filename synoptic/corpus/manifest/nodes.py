"""Nodes of a YAML text as values: each function reads one node or says what is wrong with it."""

import re
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from synoptic.formats.links import without_password
from synoptic.model import Moment, StatedDate
from synoptic.text.language_tags import tag_of
from synoptic.text.languages.tables import AMENDED, EFFECTIVE, ENACTED
from synoptic.text.near import Names
from synoptic.text.words import LONGEST_SLUG, romanised, slug_of


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


def address(node: yaml.Node) -> str | None:
    """Return the address of a page; None where none is given."""
    value = plain(node)
    if not value:
        return value
    hint = "write it as http://acme.example/privacy, without a password"
    if _NO_ADDRESS.search(value) or without_password(value) != value:
        raise NodeError(node, "this is no address of a page, or holds a password", hint)
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError as error:
        raise NodeError(node, f"{value!r} is no address: {error}", hint) from None
    if parts.scheme not in ("", "http", "https", "ftp"):
        raise NodeError(node, f"{value!r} is no address of a page", hint)
    return value


_NO_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


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


def stated_date(node: yaml.Node) -> StatedDate:
    """Return a date that the policy states."""
    values = fields_of(node, {"kind": _kind_of_date, "date": day, "quote": worded})
    return StatedDate(**values, clause="")


def _kind_of_date(node: yaml.Node) -> str:
    value = worded(node)
    if value not in (ENACTED, AMENDED, EFFECTIVE):
        kinds = f"{ENACTED}, {AMENDED}, {EFFECTIVE}"
        raise NodeError(node, f"{value!r} is no kind of date", f"write one of {kinds}")
    return value


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
    missing = [key for key in parsers if key not in values and key not in optional]
    if not faults and missing:
        faults.append(NodeError(node, f"{', '.join(missing)} is missing here"))
    if faults:
        raise faults[0]
    return values
