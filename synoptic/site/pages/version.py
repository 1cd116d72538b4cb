"""The page of one version: policies/<policy>/<version>/.

In: the labelled versions of one policy. Out: for each a page with what it says on every
topic and question, its whole text, where it comes from and what was left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from synoptic.label.questions import FactsTaxonomy
from synoptic.label.taxonomy import Taxonomy, Topic
from synoptic.model import (
    READER_KINDS,
    Capture,
    LabelledVersion,
    Language,
    Provenance,
    Removal,
    Repair,
    Review,
    Section,
    StatedDate,
    Version,
)
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.lookup import clauses_by_id
from synoptic.site.pages.facts import FactView, fact_views
from synoptic.site.pages.fulltext import clauses_html
from synoptic.site.pages.quotes import (
    QuoteView,
    Speech,
    no_rules_for,
    older_than,
    quote_view,
    silence,
    speech,
)
from synoptic.text.words import one_line

_DEEPEST = 6  # HTML has no heading below h6
_SHIFT = 2  # the page's own headings take h1 and h2


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """One topic on the page of a version, silent ones included."""

    slug: str
    title: str
    question: str
    state: str
    silence: str
    """What it means that there is no quote."""
    quotes: tuple[QuoteView, ...]
    overruled: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A heading of the policy with the clauses under it."""

    id: str
    number: int
    heading: str
    mark: str
    """``###`` and so on; empty for text before the first heading."""
    clauses: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage:
    """One version: a text with all its captures."""

    template: ClassVar[str] = "version.md.j2"

    here: Address
    """Where the page is."""
    dated_name: str
    """Organisation and day of the first capture."""
    version: str
    """Day of the first capture, or undated."""
    name: str
    """Organisation, else the site, else the policy's slug."""
    organisation: str | None
    """None if unknown."""
    title: str | None
    """Title in the source, None if it has none."""
    sector: str | None
    """Sector, None if the manifest names none."""
    language: Language
    """Of the text, and who says so."""
    captured: str | None
    """First capture in UTC, None if unknown."""
    day: str | None
    """Day of the first capture, None if unknown."""
    dates: tuple[StatedDate, ...]
    """Dates that the policy states."""
    provenance: Provenance
    """Where the text comes from."""
    source: str
    """Path of the stored file below corpus/."""
    text: Address
    """The cleaned text, as plain text."""
    sha256: str
    """Hex digest of the stored bytes."""
    size: int
    """Length of the stored bytes."""
    media_type: str
    """Format, recognised by content."""
    encoding: str
    """Encoding the bytes were read with."""
    rights: str | None
    """Note on rights from the manifest."""
    rules: str
    """Version of the rules that made the page."""
    words: dict[str, int]
    """Words in the source, kept and removed."""
    clauses: int
    """Number of clauses."""
    facts: tuple[FactView, ...]
    """Answers to the plain questions."""
    captures: tuple[tuple[Capture, Address], ...]
    """All captures that read the same, each with its stored file."""
    read: Review | None
    """Who has read the whole text; None if nobody."""
    reader_kind: str
    """What the kind of the reader is; may be empty."""
    older: tuple[str, ...]
    """Why the reading does not cover all."""
    unread_clauses: tuple[tuple[str, str], ...]
    """Id and number of clauses that the reader has not read."""
    why_no_rules: str
    """Why rules did not read the text; empty if they did."""
    speech: Speech
    """Attributes of what holds words of the text."""
    untagged: tuple[QuoteView, ...]
    """Clauses that carry no topic."""
    topics: tuple[TopicView, ...]
    """All topics in the taxonomy's order."""
    sections: tuple[SectionView, ...]
    """The text in its own order."""
    removals: tuple[Removal, ...]
    """What was left out, and why."""
    repairs: tuple[Repair, ...]
    """What was put in form, and why."""
    siblings: tuple[tuple[str, Address], ...]
    """Name and page of the policy's other versions."""
    policy: Address
    """Page of the policy in time."""


def views(
    versions: Sequence[LabelledVersion], taxonomy: Taxonomy, questions: FactsTaxonomy
) -> Iterator[VersionPage]:
    """Yield the page of every version of one policy."""
    for version in versions:
        yield _version_page(version, versions, taxonomy, fact_views(version, questions))


