"""A YAML file read into checked values, with every fault of it.

    YamlReader    text -> root node; values asked of it by kind

A fault never stops the reading: what cannot be used becomes an empty value, so that one run
shows an editor all faults at once. `finish` raises them.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import yaml

from synoptic.corpus.yaml_nodes import (
    NodeError,
    checked,
    count,
    line_of,
    listed,
    missing,
    number,
    pairs,
    slug,
    worded,
)
from synoptic.corpus.yaml_text import NotYamlError, nodes_of
from synoptic.errors import FaultsError, SettingError, TaxonomyError

_Value = TypeVar("_Value")

_MOST = 9_999
"""Of whole numbers: years of age, days, months."""


def _as_it_is(node: yaml.Node) -> yaml.Node:
    return node


class YamlReader:
    """The nodes of one YAML file, and the faults found in them so far."""

    def __init__(self, text: str, where: str) -> None:
        """Parse `text`; `where` is the name of the file in messages."""
        self._where = where
        self._faults: list[tuple[int, SettingError]] = []
        try:
            self.root = nodes_of(text)
        except NotYamlError as error:
            fault = TaxonomyError(f"{where}:{error.line}", f"is not YAML: {error}")
            raise FaultsError([fault]) from error

    def fault(self, node: yaml.Node | None, problem: str, *, hint: str = "") -> None:
        """Note a fault at the line of a node."""
        self.fault_at(1 if node is None else line_of(node), problem, hint=hint)

    def fault_at(self, line: int, problem: str, *, hint: str = "") -> None:
        """Note a fault at a line."""
        self._faults.append((line, TaxonomyError(f"{self._where}:{line}", problem, hint=hint)))

    def finish(self) -> None:
        """Raise `FaultsError` if anything was at fault, the faults in the order of the file."""
        if self._faults:
            ordered = sorted(self._faults, key=lambda fault: fault[0])
            raise FaultsError([fault for _, fault in ordered])

    def mapping(
        self, node: yaml.Node | None, required: Sequence[str], optional: Sequence[str] = ()
    ) -> dict[str, yaml.Node]:
        """Return the entries of a mapping whose keys are known beforehand."""
        if node is None:
            self.fault(node, "keys and values are wanted here")
            return {}
        values, faults = checked(node, dict.fromkeys((*required, *optional), _as_it_is))
        self._note([*faults, *missing(node, values, required)])
        return values

    def entries(self, node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
        """Return the entries of a mapping with free keys; nothing for a missing one."""
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, "keys and values are wanted here")
            return []
        faults: list[NodeError] = []
        entries = [(str(key.value), value) for key, value in pairs(node, faults)]
        self._note(faults)
        return entries

    def items(self, node: yaml.Node | None) -> tuple[yaml.Node, ...]:
        """Return the entries of a list; nothing for a missing one."""
        return self._taken(listed(_as_it_is), node, ())

    def text(self, node: yaml.Node | None) -> str:
        """Return a text without white space around it; empty for a missing one."""
        return self._taken(worded, node, "").strip()

    def texts(self, node: yaml.Node | None) -> list[tuple[str, int]]:
        """Return a list of texts, each with its line."""
        return [(self.text(item), line_of(item)) for item in self.items(node)]

    def word_lists(self, node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
        """Return lists of words in lower case, each by its name."""
        return {
            name: tuple(text.lower() for text, _ in self.texts(value))
            for name, value in self.entries(node)
        }

    def slug(self, node: yaml.Node | None) -> str:
        """Return a name that can be part of an address; empty for a missing one."""
        return self._taken(slug, node, "")

    def number(self, node: yaml.Node | None) -> float:
        """Return a number; 0 for a missing one."""
        return self._taken(number, node, 0.0)

    def count(self, node: yaml.Node | None) -> int:
        """Return a whole number above zero; 0 for a missing one."""
        return self._taken(count(_MOST), node, 0)

    def _taken(
        self, parse: Callable[[yaml.Node], Any], node: yaml.Node | None, otherwise: _Value
    ) -> _Value:
        """Return the value of a node; of one that is missing or faulty, another."""
        if node is None:
            return otherwise
        try:
            value: _Value = parse(node)
        except NodeError as fault:
            self._note([fault])
            return otherwise
        return value

    def _note(self, faults: Iterable[NodeError]) -> None:
        for fault in faults:
            self.fault_at(fault.line, str(fault), hint=fault.hint)
