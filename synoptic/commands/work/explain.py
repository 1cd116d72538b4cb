"""`explain FILE`: what became of every part of a document, and why."""

import sys
from collections.abc import Iterator
from pathlib import Path

from synoptic.build.document import Outcome
from synoptic.commands.work.labelling import labelled_source
from synoptic.label.decide import verdicts_of
from synoptic.label.labels import Labels
from synoptic.label.tag import headings_of
from synoptic.model import Clause, LabelledDocument, Provenance, Section
from synoptic.plain import message
from synoptic.text.language_tags import language_name
from synoptic.text.words import one_line

_SHORT = 72
"""Characters of a clause or removed line that stand on one line of a terminal."""

_RULES = "rules: docs/about/cleaning.md"
"""Where each rule is explained under its name."""


def run(file: str, taxonomy: Path, corpus: Path) -> int:
    """Say what was kept, repaired and removed."""
    outcome, labels = labelled_source(file, corpus, taxonomy)
    text = "".join(f"{message(line)}\n" for line in _lines(outcome, labels))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


def _lines(outcome: Outcome, labels: Labels) -> Iterator[str]:
    yield from _head(outcome)
    yield "\nKept"
    yield from _kept(outcome, labels)
    yield f"\nRepaired ({_RULES})"
    for repair in outcome.document.repairs:
        yield f"  line {repair.line}: {repair.rule}: {repair.reason}: {_shortened(repair.text)!r}"
    yield f"\nRemoved ({_RULES})"
    for removal in outcome.document.removals:
        place = f" in {removal.place}" if removal.place else ""
        where, text = f"line {removal.line}", _shortened(removal.text)
        yield f"  {where}: {removal.rule}: {removal.reason}{place}: {text!r}"


def _head(outcome: Outcome) -> Iterator[str]:
    document = outcome.document
    source = document.source
    yield f"{source.record}: {source.stored_as}, {source.encoding}, {source.size} bytes"
    yield from _provenance(outcome.provenance)
    if outcome.no_policy:
        yield f"probably not a policy: {outcome.no_policy.reason}"
    yield _language(outcome.labelled)
    words = outcome.labelled.words
    yield "words: {source} in the source = {kept} kept + {removed} removed".format(**words)
    for date in document.dates:
        yield f"{date.kind} {date.date}: {one_line(date.quote)!r}"


def _kept(outcome: Outcome, labels: Labels) -> Iterator[str]:
    for section in outcome.document.sections:
        if section.block:
            yield f"  line {section.block.line}: {'#' * section.level} {section.heading}"
        for clause in section.clauses:
            yield _clause(clause)
            if outcome.labelled.legible:
                yield from _topics(clause, section, labels)


def _language(labelled: LabelledDocument) -> str:
    tag, source = labelled.language.tag, labelled.language.source
    told = f"{language_name(tag)}, according to the {source}" if tag else "unknown"
    unread = "" if labelled.legible else "; the rules have no cues for it: no topics"
    return f"language: {told}{unread}"


def _provenance(provenance: Provenance) -> Iterator[str]:
    yield f"site: {provenance.site or 'unknown'}"
    yield f"captured: {provenance.stamp or 'unknown'}"
    yield f"address: {provenance.original_url or 'unknown'}"


def _clause(clause: Clause) -> str:
    block = clause.block
    marker = f"{block.marker} " if block.marker else ""
    where = f"line {block.line}: § {clause.number} {clause.id} {block.kind}"
    return f"  {where}: {marker}{_shortened(clause.text)}"


def _topics(clause: Clause, section: Section, labels: Labels) -> Iterator[str]:
    """Say for each topic with a cue in the clause what it got and what it needed."""
    headings = headings_of(clause, section)
    for verdict in verdicts_of(clause.text, headings, labels.topics, clause.lead_in):
        cues = ", ".join(f"{cue.cue!r} {cue.weight:+g} ({cue.where})" for cue in verdict.evidence)
        sums = f"{verdict.category_points:.1f} of {verdict.needed:.1f}"
        yield f"      {'is' if verdict.assigned else 'not'} {verdict.topic}: {sums}: {cues}"


def _shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 2]} …"
