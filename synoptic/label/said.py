"""What each sentence of a text answers to the questions of the label.

Comes in: the words of one clause, its topics and its lead-in, and the questions.
Goes out: a `Said` for every question that a sentence answers. Promise: `no` only
where neither the sentence nor one beside it limits what is denied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from synoptic.label.deeds import deed_state
from synoptic.label.questions import (
    AGAINST,
    ANYWHERE,
    ASIDE,
    CONDITION,
    DEED,
    GENERAL,
    NARROW,
    OBJECT,
    STATES,
    UNLESS,
    Answer,
    FactsTaxonomy,
    Question,
)
from synoptic.text.languages.tables import NumberWords, StatementWords
from synoptic.text.numbers import number_in, period_in
from synoptic.text.sentences import Reading, by_sentence, read, sentence_places
from synoptic.text.statement import READER, Statement, statement

_BESIDE = 3
"""Words beside a cue whose period is its own: "stored for a limited time (24 hours)"."""

_ANSWERING = (*STATES, DEED, ANYWHERE, AGAINST)
"""The cues that say something; the others only tell what of it counts."""

_IN_ANY_CLAUSE = (ANYWHERE, ASIDE, NARROW, GENERAL, OBJECT, UNLESS, CONDITION)
"""The cues that are read in a clause that carries none of the topics of the question."""

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
    """The cue that says it and what limits it beside it, in characters of the text."""
    cues: int
    """How many cues of that state the sentence has."""


def answers_in(
    text: str, facts_taxonomy: FactsTaxonomy, topics: set[str] | None, lead_in: str = ""
) -> Iterator[Said]:
    """Yield what each sentence of a text answers, in the order of the text.

    Args:
        text: The words of one clause.
        facts_taxonomy: The questions.
        topics: The topics of the clause; None to ask all questions regardless of topics.
        lead_in: The sentence that opens the list the clause stands in.

    """
    reading = read(text)
    table, numbers = facts_taxonomy.statement, facts_taxonomy.numbers
    questions = facts_taxonomy.questions
    found = [
        (facts_taxonomy.answers[cue], start, end)
        for cue, start, end in facts_taxonomy.index.find(reading.words)
    ]
    is_open = [
        topics is None or not question.topics or not topics.isdisjoint(question.topics)
        for question in questions
    ]
    places = sentence_places(reading) if found else []
    gathered = by_sentence(((match[1], match) for match in found), places)
    for number, here in sorted(gathered.items()):
        first, last = places[number]
        asked = _asked(here, is_open)
        if not asked:
            continue
        sentence = statement(text, reading, first, last, table)
        yield from _objections(here, reading, sentence)
        for place in asked:
            heard = [match for match in here if is_open[place] or match[0].role in _IN_ANY_CLAUSE]
            said = _said(questions[place], place, heard, reading, sentence, numbers)
            if said is not None:
                yield _limited(said, text, reading, places, number, lead_in, table)


def _asked(here: Sequence[_Match], is_open: Sequence[bool]) -> list[int]:
    """Return the questions that a sentence may answer: most sentences answer none."""
    answering = {answer for answer, _, _ in here if answer.role in _ANSWERING}
    return sorted(
        {
            answer.question
            for answer in answering
            if is_open[answer.question] or answer.role in (ANYWHERE, AGAINST)
        }
    )


def _objections(here: Sequence[_Match], reading: Reading, sentence: Statement) -> Iterator[Said]:
    """Yield what makes a denial elsewhere in the policy conditional."""
    if sentence.asks:
        return
    for answer, start, end in here:
        if answer.role == AGAINST:
            span = (reading.spans[start][0], reading.spans[end - 1][1])
            yield Said(answer.question, AGAINST, None, (span,), 1)


def _limited(
    said: Said,
    text: str,
    reading: Reading,
    places: Sequence[tuple[int, int]],
    number: int,
    lead_in: str,
    table: StatementWords,
) -> Said:
    """Make a no conditional where the sentence before or after it, or the lead-in, limits it.

    "Unless you agree: we do not sell data." "We do not sell data. However, …"
    """
    if said.state != "no":
        return said
    before = [place for place in places[max(number - 1, 0) : number] if place[0] < place[1]]
    after = [place for place in places[number + 1 : number + 2] if place[0] < place[1]]
    limits = [place for place in before if statement(text, reading, *place, table).goes_on]
    limits += [place for place in after if statement(text, reading, *place, table).goes_back]
    if not limits and not (number == 0 and _opens_with_a_limit(lead_in, table)):
        return said
    spans = (*said.spans, *(reading.spans[first] for first, _ in limits))
    return replace(said, state="conditional", spans=spans)


def _opens_with_a_limit(lead_in: str, table: StatementWords) -> bool:
    reading = read(lead_in)
    places = [place for place in sentence_places(reading) if place[0] < place[1]]
    return bool(places) and statement(lead_in, reading, *places[-1], table).goes_on


def _said(
    question: Question,
    place: int,
    here: Sequence[_Match],
    reading: Reading,
    sentence: Statement,
    numbers: NumberWords,
) -> Said | None:
    """Return what one sentence answers to one question, None if nothing."""
    if sentence.asks:
        return None
    open_ = _not_hidden([match for match in here if match[0].question == place])
    if _is_aside(question, {answer.role for answer, _, _ in open_}):
        return None
    for role in question.order:
        matches = [match for match in open_ if match[0].role == role]
        if role == ANYWHERE:
            role = "yes"
        if question.actor and role == "yes":
            matches = [match for match in matches if _is_granted(match, question.actor, sentence)]
        if question.value == "period" and role == "yes":
            matches = [match for match in matches if _has_period(match, sentence, numbers)]
        state = deed_state(sentence, matches, open_) if role == DEED else role
        if not matches or not state:
            continue
        value = _value(question, open_, matches[0], sentence, numbers)
        _, start, end = matches[0]
        if value is None and question.needs_value:
            return None
        conditional = any(answer.role == CONDITION for answer, _, _ in here)
        if state == "yes" and question.conditions and conditional:
            state = "conditional"
        span = (reading.spans[start][0], reading.spans[end - 1][1])
        return Said(place, state, value, (span,), len(matches))
    return None


def _is_aside(question: Question, roles: set[str]) -> bool:
    """Return whether a sentence speaks of another matter, or of a part of this one only."""
    is_part = NARROW in roles and GENERAL not in roles and DEED not in question.order
    return is_part or ASIDE in roles or (question.has_object and OBJECT not in roles)


def _is_granted(match: _Match, actor: str, sentence: Statement) -> bool:
    """Return whether it may be done: neither refused nor, if the reader's, kept by the company."""
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


def _has_period(match: _Match, sentence: Statement, numbers: NumberWords) -> bool:
    """Return whether a unit of time in a cue has its number: "store hours" has not."""
    _, start, end = match
    words = sentence.words[start - sentence.first : end - sentence.first]
    has_unit = any(word in numbers.units for word in words)
    return not has_unit or _period(match, sentence, numbers) is not None


def _period(match: _Match, sentence: Statement, numbers: NumberWords) -> str | None:
    """Return the period that the words of a cue name, and those right beside them."""
    _, start, end = match
    first, last = start - sentence.first, end - sentence.first
    return period_in(sentence.words[max(first - _BESIDE, 0) : last + _BESIDE], numbers)


def _value(
    question: Question,
    found: Sequence[_Match],
    match: _Match,
    sentence: Statement,
    numbers: NumberWords,
) -> str | int | None:
    if question.value == "number":
        words = sentence.words[max(match[1] - sentence.first - 1, 0) :]  # "13 years and older"
        return number_in(words, question.least, question.most, numbers)
    if question.value == "period":
        return _period(match, sentence, numbers)
    if question.value == "names":
        names = {answer.role.removeprefix("name:") for answer, _, _ in found if ":" in answer.role}
        return ", ".join(sorted(names)) or None
    return None
