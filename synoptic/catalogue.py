"""From single files to an archive: organisation, document and version of each.

Two files captured from the same address, scheme, ``www.`` and index file aside,
are two versions of one document; nobody has to say so. Names given for one
version hold for the others unless these say otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

from synoptic.errors import CorpusError, DuplicateError, ManifestError
from synoptic.model import Entry, Finding, LabelledDocument, Moment, Provenance, Sighting, Version
from synoptic.words import fingerprint, slug_of

_INDEX_FILE = re.compile(r"/(?:index|default|home)\.[a-z]{2,5}$", re.IGNORECASE)
_SLUG_LENGTH = 60  # with a hash behind it, well under the 255 bytes of a file name

_RESERVED = frozenset(("con prn aux nul " + " ".join(f"com{n} lpt{n}" for n in range(10))).split())
"""Names that no folder can have on Windows."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A labelled document with its entry and its completed provenance."""

    labelled: LabelledDocument
    entry: Entry
    provenance: Provenance
    no_policy: Finding | None = None
    """Why the page is probably no policy; None for a policy."""

    @property
    def name(self) -> str:
        """Name of the file."""
        return self.entry.name


def address_key(url: str) -> str:
    """Reduce an address to what makes it the same document.

    >>> address_key("http://www.Acme.example/privacy/index.html")
    'acme.example/privacy'
    >>> address_key("https://acme.example/privacy/")
    'acme.example/privacy'
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # no address to a machine, such as an open bracket: the same only as it is
        return url
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.")
    host = re.sub(r":(?:80|443)$", "", host)
    path = _INDEX_FILE.sub("", parts.path).rstrip("/")
    return f"{host}{path}" + (f"?{parts.query}" if parts.query else "")


def catalogue(placed: Iterable[Placed]) -> tuple[list[Version], list[CorpusError]]:
    """Give every document its place.

    Returns:
        The versions by document, oldest first, undated last; the faults of those that
        found no place; and warnings.
    """
    groups: dict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        url = one.provenance.original_url
        groups[address_key(url) if url else f"file {one.name}"].append(one)
    versions: dict[str, Version] = {}
    faults: list[CorpusError] = []
    taken: set[str] = set()
    for key, group in sorted(groups.items()):
        try:
            slug = _given_slug(group) or _made_slug(key, group[0], taken)
        except ManifestError as error:
            faults.append(error)
            continue
        for prefix, captures in _parted(group).items():
            kept, repeated = _without_repeats(sorted(captures, key=_age))
            faults += repeated
            for version in _versions(slug, kept, prefix):
                if version.id in versions:
                    faults.append(_taken(version, versions[version.id]))
                else:
                    versions[version.id] = version
    return sorted(versions.values(), key=lambda version: _order(version)), faults


def _parted(group: Sequence[Placed]) -> dict[str, list[Placed]]:
    """Part policies from other pages, which take no name from them: by the prefix of names."""
    parted: dict[str, list[Placed]] = {"": [], "no-policy-": []}
    for capture in group:
        parted["no-policy-" if capture.no_policy else ""].append(capture)
    return parted


def _age(one: Placed) -> tuple[str, str]:
    moment = one.provenance.captured_at
    return (moment.text if moment else "~", one.name)


def _order(version: Version) -> tuple[str, str, str]:
    moment = version.provenance.captured_at
    return (version.document, moment.text if moment else "~", version.version)


def _given_slug(group: Sequence[Placed]) -> str:
    given = {one.entry.document: one for one in group if one.entry.document}
    if len(given) > 1:
        one = max(given.values(), key=lambda one: one.entry.line)
        raise ManifestError(
            one.name,
            f"captures of one address are given two documents: {', '.join(sorted(given))}",
            hint="name the document in one entry of corpus.yml only",
        )
    return next(iter(given), "")


def _made_slug(key: str, first: Placed, taken: set[str]) -> str:
    """Make a slug from an address or a file name: another one for each of them."""
    name = re.sub(r"\.\w{1,5}$", "", first.name) if key.startswith("file ") else key
    slug = slug_of(name)
    if not slug or len(slug) > _SLUG_LENGTH or slug in _RESERVED:
        slug = f"{slug[:_SLUG_LENGTH]}-{fingerprint(key)}".strip("-")
    # Names that differ only in case, signs or letters that no address can carry.
    if slug in taken:
        slug = f"{slug[:_SLUG_LENGTH]}-{sha256(key.encode()).hexdigest()[:8]}"
    taken.add(slug)
    return slug


def _versions(slug: str, group: Sequence[Placed], prefix: str) -> Iterable[Version]:
    """Yield the versions of one document: captures in a row that read the same are one."""
    shared = _shared(group)
    days: set[str] = set()
    first_seen: dict[str, str] = {}
    for run in _runs_of_one_text(group):
        one = run[0]
        moment = one.provenance.captured_at
        day = one.provenance.day or "undated"
        # The first capture of a day keeps the short name, so that adding a later
        # one changes no address.
        name = prefix + (f"{day}-{moment.clock}" if moment and day in days else day)
        days.add(day)
        digest = one.labelled.document.text_digest
        version = _version(one, slug, name, shared)
        sightings = tuple(map(_sighting, run))
        yield replace(version, sightings=sightings, returns_to=first_seen.get(digest))
        first_seen.setdefault(digest, name)


def _runs_of_one_text(group: Sequence[Placed]) -> Iterable[list[Placed]]:
    """Group neighbours in time whose text is the same; without a time nothing is a neighbour."""
    run: list[Placed] = []
    for one in group:
        dated = one.provenance.captured_at and run and run[-1].provenance.captured_at
        if dated and run[-1].labelled.document.text_digest == one.labelled.document.text_digest:
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def _sighting(one: Placed) -> Sighting:
    sha256 = one.labelled.document.capture.sha256
    return Sighting(provenance=one.provenance, file=one.name, sha256=sha256)


def _shared(group: Sequence[Placed]) -> Mapping[str, str | None]:
    """Names that all entries of a document agree on, where they say anything."""
    shared: dict[str, str | None] = {}
    for key in ("organisation", "sector"):
        values = {getattr(one.entry, key) for one in group} - {None}
        shared[key] = values.pop() if len(values) == 1 else None
    return shared


def _version(one: Placed, slug: str, name: str, shared: Mapping[str, str | None]) -> Version:
    entry = one.entry
    return Version(
        document=slug,
        version=name,
        organisation=entry.organisation or shared["organisation"],
        title=entry.title or one.labelled.document.title,
        language=entry.language,
        sector=entry.sector or shared["sector"],
        rights=entry.rights,
        provenance=one.provenance,
        labelled=one.labelled,
        no_policy=one.no_policy,
    )


def _without_repeats(group: Sequence[Placed]) -> tuple[list[Placed], list[CorpusError]]:
    """Keep one file for each time of capture; an undated text has no second place either."""
    kept: dict[Moment | None, Placed] = {}
    faults: list[CorpusError] = []
    for one in group:
        first = kept.setdefault(one.provenance.captured_at, one)
        if first is not one:
            faults.append(_twice(one, first))
    return list(kept.values()), faults


def _twice(one: Placed, first: Placed) -> DuplicateError:
    when = one.provenance.stamp or "an unknown time"
    capture, other = one.labelled.document.capture, first.labelled.document.capture
    same = ", byte for byte the same" if capture.sha256 == other.sha256 else ""
    return DuplicateError(
        one.name,
        f"the capture of {when} is there already, as {first.name}{same}",
        hint="remove one of the two, or tell them apart in corpus.yml by document: or by a more "
        "exact captured:",
    )


def _taken(version: Version, first: Version) -> DuplicateError:
    name, other = (one.labelled.document.capture.name for one in (version, first))
    return DuplicateError(
        name,
        f"the address {version.id} is taken by {other}",
        hint="give one of the two another document: in corpus.yml",
    )


def completed(provenance: Provenance, entry: Entry) -> Provenance:
    """Fill from the manifest what the file does not say, or says less exactly.

    Raises:
        ManifestError: The manifest contradicts the file.
    """
    for key in ("site", "captured_at", "original_url"):
        said, given = getattr(provenance, key), getattr(entry, key)
        if given is None or said == given:
            continue
        if said is not None and not _agree(said, given):
            raise ManifestError(
                entry.name,
                f"the manifest gives {key} as {given}, the file's own header as {said}",
                hint="take it out of corpus.yml: the file's own word holds",
            )
        # Of two times that agree, the more exact one sorts last.
        provenance = replace(provenance, **{key: max(said, given) if said else given})
    return provenance


def _agree(said: str | Moment, given: str | Moment) -> bool:
    return isinstance(said, Moment) and isinstance(given, Moment) and said.agrees_with(given)
