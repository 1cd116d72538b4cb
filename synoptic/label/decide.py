"""From cues to topics: the scores of one clause, and which topics they carry.

    score      text, headings, lead-in -> points per topic, with the cues behind them
    topics_of  the same                -> the evidence of the topics that it is about

Promise: evidence spans lie inside the text; the order of topics in the file
does not change which topics a text gets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from synoptic.label.sentences import BORDER, Reading, read
from synoptic.label.taxonomy import Entry, Taxonomy
from synoptic.model import Evidence


class Hit(NamedTuple):
    """One cue found: kept small, because most are found for topics that lose."""

    entry: Entry
    start: int
    end: int
    """Span in the text, in characters; 0, 0 if found elsewhere."""
    weight: float
    where: str


@dataclass(slots=True)
class Score:
    """What speaks for and against one topic in one clause."""

    points: float = 0.0
    hits: list[Hit] = field(default_factory=list)
    """The cues in the order of the text, negative ones included."""

    def evidence(self, topic: str) -> list[Evidence]:
        """Return the hits in the words of the model."""
        return [
            Evidence(topic=topic, cue=entry.cue, start=start, end=end, weight=weight, where=where)
            for entry, start, end, weight, where in self.hits
        ]


def topics_of(
    text: str, headings: Sequence[str], taxonomy: Taxonomy, lead_in: str = ""
) -> tuple[Evidence, ...]:
    """Return the evidence for each topic of one clause, in the order of the taxonomy.

    A topic is assigned exactly if it appears; evidence against it is left out.

    Args:
        text: The clause.
        headings: The headings above it, outermost first.
        taxonomy: The topics.
        lead_in: The sentence that opens the list the clause stands in.

    """
    scores = score(text, headings, taxonomy, lead_in)
    return tuple(
        evidence
        for place in decide(scores, taxonomy)
        for evidence in scores[place].evidence(taxonomy.topics[place].slug)
        if evidence.weight > 0
    )


def score(
    text: str, headings: Sequence[str], taxonomy: Taxonomy, lead_in: str = ""
) -> dict[int, Score]:
    """Return points and hits per topic; topics without any cue are left out."""
    scores = _text_scores(read(text), taxonomy, "text")
    if lead_in:
        _add_lead_in(scores, lead_in, taxonomy)
    _add_headings(scores, headings, taxonomy)
    return scores


def decide(scores: dict[int, Score], taxonomy: Taxonomy) -> list[int]:
    """Return the places of the assigned topics, in the order of the taxonomy.

    Topics of one category do not compete; the points of the category are what is
    compared. In one that wins, the strongest topic and all that reach the threshold
    alone are assigned.
    """
    decision = taxonomy.decision
    groups: dict[str, list[int]] = {}
    for place in sorted(scores):
        groups.setdefault(_group(taxonomy, place), []).append(place)
    totals = {
        group: sum(max(scores[place].points, 0.0) for place in places)
        for group, places in groups.items()
    }
    kept = []
    for group, places in groups.items():
        rival = max((points for other, points in totals.items() if other != group), default=0.0)
        lost = decision.rivalry * rival if taxonomy.topics[places[0]].competes else 0.0
        if totals[group] < decision.threshold + lost:
            continue
        best = max(scores[place].points for place in places)
        alone = min(best, decision.threshold)
        kept += [place for place in places if scores[place].points >= alone]
    return sorted(kept)


def _group(taxonomy: Taxonomy, place: int) -> str:
    topic = taxonomy.topics[place]
    return topic.slug if topic.opp115 == "other" else topic.opp115


def _text_scores(reading: Reading, taxonomy: Taxonomy, where: str) -> dict[int, Score]:
    """Score every sentence by the cues in it, each cue once, and add the sentences up."""
    numbers = _sentence_numbers(reading.words)
    matches = taxonomy.index.find(reading.words)
    entries = taxonomy.entries
    hidden = _hidden(matches, entries)
    sums: dict[tuple[int, int], float] = {}
    seen: set[tuple[int, int]] = set()
    scores: dict[int, Score] = {}
    for cue, start, end in matches:
        entry, sentence = entries[cue], numbers[start]
        if not entry.weight or (cue, sentence) in seen or _is_hidden(hidden, entry, start, end):
            continue
        seen.add((cue, sentence))
        key = (entry.topic, sentence)
        sums[key] = sums.get(key, 0.0) + entry.weight
        hit = Hit(entry, reading.spans[start][0], reading.spans[end - 1][1], entry.weight, where)
        if entry.topic not in scores:
            scores[entry.topic] = Score()
        scores[entry.topic].hits.append(hit)
    faint = taxonomy.decision.background
    background = {numbers[start] for cue, start, _ in matches if entries[cue].topic < 0}
    for (topic, sentence), points in sums.items():
        scores[topic].points += points * (faint if sentence in background else 1.0)
    root = sqrt(numbers[-1] + 1 if numbers else 1)
    for result in scores.values():
        result.points /= root
    return scores


def _sentence_numbers(words: Sequence[str]) -> list[int]:
    """Return for each word the number of its sentence."""
    numbers, sentence, last = [], 0, len(words) - 1
    for place, word in enumerate(words):
        numbers.append(sentence)
        if word == BORDER and place < last:
            sentence += 1
    return numbers


def _hidden(
    matches: Sequence[tuple[int, int, int]], entries: Sequence[Entry]
) -> list[tuple[int, int, int]]:
    """Return topic and words of each stretch in which the topic's cues mean nothing."""
    return [
        (entries[cue].topic, start, end) for cue, start, end in matches if not entries[cue].weight
    ]


def _is_hidden(hidden: Sequence[tuple[int, int, int]], entry: Entry, start: int, end: int) -> bool:
    return any(
        topic == entry.topic and start < last and first < end for topic, first, last in hidden
    )


def _add_lead_in(scores: dict[int, Score], lead_in: str, taxonomy: Taxonomy) -> None:
    """Let the lead-in speak where the item's own words say nothing for any topic."""
    if any(result.points >= taxonomy.decision.threshold for result in scores.values()):
        return
    for topic, lent in _text_scores(read(lead_in), taxonomy, "lead-in").items():
        result = scores.setdefault(topic, Score())
        result.points += taxonomy.decision.lead_in * lent.points
        result.hits += [hit._replace(start=0, end=0) for hit in lent.hits]


def _add_headings(scores: dict[int, Score], headings: Sequence[str], taxonomy: Taxonomy) -> None:
    """Add the nearest heading that speaks of any topic."""
    for heading in reversed(headings):
        found = taxonomy.heading_index.find(read(heading).words)
        if not found:
            continue
        told: dict[int, Entry] = {}
        for cue, _, _ in found:
            entry = taxonomy.heading_entries[cue]
            told.setdefault(entry.topic, entry)
        for topic, entry in sorted(told.items()):
            result = scores.setdefault(topic, Score())
            result.points += taxonomy.decision.heading
            result.hits.append(Hit(entry, 0, 0, taxonomy.decision.heading, "heading"))
        return
