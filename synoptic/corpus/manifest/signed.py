"""What is signed in the manifest: topics and answers that a reader gave."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import yaml

from synoptic.corpus.yaml_nodes import (
    NodeError,
    day,
    fields_of,
    line_of,
    listed,
    number_or_text,
    slug,
    unknown,
    worded,
)
from synoptic.model import READER_KINDS, UNSTATED, Reader, Review, ReviewedFact, ReviewedTopic
from synoptic.text.near import Names

VERDICTS = ("confirm", "add", "remove")
STATES = ("yes", "no", "conditional", "nothing-found", "not-mentioned")
_WITHOUT_QUOTE = STATES[3:]


def _verdict(node: yaml.Node) -> str:
    value = worded(node)
    if value not in VERDICTS:
        raise NodeError(node, f"{value!r} is no verdict", f"write one of {', '.join(VERDICTS)}")
    return value


def answer_state(node: yaml.Node) -> str:
    """Return the state of an answer."""
    value = worded(node)
    if value not in STATES:
        raise NodeError(node, f"{value!r} is no state", f"write one of {', '.join(STATES)}")
    return value


Readers = Mapping[str, Reader]
"""The readers of an archive by their ids."""

SIGNED = {"review": "reviews", "facts": "facts"}
"""Keys of a file's entry that a reader signs, and the field each one fills."""


def signed_parsers(readers: Readers) -> Mapping[str, Callable[[yaml.Node], Any]]:
    """Return how the values of the signed keys are read, where these are the readers."""
    return {
        "review": listed(partial(reviewed_topic, readers=readers)),
        "facts": listed(partial(reviewed_fact, readers=readers)),
    }


def known_readers(node: yaml.Node) -> dict[str, Reader]:
    """Return what stands under ``readers``.

    Raises:
        NodeError: An entry is faulty, or an id is there twice.

    """
    readers: dict[str, Reader] = {}
    for item, reader in zip(getattr(node, "value", ()), listed(_reader)(node), strict=True):
        if reader.id in readers:
            raise NodeError(item, f"there is a reader {reader.id!r} already")
        readers[reader.id] = reader
    return readers


def _reader(node: yaml.Node) -> Reader:
    return Reader(**fields_of(node, {"id": slug, "name": worded, "kind": _kind}))


def _kind(node: yaml.Node) -> str:
    value = worded(node)
    if value not in READER_KINDS:
        kinds = ", ".join(READER_KINDS)
        raise NodeError(node, f"{value!r} is no kind of reader", f"write one of {kinds}")
    return value


def reader_by(readers: Readers) -> Callable[[yaml.Node], Any]:
    """Return a parser of the ids of these readers.

    Where a manifest introduces no reader, whoever it names is one, of no stated kind.
    """
    known = Names(readers)

    def parse_reader(node: yaml.Node) -> Reader:
        value = worded(node)
        if not readers:
            return Reader(id=value, name=value, kind=UNSTATED)
        if value not in readers:
            fault = unknown(node, known, "there is no reader {}")
            raise NodeError(node, str(fault), fault.hint or "name the reader under readers: first")
        return readers[value]

    return parse_reader


def reviewed_topic(node: yaml.Node, readers: Readers) -> ReviewedTopic:
    """Return one line of ``review``."""
    values = fields_of(
        node,
        {
            "topic": worded,
            "quote": worded,
            "verdict": _verdict,
            "by": reader_by(readers),
            "on": day,
            "why": worded,
        },
    )
    topic, quote = values.pop("topic"), values.pop("quote")
    review = Review(**values)
    return ReviewedTopic(topic=topic, quote=quote, review=review, line=line_of(node))


def reviewed_fact(node: yaml.Node, readers: Readers) -> ReviewedFact:
    """Return one line of ``facts``."""
    parsers = {
        "question": worded,
        "state": answer_state,
        "value": number_or_text,
        "quote": worded,
        "by": reader_by(readers),
        "on": day,
        "why": worded,
    }
    values = fields_of(node, parsers, optional=("value", "quote"))
    if ("quote" in values) == (values["state"] in _WITHOUT_QUOTE):
        raise NodeError(node, f"{values['state']} and the quote do not go together")
    review = Review(verdict="answer", by=values["by"], on=values["on"], why=values["why"])
    return ReviewedFact(
        question=values["question"],
        state=values["state"],
        value=values.get("value"),
        quote=values.get("quote", ""),
        review=review,
        line=line_of(node),
    )
