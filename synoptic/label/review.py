"""A reader's word above the rules': reviews and dates of the manifest, applied.

Every quote must stand in the document, white space aside; one that does not is
an error that names the passages nearest to it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from synoptic.errors import QuoteError
from synoptic.model import Document, Entry, Fact, ReviewedTopic, StatedDate, Tag
from synoptic.text.words import one_line

Quoted = Callable[[str, Sequence[tuple[int, int]]], str]
"""Cuts a quote at the borders of sentences around some places of a text."""

_CANDIDATES = 2
_LONGEST = 1000
"""Letters of a quote by which the nearest passage is looked for."""
_NEAR = 60.0
"""Per cent of similarity under which a passage is no help to the person who searches."""


def find_quote(
    document: Document, quote: str, where: str, *, headings: bool = False
) -> tuple[str, str]:
    """Find a quote in the clauses of a document, or in its clauses and headings.

    Returns:
        The id of the clause, or of the section whose heading holds it, and the words exactly
        as they stand there.

    Raises:
        QuoteError: No clause holds the words.

    """
    words = quote.split()
    for passage in document.passages if headings else document.clauses:
        if " ".join(words) in " ".join(passage.text.split()):
            match = re.search(r"\s+".join(map(re.escape, words)), passage.text)
            if match:
                return passage.id, match[0]
    raise QuoteError(
        where, f"no clause holds the words {one_line(quote)!r}", hint=_near(document, quote)
    )


def _near(document: Document, quote: str) -> str:
    texts = [one_line(clause.text) for clause in document.clauses if clause.text.strip()]
    found = process.extract(
        quote[:_LONGEST], texts, scorer=fuzz.partial_ratio, limit=_CANDIDATES, score_cutoff=_NEAR
    )
    if not found:
        return "nothing in the document is like it; take the line out of corpus.yml"
    return "nearest: " + " / ".join(repr(text[:120]) for text, _, _ in found)


def with_stated_dates(document: Document, entry: Entry, where: str) -> Document:
    """Add the dates that the manifest states, each found by its quote."""
    if not entry.dates:
        return document
    found = []
    for stated in entry.dates:
        clause, words = find_quote(document, stated.quote, where, headings=True)
        found.append(replace(stated, quote=words, clause=clause))
    return replace(document, dates=_merged(document.dates, found))


def _merged(ours: Iterable[StatedDate], theirs: Sequence[StatedDate]) -> tuple[StatedDate, ...]:
    """What a curator says of a clause and kind replaces what the rules found there."""
    taken = {(date.clause, date.kind) for date in theirs}
    return (*(date for date in ours if (date.clause, date.kind) not in taken), *theirs)


def reviewed(
    document: Document,
    tags: Sequence[Tag],
    entry: Entry,
    topics: Sequence[str],
    quoted: Quoted,
    where: str,
) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """Apply the reviews of an entry.

    Args:
        document: The document that the entry is about.
        tags: What the rules found, in the order of the text.
        entry: The entry with its reviews.
        topics: All slugs of the taxonomy, in its order.
        quoted: How a quote is cut around a place of a clause.
        where: Path of the manifest, for messages.

    Returns:
        The tags that hold, in the order of the text and the taxonomy; and those taken back.

    Raises:
        QuoteError: A quote stands nowhere in the document, or a review names no topic.

    """
    holding = {(tag.clause, tag.topic): tag for tag in tags}
    texts = {clause.id: clause.text for clause in document.clauses}
    overruled = []
    for line in entry.reviews:
        place = f"{where}:{line.line}"
        if line.topic not in topics:
            raise QuoteError(
                place, f"there is no topic {line.topic!r}", hint=f"topics are {', '.join(topics)}"
            )
        clause, words = find_quote(document, line.quote, place)
        key = (clause, line.topic)
        if line.review.verdict == "remove":
            overruled.append(_taken_back(holding.pop(key, None), line, place))
        else:
            text = texts[clause]
            start = text.index(words)
            quote = quoted(text, [(start, start + len(words))])
            holding[key] = _held(holding.get(key), line, clause, quote)
    order = {clause.id: number for number, clause in enumerate(document.clauses)}
    ranked = sorted(holding.values(), key=lambda tag: (order[tag.clause], topics.index(tag.topic)))
    return tuple(ranked), tuple(overruled)


def _taken_back(tag: Tag | None, line: ReviewedTopic, place: str) -> Tag:
    if tag is None:
        raise QuoteError(
            place,
            f"the clause has no topic {line.topic!r} to remove",
            hint="the rules no longer find it; take the line out",
        )
    return replace(tag, review=line.review)


def _held(tag: Tag | None, line: ReviewedTopic, clause: str, quote: str) -> Tag:
    if tag is None:
        return Tag(topic=line.topic, clause=clause, quote=quote, review=line.review)
    return replace(tag, review=line.review)


def with_reviewed_facts(
    document: Document, facts: Sequence[Fact], entry: Entry, where: str
) -> tuple[Fact, ...]:
    """Put a reader's answers in the place of those of the rules.

    Raises:
        QuoteError: A quote stands nowhere in the document, or there is no such question.

    """
    answers: dict[str, Fact] = {}
    questions = list(dict.fromkeys(fact.question for fact in facts))
    for line in entry.facts:
        place = f"{where}:{line.line}"
        if line.question not in questions:
            raise QuoteError(
                place,
                f"there is no question {line.question!r}",
                hint=f"questions are {', '.join(questions)}",
            )
        clause, words = find_quote(document, line.quote, place) if line.quote else ("", "")
        answers[line.question] = Fact(
            question=line.question,
            state=line.state,
            value=line.value,
            quote=words,
            clause=clause,
            review=line.review,
        )
    ours = (fact for fact in facts if fact.question not in answers)
    order = {question: place for place, question in enumerate(questions)}
    return tuple(sorted([*ours, *answers.values()], key=lambda fact: order[fact.question]))
