"""Pages of captures that are probably no policies: text and provenance, and nothing said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from synoptic.model import Capture, Finding, LabelledVersion, Provenance, Removal, Version
from synoptic.site.pages.version import SectionView, sections_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartRow:
    """One such page in a list."""

    name: str
    url: str
    when: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartPage:
    """A captured page that is probably no policy."""

    template: ClassVar[str] = "apart.md.j2"

    path: str = field(metadata={"help": "Place of the page below docs/"})
    root: str = field(metadata={"help": "Way from the page to the root of the site"})
    name: str = field(metadata={"help": "Organisation, else the site, else the document"})
    day: str | None = field(metadata={"help": "Day of capture, None if unknown"})
    finding: Finding = field(metadata={"help": "Why it is taken for no policy"})
    policy_url: str | None = field(
        metadata={"help": "Address of the policy captured from the same place, None if none was"}
    )
    provenance: Provenance = field(metadata={"help": "Where the page comes from"})
    captures: tuple[Capture, ...] = field(metadata={"help": "All captures that read the same"})
    source_url: str = field(metadata={"help": "Address of the raw source, as plain text"})
    sections: tuple[SectionView, ...] = field(metadata={"help": "Its text, in its own order"})
    language: str | None = field(metadata={"help": "Language code, None if unknown"})
    words: dict[str, int] = field(metadata={"help": "Words in the source, kept and removed"})
    removals: tuple[Removal, ...] = field(metadata={"help": "What was left out, and why"})


def views(apart: Iterable[LabelledVersion], *, has_policy: bool) -> Iterator[ApartPage]:
    """Yield a page for each of them.

    Args:
        apart: What was captured at the address of one policy and probably is none.
        has_policy: Whether there is such a policy, to which the pages lead.

    """
    for page in apart:
        assert page.no_policy is not None
        yield ApartPage(
            path=f"policies/{page.id}.md",
            root="../../../",
            name=page.name,
            day=page.provenance.day,
            finding=page.no_policy,
            policy_url=f"policies/{page.policy}/" if has_policy else None,
            provenance=page.provenance,
            captures=page.captures,
            source_url=page.source(page.captures[0]),
            sections=tuple(sections_of(page)),
            language=page.language,
            words=dict(page.labelled.words),
            removals=page.labelled.document.removals,
        )


def apart_row(page: Version) -> ApartRow:
    """Return the line of a list that leads to such a page."""
    assert page.no_policy is not None
    return ApartRow(name=page.name, url=page.page, when=page.when, reason=page.no_policy.reason)
