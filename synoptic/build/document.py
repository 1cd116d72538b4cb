"""What is done with one record: a pure function of its bytes, its entry and the taxonomy.

read → clean → account → segment → label → review
"""

import traceback
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from synoptic.build.cache import code_version, encoded, key_of
from synoptic.build.one_text import Opened, cleaned, source_of
from synoptic.corpus.folder import MANIFEST, READINGS
from synoptic.corpus.limits import Limits, within
from synoptic.corpus.placed import Placed, completed, placed
from synoptic.corpus.records import Record
from synoptic.corpus.taxonomy_files import FACTS, TOPICS, TaxonomyText
from synoptic.errors import (
    CorpusError,
    CorpusWarning,
    GuessedEncodingWarning,
    LanguageWarning,
    NoCaptureWarning,
    NoPolicyWarning,
    ProgramError,
    ReadingWarning,
    TooSlowError,
)
from synoptic.label.beside import with_beside
from synoptic.label.examples import check_examples
from synoptic.label.facts import check_fact_examples, facts_of, facts_unread, unread
from synoptic.label.questions import FactsTaxonomy, load_facts
from synoptic.label.readings import Asked, Held, with_reading
from synoptic.label.review import reviewed, with_reviewed_facts, with_stated_dates
from synoptic.label.tag import tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.model import Document, Entry, Finding, LabelledDocument, Problem, Provenance, Source
from synoptic.recognise import no_capture
from synoptic.site.plain_markdown import markdown_from
from synoptic.text.detection import contradiction, is_legible, language_of
from synoptic.text.sentences import quote
from synoptic.version import __version__

PACKAGE = Path(__file__).parent.parent

