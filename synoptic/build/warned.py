"""What a curator should look at: the warnings about one record that is published, or is not."""

from collections.abc import Sequence

from synoptic.corpus.folder import READINGS
from synoptic.errors import (
    CorpusWarning,
    GuessedEncodingWarning,
    LanguageWarning,
    NoCaptureWarning,
    NoPolicyWarning,
    ReadingWarning,
)
from synoptic.model import Entry, Finding, LabelledDocument, Source
from synoptic.text.detection import contradiction


def warnings_about(
    text: LabelledDocument, no_policy: Finding | None, differences: Sequence[str], entry: Entry
) -> tuple[CorpusWarning, ...]:
    """Return the warnings about a record that is published.

    Args:
        text: The record, labelled.
        no_policy: Why it is shown apart; None for a policy.
        differences: Where rules and reader differ, in words.
        entry: What the manifest says of it.

    """
    source = text.document.source
    if no_policy:
        return () if entry.policy is False else (_not_a_policy(source.record, no_policy),)
    return (
        *_reading_warnings(differences, entry),
        *_language_warnings(source.record, contradiction(text.document, text.language)),
        *_encoding_warnings(source),
    )


def not_a_capture(name: str, finding: Finding) -> NoCaptureWarning:
    """Say that a file is not published, and why."""
    return NoCaptureWarning(
        name,
        f"not published, since it is no capture of a page but {finding.reason}",
        hint="move it out of corpus/, or write policy: yes or policy: no in its entry",
    )


def _not_a_policy(name: str, finding: Finding) -> NoPolicyWarning:
    return NoPolicyWarning(
        name,
        f"probably not a policy, shown apart: {finding.reason}",
        hint="look at it, then write policy: yes or policy: no in its entry of corpus.yml",
    )


def _reading_warnings(differences: Sequence[str], entry: Entry) -> tuple[CorpusWarning, ...]:
    if not differences or entry.read is None:
        return ()
    return (
        ReadingWarning(
            f"{READINGS}:{entry.read.line}",
            f"the reading of {entry.record} by {entry.read.review.by.title} stands against the "
            f"rules: {'; '.join(differences)}",
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
