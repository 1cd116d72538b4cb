"""`review FILE`: what the rules found in a document, as YAML to be edited into the manifest."""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from synoptic.commands import labelling
from synoptic.commands.signing import sign
from synoptic.corpus.catalogue import Placed
from synoptic.corpus.records import MANIFEST, READINGS
from synoptic.errors import SettingError
from synoptic.model import facts_by_question
from synoptic.text.words import one_line

_HEAD = """\
# What the rules found. Keep the lines that a reader has checked, with who (an id under
# readers:), when and why, and put them under the file's entry in corpus.yml.
# verdict: confirm, add or remove;
# state: yes, no, conditional, nothing-found or not-mentioned (the last two without a quote).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the document, the taxonomy and the signature."""
    labelling.add_arguments(parser)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="archived files")
    parser.add_argument(
        "--sign",
        action="store_true",
        help=f"write into {READINGS} that the reader finds all of it right, and print nothing",
    )
    parser.add_argument("--by", metavar="READER", default="", help="an id under readers:")
    parser.add_argument("--on", metavar="DAY", type=_day, default="", help="as 2026-01-15")
    parser.add_argument(
        "--why",
        metavar="TEXT",
        default="each clause was held against each topic and question",
        help="how it was read",
    )


def _day(value: str) -> str:
    return datetime.date.fromisoformat(value).isoformat()


def run(args: argparse.Namespace) -> int:
    """Print one line for each topic of a clause and each answered question; or sign them.

    Raises:
        SettingError: What a signature needs is missing.

    """
    if args.sign and not (args.by and args.on):
        raise SettingError("--sign", "who signs, and when?", hint="add --by READER --on DAY")
    if args.sign:
        return sign(args)
    placed, _ = labelling.labelled_source(args, policy=True)
    name = placed.name
    lines = [
        _HEAD,
        "files:",
        f"  {_quoted(_key(Path(name)))}:",
        *_review(placed, args),
        *_facts(placed, args),
    ]
    sys.stdout.buffer.write("\n".join(lines).encode("utf-8") + b"\n")
    return 0


def _key(path: Path) -> str:
    """Return the name of a file as the manifest writes it: its path below the corpus."""
    for folder in path.resolve().parents:
        if (folder / MANIFEST).is_file():
            return path.resolve().relative_to(folder).as_posix()
    return path.name


def _review(placed: Placed, args: argparse.Namespace) -> Iterator[str]:
    yield "    review:"
    numbers = {clause.id: clause.number for clause in placed.labelled.document.clauses}
    for tag in placed.labelled.tags:
        yield f"      - quote: {_quoted(tag.quote)}  # § {numbers[tag.clause]}"
        yield from _signed(args, f"topic: {tag.topic}", "verdict: confirm")


def _facts(placed: Placed, args: argparse.Namespace) -> Iterator[str]:
    yield "    facts:"
    for question, facts in facts_by_question(placed.labelled.facts).items():
        fact = facts[0]
        yield f"      - question: {question}"
        lines = [f"state: {fact.state}"]
        if fact.value is not None:
            lines.append(f"value: {_quoted(fact.value)}")
        if fact.quote:
            lines.append(f"quote: {_quoted(fact.quote)}")
        yield from _signed(args, *lines)


def _signed(args: argparse.Namespace, *lines: str) -> Iterator[str]:
    for line in (*lines, f"by: {_quoted(args.by)}", f"on: {_quoted(args.on)}", 'why: ""'):
        yield f"        {line}"


def _quoted(value: str | int) -> str:
    """Write a value as YAML reads it back: JSON is YAML."""
    return json.dumps(one_line(value) if isinstance(value, str) else value, ensure_ascii=False)
