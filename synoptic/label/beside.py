"""What else a policy says where it answers: the sentences that may speak against an answer.

Comes in: a document, its facts and the questions. Goes out: the same facts, the
first of each answered question with the other sentences that hold its key
words. Promise: every sentence is an exact part of its clause, stands once, and
is no part of a quote that already gives the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from synoptic.label.questions import FactsTaxonomy
from synoptic.model import Beside, Document, Fact, facts_by_question
from synoptic.text.sentences import read, sentence_places, sentence_spans

MOST_BESIDE = 6
"""Sentences that stand beside an answer; more are counted, for nobody reads twenty."""

_ANSWERS = ("yes", "no", "conditional")


def with_beside(
    document: Document, facts: Sequence[Fact], facts_taxonomy: FactsTaxonomy
) -> tuple[Fact, ...]:
    """Put beside every answer the other sentences that hold the question's key words."""
    spoken: dict[str, list[Beside]] = {}
    for question, sentence in _sentences(document, facts_taxonomy):
        spoken.setdefault(question, []).append(sentence)
    return tuple(
        fact if place or fact.state not in _ANSWERS else _beside(fact, answers, spoken)
        for answers in facts_by_question(facts).values()
        for place, fact in enumerate(answers)
    )


def _beside(fact: Fact, answers: Sequence[Fact], spoken: dict[str, list[Beside]]) -> Fact:
    others = [
        sentence
        for sentence in dict.fromkeys(spoken.get(fact.question, ()))
        if not any(
            sentence.clause == answer.clause and sentence.quote in answer.quote
            for answer in answers
        )
    ]
    shown, rest = others[:MOST_BESIDE], others[MOST_BESIDE:]
    return replace(fact, beside=tuple(shown), more_beside=len(rest))


def _sentences(document: Document, facts_taxonomy: FactsTaxonomy) -> Iterator[tuple[str, Beside]]:
    """Yield question and sentence for every key word of the text, in its order."""
    for clause in document.clauses:
        reading = read(clause.text)
        found = facts_taxonomy.key_words.find(reading.words)
        places = zip(sentence_places(reading), sentence_spans(clause.text, reading), strict=False)
        for (first, last), (start, end) in places if found else ():
            sentence = Beside(quote=clause.text[start:end].strip(), clause=clause.id)
            for cue, place, _ in found:
                if first <= place < last:
                    yield facts_taxonomy.questions[facts_taxonomy.key_question[cue]].slug, sentence
