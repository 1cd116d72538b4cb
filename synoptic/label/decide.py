"""From points to topics: which topics one clause carries, and why not the others.

    topics_of    text, headings, lead-in -> the evidence of the topics that it is about
    verdicts_of  the same                -> every topic with a cue: its points, what it needed

Promise: a topic is assigned exactly if it appears in `topics_of`; the order of
topics in the file does not change which topics a text gets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.label.score import DECIMALS, Hit, Scores, score
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One topic in one clause: what it got, what it needed, and from which cues."""

    topic: str
    assigned: bool
    points: float
    """What its own cues gave."""
    category_points: float
    """What the topics of its category got together: this is what is compared."""
    needed: float
    """The threshold and what the strongest other category takes."""
    evidence: tuple[Evidence, ...]
    """All cues found, those against the topic included."""


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
        _evidence(hit, taxonomy.topics[place].slug)
        for place in _assigned(scores, _needs(scores, taxonomy), taxonomy)
        for hit in scores[place].hits
        if hit.cue.weight > 0
    )


def verdicts_of(
    text: str, headings: Sequence[str], taxonomy: Taxonomy, lead_in: str = ""
) -> tuple[Verdict, ...]:
    """Return a verdict on each topic that has a cue in one clause; arguments as `topics_of`."""
    scores = score(text, headings, taxonomy, lead_in)
    needs = _needs(scores, taxonomy)
    assigned = set(_assigned(scores, needs, taxonomy))
    return tuple(
        Verdict(
            topic=taxonomy.topics[place].slug,
            assigned=place in assigned,
            points=result.points,
            category_points=needs[category_of(taxonomy, place)].points,
            needed=needs[category_of(taxonomy, place)].needed,
            evidence=tuple(_evidence(hit, taxonomy.topics[place].slug) for hit in result.hits),
        )
        for place, result in sorted(scores.items())
    )


def category_of(taxonomy: Taxonomy, place: int) -> str:
    """Return the category in which a topic competes: those outside the scheme stand alone."""
    topic = taxonomy.topics[place]
    return topic.slug if topic.opp115 == "other" else topic.opp115


@dataclass(slots=True)
class _Need:
    """What a category of topics got, and what it needed."""

    places: list[int]
    points: float = 0.0
    said: float = 0.0
    """The points that the words of the clause gave: a heading alone silences no other topic."""
    needed: float = 0.0


def _needs(scores: Scores, taxonomy: Taxonomy) -> dict[str, _Need]:
    """Add up the topics of each category, and let each give way to the strongest other one."""
    needs: dict[str, _Need] = {}
    for place in sorted(scores):
        need = needs.setdefault(category_of(taxonomy, place), _Need([]))
        need.places.append(place)
        result = scores[place]
        need.points = round(need.points + max(result.points, 0.0), DECIMALS)
        need.said = round(need.said + max(result.points - result.told, 0.0), DECIMALS)
    decision = taxonomy.decision
    ranked = [*sorted((need.said for need in needs.values()), reverse=True), 0.0]
    for need in needs.values():
        rival = ranked[1] if need.said == ranked[0] else ranked[0]
        competes = taxonomy.topics[need.places[0]].competes
        need.needed = decision.threshold + (decision.rivalry * rival if competes else 0.0)
    return needs


def _assigned(scores: Scores, needs: dict[str, _Need], taxonomy: Taxonomy) -> Iterable[int]:
    """Return the places of the assigned topics, in the order of the taxonomy.

    Of a category that has what it needed, the strongest topic is assigned, and
    every other that reaches the threshold alone.
    """
    kept = []
    for need in needs.values():
        if need.points >= need.needed:
            best = max(scores[place].points for place in need.places)
            alone = min(best, taxonomy.decision.threshold)
            kept += [place for place in need.places if scores[place].points >= alone]
    return sorted(kept)


def _evidence(hit: Hit, topic: str) -> Evidence:
    return Evidence(
        topic=topic,
        cue=hit.cue.cue,
        start=hit.start,
        end=hit.end,
        weight=hit.cue.weight,
        where=hit.where,
    )
