"""The topics as the taxonomy file has them, checked and ready to be looked for.

Comes in: the text of `taxonomy/topics.yml`. Goes out: a `Taxonomy`. All faults
of the file are reported at once, each with its line. The examples in the file
are tried by `examples.check_examples`, apart from loading.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from synoptic.corpus.yaml_nodes import number_in
from synoptic.corpus.yaml_reader import YamlReader
from synoptic.label.cue_lists import Sequences, parsed_cues
from synoptic.text.cues import CueIndex
from synoptic.text.languages import words_of_language
from synoptic.text.languages.tables import StatementWords
from synoptic.text.words import fingerprint

CATEGORIES = (
    "first-party-collection",
    "third-party-sharing",
    "choice-control",
    "access-edit-deletion",
    "retention",
    "security",
    "policy-change",
    "do-not-track",
    "international-audiences",
    "other",
)
"""The categories of the OPP-115 scheme, as DESIGN 6 names them."""


BACKGROUND = -1
"""Stands in place of a topic for the cues of sentences that only introduce or point elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Where a topic stands in a law: articles, with the source that says so."""

    law: str
    articles: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence of ours that must, or must not, get the topic."""

    text: str
    matches: bool
    headings: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One question put to every policy."""

    slug: str
    title: str
    question: str
    definition: str
    why: str
    opp115: str
    competes: bool
    """Whether it gives way to stronger topics of other categories."""
    mappings: tuple[Mapped, ...]
    cues: tuple[tuple[str, float], ...]
    """The cues with their weights, in the order of the file."""
    headings: tuple[str, ...]
    unless: tuple[str, ...]
    examples: tuple[Example, ...]

    @property
    def digest(self) -> str:
        """The same as long as the topic asks the same: title, question and definition."""
        return fingerprint(f"{self.title}\n{self.question}\n{self.definition}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The numbers by which scores become topics; explained at the top of the file."""

    threshold: float
    rivalry: float
    heading: float
    own: float
    lead_in: float
    background: float
    named: float


@dataclass(frozen=True, slots=True)
class WeightedCue:
    """A cue in an index, with what it speaks for."""

    topic: int
    """Place of the topic in the taxonomy, or `BACKGROUND`."""
    cue: str
    weight: float
    """0 for words of `unless`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All topics in the order of the file, and the indexes that find their cues."""

    topics: tuple[Topic, ...]
    decision: Decision
    cues: tuple[WeightedCue, ...]
    index: CueIndex
    """Finds `cues` in a text."""
    heading_cues: tuple[WeightedCue, ...]
    heading_index: CueIndex
    """Finds `heading_cues` in a heading."""
    language: str
    """Of the cues: a text in another language is not read by rules."""
    statement: StatementWords | None
    """The words by which its sentences are read; None if they are not known."""

    def topic(self, slug: str) -> Topic:
        """Return the topic of that slug; `KeyError` if there is none."""
        for topic in self.topics:
            if topic.slug == slug:
                return topic
        raise KeyError(slug)


def load_taxonomy(text: str, where: str) -> Taxonomy:
    """Read the topics from the text of the taxonomy file.

    Args:
        text: The YAML text.
        where: The file's name, for messages.

    Raises:
        FaultsError: Everything that is wrong with the file, each with its line.

    """
    reader = YamlReader(text, where)
    required = ("sources", "decision", "background", "lists", "topics")
    root = reader.mapping(reader.root, required, ("language",))
    lists = reader.word_lists(root.get("lists"))
    decision = _decision(reader, root.get("decision"))
    cues = _TopicCues(reader, lists, decision.heading)
    sources = {law: reader.text(url) for law, url in reader.entries(root.get("sources"))}
    topics = [_topic(reader, node, cues, sources) for node in reader.items(root.get("topics"))]
    cues.topic = BACKGROUND
    cues.add(root.get("background"), 0.0)
    for slug in _repeated(topic.slug for topic in topics):
        reader.fault(root.get("topics"), f"the topic {slug!r} is there twice")
    reader.finish()
    language = reader.text(root.get("language")) or "en"
    return Taxonomy(
        language=language,
        statement=words_of_language(language).statement,
        topics=tuple(topics),
        decision=decision,
        cues=tuple(cues.cues),
        index=CueIndex(cues.parsed),
        heading_cues=tuple(cues.heading_cues),
        heading_index=CueIndex(cues.heading_parsed),
    )


