"""YAML text as a tree of nodes that is safe to walk: the one place where YAML is parsed.

In: the text of a setting that a person wrote. Out: its nodes, unread. Promise: whatever the
text holds, there is a tree or one fault with its line; the cost grows with the length of the
text and no faster, also for whoever walks the tree.
"""

from collections.abc import Collection

import yaml

_DEEPEST = 40
"""Levels of nesting. A manifest has seven; libyaml takes the stack of the program for each."""
_REPEATED = 100_000
"""Nodes that aliases may add to those that are written out."""


class NotYamlError(ValueError):
    """A text that is no YAML, or none that can be walked."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


class _Loader(yaml.CSafeLoader):
    """The C loader, which reads the taxonomy in 20 ms, with an end to nesting."""

    depth = 0

    def descend_resolver(self, node: yaml.Node, index: object) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            problem = f"lists and mappings are nested more than {_DEEPEST} deep"
            raise yaml.composer.ComposerError(None, None, problem, node.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def nodes_of(text: str) -> yaml.Node | None:
    """Return the root of a YAML text; None for one that says nothing.

    Raises:
        NotYamlError: It is no YAML, is nested beyond all sense, or has aliases that stand for
            themselves or for very much.

    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotYamlError(mark.line + 1 if mark else 1, str(error.problem)) from None
    except yaml.reader.ReaderError as error:
        line = text.encode("utf-8", "replace")[: error.position].count(b"\n") + 1
        raise NotYamlError(line, f"a text has no sign U+{error.character:04X}") from None
    if root is not None and "*" in text:
        _check_aliases(root, len(text))
    return root


def _check_aliases(root: yaml.Node, length: int) -> None:
    """Refuse a tree that is endless, or far larger than its text.

    Args:
        root: The root.
        length: Of the text, which has at least one letter for each node.

    """
    sizes: dict[int, float] = {}  # nodes in and below a node; endless as long as it is open
    ways: list[tuple[yaml.Node, bool]] = [(root, False)]
    while ways:
        node, is_done = ways.pop()
        if is_done:
            sizes[id(node)] = 1 + sum(sizes[id(below)] for below in _below(node))
            if sizes[id(node)] > length + _REPEATED:
                problem = "aliases repeat what stands here without end, or far too often"
                raise NotYamlError(node.start_mark.line + 1, problem)
        elif id(node) not in sizes:
            sizes[id(node)] = float("inf")
            ways.append((node, True))
            ways += [(below, False) for below in _below(node)]


def _below(node: yaml.Node) -> Collection[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return node.value if isinstance(node, yaml.SequenceNode) else ()
