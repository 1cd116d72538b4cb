"""Pages of captures that are probably no policies.

In: what was captured where a policy was looked for. Out: its text and provenance, and why it
is taken for no policy; nothing else is said of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from synoptic.model import Capture, Finding, LabelledVersion, Provenance, Removal, Version
from synoptic.site import addresses
from synoptic.site.addresses import Address
from synoptic.site.pages.version import SectionView, sections_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartRow:
    """One such page in a list."""

    name: str
    page: Address
    when: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartPage:
    """A captured page that is probably no policy."""

    template: ClassVar[str] = "apart.md.j2"

    here: Address
    """Where the page is."""
    name: str
    """Organisation, else the site, else the policy's slug."""
    day: str | None
    """Day of capture, None if unknown."""
    finding: Finding
    """Why it is taken for no policy."""
    policy: Address | None
    """Page of the policy captured from the same place, None if none was."""
    provenance: Provenance
    """Where the page comes from."""
    captures: tuple[Capture, ...]
    """All captures that read the same."""
    stored: Address
    """The raw source, as plain text."""
    sections: tuple[SectionView, ...]
    """Its text, in its own order."""
    language: str | None
    """Language code, None if unknown."""
    words: dict[str, int]
    """Words in the source, kept and removed."""
    removals: tuple[Removal, ...]
    """What was left out, and why."""


def views(apart: Iterable[LabelledVersion], *, has_policy: bool) -> Iterator[ApartPage]:
    """Yield a page for each of them.

    Args:
        apart: What was captured at the address of one policy and probably is none.
        has_policy: Whether there is such a policy, to which the pages lead.

    """
    for page in apart:
        assert page.no_policy is not None
        yield ApartPage(
            here=addresses.version(page),
            name=page.name,
            day=page.provenance.day,
            finding=page.no_policy,
            policy=addresses.policy(page.policy) if has_policy else None,
            provenance=page.provenance,
            captures=page.captures,
            stored=addresses.stored(page, page.captures[0]),
            sections=tuple(sections_of(page)),
            language=page.language,
            words=dict(page.labelled.words),
            removals=page.document.removals,
        )


def apart_row(page: Version) -> ApartRow:
    """Return the line of a list that leads to such a page."""
    assert page.no_policy is not None
    return ApartRow(
        name=page.name,
        page=addresses.version(page),
        when=page.when,
        reason=page.no_policy.reason,
    )