def _version_page(
    version: LabelledVersion,
    siblings: Sequence[Version],
    taxonomy: Taxonomy,
    facts: tuple[FactView, ...],
) -> VersionPage:
    document = version.document
    source = document.source
    return VersionPage(
        here=addresses.version(version),
        dated_name=version.dated_name,
        version=version.version,
        name=version.name,
        organisation=version.organisation,
        title=version.title,
        sector=version.sector,
        language=version.labelled.language,
        captured=version.provenance.stamp,
        day=version.provenance.day,
        dates=document.dates,
        provenance=version.provenance,
        source=source.record,
        text=addresses.text(version),
        sha256=source.sha256,
        size=source.size,
        media_type=source.stored_as,
        encoding=source.encoding,
        rights=version.rights,
        rules=version.labelled.rules,
        words=dict(version.labelled.words),
        clauses=len(document.clauses),
        facts=facts,
        captures=tuple(
            (capture, addresses.stored(version, capture)) for capture in version.captures
        ),
        read=version.labelled.read,
        reader_kind=READER_KINDS[version.labelled.read.by.kind] if version.labelled.read else "",
        older=tuple(_older(version, taxonomy, facts)),
        unread_clauses=tuple(_unread_clauses(version)),
        why_no_rules="" if version.labelled.legible else no_rules_for(version.language),
        speech=speech(version),
        untagged=tuple(_untagged(version)),
        topics=tuple(_topic_view(topic, version) for topic in taxonomy.topics),
        sections=tuple(sections_of(version)),
        removals=document.removals,
        repairs=document.repairs,
        siblings=tuple(
            (sibling.version, addresses.version(sibling))
            for sibling in siblings
            if sibling is not version
        ),
        policy=addresses.policy(version.policy),
    )


def _older(
    version: LabelledVersion, taxonomy: Taxonomy, facts: Iterable[FactView]
) -> Iterable[str]:
    """Say in which ways the reading of a text is older than what stands here."""
    scope = version.labelled.scope
    if scope and scope.unread:
        yield older_than(scope, asked=True)
    asked = [*(topic.slug for topic in taxonomy.topics), *(fact.slug for fact in facts)]
    if scope and not {*scope.topics, *scope.questions}.issuperset(asked):
        yield older_than(scope, asked=False)


def _unread_clauses(version: LabelledVersion) -> Iterable[tuple[str, str]]:
    scope = version.labelled.scope
    clauses = clauses_by_id(version)
    return ((clause, clauses[clause].number) for clause in (scope.unread if scope else ()))


def _topic_view(topic: Topic, version: LabelledVersion) -> TopicView:
    clauses = clauses_by_id(version)
    labelled = version.labelled
    taken_back = (tag for tag in labelled.overruled if tag.topic == topic.slug)
    return TopicView(
        slug=topic.slug,
        title=topic.title,
        question=topic.question,
        state=labelled.topic_state(topic.slug),
        silence=silence(labelled, topic.slug),
        quotes=tuple(quote_view(tag, clauses) for tag in labelled.on_topic(topic.slug)),
        overruled=tuple(quote_view(tag, clauses) for tag in taken_back),
    )


def _untagged(version: LabelledVersion) -> Iterable[QuoteView]:
    tagged = {tag.clause for tag in version.labelled.tags}
    for clause in version.document.clauses:
        if clause.id not in tagged and clause.text.strip():
            yield QuoteView(text=clause.text, clause=clause.id, number=clause.number, method="")


def sections_of(version: LabelledVersion) -> Iterable[SectionView]:
    """Yield the sections of a text with their clauses as HTML, in its own order."""
    base = version.provenance.original_url
    for section in version.document.sections:
        level = min(section.level + _SHIFT, _DEEPEST)
        yield SectionView(
            id=section.id,
            number=section.number,
            heading=_heading(section),
            mark="#" * level if section.block else "",
            clauses=clauses_html(section.clauses, base),
        )


def _heading(section: Section) -> str:
    """Return the words of a heading; one that is but a picture or a link has a supplied name."""
    if section.heading or not section.block:
        return section.heading
    return one_line("".join(run.text for run in section.block.runs)) or "…"
