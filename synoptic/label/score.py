"""From cues to points: what speaks for and against each topic in one clause.

    score   text, headings, lead-in -> points per topic, with the cues behind them

Each cue counts once in a sentence, and gives its weight times a share: less in
a sentence that only introduces or points elsewhere, less in what a link or a setting is
called ("Do Not Sell …"), and less among many sentences that say something, so that a long
clause does not get every topic. Names in capitals count in full: most are countries, services
and run-in titles, which tell the topic. So does what is denied or supposed: "we do not share"
is about sharing. Each was tried, and counting it for less made labels worse. Promise: the points
of a topic are the sum over its hits; spans lie inside the text.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from synoptic.label.taxonomy import Taxonomy, WeightedCue
from synoptic.text.named import names_of_links
from synoptic.text.sentences import BORDER, read

DECIMALS = 6
"""Sums are rounded: added in another order, the last bits of a float differ."""


class Hit(NamedTuple):
    """One cue found: kept small, because most are found for topics that lose."""

    cue: WeightedCue
    start: int
    end: int
    """Span in the text, in characters; 0, 0 if found elsewhere."""
    share: float
    """The part of its weight that counts."""
    where: str
    """``text``, ``heading`` or ``lead-in``."""


@dataclass(slots=True)
class Score:
    """What speaks for and against one topic in one clause."""

    points: float = 0.0
    told: float = 0.0
    """The part of the points that a heading gave."""
    hits: list[Hit] = field(default_factory=list)
    """The cues in the order of the text, negative ones included."""

    def add(self, hit: Hit) -> None:
        """Count one more cue."""
        self.points += hit.cue.weight * hit.share
        self.hits.append(hit)

    def add_told(self, hit: Hit) -> None:
        """Count a cue of a heading."""
        self.told += hit.cue.weight * hit.share
        self.add(hit)


Scores = dict[int, Score]
"""By the place of the topic in the taxonomy; topics without any cue are left out."""


def score(text: str, headings: Sequence[str], taxonomy: Taxonomy, lead_in: str = "") -> Scores:
    """Return points and hits per topic of one clause.

    The lead-in speaks only where the clause's own words reach no threshold. The
    nearest heading that speaks of any topic adds to those of which the clause's
    own words or its lead-in speak, too. A title at the head of the text is a
    heading, and none of the clause's own words.
    """
    scores: Scores = {}
    _add_text(scores, text, taxonomy, "text", 1.0, _title_length(text, headings))
    decision = taxonomy.decision
    if lead_in and all(result.points < decision.threshold for result in scores.values()):
        _add_text(scores, lead_in, taxonomy, "lead-in", decision.lead_in)
    _add_heading(scores, headings, taxonomy)
    for result in scores.values():
        result.points = round(result.points, DECIMALS)
    return scores


def _title_length(text: str, headings: Sequence[str]) -> int:
    """Return how many characters of a text are the last heading, as a line of its own."""
    return len(headings[-1]) if headings and text.startswith(f"{headings[-1]}\n") else 0


def _add_text(
    scores: Scores, text: str, taxonomy: Taxonomy, where: str, whole: float, begin: int = 0
) -> None:
    reading = read(text)
    matches = [
        match for match in taxonomy.index.find(reading.words) if reading.spans[match[1]][0] >= begin
    ]
    if not matches:
        return
    cues = taxonomy.cues
    numbers = _sentence_numbers(reading.words)
    whole /= sqrt(len({numbers[start] for _, start, _ in matches}))
    faint = whole * taxonomy.decision.background
    background = {numbers[start] for place, start, _ in matches if cues[place].topic < 0}
    hidden: dict[int, set[int]] = {}
    for place, start, end in matches:
        if not cues[place].weight:
            hidden.setdefault(cues[place].topic, set()).update(range(start, end))
    table = taxonomy.statement
    named = names_of_links(text, reading, table) if table else frozenset()
    seen: set[tuple[int, int]] = set()
    # Of two places of a cue in one sentence, one that is no name counts.
    for place, start, end in _names_last(matches, named):
        cue, sentence = cues[place], numbers[start]
        if not cue.weight or (place, sentence) in seen or _is_hidden(hidden, cue, start, end):
            continue
        seen.add((place, sentence))
        if cue.topic not in scores:
            scores[cue.topic] = Score()
        first, last = reading.spans[start][0], reading.spans[end - 1][1]
        if where != "text":
            first = last = 0
        share = faint if sentence in background else whole
        if _is_in_name(start, end, named) and _may_be_named(cue, taxonomy):
            share *= taxonomy.decision.named
        scores[cue.topic].add(Hit(cue, first, last, share, where))


def _names_last(
    matches: Sequence[tuple[int, int, int]], named: frozenset[int]
) -> Sequence[tuple[int, int, int]]:
    if not named:
        return matches
    return sorted(matches, key=lambda match: _is_in_name(match[1], match[2], named))


def _is_in_name(start: int, end: int, named: frozenset[int]) -> bool:
    """Return whether all words of a cue are part of a name."""
    return bool(named) and named.issuperset(range(start, end))


def _may_be_named(cue: WeightedCue, taxonomy: Taxonomy) -> bool:
    """Return whether a name says less of a topic than other words: not of one that is a name."""
    return cue.topic >= 0 and taxonomy.topics[cue.topic].competes


def _sentence_numbers(words: Sequence[str]) -> list[int]:
    """Return for each word the number of its sentence."""
    numbers, sentence, last = [], 0, len(words) - 1
    for place, word in enumerate(words):
        numbers.append(sentence)
        if word == BORDER and place < last:
            sentence += 1
    return numbers


def _is_hidden(
    hidden: Mapping[int, AbstractSet[int]], cue: WeightedCue, start: int, end: int
) -> bool:
    """Return whether a cue touches words in which its topic's cues mean nothing."""
    return not hidden.get(cue.topic, frozenset()).isdisjoint(range(start, end))


def _add_heading(scores: Scores, headings: Sequence[str], taxonomy: Taxonomy) -> None:
    """Add the nearest heading that speaks of any topic; one cue per topic counts.

    It adds only where the clause itself speaks of the topic: by `own` of the threshold.
    """
    decision = taxonomy.decision
    least = decision.own * decision.threshold
    spoken = {place for place, result in scores.items() if result.points >= least}
    for heading in reversed(headings):
        found = taxonomy.heading_index.find(read(heading).words)
        told: dict[int, WeightedCue] = {}
        for place, _, _ in found:
            cue = taxonomy.heading_cues[place]
            told.setdefault(cue.topic, cue)
        for topic in sorted(spoken & told.keys()):
            scores[topic].add_told(Hit(told[topic], 0, 0, 1.0, "heading"))
        if told:
            return
