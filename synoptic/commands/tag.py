"""`tag FILE|-`: topics as JSON lines, for the clauses of a document or for paragraphs."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from synoptic import api
from synoptic.commands.sources import read_source
from synoptic.errors import SettingError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "file", metavar="FILE", help="a document; or - for one paragraph a line on standard input"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help='lines are {"text": "…", "headings": ["…"], "language": "de"}; only text is needed',
    )
    parser.add_argument("--taxonomy", type=Path, default=api.TAXONOMY, help="folder of topics.yml")


def run(args: argparse.Namespace) -> int:
    """Print one JSON line for each clause of a document, or for each input line."""
    if args.file == "-":
        records: Iterable[api.Record] = _paragraphs(args)
    else:
        data, name = read_source(args.file)
        records = api.tag_clauses(data, name=name, taxonomy=args.taxonomy)
    for record in records:
        line = json.dumps(record, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(line.encode("utf-8"))
    return 0


def _paragraphs(args: argparse.Namespace) -> Iterator[api.Record]:
    # Only \n ends a paragraph: a text may hold U+2028 or a form feed.
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
        text, headings, language = _parsed(line, number) if args.json else (line, [], None)
        yield api.tag(text, headings, language=language, taxonomy=args.taxonomy)


def _parsed(line: str, number: int) -> tuple[str, list[str], str | None]:
    if not line.strip():  # each line in is one line out, so that the two can be put side by side
        return "", [], None
    try:
        record = json.loads(line)
        headings = [str(one) for one in record.get("headings") or ()]
        language = record.get("language")
        return str(record["text"]), headings, str(language) if language else None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SettingError(
            f"standard input:{number}",
            "this line is not a JSON object with a text",
            hint='write {"text": "…", "headings": ["…"]}',
        ) from None
