"""A reading applied: it holds for what was asked and for the clauses that were read.

In: what the rules found, and a reading. Out: what holds. Where a question was asked as
it is now, and a clause was read, the reader's word stands against the rules', and the
difference is told. Outside of either the rules have the word.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from synoptic.model import (
    Document,
    Fact,
    Reading,
    Scope,
    SignedAnswer,
    SignedTopic,
    Tag,
    facts_by_question,
)

SILENT = ("nothing-found", "not-mentioned", "not-read")
"""States of a question that a policy does not answer."""

Asked = Mapping[str, str]
"""Digests of definitions by slug: what is asked now."""


@dataclass(frozen=True, slots=True)
class Held:
    """What holds of one document, by its rules, its curator and its reader."""

    tags: tuple[Tag, ...]
    overruled: tuple[Tag, ...]
    facts: tuple[Fact, ...]
    scope: Scope | None = None
    """How far the reading reaches; None if nobody has read the text."""
    differences: tuple[str, ...] = ()
    """Where rules and reader differ, in words."""


def with_reading(
    document: Document, held: Held, reading: Reading | None, topics: Asked, questions: Asked
) -> Held:
    """Let a reading stand above the rules, as far as it reaches.

    Args:
        document: The text as it is now.
        held: What rules and curator say of it. The curator's word is above the reading.
        reading: What was read and found, or None.
        topics: What is asked now, with digests, in the order of the taxonomy.
        questions: The same of the questions.

    """
    if reading is None:
        return held
    read, there = set(reading.clauses), [clause.id for clause in document.clauses]
    scope = Scope(
        review=reading.review,
        unread=tuple(clause for clause in there if clause not in read),
        topics=tuple(slug for slug in topics if _asked(reading.topics, slug, topics)),
        questions=tuple(slug for slug in questions if _asked(reading.facts, slug, questions)),
    )
    held, differing = _topics_held(document, held, reading, scope, list(topics))
    answers = [
        _answers_held(document, question, facts, reading, scope)
        for question, facts in facts_by_question(held.facts).items()
    ]
    return replace(
        held,
        facts=tuple(fact for facts, _ in answers for fact in facts),
        scope=scope,
        differences=(*differing, *(told for _, told in answers if told)),
    )


def _asked(
    signed: Mapping[str, SignedTopic] | Mapping[str, SignedAnswer], slug: str, now: Asked
) -> bool:
    return slug in signed and signed[slug].asked == now[slug]


def _topics_held(
    document: Document, held: Held, reading: Reading, scope: Scope, order: Sequence[str]
) -> tuple[Held, list[str]]:
    clauses = {clause.id: clause for clause in document.clauses}
    place = {clause: number for number, clause in enumerate(clauses)}
    read = set(reading.clauses)
    signed = {
        (slug, clause)
        for slug in scope.topics
        for clause in reading.topics[slug].clauses
        if clause in clauses
    }
    refused = [
        tag
        for tag in held.tags
        if not tag.review
        and tag.topic in scope.topics
        and tag.clause in read
        and (tag.topic, tag.clause) not in signed
    ]
    known = {(tag.topic, tag.clause) for tag in (*held.tags, *held.overruled)}
    missed = [
        Tag(topic=slug, clause=clause, quote=clauses[clause].text, review=reading.review)
        for slug, clause in signed - known
    ]
    tags = [*(tag for tag in held.tags if tag not in refused), *missed]
    taken = (replace(tag, review=replace(reading.review, verdict="remove")) for tag in refused)
    told = [
        f"{tag.topic} in § {clauses[tag.clause].number} {who}"
        for who, those in (("only found by rules", refused), ("only read", missed))
        for tag in sorted(those, key=lambda tag: place[tag.clause])
    ]
    return replace(
        held,
        tags=tuple(sorted(tags, key=lambda tag: (place[tag.clause], order.index(tag.topic)))),
        overruled=(*held.overruled, *taken),
    ), told


def _answers_held(
    document: Document, question: str, facts: Sequence[Fact], reading: Reading, scope: Scope
) -> tuple[Sequence[Fact], str]:
    """Return the answers to one question, and in words where rules and reader differ."""
    if facts[0].state == "not-mentioned" and scope.unread:  # a curator's word on an older text
        return [replace(facts[0], state="nothing-found", review=None)], ""
    if question not in scope.questions or any(fact.review for fact in facts):
        return facts, ""
    signed, first = reading.facts[question], facts[0]
    texts = {passage.id: passage.text for passage in document.passages}
    outside = [fact for fact in facts if fact.clause in scope.unread]
    if signed.state in SILENT:
        refused = [fact for fact in facts if fact.state not in SILENT and fact not in outside]
        silence = replace(first, quote="", clause="", value=None, state="nothing-found")
        if not scope.unread:
            silence = replace(silence, state="not-mentioned", review=reading.review)
        told = f"{question}: {refused[0].state} only found by rules" if refused else ""
        return outside or [silence], told
    if signed.clause not in texts or (first.state, first.value) == (signed.state, signed.value):
        return facts, ""
    text = texts[signed.clause]
    answer = replace(
        first,
        state=signed.state,
        value=signed.value,
        quote=signed.quote if signed.quote in text else text,
        clause=signed.clause,
        review=replace(reading.review, verdict="confirm"),
    )
    return [answer, *outside], f"{question}: {signed.state} read, {first.state} found by rules"


def signed_now(
    held: Held, document: Document, topics: Asked, questions: Asked
) -> tuple[dict[str, SignedTopic], dict[str, SignedAnswer], tuple[str, ...]]:
    """Return what a reader signs who finds everything right: topics, answers and clauses."""
    found = {
        slug: SignedTopic(asked=digest, clauses=_clauses_of(slug, held.tags))
        for slug, digest in topics.items()
    }
    first = {question: facts[0] for question, facts in facts_by_question(held.facts).items()}
    answers = {slug: _signed(digest, first.get(slug)) for slug, digest in questions.items()}
    return found, answers, tuple(clause.id for clause in document.clauses)


def _clauses_of(topic: str, tags: Iterable[Tag]) -> tuple[str, ...]:
    return tuple(tag.clause for tag in tags if tag.topic == topic)


def _signed(digest: str, fact: Fact | None) -> SignedAnswer:
    if fact is None or fact.state in SILENT:
        return SignedAnswer(asked=digest, state="not-mentioned")
    return SignedAnswer(
        asked=digest, state=fact.state, value=fact.value, quote=fact.quote, clause=fact.clause
    )
