"""Read a YAML file into checked values, collecting every fault with its line.

    NodeReader    text -> root node; values asked of it by kind

A fault never stops the reading: what cannot be used becomes an empty value, so
that one run shows an editor all faults at once. `finish` raises them.
"""

from collections.abc import Iterator, Sequence

import yaml

from synoptic.errors import FaultsError, SettingError, TaxonomyError

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader reads the taxonomy in 20 ms, the other one in 200."""


class NodeReader:
    """The nodes of one YAML file, and the faults found in them so far."""

    def __init__(self, text: str, where: str) -> None:
        """Parse `text`; `where` is the name of the file in messages."""
        self._where = where
        self._faults: list[tuple[int, SettingError]] = []
        try:
            self.root: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            problem = f"is not YAML: {error.problem}"
            raise FaultsError([TaxonomyError(f"{where}:{line}", problem)]) from error
        except yaml.YAMLError as error:
            raise FaultsError([TaxonomyError(where, f"is not YAML: {error}")]) from error

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

    def texts(self, node: yaml.Node | None) -> list[tuple[str, int]]:
        """Return a list of texts, each with its line."""
        return [(self.text(item), item.start_mark.line + 1) for item in self.items(node)]

    def number(self, node: yaml.Node | None) -> float:
        """Return a number."""
        try:
            return float(self.text(node) or 0)
        except ValueError:
            self.fault(node, f"a number is expected here, not {self.text(node)!r}")
            return 0.0
