"""`tag FILE|-`: topics as JSON lines, for the clauses of a document or for paragraphs."""

import json
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from synoptic import api
from synoptic.build.ended import Ended, Task
from synoptic.build.one_text import Opened
from synoptic.build.workers import Crew, Workers
from synoptic.commands.work.sources import of_record, read_record
from synoptic.corpus.limits import USUAL
from synoptic.errors import SettingError
from synoptic.plain import json_text


def run(file: str, as_json: bool, taxonomy: Path, corpus: Path) -> int:
    """Print the topics of clauses or paragraphs."""
    if file == "-":
        found: Iterable[api.Line] = _paragraphs(as_json, taxonomy)
    else:
        found = of_record(partial(_clauses, taxonomy=taxonomy), read_record(file, corpus))
    for line in found:
        text = json_text(line) + "\n"
        sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


def _paragraphs(as_json: bool, taxonomy: Path) -> Iterator[api.Line]:
    tagged = partial(_tagged, taxonomy=taxonomy)
    with Crew(Workers(quiet=True)) as crew:
        # Only \n ends a paragraph: a text may hold U+2028 or a form feed.
        for number, raw in enumerate(sys.stdin.buffer, start=1):
            line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
            paragraph = _parsed(line, number) if as_json else (line, [], None)
            answer = crew.one(tagged, Task(paragraph, USUAL.seconds))
            if isinstance(answer, Ended):
                raise answer.fault(f"standard input:{number}", "reading it")
            yield answer


def _tagged(paragraph: tuple[str, list[str], str | None], taxonomy: Path) -> api.Line:
    text, headings, language = paragraph
    return api.tag(text, headings, language=language, taxonomy=taxonomy)


def _clauses(opened: Opened, taxonomy: Path) -> list[api.Line]:
    return api.tag_clauses(opened, taxonomy=taxonomy)


def _parsed(line: str, number: int) -> tuple[str, list[str], str | None]:
    if not line.strip():  # each line in is one line out, so that the two can be put side by side
        return "", [], None
    try:
        record = json.loads(line)
        headings = [str(heading) for heading in record.get("headings") or ()]
        language = record.get("language")
        return str(record["text"]), headings, str(language) if language else None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SettingError(
            f"standard input:{number}",
            "this line is not a JSON object with a text",
            hint='write {"text": "…", "headings": ["…"]}',
        ) from None
