"""Read a YAML file into checked values, collecting every fault with its line.

    NodeReader    text -> root node; values asked of it by kind

A fault never stops the reading: what cannot be used becomes an empty value, so
that one run shows an editor all faults at once. `finish` raises them.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

from synoptic.corpus.yaml_text import NotYamlError, nodes_of
from synoptic.errors import FaultsError, SettingError, TaxonomyError
from synoptic.text.words import LONGEST_SLUG, slug_of

_NUMBER = re.compile(r"[-+]?[0-9]{1,9}(?:\.[0-9]{1,9})?")


def number_in(text: str) -> float | None:
    """Return the number that a text is; None for any other, such as inf, nan and 0x10."""
    return float(text) if _NUMBER.fullmatch(text) else None


class NodeReader:
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
        line = node.start_mark.line + 1 if node is not None else 1
        self.fault_at(line, problem, hint=hint)

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
        entries = dict(self.entries(node))
        known = (*required, *optional)
        for key in [key for key in entries if key not in known]:
            self.fault(entries[key], f"unknown key {key!r}", hint=f"keys are {', '.join(known)}")
        for key in required:
            if key not in entries:
                self.fault(node, f"the key {key!r} is missing")
        return entries

    def entries(self, node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
        """Give the entries of a mapping with free keys; a key given twice is a fault."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, "a mapping is expected here")
            return
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fault(key, "a list or a mapping cannot be a key")
                continue
            if key.value in seen:
                self.fault(key, f"the key {key.value!r} is given twice")
            seen.add(key.value)
            yield str(key.value), value

    def items(self, node: yaml.Node | None) -> list[yaml.Node]:
        """Return the entries of a list; nothing for a missing one."""
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, "a list is expected here")
            return []
        return list(node.value)

    def text(self, node: yaml.Node | None) -> str:
        """Return one non-empty piece of text, white space trimmed."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.fault(node, "a text is expected here")
            return ""
        return str(node.value).strip()

    def slug(self, node: yaml.Node | None) -> str:
        """Return a name that can be part of an address, and the name of a folder."""
        text = self.text(node)
        if text and (text != slug_of(text) or len(text) > LONGEST_SLUG):
            hint = f"write {LONGEST_SLUG} lower-case letters, digits and hyphens at most"
            self.fault(node, f"{text!r} cannot be part of an address", hint=hint)
        return text

    def texts(self, node: yaml.Node | None) -> list[tuple[str, int]]:
        """Return a list of texts, each with its line."""
        return [(self.text(item), item.start_mark.line + 1) for item in self.items(node)]

    def number(self, node: yaml.Node | None) -> float:
        """Return a number; 0 for a missing one."""
        if node is None:
            return 0.0
        text = self.text(node)
        number = number_in(text)
        if text and number is None:
            self.fault(node, f"a number is expected here, not {text!r}")
        return number or 0.0

    def count(self, node: yaml.Node | None) -> int:
        """Return a whole number; 0 for a missing one."""
        number = self.number(node)
        if not number.is_integer():
            self.fault(node, f"a whole number is expected here, not {self.text(node)!r}")
        return int(number)
