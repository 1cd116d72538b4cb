"""How much of one document the build puts up with, so that none can stop the others.

Settings of the manifest, under `limits`. Nesting needs none: what is nested beyond
all sense is read as flat text by the readers of HTML and Markdown.
"""

from dataclasses import dataclass

from synoptic.errors import TooLargeError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may have at most; one that has more is set aside."""

    bytes: int = 16_777_216
    """Of one record, unpacked. The longest policies known have 2 MB, pictures included."""
    records: int = 100_000
    """Of one container, those that cannot be read included."""
    clauses: int = 20_000
    """With headings. The longest policies known have 2,000."""
    seconds: int = 10
    """Of the processor's time: from the bytes to the labels, for holding two texts against each
    other, and for the pages of one version. A long policy takes one."""


USUAL = Limits()

HINT = "if it is a policy, raise {} under limits in corpus.yml"


def check_clauses(count: int, limits: Limits, where: str) -> None:
    """Refuse a text that was cut into too many clauses.

    Raises:
        TooLargeError: There are more than the limit.

    """
    if count > limits.clauses:
        raise TooLargeError(
            where,
            f"it has {count} clauses and headings, more than {limits.clauses}",
            hint=HINT.format("clauses"),
        )
