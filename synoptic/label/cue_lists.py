"""Lists of cues as curators write them, parsed."""

from collections.abc import Iterator, Mapping

import yaml

from synoptic.corpus.yaml_reader import YamlReader
from synoptic.text.cues import Element, parse_cue

Sequences = tuple[tuple[Element, ...], ...]
"""What a cue stands for, as `parse_cue` gives it."""


def parsed_cues(
    reader: YamlReader, node: yaml.Node | None, lists: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Sequences]]:
    """Yield each cue of a list as it is written and as it is parsed.

    Args:
        reader: Notes a fault of each cue that cannot be read.
        node: The list; None for none.
        lists: The lists of words that cues may name.

    """
    for cue, line in reader.texts(node):
        try:
            yield cue, parse_cue(cue, lists)
        except ValueError as error:
            reader.fault_at(line, str(error))
