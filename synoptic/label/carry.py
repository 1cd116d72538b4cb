"""Reviews follow their clauses: what was signed on one capture holds for the same words later.

In: the versions of all policies, those of one policy together and in the order of time.
Out: the same versions, where a clause that was reviewed before (same policy, same id, same
headings and lead-in) has the topics and answers that were signed for it. What is signed
for the later capture itself is above what is carried.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from synoptic.model import (
    Document,
    Fact,
    LabelledDocument,
    LabelledVersion,
    Review,
    Tag,
    facts_by_question,
)

Key = tuple[str, tuple[str, ...], str]
"""What makes a clause the same in another capture: id, headings, lead-in."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A signed answer with the clauses of the text that it was given on."""

    fact: Fact
    clauses: frozenset[Key]


@dataclass(slots=True)
class _Signed:
    """What was signed on the captures of one policy so far."""

    topics: dict[tuple[Key, str], Tag] = field(default_factory=dict)
    answers: dict[str, _Answer] = field(default_factory=dict)


def carried(versions: Sequence[LabelledVersion], topics: Sequence[str]) -> list[LabelledVersion]:
    """Carry every review over to the later captures of its policy.

    Args:
        versions: As `catalogue` sorts them. One without a time neither gives nor takes.
        topics: All slugs, in the order of the taxonomy.

    """
    done = []
    for _, group in groupby(versions, lambda version: version.policy):
        signed = _Signed()
        for version in group:
            if version.provenance.captured_at is None:
                done.append(version)
                continue
            done.append(replace(version, labelled=_taking(version.labelled, signed, topics)))
            _gather(version, signed)
    return done


def _keys(document: Document) -> dict[str, Key]:
    return {
        clause.id: (clause.id, section.path, clause.lead_in)
        for section in document.sections
        for clause in section.clauses
    }


def _gather(version: LabelledVersion, signed: _Signed) -> None:
    """Add what was signed on this version itself; the latest word on a clause is the one."""
    labelled, origin = version.labelled, version.version
    keys = _keys(labelled.document)
    for tag in (*labelled.tags, *labelled.overruled):
        if tag.review:
            signed.topics[keys[tag.clause], tag.topic] = _from(tag, tag.review, origin)
    for question, facts in facts_by_question(labelled.facts).items():
        review = facts[0].review
        if review and review.verdict == "answer":
            fact = replace(facts[0], review=replace(review, carried_from=origin))
            signed.answers[question] = _Answer(fact, frozenset(keys.values()))


def _from(tag: Tag, review: Review, origin: str) -> Tag:
    return replace(tag, evidence=(), review=replace(review, carried_from=origin))


def _taking(labelled: LabelledDocument, signed: _Signed, topics: Sequence[str]) -> LabelledDocument:
    if not signed.topics and not signed.answers:
        return labelled
    keys = _keys(labelled.document)
    tags, overruled = _topics(labelled, keys, signed)
    place = {clause: number for number, clause in enumerate(keys)}
    return replace(
        labelled,
        tags=tuple(sorted(tags, key=lambda tag: (place[tag.clause], topics.index(tag.topic)))),
        overruled=tuple(overruled),
        facts=tuple(_facts(labelled, keys, signed)),
    )


def _topics(
    labelled: LabelledDocument, keys: Mapping[str, Key], signed: _Signed
) -> tuple[list[Tag], list[Tag]]:
    texts = {clause.id: clause.text for clause in labelled.document.clauses}
    held = {(tag.clause, tag.topic): tag for tag in labelled.tags}
    own = {place for place, tag in held.items() if tag.review}
    own |= {(tag.clause, tag.topic) for tag in labelled.overruled}
    overruled = list(labelled.overruled)
    for (key, topic), tag in signed.topics.items():
        clause = key[0]
        if keys.get(clause) != key or (clause, topic) in own or _is_read(labelled, clause, topic):
            continue
        found = held.get((clause, topic))
        if tag.review and tag.review.verdict != "remove":
            quote = tag.quote if tag.quote in texts[clause] else texts[clause]
            held[clause, topic] = (
                replace(found, review=tag.review) if found else replace(tag, quote=quote)
            )
        elif found:
            overruled.append(replace(held.pop((clause, topic)), review=tag.review))
    return list(held.values()), overruled


def _is_read(labelled: LabelledDocument, clause: str, topic: str) -> bool:
    scope = labelled.scope
    return scope is not None and topic in scope.topics and clause not in scope.unread


def _facts(labelled: LabelledDocument, keys: Mapping[str, Key], signed: _Signed) -> Iterable[Fact]:
    """Yield all answers; a signed one stands before what later clauses say against it."""
    texts = {clause.id: clause.text for clause in labelled.document.clauses}
    scope = labelled.scope
    for question, facts in facts_by_question(labelled.facts).items():
        answer = signed.answers.get(question)
        own = any(fact.review for fact in facts) or (scope and question in scope.questions)
        if answer is None or own or not _holds(answer, keys):
            yield from facts
            continue
        fact = answer.fact
        text = texts.get(fact.clause, "")
        first = facts[0]
        yield replace(
            fact,
            quote=fact.quote if fact.quote in text else text,
            beside=first.beside,
            more_beside=first.more_beside,
        )
        yield from (
            replace(other, beside=(), more_beside=0)
            for other in facts
            if other.clause in keys
            and keys[other.clause] not in answer.clauses
            and other.state != fact.state
        )


def _holds(answer: _Answer, keys: Mapping[str, Key]) -> bool:
    """Return whether its clause is still there; of a silence, whether all clauses were read."""
    if answer.fact.clause:
        key = keys.get(answer.fact.clause)
        return key is not None and key in answer.clauses
    return answer.clauses.issuperset(keys.values())
