"""What becomes of one record: its key, the work on it, and a place in the archive or a fault.

A result is a pure function of the record's bytes, its entry, the limits and the taxonomy.
"""

import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from synoptic.build.cache import PACKAGE, code_version, encoded, key_of
from synoptic.build.document import labelled
from synoptic.build.one_text import Opened
from synoptic.corpus.limits import Limits
from synoptic.corpus.placed import Placed, placed
from synoptic.corpus.records import Record
from synoptic.corpus.taxonomy_files import TaxonomyText
from synoptic.errors import CorpusError, NoCaptureWarning, ProgramError, TooSlowError
from synoptic.label.labels import labels_from
from synoptic.model import Entry, LabelledDocument, Problem
from synoptic.text.detection import detector

CODE = code_version(
    PACKAGE, "version.py", "errors.py", "directions.py", "model", "text", "formats", "corpus",
    "cleaning", "recognise", "segment", "label", "build/cache.py", "build/document.py",
    "build/labelling.py", "build/one_text.py", "build/result.py", "build/warned.py",
    "plain.py", "site/escape.py", "site/plain_markdown.py", "site/publish/private.py",
)  # fmt: skip
"""All that a record goes through: the key of its result is made of it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record with what the manifest says of it: its bytes are read when they are needed."""

    record: Record
    entry: Entry
    key: str
    """Name of its result: the same key, the same result."""
    good: str
    """Name under which that of its last good result is remembered."""

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
    return key_of(CODE, repr(limits).encode(), good_key(record, entry, taxonomy).encode())


def good_key(record: Record, entry: Entry, taxonomy: TaxonomyText) -> str:
    """Return the name under which the last good result of a record is remembered.

    It is the same for every version of the program, and whatever the limits are.
    """
    member = record.member
    told = (member.sha256, member.charset, repr(member.provenance))
    about = (record.id, *told, repr(entry), taxonomy.digest)
    return key_of(b"good", *(part.encode() for part in about))


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

        Another time, with more memory, the program may not fail; and a line of the manifest
        that a message names may be another one, though nothing else has changed. What took
        too long would take as long again.
        """
        return not any(
            problem.code == ProgramError.code or ":" in problem.where for problem in self.problems
        )

    @property
    def is_ours(self) -> bool:
        """Whether a record has no place by a fault of the program, not of the record."""
        return not self.placed and any(problem.code in _OURS for problem in self.problems)

    def beside(self, good: "Result") -> "Result":
        """Return an earlier good result with what is wrong with this one."""
        told = (replace(problem, what=f"{problem.what}{_STAYS}") for problem in self.problems)
        return Result(good.placed, (*good.problems, *told))


_OURS = {TooSlowError.code, ProgramError.code}
_STAYS = "; what an earlier build made of it stays"
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError,
             MemoryError)  # fmt: skip
"""What a fault of ours shows as. It costs the file it happens on, not the archive."""


def ready(taxonomy: TaxonomyText) -> None:
    """Load all that the work on a record needs and that takes long to load."""
    labels_from(taxonomy)
    detector()


def work(job: Job) -> tuple[Result, bytes]:
    """Take one record through the stages that need no other.

    Returns:
        What became of it, and its content, encoded; empty where it has no place.

    """
    opened = job.opened
    try:
        labels = labels_from(job.taxonomy)
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
