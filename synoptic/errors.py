"""What can go wrong, sorted by who has to act.

`CorpusError`     A curator can mend it: a file in corpus/, the manifest, a setting.
                  One document is set aside and reported; the others are built.
`SettingError`    The whole run rests on it: manifest, taxonomy, output folder.
                  Nothing is written.
`CorpusWarning`   A curator should look at it; what it is about is published all the
                  same. It is returned beside a result; raised only where there is none.
"""

from collections.abc import Sequence


class CorpusError(Exception):
    """A fault in the input: where it is, what is wrong and, if we know, what to do."""

    code = "corpus-error"
    """Stable name of the fault; docs/about/messages.md has one entry each."""

    fatal = True
    """Whether it keeps a file out, or stops the run; only a warning does neither."""

    def __init__(self, where: str, problem: str, *, hint: str = "") -> None:
        super().__init__(where, problem, hint)
        self.where = where
        self.problem = problem
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process with the keyword argument."""
        return _rebuild, (type(self), self.where, self.problem, self.hint)

    def __str__(self) -> str:
        text = f"{self.where}: {self.problem} [{self.code}]"
        return f"{text}\n  help: {self.hint}" if self.hint else text


def _rebuild(kind: type[CorpusError], where: str, problem: str, hint: str) -> CorpusError:
    return kind(where, problem, hint=hint)


class CorpusWarning(CorpusError):
    """Something to look at that keeps nothing out; each kind of it has a code of its own."""

    fatal = False


class NoCaptureWarning(CorpusWarning):
    """The file is no capture of a page: a note, a table, a program. It is not published."""

    code = "no-capture"


class NoPolicyWarning(CorpusWarning):
    """The captured page is probably no policy; it is shown apart."""

    code = "no-policy"


class NoArchiveIdWarning(CorpusWarning):
    """The manifest gives the archive no id; it is published without a feed."""

    code = "no-archive-id"


class UnknownFormatError(CorpusError):
    """The bytes are none of the formats that a reader exists for."""

    code = "unknown-format"


class UndecodableError(CorpusError):
    """The bytes are text, but in no encoding that we can establish."""

    code = "undecodable"


class ProvenanceError(CorpusError):
    """The parts of a provenance header contradict one another."""

    code = "provenance"


class UnreadableError(CorpusError):
    """The system does not give out the file, or it changes meanwhile."""

    code = "unreadable"


class DamagedError(CorpusError):
    """A container, or a record in it, is broken, or packed in a way that is not read."""

    code = "damaged"


class TooLargeError(CorpusError):
    """The document is longer than the limits allow."""

    code = "too-large"


class TooSlowError(CorpusError):
    """The document takes longer to read than the limits allow."""

    code = "too-slow"


class ProgramError(CorpusError):
    """The program failed on this document: our bug."""

    code = "program-error"


class EmptyDocumentError(CorpusError):
    """The file holds no text, or cleaning left none."""

    code = "empty-document"


class QuoteError(CorpusError):
    """A quote in the manifest stands nowhere in the document it is about."""

    code = "quote-not-found"


class ReadingWarning(CorpusWarning):
    """What a reader signed is not what the rules find now; the reading stands."""

    code = "reading-differs"


class LanguageWarning(CorpusWarning):
    """Manifest, page and words do not agree in which language a text is."""

    code = "language"


class GuessedEncodingWarning(CorpusWarning):
    """A page is in no encoding that it declares; which one it is was guessed."""

    code = "encoding-guessed"


class DuplicateError(CorpusError):
    """Two files claim to be the same capture of the same document."""

    code = "duplicate-capture"


class ConservationError(CorpusError):
    """Words of the source are neither kept nor reported as removed: our bug."""

    code = "words-lost"


class SettingError(CorpusError):
    """A setting, the manifest or the taxonomy cannot be used; nothing is written."""

    code = "setting"


class UsageError(SettingError):
    """The command line has a word that no command or option knows, or lacks one."""

    code = "usage"


class ManifestError(SettingError):
    """The manifest says something that the corpus does not know or have."""

    code = "manifest"


class EmptyCorpusError(SettingError):
    """Nothing can be published: most likely it is the wrong folder, or one that is not mounted."""

    code = "empty-corpus"


class TaxonomyError(SettingError):
    """The taxonomy is faulty or fails one of its own examples."""

    code = "taxonomy"


class EditedPageError(SettingError):
    """A generated file was changed by hand and would be overwritten."""

    code = "edited-page"


class FaultsError(SettingError):
    """Several faults of one file, found in one reading and shown together."""

    code = "faults"

    def __init__(self, faults: Sequence[SettingError]) -> None:
        super().__init__(faults[0].where, f"{len(faults)} faults")
        self.faults = tuple(faults)

    def __reduce__(self) -> tuple[object, ...]:
        """Rebuild from the list of faults."""
        return FaultsError, (self.faults,)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
