"""The questions of the label as the facts file has them, checked and ready to be asked.

Comes in: the text of `taxonomy/facts.yml`. Goes out: a `FactsTaxonomy`. All
faults of the file are reported at once, each with its line; the examples are
tried by `facts.check_fact_examples`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from synoptic.corpus.yaml_nodes import line_of
from synoptic.corpus.yaml_reader import YamlReader
from synoptic.label.cue_lists import Sequences, parsed_cues
from synoptic.text.cues import CueIndex
from synoptic.text.languages import LANGUAGES
from synoptic.text.languages.english import ENGLISH
from synoptic.text.languages.english.statement import STATEMENT
from synoptic.text.languages.tables import LanguageWords, NumberWords, StatementWords
from synoptic.text.statement import COMPANY, READER
from synoptic.text.words import fingerprint

STATES = ("yes", "no", "conditional")
"""What a rule may answer; the other two states come from silence and from people."""

VALUES = ("", "number", "period", "names", "amended")

UNLESS = "unless"
ANYWHERE = "anywhere"
"""Words that say yes so plainly that they are read in clauses of any topic."""
DEED = "deed"
"""An act of the company: the reading of its sentence says whether it is a yes, a no or neither."""
OBJECT, ASIDE, NARROW, GENERAL = "object", "aside", "narrow", "general"
"""What else stands in the sentence: what it must be about, another matter, a part of the
matter only, the whole of it."""
NOT_YES = "not_yes"
"""What keeps a deed from being done."""
AGAINST = "against"
"""What makes a denial conditional, wherever in the policy it stands."""
CONDITION = "condition"


_OPTIONAL = (
    *("topics", "value", "least", "most", "needs_value", "names"),
    *("answers", "conditions", "unless", "key_words", "examples"),
    *("actor", OBJECT, ASIDE, NARROW, GENERAL, NOT_YES, AGAINST),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactExample:
    """A sentence of ours and what it must answer; `state` is empty for nothing."""

    text: str
    state: str
    value: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question put to every policy, with the words that answer it."""

    slug: str
    title: str
    question: str
    topics: tuple[str, ...]
    """The clauses that are read: those with one of these topics; empty for all."""
    order: tuple[str, ...]
    """The states in the order in which they are looked for in a sentence."""
    value: str
    """What kind of value an answer has: one of `VALUES`."""
    least: int
    most: int
    needs_value: bool
    conditions: bool
    """Whether the common conditions turn a ``yes`` into ``conditional``."""
    has_object: bool
    """Whether a sentence must hold a cue under ``object``."""
    actor: str
    """Whose right or act it is: ``reader``, ``company``, or empty where it does not matter."""
    examples: tuple[FactExample, ...]

    @property
    def digest(self) -> str:
        """The same as long as it asks the same: title, question and the kind of value."""
        return fingerprint(f"{self.title}\n{self.question}\n{self.value} {self.least} {self.most}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a cue of the facts file stands for."""

    question: int
    """Place of the question; -1 for `conditions`, which hold for all."""
    role: str
    """A state, a role named above, or ``name:`` and the name of a value."""
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsTaxonomy:
    """All questions in the order of the file, and the index that finds their cues."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    index: CueIndex
    key_question: tuple[int, ...]
    """For each key word the place of its question."""
    statement: StatementWords
    """The words by which a sentence in the language of the cues is read."""
    numbers: NumberWords
    """How that language spells numbers and units of time."""
    key_words: CueIndex
    """Finds the words that a sentence must hold to be shown beside an answer."""


def load_facts(text: str, where: str) -> FactsTaxonomy:
    """Read the questions from the text of the facts file.

    Raises:
        FaultsError: Everything that is wrong with the file, each with its line.

    """
    reader = YamlReader(text, where)
    root = reader.mapping(reader.root, ("lists", "conditions", "questions"), ("language",))
    words = _language(reader, root.get("language"))
    cues = _QuestionCues(reader, reader.word_lists(root.get("lists")))
    cues.add(-1, CONDITION, root.get("conditions"))
    questions = tuple(
        _question(reader, node, place, cues)
        for place, node in enumerate(reader.items(root.get("questions")))
    )
    asked = [question.slug for question in questions]
    for slug in sorted({slug for slug in asked if asked.count(slug) > 1}):
        reader.fault(root.get("questions"), f"the question {slug!r} is there twice")
    reader.finish()
    return FactsTaxonomy(
        questions=questions,
        answers=tuple(cues.answers),
        index=CueIndex(cues.parsed),
        statement=words.statement or STATEMENT,
        numbers=words.numbers or NumberWords(),
        key_question=tuple(cues.key_question),
        key_words=CueIndex(cues.key_words),
    )


class _QuestionCues:
    """Gathers the cues of all questions while the file is read."""

    def __init__(self, reader: YamlReader, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._reader = reader
        self._lists = lists
        self.answers: list[Answer] = []
        self.parsed: list[Sequences] = []
        self.key_question: list[int] = []
        self.key_words: list[Sequences] = []

    def add(self, question: int, role: str, node: yaml.Node | None) -> None:
        for cue, sequences in self._parsed(node):
            self.parsed.append(sequences)
            self.answers.append(Answer(question, role, cue))

    def add_key_words(self, question: int, node: yaml.Node | None) -> None:
        for _, sequences in self._parsed(node):
            self.key_words.append(sequences)
            self.key_question.append(question)

    def _parsed(self, node: yaml.Node | None) -> Iterator[tuple[str, Sequences]]:
        return parsed_cues(self._reader, node, self._lists)


def _question(reader: YamlReader, node: yaml.Node, place: int, cues: _QuestionCues) -> Question:
    given = reader.mapping(node, ("slug", "title", "question"), _OPTIONAL)
    order = []
    for state, listed in reader.entries(given.get("answers")):
        if state not in (*STATES, DEED, ANYWHERE):
            reader.fault(listed, f"there is no state {state!r}", hint=f"one of {', '.join(STATES)}")
        cues.add(place, state, listed)
        order.append(state)
    for role in (UNLESS, OBJECT, ASIDE, NARROW, GENERAL, NOT_YES, AGAINST):
        cues.add(place, role, given.get(role))
    cues.add_key_words(place, given.get("key_words"))
    for name, listed in reader.entries(given.get("names")):
        cues.add(place, f"name:{name}", listed)
    value = reader.text(given.get("value"))
    if value not in VALUES:
        reader.fault(given["value"], f"there is no kind of value {value!r}")
    return Question(
        slug=reader.slug(given.get("slug")),
        title=reader.text(given.get("title")),
        question=reader.text(given.get("question")),
        topics=tuple(text for text, _ in reader.texts(given.get("topics"))),
        order=tuple(order),
        value=value,
        least=reader.count(given.get("least")),
        most=reader.count(given.get("most")),
        needs_value=reader.text(given.get("needs_value")) == "true",
        conditions=reader.text(given.get("conditions")) == "true",
        has_object=OBJECT in given,
        actor=_actor(reader, given.get("actor")),
        examples=_examples(reader, given.get("examples")),
    )


def _language(reader: YamlReader, node: yaml.Node | None) -> LanguageWords:
    """Return the words of the language of the cues, which must be one whose sentences are read."""
    known = {language.tag: language for language in LANGUAGES if language.statement}
    tag = reader.text(node) or "en"
    if tag not in known:
        hint = f"languages with such a table are {', '.join(known)}"
        reader.fault(node, f"there is no table to read sentences in {tag!r}", hint=hint)
    return known.get(tag, ENGLISH)


def _actor(reader: YamlReader, node: yaml.Node | None) -> str:
    actor = reader.text(node)
    if node is not None and actor not in (COMPANY, READER):
        reader.fault(node, f"there is no actor {actor!r}", hint=f"one of {COMPANY}, {READER}")
    return actor


def _examples(reader: YamlReader, node: yaml.Node | None) -> tuple[FactExample, ...]:
    given = reader.mapping(node, (), (*STATES, "silent")) if node is not None else {}
    return tuple(
        _example(reader, item, "" if state == "silent" else state)
        for state, listed in given.items()
        for item in reader.items(listed)
    )


def _example(reader: YamlReader, node: yaml.Node, state: str) -> FactExample:
    line = line_of(node)
    if isinstance(node, yaml.ScalarNode):
        return FactExample(text=reader.text(node), state=state, value=None, line=line)
    given = reader.mapping(node, ("text", "value"))
    text, value = reader.text(given.get("text")), reader.text(given.get("value"))
    return FactExample(text=text, state=state, value=value, line=line)