class _TopicCues:
    """Gathers the cues of all topics while the file is read."""

    def __init__(
        self, reader: YamlReader, lists: Mapping[str, tuple[str, ...]], heading: float
    ) -> None:
        self._reader = reader
        self._lists = lists
        self._heading = heading
        self.topic = 0
        self.cues: list[WeightedCue] = []
        self.parsed: list[Sequences] = []
        self.heading_cues: list[WeightedCue] = []
        self.heading_parsed: list[Sequences] = []

    def add(self, node: yaml.Node | None, weight: float) -> list[str]:
        """Take up the cues of one list with one weight; return them as written."""
        return self._take(node, weight, self.cues, self.parsed)

    def add_headings(self, node: yaml.Node | None) -> list[str]:
        """Take up cues that count in headings."""
        return self._take(node, self._heading, self.heading_cues, self.heading_parsed)

    def _take(
        self,
        node: yaml.Node | None,
        weight: float,
        cues: list[WeightedCue],
        parsed: list[Sequences],
    ) -> list[str]:
        taken = []
        for cue, sequences in parsed_cues(self._reader, node, self._lists):
            parsed.append(sequences)
            cues.append(WeightedCue(self.topic, cue, weight))
            taken.append(cue)
        return taken


def _topic(
    reader: YamlReader, node: yaml.Node, cues: _TopicCues, sources: Mapping[str, str]
) -> Topic:
    required = ("slug", "title", "question", "definition", "why", "opp115", "cues", "examples")
    optional = ("mappings", "headings", "unless", "competes")
    given = reader.mapping(node, required, optional)
    weighted: list[tuple[str, float]] = []
    for key, listed in reader.entries(given.get("cues")):
        weight = _weight(reader, key, listed)
        weighted += [(cue, weight) for cue in cues.add(listed, weight)]
    for cue in _repeated(cue for cue, _ in weighted):
        reader.fault(given["cues"], f"the cue {cue!r} is there twice")
    headings = cues.add_headings(given.get("headings"))
    unless = cues.add(given.get("unless"), 0.0)
    cues.topic += 1
    return Topic(
        slug=reader.slug(given.get("slug")),
        title=reader.text(given.get("title")),
        question=reader.text(given.get("question")),
        definition=reader.text(given.get("definition")),
        why=reader.text(given.get("why")),
        opp115=_category(reader, given.get("opp115")),
        competes=reader.text(given.get("competes")) != "false",
        mappings=_mappings(reader, given.get("mappings"), sources),
        cues=tuple(weighted),
        headings=tuple(headings),
        unless=tuple(unless),
        examples=_examples(reader, given.get("examples")),
    )


def _weight(reader: YamlReader, key: str, node: yaml.Node) -> float:
    weight = number_in(key) or 0.0
    if not weight:
        reader.fault(node, f"cues stand under a weight other than 0, not under {key!r}")
    return weight


def _category(reader: YamlReader, node: yaml.Node | None) -> str:
    category = reader.text(node)
    if category and category not in CATEGORIES:
        hint = f"categories are {', '.join(CATEGORIES)}"
        reader.fault(node, f"OPP-115 has no category {category!r}", hint=hint)
    return category


def _mappings(
    reader: YamlReader, node: yaml.Node | None, sources: Mapping[str, str]
) -> tuple[Mapped, ...]:
    mapped = []
    for law, listed in reader.entries(node):
        if law not in sources:
            hint = f"laws are {', '.join(sources)}"
            reader.fault(listed, f"the law {law!r} is not among the sources", hint=hint)
            continue
        articles = tuple(text for text, _ in reader.texts(listed))
        mapped.append(Mapped(law=law, articles=articles, source=sources[law]))
    return tuple(mapped)


def _examples(reader: YamlReader, node: yaml.Node | None) -> tuple[Example, ...]:
    given = reader.mapping(node, ("match", "silent")) if node is not None else {}
    examples = []
    for key in ("match", "silent"):
        if key in given and not reader.items(given[key]):
            reader.fault(given[key], f"there is no example under {key!r}")
        for text, line in reader.texts(given.get(key)):
            *headings, sentence = text.split(" > ")
            examples.append(
                Example(text=sentence, matches=key == "match", headings=tuple(headings), line=line)
            )
    return tuple(examples)


def _decision(reader: YamlReader, node: yaml.Node | None) -> Decision:
    names = ("threshold", "rivalry", "heading", "own", "lead_in", "background", "named")
    given = reader.mapping(node, names) if node is not None else {}
    return Decision(**{name: reader.number(given.get(name)) for name in names})


def _repeated(values: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [value for value in values if value in seen or seen.add(value)]  # type: ignore[func-returns-value]
