"""What clauses are about and what policies answer: what `label` and `review` hand on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from synoptic.model.document import Document
from synoptic.model.text import Language


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


UNSTATED = "unstated"
"""The kind of a reader of whom nobody has said it."""

READER_KINDS: Mapping[str, str] = {
    "person": "a person who signs",
    "organisation": "an organisation that signs",
    "assisted": "made with software, not yet confirmed by anyone who signs",
    UNSTATED: "a reader of whom the manifest says no more than the name",
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
    carried_from: str = ""
    """The version of the policy on which it was given, if it was an earlier one."""

    @property
    def place(self) -> str:
        """Say on which capture it was given, if it was an earlier one; begins with a blank."""
        if not self.carried_from:
            return ""
        return f" on the same words in the capture of {self.carried_from}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The presence of a topic in a clause."""

    topic: str
    clause: str
    quote: str
    """An exact part of the clause's text: all of it if short, else what decides."""
    evidence: tuple[Evidence, ...] = ()
    weight: float = 0.0
    """Weight of the evidence in the sentence that decides; 0 where a reader alone said so."""
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
    line: int = field(default=0, repr=False)
    """Line of the manifest, for messages; no result depends on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedFact:
    """A line of the manifest: a reader's answer to a question, above that of the rules."""

    question: str
    state: str
    value: str | int | None
    quote: str
    """Words that give the answer; empty where the policy is silent."""
    review: Review
    line: int = field(default=0, repr=False)
    """Line of the manifest, for messages; no result depends on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedTopic:
    """What a reader signed on one topic."""

    asked: str
    """Digest of the topic's definition when it was asked."""
    clauses: tuple[str, ...]
    """Ids of the clauses that speak of it, among those read; none if the text is silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedAnswer:
    """What a reader signed on one question."""

    asked: str
    """Digest of the question's definition when it was asked."""
    state: str
    value: str | int | None = None
    quote: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reader has read a whole text: what was asked, what was read, and what was found."""

    review: Review
    topics: Mapping[str, SignedTopic]
    """Every topic that was asked, by slug."""
    facts: Mapping[str, SignedAnswer]
    """Every question that was asked, by slug."""
    clauses: tuple[str, ...]
    """Ids of all clauses that were read."""
    line: int = field(default=0, repr=False)
    """Line of the file that it stands in, for messages; no result depends on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """How far a reading reaches for the text and the taxonomy as they are now."""

    review: Review
    unread: tuple[str, ...]
    """Ids of clauses that are there now and were not among those read."""
    topics: tuple[str, ...]
    """Topics that were asked as they are defined now."""
    questions: tuple[str, ...]
    """Questions that were asked as they are now."""

    def is_silent(self, topic: str) -> bool:
        """Return whether no clause on a topic means that the reader found the whole text silent."""
        return topic in self.topics and not self.unread


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
    """``yes``, ``no``, ``conditional``, ``nothing-found``, ``not-mentioned`` or ``not-read``."""
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
    scope: Scope | None = None
    """How far a reader's word reaches; None if nobody has read the text."""
    language: Language = field(default_factory=Language)
    legible: bool = True
    """Whether the rules know the language. If not they give no tags and no answers from cues."""
    rules: str = ""
    """Version of the program and digest of the taxonomy: what cleaned and labelled it."""
    words: Mapping[str, int] = field(default_factory=dict)
    """``source``, ``kept`` and ``removed``, as counted by the conservation check."""

    @property
    def read(self) -> Review | None:
        """Who has read the text, when and why; None if nobody has."""
        return self.scope.review if self.scope else None

    def on_topic(self, topic: str) -> tuple[Tag, ...]:
        """Return the tags of a topic, the heaviest first, equals in the order of the text."""
        found = (tag for tag in self.tags if tag.topic == topic)
        return tuple(sorted(found, key=lambda tag: -tag.weight))

    def topic_state(self, topic: str) -> str:
        """Return ``found``, ``not-mentioned``, ``nothing-found`` or ``not-read``."""
        if any(tag.topic == topic for tag in self.tags):
            return "found"
        silent = self.scope is not None and self.scope.is_silent(topic)
        if silent:
            return "not-mentioned"
        return "nothing-found" if self.legible else "not-read"
