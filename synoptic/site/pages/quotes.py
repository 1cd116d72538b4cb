"""Verbatim quotes with the way to their clauses, and why they stand where they stand.

In: tags with their evidence or review, and readings. Out: what a page shows and says of them.
Promise: every word that is named as a reason stands in the quote.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from synoptic.model import Clause, Evidence, LabelledDocument, LabelledVersion, Review, Scope, Tag
from synoptic.text.language_tags import direction_of, language_name, primary
from synoptic.text.sentences import opening
from synoptic.text.words import one_line

VERDICTS = {"confirm": "confirmed", "add": "added", "remove": "taken back"}

MOST_WORDS = 4
"""Words that are named as the reason for a topic; `explain` names them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A verbatim quote with the way to its clause."""

    text: str
    clause: str
    """Anchor on the policy's page."""
    number: str
    method: str
    """How we know: the cues that fired, or the reader who said so."""
    lead_in: str = ""
    """The words that open the list, if the clause is an item of one."""


def quote_view(tag: Tag, clauses: Mapping[str, Clause]) -> QuoteView:
    """Return a tag as a quote for readers."""
    clause = clauses[tag.clause]
    return QuoteView(
        text=tag.quote,
        clause=clause.id,
        number=clause.number,
        method=_method(tag, clause.text),
        lead_in=opening(clause.lead_in),
    )


def _method(tag: Tag, text: str) -> str:
    """Say why the clause carries the topic: a reader's verdict, or the words that decided.

    Every word that is named stands in the quote; cues elsewhere in the clause are not named.
    """
    if tag.review:
        why = f": {tag.review.why}" if tag.review.why else ""
        return f"{_verdict(tag.review)}{why}"
    telling = [evidence for evidence in tag.evidence if evidence.weight > 0]
    named = dict.fromkeys(text[start:end] for start, end in _widest(telling))
    words = [f"“{one_line(word)}”" for word in named if word in tag.quote]
    words += dict.fromkeys(f"the {cue.where}" for cue in telling if cue.where != "text")
    more = f" and {len(words) - MOST_WORDS} more" if len(words) > MOST_WORDS else ""
    return f"found by {', '.join(words[:MOST_WORDS])}{more}" if words else ""


def _verdict(review: Review) -> str:
    """Name the verdict, the reader and the day; one that was carried confirms what stands here."""
    carried = review.carried_from and review.verdict != "remove"
    verdict = VERDICTS["confirm" if carried else review.verdict]
    return f"{verdict}{review.place} by {review.by.title}, {review.on}"


def _widest(evidence: Iterable[Evidence]) -> list[tuple[int, int]]:
    """Return the spans of cues in the text, those inside others left out."""
    spans = sorted(
        {(cue.start, cue.end) for cue in evidence if cue.where == "text"},
        key=lambda span: (span[0], -span[1]),
    )
    widest: list[tuple[int, int]] = []
    for span in spans:
        if not widest or span[1] > widest[-1][1]:
            widest.append(span)
    return widest


def silence(labelled: LabelledDocument, topic: str) -> str:
    """Say what it means that a topic has no quote: nothing found, or a reader's word."""
    scope = labelled.scope
    if labelled.topic_state(topic) == "not-mentioned" and scope:
        return f"Not mentioned, according to {scope.review.by.title}, {scope.review.on}."
    older = f" {older_than(scope, topic in scope.topics)}" if scope else ""
    rules = "Nothing found by rules." if labelled.legible else no_rules_for(labelled.language.tag)
    return f"{rules}{older}"


@dataclass(frozen=True, slots=True)
class Speech:
    """How the words of a text are read: attributes of the element that holds them.

    A screen reader pronounces by the language; where nobody knows the direction, the
    letters tell.
    """

    language: str | None
    direction: str

    def __html__(self) -> Markup:
        """Return the attributes, each after a blank."""
        tag = Markup(' lang="{}"').format(self.language) if self.language else Markup("")
        direction = self.direction
        return tag + (Markup(' dir="{}"').format(direction) if direction != "ltr" else "")


def speech(version: LabelledVersion) -> Speech:
    """Return how the words of a version are read."""
    tag = version.labelled.language.tag
    known = direction_of(tag) if tag else "auto"
    return Speech(tag, version.source.direction or known)


def no_rules_for(language: str | None) -> str:
    """Say why rules did not read a text."""
    if language:
        return f"Not read: our rules do not read {language_name(primary(language))}."
    return "Not read: our rules do not know its letters."


def older_than(scope: Scope, asked: bool) -> str:
    """Say that a reading is older than the text or the question, and whose it is."""
    than = "the text" if asked else "the question"
    return f"The reading by {scope.review.by.title}, {scope.review.on}, is older than {than}."
