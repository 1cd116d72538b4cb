"""Readings, corpus/readings.yml: what `review --sign` wrote down, and nobody types.

Text in, readings out, and the other way round. A reading that cannot be used is
reported and left out; the file that it is about is published all the same.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import yaml

from synoptic.corpus.manifest.signed import Readers, answer_state, reader_by
from synoptic.corpus.yaml_nodes import (
    NodeError,
    checked,
    day,
    fields_of,
    is_nothing,
    line_of,
    listed,
    number_or_text,
    pairs,
    unknown,
    worded,
)
from synoptic.corpus.yaml_text import NotYamlError, nodes_of
from synoptic.errors import ManifestError
from synoptic.model import Reading, Review, SignedAnswer, SignedTopic, container_among
from synoptic.text.near import Names

_HEAD = """\
# Who read which text: what was asked, by slug and a digest of the question, the clauses
# that were read, and what was found in them. Written by
#     python build_corpus.py review FILE --sign --by READER --on DAY
# Nobody types this file: to change a reading, sign anew.
readings:
"""


def load_readings(
    text: str, where: str, files: Collection[str], readers: Readers
) -> tuple[dict[str, Reading], list[ManifestError]]:
    """Read all readings.

    Args:
        text: YAML, as `readings_text` writes it.
        where: Its path, for messages.
        files: Names of the files in the corpus.
        readers: Who may sign.

    Returns:
        The readings by the id of the record, and what is wrong with the others.

    """
    try:
        root = nodes_of(text)
    except NotYamlError as error:
        problem = f"this is not YAML: {error}"
        return {}, [ManifestError(f"{where}:{error.line}", problem, hint="sign anew")]
    if root is None:
        return {}, []
    values, faults = checked(root, {"readings": lambda node: node})
    found: dict[str, Reading] = {}
    among, known = frozenset(files), Names(files)
    for key, node in _entries(values.get("readings"), faults):
        try:
            if container_among(among, key.value) is None:
                raise unknown(key, known, "there is no file {} in the corpus")
            found[key.value] = reading(node, readers)
        except NodeError as fault:
            faults.append(fault)
    return found, [_located(fault, where) for fault in faults]


def _entries(node: yaml.Node | None, faults: list[NodeError]) -> Iterator[tuple[Any, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from pairs(node, faults)
    elif node is not None and not is_nothing(node):
        faults.append(NodeError(node, "files and their readings are wanted here"))


def _located(fault: NodeError, where: str) -> ManifestError:
    return ManifestError(f"{where}:{fault.line}", str(fault), hint=fault.hint or "sign anew")


def reading(node: yaml.Node, readers: Readers) -> Reading:
    """Return one reading."""
    parsers = {
        "by": reader_by(readers),
        "on": day,
        "why": worded,
        "topics": _each(_topic),
        "facts": _each(_answer),
        "clauses": listed(worded),
    }
    values = fields_of(node, parsers)
    review = Review(verdict="confirm", **{key: values.pop(key) for key in ("by", "on", "why")})
    return Reading(review=review, line=line_of(node), **values)


def _each(parse: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], dict[str, Any]]:
    def parse_mapping(node: yaml.Node) -> dict[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            hint = "readings are written by review --sign"
            raise NodeError(node, "what was asked is wanted here, by slug", hint)
        faults: list[NodeError] = []
        values = {worded(key): parse(value) for key, value in pairs(node, faults)}
        if faults:
            raise faults[0]
        return values

    return parse_mapping


def _topic(node: yaml.Node) -> SignedTopic:
    return SignedTopic(**fields_of(node, {"asked": worded, "clauses": listed(worded)}))


def _answer(node: yaml.Node) -> SignedAnswer:
    parsers = {
        "asked": worded,
        "state": answer_state,
        "value": number_or_text,
        "quote": worded,
        "clause": worded,
    }
    return SignedAnswer(**fields_of(node, parsers, optional=("value", "quote", "clause")))


def readings_text(readings: Mapping[str, Reading]) -> str:
    """Write all readings, by the ids of their records; the same readings give the same text."""
    lines = [line for name in sorted(readings) for line in _lines(name, readings[name])]
    return _HEAD + "\n".join(lines) + "\n"


def _lines(name: str, signed: Reading) -> Iterator[str]:
    yield f"  {_plain(name)}:"
    yield f"    by: {_plain(signed.review.by.id)}"
    yield f"    on: {signed.review.on}"
    yield f"    why: {_plain(signed.review.why)}"
    yield "    topics:"
    for slug, topic in signed.topics.items():
        yield f"      {_plain(slug)}: {_plain({'asked': topic.asked, 'clauses': topic.clauses})}"
    yield "    facts:"
    for slug, answer in signed.facts.items():
        given = {"asked": answer.asked, "state": answer.state, "value": answer.value}
        given |= {"clause": answer.clause, "quote": answer.quote}
        said = {key: value for key, value in given.items() if value not in (None, "")}
        yield f"      {_plain(slug)}: {_plain(said)}"
    yield f"    clauses: {_plain(signed.clauses)}"


def _plain(value: object) -> str:
    """Write a value as YAML reads it back: JSON is YAML."""
    return json.dumps(value, ensure_ascii=False)
