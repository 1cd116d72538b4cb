"""The answers of one policy to the questions of the label.

Comes in: a document, its tags and the questions. Goes out: for every question
at least one `Fact`, in the order of the questions. Promises: `no` stands only
where a sentence says no; each quote is an exact part of its clause; where one
policy says yes and no, both facts follow one another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from synoptic.errors import FaultsError, SettingError, TaxonomyError
from synoptic.label.deeds import deed_state
from synoptic.label.questions import CONDITION, DEED, UNLESS, Answer, FactsTaxonomy, Question
from synoptic.label.statement import READER, Statement, statement
from synoptic.label.values import number_in, period_in
from synoptic.model import Clause, Document, Fact, Tag
from synoptic.text.sentences import Reading, quote, read, sentence_places

NOTHING_FOUND = "nothing-found"
NOT_READ = "not-read"

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
    spans: tuple[tuple[int, int], ...]
    """The cue that says it and, in the next sentence, what limits it, in characters of the text."""
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


def unread(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Say of a policy that no rule has read that it was not, where nobody else answers."""
    return tuple(
        replace(fact, state=NOT_READ)
        if fact.state == NOTHING_FOUND and fact.review is None
        else fact
        for fact in facts
    )


def facts_unread(document: Document, facts_taxonomy: FactsTaxonomy) -> tuple[Fact, ...]:
    """Return what is known of a policy in a language without cues: dates, which need none."""
    dated = (
        (question, _amended(question, document) if question.value == "amended" else None)
        for question in facts_taxonomy.questions
    )
    return tuple(
        fact if fact and fact.quote else Fact(question=question.slug, state=NOT_READ)
        for question, fact in dated
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
    places = sentence_places(reading) if found else []
    for (first, last), following in zip(places, [*places[1:], None], strict=False):
        here = [match for match in found if first <= match[1] < last]
        asked = sorted({answer.question for answer, _, _ in here if answer.question >= 0})
        if not asked:
            continue
        sentence = statement(text, reading, first, last)
        for place in asked:
            question = facts_taxonomy.questions[place]
            if topics is None or not question.topics or topics & set(question.topics):
                said = _said(question, place, here, reading, sentence)
                if said is not None:
                    yield _limited(said, text, reading, following)


def _limited(said: Said, text: str, reading: Reading, following: tuple[int, int] | None) -> Said:
    """Make a no conditional where the next sentence takes it back: "However, …"."""
    if said.state != "no" or following is None or following[0] >= following[1]:
        return said
    if not statement(text, reading, *following).goes_back:
        return said
    return replace(said, state="conditional", spans=(*said.spans, reading.spans[following[0]]))


def _said(
    question: Question,
    place: int,
    here: Sequence[_Match],
    reading: Reading,
    sentence: Statement,
) -> Said | None:
    """Return what one sentence answers to one question, None if nothing."""
    if sentence.asks:
        return None
    open_ = _not_hidden([match for match in here if match[0].question == place])
    for role in question.order:
        matches = [match for match in open_ if match[0].role == role]
        if question.actor and role == "yes":
            matches = [match for match in matches if _is_granted(match, question.actor, sentence)]
        state = deed_state(sentence, matches, open_) if role == DEED else role
        if not matches or not state:
            continue
        _, start, end = matches[0]
        value = _value(question, open_, reading.words[start : sentence.last])
        if value is None and question.needs_value:
            return None
        conditional = any(answer.role == CONDITION for answer, _, _ in here)
        if state == "yes" and question.conditions and conditional:
            state = "conditional"
        span = (reading.spans[start][0], reading.spans[end - 1][1])
        return Said(place, state, value, (span,), len(matches))
    return None


def _is_granted(match: _Match, actor: str, sentence: Statement) -> bool:
    """Tell whether it may be done: neither refused nor, if the reader's, kept by the company."""
    _, start, _ = match
    return not sentence.refuses(start) and not (actor == READER and sentence.is_own_right(start))


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
    heard = [pair for pair in heard if not _is_refuted(pair, heard)]
    chosen = sorted(heard, key=lambda pair: _rank(pair[0]))[:1]
    if chosen and chosen[0][0].state in OPPOSITE:
        opposite = OPPOSITE[chosen[0][0].state]
        contrary = [pair for pair in heard if pair[0].state == opposite]
        chosen += sorted(contrary, key=lambda pair: _rank(pair[0]))[:1]
    return [_fact(question, said, clause) for said, clause in chosen] or [
        Fact(question=question.slug, state=NOTHING_FOUND)
    ]


def _is_refuted(pair: tuple[Said, Clause], heard: Sequence[tuple[Said, Clause]]) -> bool:
    """Tell whether a no is not flat: limited elsewhere, or denied by its own clause."""
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
        if answer.question == place:
            return answer.state, None if answer.value is None else str(answer.value)
    return "", None
