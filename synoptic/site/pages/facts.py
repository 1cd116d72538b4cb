"""Plain questions with the answers of each policy: one table, and a page for each question.

In: the answers of versions. Out: views of the parts of these tables, and of the answers on
the page of a version.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from synoptic.label.questions import FactsTaxonomy, Question
from synoptic.model import Fact, LabelledVersion, Review, Scope, facts_by_question
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.figures import Totals
from synoptic.site.pages.pager import Pager, pager
from synoptic.site.pages.quotes import Speech, no_rules_for, older_than, speech
from synoptic.text.language_tags import primary
from synoptic.text.sentences import opening

STATES: Mapping[str, tuple[str, str]] = {
    "yes": ("Yes", "The policy says so."),
    "no": ("No", "The policy says that it is not so."),
    "conditional": ("Depends", "On a condition, an exception or a limit; the quote has it."),
    "nothing-found": ("–", "Our rules found nothing; the policy may still speak of it."),
    "not-mentioned": ("Not mentioned", "A named reader read the policy: it does not speak of it."),
    "not-read": ("Not read", "Our rules do not know the language of the policy."),
}
"""The six states: the word on the page, and what it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer of one policy."""

    state: str
    word: str
    sign: str
    """The word, or less where a cell has no room for it."""
    value: str
    quote: str
    clause: str
    number: str
    lead_in: str
    """The words that open the list, if the clause is an item of one."""
    given: str
    """Who answers: ``rule``, or the kind of the reader; empty where there is no answer."""
    method: str
    """By whom it was given, in words; of no answer, why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideView:
    """Another sentence with the question's key words."""

    quote: str
    clause: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A question with its answers: one, or two that contradict each other."""

    slug: str
    title: str
    answers: tuple[AnswerView, ...]
    beside: tuple[BesideView, ...]
    """What may speak against the answers."""
    more_beside: int
    """Such sentences that are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersRow:
    """One version in a table of answers."""

    name: str
    when: str | None
    page: Address
    facts: tuple[FactView, ...]
    speech: Speech
    """Attributes of what holds words of the policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPage:
    """Questions against policies."""

    template: ClassVar[str] = "answers.md.j2"

    here: Address
    """Where the page is."""
    states: Mapping[str, tuple[str, str]]
    """The states and their words."""
    questions: tuple[Question, ...]
    """Columns, in the file's order."""
    rows: tuple[AnswersRow, ...]
    """Policies on this page."""
    pager: Pager
    """Where this page stands among its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """One question, one row for each policy."""

    template: ClassVar[str] = "question.md.j2"

    here: Address
    """Where the page is."""
    question: Question
    """The question."""
    rows: tuple[AnswersRow, ...]
    """Policies with their one answer."""
    pager: Pager
    """Where this page stands among its parts."""


def views(
    number: int, totals: Totals, rows: Sequence[AnswersRow], questions: FactsTaxonomy
) -> Iterator[AnswersPage | QuestionPage]:
    """Yield one part of the table of answers, and the same part of the page of every question.

    Args:
        number: Of the part, from 1.
        totals: Figures of the whole archive.
        rows: The policies of this part.
        questions: The questions.

    """
    rows_in_all = totals.figures.versions
    yield AnswersPage(
        here=addresses.answers(number),
        states=_legend(totals.readers),
        questions=questions.questions,
        rows=tuple(rows),
        pager=pager(number, rows_in_all, addresses.answers),
    )
    for index, question in enumerate(questions.questions):
        yield QuestionPage(
            here=addresses.question(question.slug, number),
            question=question,
            rows=tuple(_only(row, index) for row in rows),
            pager=pager(number, rows_in_all, partial(addresses.question, question.slug)),
        )


def _legend(readers: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    """Say what the states mean, and whose word the silences are."""
    if not readers:
        return STATES
    word, _ = STATES["not-mentioned"]
    said = f"It does not speak of it, according to {', '.join(readers)}."
    return {**STATES, "not-mentioned": (word, said)}


def fact_views(version: LabelledVersion, questions: FactsTaxonomy) -> tuple[FactView, ...]:
    """Return the answers of one policy to all questions, in their order."""
    facts = facts_by_question(version.labelled.facts)
    document = version.document
    numbers = {passage.id: passage.number for passage in document.passages}
    openings = {clause.id: opening(clause.lead_in) for clause in document.clauses}
    return tuple(
        _fact_view(question, facts.get(question.slug, ()), numbers, openings, version)
        for question in questions.questions
    )


def _fact_view(
    question: Question,
    facts: Sequence[Fact],
    numbers: Mapping[str, str],
    openings: Mapping[str, str],
    version: LabelledVersion,
) -> FactView:
    return FactView(
        slug=question.slug,
        title=question.title,
        answers=tuple(_answer(fact, numbers, openings, version) for fact in facts),
        beside=tuple(
            BesideView(
                quote=sentence.quote,
                clause=sentence.clause,
                number=numbers[sentence.clause],
            )
            for fact in facts
            for sentence in fact.beside
        ),
        more_beside=sum(fact.more_beside for fact in facts),
    )


def answers_row(version: LabelledVersion, questions: FactsTaxonomy) -> AnswersRow:
    """Return the answers of one policy as a row of the tables."""
    return AnswersRow(
        name=version.name,
        when=version.when,
        page=addresses.version(version),
        facts=fact_views(version, questions),
        speech=speech(version),
    )


def _only(row: AnswersRow, column: int) -> AnswersRow:
    """Return a row with one of its answers."""
    return replace(row, facts=(row.facts[column],))


def _answer(
    fact: Fact, numbers: Mapping[str, str], openings: Mapping[str, str], version: LabelledVersion
) -> AnswerView:
    review = fact.review
    word = STATES[fact.state][0]
    language = version.language
    silent = fact.state == "not-read"
    return AnswerView(
        state=fact.state,
        word=no_rules_for(language) if silent else word,
        sign=f"[{primary(language or '?')}]" if silent else word,
        value="" if fact.value is None else str(fact.value),
        quote=fact.quote,
        clause=fact.clause,
        number=numbers[fact.clause] if fact.clause else "",
        lead_in=openings.get(fact.clause, ""),
        given=_given(fact),
        method=_read_by(review) if review else _by_rule(fact, version.labelled.scope),
    )


def _given(fact: Fact) -> str:
    if fact.review:
        return fact.review.by.kind
    return "" if fact.state in ("nothing-found", "not-read") else "rule"


def _by_rule(fact: Fact, scope: Scope | None) -> str:
    """Say that an answer is the rules', or why a reading says nothing of the question."""
    if fact.state not in ("nothing-found", "not-read"):
        return "by rule"
    if scope is None or fact.state == "not-read":
        return ""
    return older_than(scope, fact.question in scope.questions)


def _read_by(review: Review) -> str:
    """Name the reader, and the reason where one answer was given on its own."""
    reason = f": {review.why}" if review.verdict == "answer" else ""
    said = "confirmed" if review.carried_from else "read"
    return f"{said}{review.place} by {review.by.title}, {review.on}{reason}"
