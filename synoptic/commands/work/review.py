"""`review FILE`: what the rules found in a document, as YAML to be edited into the manifest."""

import sys
from collections.abc import Iterator
from pathlib import Path

from synoptic.build.document import Outcome
from synoptic.commands.work.labelling import labelled_source
from synoptic.commands.work.signing import Signature, sign
from synoptic.commands.work.sources import parted
from synoptic.corpus.folder import MANIFEST
from synoptic.model import facts_by_question, record_id
from synoptic.plain import json_text
from synoptic.text.words import one_line

_HEAD = """\
# What the rules found. Keep the lines that a reader has checked, with who (an id under
# readers:), when and why, and put them under the file's entry in corpus.yml.
# verdict: confirm, add or remove;
# state: yes, no, conditional, nothing-found or not-mentioned (the last two without a quote).
"""


def run(
    file: str,
    taxonomy: Path,
    corpus: Path,
    signing: bool,
    by: str,
    on: str,
    why: str,
) -> int:
    """Print what the rules found, or sign it."""
    signature = Signature(by, on, why)
    if signing:
        sign(file, corpus, taxonomy, signature)
        return 0
    outcome, _ = labelled_source(file, corpus, taxonomy, by_rules=True)
    name = outcome.document.source.record
    lines = [
        _HEAD,
        "files:",
        f"  {_quoted(_key(name))}:",
        *_review(outcome, signature),
        *_facts(outcome, signature),
    ]
    sys.stdout.buffer.write("\n".join(lines).encode("utf-8") + b"\n")
    return 0


def _key(file: str) -> str:
    """Return what the manifest calls a record: by the path of its file below the corpus."""
    path, member = parted(file)
    for folder in path.resolve().parents:
        if (folder / MANIFEST).is_file():
            return record_id(path.resolve().relative_to(folder).as_posix(), member)
    return record_id(path.name, member)


def _review(outcome: Outcome, signature: Signature) -> Iterator[str]:
    yield "    review:"
    numbers = {clause.id: clause.number for clause in outcome.document.clauses}
    for tag in outcome.labelled.tags:
        yield f"      - quote: {_quoted(tag.quote)}  # § {numbers[tag.clause]}"
        yield from _signed(signature, f"topic: {tag.topic}", "verdict: confirm")


def _facts(outcome: Outcome, signature: Signature) -> Iterator[str]:
    yield "    facts:"
    for question, facts in facts_by_question(outcome.labelled.facts).items():
        fact = facts[0]
        yield f"      - question: {question}"
        lines = [f"state: {fact.state}"]
        if fact.value is not None:
            lines.append(f"value: {_quoted(fact.value)}")
        if fact.quote:
            lines.append(f"quote: {_quoted(fact.quote)}")
        yield from _signed(signature, *lines)


def _signed(signature: Signature, *lines: str) -> Iterator[str]:
    for line in (*lines, f"by: {_quoted(signature.by)}", f"on: {_quoted(signature.on)}", 'why: ""'):
        yield f"        {line}"


def _quoted(value: str | int) -> str:
    """Write a value as YAML reads it back: JSON is YAML."""
    return json_text(one_line(value) if isinstance(value, str) else value)
