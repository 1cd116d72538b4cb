"""`review FILE`: what the rules found in a document, as YAML to be edited into the manifest."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from synoptic.build.document import Outcome
from synoptic.commands.labelling import labelled_source
from synoptic.commands.options import corpus_option, examples, file_argument, taxonomy_option
from synoptic.commands.signing import Signature, sign
from synoptic.commands.sources import parted
from synoptic.corpus.folder import MANIFEST, READINGS
from synoptic.model import facts_by_question, record_id
from synoptic.text.words import one_line

_HEAD = """\
# What the rules found. Keep the lines that a reader has checked, with who (an id under
# readers:), when and why, and put them under the file's entry in corpus.yml.
# verdict: confirm, add or remove;
# state: yes, no, conditional, nothing-found or not-mentioned (the last two without a quote).
"""


def _day(context: click.Context, option: click.Parameter, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day such as 2026-01-15") from None


@click.command(
    epilog=examples(
        "synoptic review corpus/acme/2012.html > found.yml",
        "synoptic review corpus/acme/2012.html --sign --by doe --on 2026-01-15",
    )
)
@file_argument
@taxonomy_option
@corpus_option
@click.option(
    "--sign",
    "signing",
    is_flag=True,
    help=f"Write into {READINGS} that the reader finds all of it right; print nothing.",
)
@click.option(
    "--by", metavar="READER", default="", show_default=False, help="An id under readers:."
)
@click.option(
    "--on",
    metavar="DAY",
    default="",
    show_default=False,
    callback=_day,
    help="The day, as 2026-01-15.",
)
@click.option(
    "--why",
    metavar="TEXT",
    default="each clause was held against each topic and question",
    help="How it was read.",
)
def command(
    file: str,
    taxonomy: Path,
    corpus: Path,
    signing: bool,
    by: str,
    on: str,
    why: str,
) -> int:
    """Print what the rules found, ready for the manifest.

    There is an entry for each topic of a clause and for each question that is answered.
    Keep in corpus.yml what a reader has checked, with who, when and why. With --sign the
    reader finds all of it right, the silences included.
    """
    signature = Signature(by, on, why)
    if signing:
        sign(file, corpus, taxonomy, signature)
        return 0
    outcome, _ = labelled_source(file, corpus, taxonomy, by_rules=True)
    name = outcome.labelled.document.source.record
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
    numbers = {clause.id: clause.number for clause in outcome.labelled.document.clauses}
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
    return json.dumps(one_line(value) if isinstance(value, str) else value, ensure_ascii=False)
