"""What clauses are about and what policies answer: what `label` and `review` hand on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from synoptic.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One cue that fired: the reason for a tag."""

    topic: str
    cue: str
    """The cue as it is written in the taxonomy."""
    start: int
    end: int
    """Span in the clause's text, in characters; 0, 0 when the cue stood in a heading."""
    weight: float = 1.0
    where: str = "text"
    """``text``, ``heading`` or ``lead-in``: where the cue was found."""


READER_KINDS: Mapping[str, str] = {
    "person": "a person who signs",
    "organisation": "an organisation that signs",
    "assisted": "made with software, not yet confirmed by anyone who signs",
}
"""Who may read, and what each kind of reader is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who reads policies and signs for what was found."""

    id: str
    """What the manifest calls the reader."""
    name: str
    kind: str
    """A key of `READER_KINDS`."""

    @property
    def title(self) -> str:
        """Name and kind, as every page names a reader."""
        return f"{self.name} ({self.kind})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reader's word on a topic of a clause, which is above the rules'."""

    verdict: str
    """``confirm``, ``add`` or ``remove``; of a fact ``answer``."""
    by: Reader
    on: str
    """Date of the review, ISO 8601."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The presence of a topic in a clause."""

    topic: str
    clause: str
    quote: str
    """An exact part of the clause's text: all of it if short, else the sentence."""
    evidence: tuple[Evidence, ...] = ()
    review: Review | None = None

    @property
    def method(self) -> str:
        """``rule`` or ``reader``: who has the last word on this tag."""
        return "reader" if self.review else "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedTopic:
    """A line of the manifest: a reader's verdict on a topic of the clause that holds a quote."""

    topic: str
    quote: str
    review: Review
    line: int
    """Line of the manifest, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedFact:
    """A line of the manifest: a reader's answer to a question, above that of the rules."""

    question: str
    state: str
    value: str | int | None
    quote: str
    """Words that give the answer; empty where the policy is silent."""
    review: Review
    line: int
    """Line of the manifest, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadThrough:
    """A reader has read a whole policy: what it speaks of and answers, and nothing else."""

    review: Review
    topics: tuple[str, ...]
    """Every topic that it speaks of; on all others it is silent."""
    facts: tuple[tuple[str, str], ...]
    """Question and state of every answer that it gives; the others it does not mention."""
    line: int
    """Line of the manifest, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A sentence that holds key words of a question and did not give the answer."""

    quote: str
    """The whole sentence, an exact part of the clause's text."""
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The answer of one policy to one question, with the words that give it."""

    question: str
    state: str
    """``yes``, ``no``, ``conditional``, ``nothing-found`` or ``not-mentioned``."""
    value: str | int | None = None
    quote: str = ""
    clause: str = ""
    review: Review | None = None
    beside: tuple[Beside, ...] = ()
    """What the same policy also says, and may speak against the answer; of two answers to one
    question the first holds it."""
    more_beside: int = 0
    """How many such sentences there are besides these."""


def facts_by_question(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Group facts by question, in their order; the first of each is the one that tables show."""
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.question, []).append(fact)
    return grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDocument:
    """A document with what its clauses are about."""

    document: Document
    tags: tuple[Tag, ...]
    """In the order of the text, then of the taxonomy."""
    facts: tuple[Fact, ...] = ()
    overruled: tuple[Tag, ...] = ()
    """Tags of the rules that a reader took back; shown, never counted."""
    read: Review | None = None
    """Who has read the whole text; None if nobody has. Silence is then that reader's word."""
    rules: str = ""
    """Version of the program and digest of the taxonomy: what cleaned and labelled it."""
    words: Mapping[str, int] = field(default_factory=dict)
    """``source``, ``kept`` and ``removed``, as counted by the conservation check."""
