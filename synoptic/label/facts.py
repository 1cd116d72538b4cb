"""The answers of one policy to the questions of the label.

Comes in: a document, its tags and the questions. Goes out: for every question
at least one `Fact`, in the order of the questions. Promises: `no` stands only
where a sentence says no; each quote is an exact part of its clause; where one
policy says yes and no, both facts follow one another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from synoptic.errors import FaultsError, SettingError, TaxonomyError
from synoptic.label.questions import AGAINST, FactsTaxonomy, Question
from synoptic.label.said import Said, answers_in
from synoptic.model import Clause, Document, Fact, Tag
from synoptic.text.sentences import quote

NOTHING_FOUND = "nothing-found"
NOT_READ = "not-read"

OPPOSITE = {"yes": "no", "no": "yes"}


def facts_of(
    document: Document, tags: Iterable[Tag], facts_taxonomy: FactsTaxonomy
) -> tuple[Fact, ...]:
    """Answer every question from the words of one policy.

    Args:
        document: The policy.
        tags: Its tags: questions with topics are answered from clauses that carry one.
        facts_taxonomy: The questions.

    """
    topics: dict[str, set[str]] = {}
    for tag in tags:
        topics.setdefault(tag.clause, set()).add(tag.topic)
    heard: dict[int, list[tuple[Said, Clause]]] = {}
    for clause in document.clauses:
        here = topics.get(clause.id, set())
        for said in answers_in(clause.text, facts_taxonomy, here, clause.lead_in):
            heard.setdefault(said.question, []).append((said, clause))
    return tuple(
        fact
        for place, question in enumerate(facts_taxonomy.questions)
        for fact in _facts(question, heard.get(place, []), document)
    )


def not_read(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Say of a policy that no rule has read that it was not, where nobody else answers."""
    return tuple(
        replace(fact, state=NOT_READ)
        if fact.state == NOTHING_FOUND and fact.review is None
        else fact
        for fact in facts
    )


def facts_not_read(document: Document, facts_taxonomy: FactsTaxonomy) -> tuple[Fact, ...]:
    """Return what is known of a policy in a language without cues: dates, which need none."""
    dated = (
        (question, _amended(question, document) if question.value == "amended" else None)
        for question in facts_taxonomy.questions
    )
    return tuple(
        fact if fact and fact.quote else Fact(question=question.slug, state=NOT_READ)
        for question, fact in dated
    )


def _facts(
    question: Question, heard: Sequence[tuple[Said, Clause]], document: Document
) -> list[Fact]:
    """Choose the answer among what the sentences say; two if they say yes and no."""
    if question.value == "amended":
        return [_amended(question, document)]
    heard = _weighed(heard)
    chosen = sorted(heard, key=lambda pair: _rank(pair[0]))[:1]
    if chosen and chosen[0][0].state in OPPOSITE:
        opposite = OPPOSITE[chosen[0][0].state]
        contrary = [pair for pair in heard if pair[0].state == opposite]
        chosen += sorted(contrary, key=lambda pair: _rank(pair[0]))[:1]
    return [_fact(question, said, clause) for said, clause in chosen] or [
        Fact(question=question.slug, state=NOTHING_FOUND)
    ]


def _weighed(heard: Sequence[tuple[Said, Clause]]) -> list[tuple[Said, Clause]]:
    """Leave out what is refuted, and let what speaks against a denial stand in its place."""
    firm = [pair for pair in heard if pair[0].state != AGAINST]
    left = [pair for pair in firm if not _is_refuted(pair, firm)]
    against = [pair for pair in heard if pair[0].state == AGAINST]
    denied = any(said.state == "no" for said, _ in left)
    if not (denied and against):
        return left
    told = [(replace(said, state="conditional"), clause) for said, clause in against]
    return [*told, *(pair for pair in left if pair[0].state != "no")]


def _is_refuted(pair: tuple[Said, Clause], heard: Sequence[tuple[Said, Clause]]) -> bool:
    """Return whether a no is not flat: limited elsewhere, or denied by its own clause."""
    said, clause = pair
    return said.state == "no" and any(
        other.state == "conditional" or (other.state == "yes" and beside.id == clause.id)
        for other, beside in heard
    )


def _rank(said: Said) -> tuple[bool, bool, bool]:
    """Order answers: firm before conditional, with a value before without, then by cues."""
    return said.state not in OPPOSITE, said.value is None, said.cues < 2


def _fact(question: Question, said: Said, clause: Clause) -> Fact:
    return Fact(
        question=question.slug,
        state=said.state,
        value=said.value,
        quote=quote(clause.text, said.spans),
        clause=clause.id,
    )


def _amended(question: Question, document: Document) -> Fact:
    """Return the latest stated date of amendment; ISO dates compare as text.

    Of a date known by its year alone nobody can say that it was before another of that year.
    """
    dates = [date for date in document.dates if date.kind == "amended"]
    if not dates:
        return Fact(question=question.slug, state=NOTHING_FOUND)
    last = max(dates, key=lambda date: date.date + "~" * bool(date.unclear))
    return Fact(
        question=question.slug,
        state="yes",
        value=last.date,
        quote=last.quote,
        clause=last.clause,
    )


def check_fact_examples(facts_taxonomy: FactsTaxonomy, where: str = "taxonomy/facts.yml") -> None:
    """Try all examples of all questions.

    Raises:
        FaultsError: Every example that fails, with its line.

    """
    faults: list[SettingError] = []
    for place, question in enumerate(facts_taxonomy.questions):
        for example in question.examples:
            got = _got(example.text, place, facts_taxonomy)
            expected = (example.state, example.value)
            if got[0] != expected[0] or (expected[1] is not None and got[1] != expected[1]):
                problem = f"the example {example.text!r} answers {question.slug!r} with {got}"
                faults.append(TaxonomyError(f"{where}:{example.line}", problem))
    if faults:
        raise FaultsError(faults)


def _got(text: str, place: int, facts_taxonomy: FactsTaxonomy) -> tuple[str, str | None]:
    for answer in answers_in(text, facts_taxonomy, None):
        if answer.question == place and answer.state != AGAINST:
            return answer.state, None if answer.value is None else str(answer.value)
    return "", None