CODE = code_version(
    PACKAGE, "version.py", "errors.py", "model", "text", "formats", "corpus", "cleaning",
    "recognise", "segment", "label", "build/document.py", "build/one_text.py",
    "site/plain_markdown.py",
)  # fmt: skip
"""All that a document goes through: the key of its result is made of it."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What documents are labelled with."""

    topics: Taxonomy
    facts: FactsTaxonomy
    rules: str
    """Version of the program and digest of the taxonomy."""

    @property
    def asked(self) -> tuple[Asked, Asked]:
        """What is asked of every text: digests of the topics and of the questions, by slug."""
        return (
            {topic.slug: topic.digest for topic in self.topics.topics},
            {question.slug: question.digest for question in self.facts.questions},
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """A record with what the manifest says of it: its bytes are read when they are needed."""

    record: Record
    entry: Entry
    key: str
    """Name of its result: the same key, the same result."""

    @property
    def id(self) -> str:
        """Id of the record."""
        return self.record.id

    @property
    def sha256(self) -> str:
        """Hex digest of its bytes."""
        return self.record.member.sha256


@dataclass(frozen=True, slots=True)
class Job:
    """One record that was read, with all that its result depends on."""

    opened: Opened
    taxonomy: TaxonomyText


def result_key(record: Record, entry: Entry, limits: Limits, taxonomy: TaxonomyText) -> str:
    """Return the name of a record's result, by all that it depends on."""
    member = record.member
    told = (member.sha256, member.charset, repr(member.provenance))
    about = (record.id, *told, repr(entry), repr(limits), taxonomy.digest)
    return key_of(CODE, *(part.encode() for part in about))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One record after all stages that need no other."""

    labelled: LabelledDocument
    provenance: Provenance
    """Completed from the entry."""
    text: str
    """The cleaned text as Markdown."""
    no_policy: Finding | None = None
    """Why the page is probably no policy; None for a policy."""
    warnings: tuple[CorpusWarning, ...] = ()
    """What a curator should look at."""

    @property
    def document(self) -> Document:
        """The text, cut into sections and clauses."""
        return self.labelled.document


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a document with their labels, and the cleaned text as Markdown."""

    labelled: LabelledDocument
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one record: its place in the archive, or a fault."""

    placed: Placed | None
    problems: tuple[Problem, ...] = ()
    """Without a place, why there is none; with one, warnings about it."""

    @property
    def is_no_capture(self) -> bool:
        """Whether nothing is at fault, but the file is none of those that are published."""
        return not self.placed and not any(problem.fatal for problem in self.problems)

    @property
    def lasting(self) -> bool:
        """Whether another build may take it over.

        Another time, on a faster machine, a failure may be none; and a line of the manifest
        that a message names may be another one, though nothing else has changed.
        """
        return not any(
            problem.code in _PASSING or ":" in problem.where for problem in self.problems
        )


_PASSING = {TooSlowError.code, ProgramError.code}
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError,
             MemoryError)  # fmt: skip
"""What a fault of ours shows as. It costs the file it happens on, not the archive."""


def work(job: Job) -> tuple[Result, bytes]:
    """Take one record through the stages that need no other.

    Returns:
        What became of it, and its content, encoded; empty where it has no place.

    """
    opened = job.opened
    try:
        labels = labels_from(job.taxonomy)
        with within(opened.limits.seconds, opened.id):
            outcome = labelled(opened, labels)
            content = encoded(Content(outcome.labelled, outcome.text))
    except NoCaptureWarning as warning:
        confirmed = opened.entry.policy is False
        return Result(None, () if confirmed else (Problem.of(warning),)), b""
    except CorpusError as error:
        return Result(None, (Problem.of(error),)), b""
    except _FAILURES as error:
        return Result(None, (Problem.of(_failure(opened.id, error)),)), b""
    place = placed(
        outcome.labelled,
        opened.entry,
        outcome.provenance,
        outcome.no_policy,
        container=opened.container,
    )
    return Result(place, tuple(map(Problem.of, outcome.warnings))), content


def _failure(name: str, error: BaseException) -> ProgramError:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    problem = f"the program failed on it: {type(error).__name__} at {place}"
    return ProgramError(name, problem, hint="please report this message with the file")


def labelled(opened: Opened, labels: Labels) -> Outcome:
    """Read, clean, segment and label one record.

    Raises:
        NoCaptureWarning: The file is no capture of a page.
        CorpusError: The file cannot be published.

    """
    name, entry = opened.id, opened.entry
    source = source_of(opened)
    if not entry.policy and (finding := no_capture(name, source.text)):
        raise not_a_capture(name, finding)
    provenance = completed(source.provenance, entry)
    made = cleaned(source, opened)
    if finding := made.no_policy:
        page = replace(made.document, dates=())
        told = () if entry.policy is False else (_not_a_policy(name, finding),)
        return Outcome(
            labelled=LabelledDocument(document=page, tags=(), rules=labels.rules, words=made.words),
            provenance=provenance,
            text=markdown_from(made.text),
            no_policy=finding,
            warnings=told,
        )
    document = with_stated_dates(made.document, entry, MANIFEST)
    slugs = [topic.slug for topic in labels.topics.topics]
    language = language_of(document, entry.language, entry.default_language)
    legible = is_legible(document, language, labels.topics.language)
    found = tag_document(document, labels.topics) if legible else ()
    tags, overruled = reviewed(document, found, entry, slugs, quote, MANIFEST)
    facts = (
        facts_of(document, tags, labels.facts) if legible else facts_unread(document, labels.facts)
    )
    facts = with_reviewed_facts(document, facts, entry, MANIFEST)
    held = with_reading(document, Held(tags, overruled, facts), entry.read, *labels.asked)
    result = LabelledDocument(
        document=document,
        tags=held.tags,
        facts=with_beside(document, held.facts, labels.facts) if legible else unread(held.facts),
        scope=held.scope,
        overruled=held.overruled,
        language=language,
        legible=legible,
        rules=labels.rules,
        words=made.words,
    )
    return Outcome(
        labelled=result,
        provenance=provenance,
        text=markdown_from(made.text),
        warnings=(
            *_warnings(held, entry),
            *_language_warnings(name, contradiction(document, language)),
            *_encoding_warnings(source),
        ),
    )


def _warnings(held: Held, entry: Entry) -> tuple[CorpusWarning, ...]:
    if not held.differences or entry.read is None:
        return ()
    return (
        ReadingWarning(
            f"{READINGS}:{entry.read.line}",
            f"the reading of {entry.record} by {entry.read.review.by.title} stands against the "
            f"rules: {'; '.join(held.differences)}",
            hint="look at these clauses again, then sign anew: review FILE --sign",
        ),
    )


def _language_warnings(name: str, contradiction: str) -> tuple[CorpusWarning, ...]:
    hint = "look at the text, then correct or write language: in its entry of corpus.yml"
    return (LanguageWarning(name, contradiction, hint=hint),) if contradiction else ()


def _encoding_warnings(source: Source) -> tuple[CorpusWarning, ...]:
    problem = f"it is in no encoding that it declares; it was read as {source.encoding}, a guess"
    hint = (
        f"look at letters with accents; if they are right, write encoding: {source.encoding} in its"
        " entry of corpus.yml, else the right one"
    )
    return (GuessedEncodingWarning(source.record, problem, hint=hint),) if source.guessed else ()


def _not_a_policy(name: str, finding: Finding) -> NoPolicyWarning:
    return NoPolicyWarning(
        name,
        f"probably not a policy, shown apart: {finding.reason}",
        hint="look at it, then write policy: yes or policy: no in its entry of corpus.yml",
    )


def not_a_capture(name: str, finding: Finding) -> NoCaptureWarning:
    """Say that a file is not published, and why."""
    return NoCaptureWarning(
        name,
        f"not published, since it is no capture of a page but {finding.reason}",
        hint="move it out of corpus/, or write policy: yes or policy: no in its entry",
    )


@lru_cache(maxsize=2)
def labels_from(text: TaxonomyText) -> Labels:
    """Load the taxonomy, once for each text of it in a process, and try its own examples.

    Raises:
        FaultsError: Everything that is wrong with it.

    """
    topics_file, facts_file = f"taxonomy/{TOPICS}", f"taxonomy/{FACTS}"
    labels = Labels(
        topics=load_taxonomy(text.topics, topics_file),
        facts=load_facts(text.facts, facts_file),
        rules=f"{__version__}+{text.digest[:8]}",
    )
    check_examples(labels.topics, topics_file)
    check_fact_examples(labels.facts, facts_file)
    return labels
