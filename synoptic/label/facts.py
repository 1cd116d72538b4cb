"""The answers of one policy to the questions of the label.

Comes in: a document, its tags and the questions. Goes out: for every question
at least one `Fact`, in the order of the questions. Promises: `no` stands only
where a sentence says no; each quote is an exact part of its clause; where one
policy says yes and no, both facts follow one another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from synoptic.errors import FaultsError, SettingError, TaxonomyError
from synoptic.label.questions import CONDITION, UNLESS, Answer, FactsTaxonomy, Question
from synoptic.label.sentences import Reading, quote, read, sentence_places
from synoptic.label.values import number_in, period_in
from synoptic.model import Clause, Document, Fact, Tag

NOTHING_FOUND = "nothing-found"

OPPOSITE = {"yes": "no", "no": "yes"}

_Match = tuple[Answer, int, int]
"""A cue found: what it stands for, its first word, the word after its last."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence answers to one question."""

    question: int
    """Place of the question in the taxonomy."""
    state: str
    value: str | int | None
    span: tuple[int, int]
    """The cue that says it, in characters of the text."""
    cues: int
    """How many cues of that state the sentence has."""


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
        for said in answers_in(clause.text, facts_taxonomy, topics.get(clause.id, set())):
            heard.setdefault(said.question, []).append((said, clause))
    return tuple(
        fact
        for place, question in enumerate(facts_taxonomy.questions)
        for fact in _facts(question, heard.get(place, []), document)
    )


def answers_in(text: str, facts_taxonomy: FactsTaxonomy, topics: set[str] | None) -> Iterator[Said]:
    """Give what each sentence of a text answers, in the order of the text.

    Args:
        text: The words of one clause.
        facts_taxonomy: The questions.
        topics: The topics of the clause; None to ask all questions regardless of topics.

    """
    reading = read(text)
    found = [
        (facts_taxonomy.answers[cue], start, end)
        for cue, start, end in facts_taxonomy.index.find(reading.words)
    ]
    for first, last in sentence_places(reading) if found else ():
        here = [match for match in found if first <= match[1] < last]
        for place in sorted({answer.question for answer, _, _ in here if answer.question >= 0}):
            question = facts_taxonomy.questions[place]
            if topics is None or not question.topics or topics & set(question.topics):
                said = _said(question, place, here, reading, last)
                if said is not None:
                    yield said


def _said(
    question: Question, place: int, here: Sequence[_Match], reading: Reading, last: int
) -> Said | None:
    """Return what one sentence answers to one question, None if nothing."""
    open_ = _not_hidden([match for match in here if match[0].question == place])
    for state in question.order:
        spans = [(start, end) for answer, start, end in open_ if answer.role == state]
        if not spans:
            continue
        start, end = spans[0]
        value = _value(question, open_, reading.words[start:last])
        if value is None and question.needs_value:
            return None
        conditional = any(answer.role == CONDITION for answer, _, _ in here)
        if state == "yes" and question.conditions and conditional:
            state = "conditional"
        span = (reading.spans[start][0], reading.spans[end - 1][1])
        return Said(place, state, value, span, len(spans))
    return None


def _not_hidden(matches: Sequence[_Match]) -> list[_Match]:
    """Leave out the matches that touch words of `unless`."""
    hidden = [(first, last) for answer, first, last in matches if answer.role == UNLESS]
    return [
        match
        for match in matches
        if not any(match[1] < last and first < match[2] for first, last in hidden)
    ]


def _value(question: Question, found: Sequence[_Match], words: Sequence[str]) -> str | int | None:
    if question.value == "number":
        return number_in(words, question.least, question.most)
    if question.value == "period":
        return period_in(words)
    if question.value == "names":
        names = {answer.role.removeprefix("name:") for answer, _, _ in found if ":" in answer.role}
        return ", ".join(sorted(names)) or None
    return None


def _facts(
    question: Question, heard: Sequence[tuple[Said, Clause]], document: Document
) -> list[Fact]:
    """Choose the answer among what the sentences say; two if they say yes and no."""
    if question.value == "amended":
        return [_amended(question, document)]
    chosen = sorted(heard, key=lambda pair: _rank(pair[0]))[:1]
    if chosen and chosen[0][0].state in OPPOSITE:
        opposite = OPPOSITE[chosen[0][0].state]
        contrary = [pair for pair in heard if pair[0].state == opposite]
        chosen += sorted(contrary, key=lambda pair: _rank(pair[0]))[:1]
    return [_fact(question, said, clause) for said, clause in chosen] or [
        Fact(question=question.slug, state=NOTHING_FOUND)
    ]


def _rank(said: Said) -> tuple[bool, bool, bool]:
    """Order answers: firm before conditional, with a value before without, then by cues."""
    return said.state not in OPPOSITE, said.value is None, said.cues < 2


def _fact(question: Question, said: Said, clause: Clause) -> Fact:
    return Fact(
        question=question.slug,
        state=said.state,
        value=said.value,
        quote=quote(clause.text, [said.span]),
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
        if answer.question == place:
            return answer.state, None if answer.value is None else str(answer.value)
    return "", None
