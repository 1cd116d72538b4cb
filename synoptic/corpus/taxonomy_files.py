"""Files that a whole build rests on, read as text."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from synoptic.errors import SettingError

_PACKAGE = Path(__file__).parent.parent
_INSTALLED = _PACKAGE / "taxonomy"  # the wheel holds it in the package, a checkout beside it

SHIPPED = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "taxonomy"
"""The taxonomy that comes with the program, for a document that lies in no archive."""

TOPICS = "topics.yml"
FACTS = "facts.yml"


@dataclass(frozen=True, slots=True)
class TaxonomyText:
    """The two files of the taxonomy, as text."""

    topics: str
    facts: str

    @property
    def digest(self) -> str:
        """SHA-256 of both, in hex digits: the same digest, the same taxonomy."""
        return _digest(self)


@cache
def _digest(text: TaxonomyText) -> str:
    """Every result of a build depends on it: it is made once, not once a document."""
    return sha256(repr(text).encode("utf-8")).hexdigest()


def taxonomy_text(folder: Path) -> TaxonomyText:
    """Read the two files of the taxonomy.

    Raises:
        SettingError: The folder or one of them is missing, or it is not UTF-8.

    """
    if not folder.is_dir():
        hint = f"copy {SHIPPED} there, or name another folder with --taxonomy"
        raise SettingError(str(folder), "there is no such folder", hint=hint)
    return TaxonomyText(curated_text(folder / TOPICS), curated_text(folder / FACTS))


def curated_text(path: Path) -> str:
    """Read a file that a curator writes and the whole build rests on.

    Raises:
        SettingError: It is missing or not UTF-8.

    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SettingError(str(path), "there is no such file") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = f"this is not UTF-8: {error.reason}"
        raise SettingError(f"{path}:{line}", problem, hint="save it as UTF-8") from error
