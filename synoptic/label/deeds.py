"""What a sentence says of an act of the company: that it is done, not done, or done sometimes.

Comes in: the sentence as it is meant and the cues found in it. Goes out: a
state, or nothing. Promise: `no` only where the denial is flat and general.
"""

from collections.abc import Sequence

from synoptic.label.questions import GENERAL, NARROW, NOT_YES, Answer
from synoptic.text.statement import COMPANY, OTHER, READER, Statement


def deed_state(
    sentence: Statement,
    deeds: Sequence[tuple[Answer, int, int]],
    found: Sequence[tuple[Answer, int, int]],
) -> str:
    """Return the state of the first act that the sentence says anything of, else "".

    Args:
        sentence: The sentence as it is meant.
        deeds: The words of the act in it: cue, first word, word after the last.
        found: All cues of the question in it.

    """
    roles = {answer.role for answer, _, _ in found}
    if NOT_YES in roles and not _denies(sentence, deeds):
        return ""
    states = (_state(sentence, place) for _, place, _ in deeds)
    state = next((state for state in states if state), "")
    # Whoever does not sell a part may sell the rest; whoever sells a part sells.
    return "" if state == "no" and NARROW in roles and GENERAL not in roles else state


def _denies(sentence: Statement, deeds: Sequence[tuple[Answer, int, int]]) -> bool:
    return any(place in sentence.denied for _, place, _ in deeds)


def _state(sentence: Statement, place: int) -> str:
    actor = sentence.actor(place)
    if place in sentence.supposed or place in sentence.named or actor in (READER, OTHER):
        return ""
    conditional = sentence.is_limited(place, sentence.conditions)
    if place in sentence.denied:
        partial = sentence.is_limited(place, sentence.scopes)
        return "conditional" if conditional or partial else "no"
    if actor != COMPANY and not sentence.is_done_to(place):
        return ""
    return "conditional" if conditional else "yes"
