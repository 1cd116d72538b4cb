"""What changes the meaning of a sentence with a word or two: it denies, allows, limits, supposes.

In: the words of a sentence and the marks between them. Out: signs, and how far they reach.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from synoptic.text.cues import CueIndex, parse_cue
from synoptic.text.languages.tables import StatementWords

NEGATION, MODAL, CONDITION = "negation", "modal", "condition"
"""What changes of texts tell apart."""

SUPPOSES, REFUSES, SCOPE, EXCLUDES = "supposes", "refuses", "scope", "excludes"
"""What only the sentence itself is read by."""

_EITHER = 4
"""Words after "whether" among which "or" leaves it open and says it of both."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or two that deny, allow or limit."""

    kind: str
    """`NEGATION`, `MODAL` or `CONDITION`."""
    cue: int
    """Which of its kind; all negations are alike."""
    first: int
    """Its first word, counted in the whole text."""
    last: int
    """The word after its last."""


def signs_in(words: Sequence[str], first: int, table: StatementWords) -> dict[str, list[Sign]]:
    """Return the signs of a sentence that are cues, by their kind; plain negations are none.

    Args:
        words: Of the sentence, in lower case.
        first: The place of its first word in the whole text.
        table: The words of its language.

    """
    kinds, index = _cues(table)
    found: dict[str, list[Sign]] = {}
    for cue, start, end in index.find(words):
        kind, number = kinds[cue]
        found.setdefault(kind, []).append(Sign(kind, number, first + start, first + end))
    return found


@cache
def _cues(table: StatementWords) -> tuple[tuple[tuple[str, int], ...], CueIndex]:
    """Return what each cue of a language says, and the index that finds them all."""
    listed = (
        (SUPPOSES, table.supposes),
        (CONDITION, table.conditions),
        (SCOPE, table.scopes),
        (EXCLUDES, table.excludes),
        (REFUSES, table.refusing),
        (MODAL, table.modals),
    )
    kinds = tuple((kind, number) for kind, cues in listed for number, _ in enumerate(cues))
    return kinds, CueIndex([parse_cue(cue, {}) for _, cues in listed for cue in cues])


def is_numbered(words: Sequence[str], at: int) -> bool:
    """Return whether a figure stands beside: "May 25" and "25 May" say nothing of permission."""
    return any(word[0].isdigit() for word in (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]))


def denied_words(
    words: Sequence[str], breaks: Sequence[str], table: StatementWords
) -> tuple[list[int], list[int]]:
    """Return the negations, and the words after each up to where the sentence turns."""
    negations: list[int] = []
    denied: list[int] = []
    denies = False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in table.turns or (word in table.pronouns and before in table.joints):
            denies = False
        if denies:
            denied.append(at)
        if word in table.negations or (word == "t" and before in table.contracted):
            following, second, *_ = (*words[at + 1 : at + 3], "", "")
            denies = not (
                following in table.no_denial
                or (following in table.comparing and second == table.than)
                or (word in table.no_refusal and not following.endswith(table.doing))
            )
            if denies:
                negations.append(at)
        if breaks[at] in (";", ":"):
            denies = False
    return negations, denied


def supposed_words(
    supposing: Iterable[Sign],
    words: Sequence[str],
    breaks: Sequence[str],
    first: int,
    table: StatementWords,
) -> Iterable[int]:
    """Yield the words after a request or an "if" up to a comma with a new subject behind it."""
    for sign in supposing:
        end = sign.last - first
        if words[end - 1] == table.whether and table.either in words[end : end + _EITHER]:
            continue  # "whether public or private, data are not sold" supposes nothing
        for at in range(end, len(words)):
            if breaks[at - 1] and (words[at] in table.pronouns or breaks[at - 1] in ";:"):
                break
            yield first + at
