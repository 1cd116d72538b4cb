"""From single files to an archive: the policy, the version and the place in time of each.

Two files captured from the same address, scheme, ``www.`` and index file aside,
are captures of one policy; nobody has to say so. Captures of a policy that read the
same are one version, also where another text stood between them. Names given for one
capture hold for the others unless these say otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain, count
from urllib.parse import urlsplit

from synoptic.corpus.placed import Placed
from synoptic.errors import CorpusError, DuplicateError, ManifestError
from synoptic.model import (
    Capture,
    Entry,
    Moment,
    Provenance,
    Version,
)
from synoptic.text.words import fingerprint, romanised, slug_of

_INDEX_FILE = re.compile(r"/(?:index|default|home)\.[a-z]{2,5}$", re.IGNORECASE)
_SLUG_LENGTH = 60  # with a hash behind it, well under the 255 bytes of a file name

_RESERVED = frozenset(("con prn aux nul " + " ".join(f"com{n} lpt{n}" for n in range(10))).split())
"""Names that no folder can have on Windows."""


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


def catalogue(found: Iterable[Placed]) -> tuple[list[Version], list[CorpusError]]:
    """Give every document its place.

    Returns:
        The versions by policy, in the order of their first captures, undated last; and
        the faults of the files that found no place.
    """
    versions: list[Version] = []
    policies, faults = _policies(found)
    for slug, group in policies.items():
        for prefix, captures in _parted(group).items():
            kept, repeated = _told_apart(sorted(captures, key=_age))
            versions += _versions(slug, kept, prefix)
            faults += repeated
    return sorted(versions, key=lambda version: version.policy), faults


def _policies(found: Iterable[Placed]) -> tuple[dict[str, list[Placed]], list[CorpusError]]:
    """Gather the captures of each policy under its slug: those of one address or one name."""
    groups: dict[str, list[Placed]] = defaultdict(list)
    firsts: dict[tuple[str | None, ...], str] = {}
    for capture in found:
        url = capture.provenance.original_url
        groups[address_key(url) if url else _key_of_bytes(capture, firsts)].append(capture)
    taken = {capture.entry.document or "" for group in groups.values() for capture in group}
    policies: dict[str, list[Placed]] = defaultdict(list)
    faults: list[CorpusError] = []
    for key, group in sorted(groups.items()):
        try:
            policies[_given_slug(group) or _made_slug(key, group[0], taken)] += group
        except ManifestError as error:
            faults.append(error)
    return policies, faults


def _key_of_bytes(capture: Placed, firsts: dict[tuple[str | None, ...], str]) -> str:
    """Key what has no address by the first file of the same bytes that is said to be the same."""
    entry = capture.entry
    same = capture.sha256, entry.document, entry.organisation, capture.provenance.site
    return f"record {firsts.setdefault(same, capture.record)}"


def _parted(group: Sequence[Placed]) -> dict[str, list[Placed]]:
    """Part policies from other pages, which take no name from them: by the prefix of names."""
    parted: dict[str, list[Placed]] = {"": [], "no-policy-": []}
    for capture in group:
        parted["no-policy-" if capture.no_policy else ""].append(capture)
    return parted


def _age(capture: Placed) -> tuple[str, str]:
    moment = capture.provenance.captured_at
    return (moment.text if moment else "~", capture.record)


def _given_slug(group: Sequence[Placed]) -> str:
    given = {capture.entry.document: capture for capture in group if capture.entry.document}
    if len(given) > 1:
        last = max(given.values(), key=lambda capture: capture.entry.line)
        raise ManifestError(
            last.record,
            f"captures of one address are given two documents: {', '.join(sorted(given))}",
            hint="name the document in one entry of corpus.yml only",
        )
    return next(iter(given), "")


def _made_slug(key: str, first: Placed, taken: set[str]) -> str:
    """Make a slug from an address or a file name: another one for each of them."""
    name = re.sub(r"\.\w{1,5}$", "", first.record) if key.startswith("record ") else key
    slug = slug_of(romanised(name))
    if not slug or len(slug) > _SLUG_LENGTH or slug in _RESERVED:
        slug = f"{slug[:_SLUG_LENGTH]}-{fingerprint(key)}".strip("-")
    # Names that differ only in case, signs or letters that no address can carry.
    if slug in taken:
        slug = f"{slug[:_SLUG_LENGTH]}-{sha256(key.encode()).hexdigest()[:8]}"
    taken.add(slug)
    return slug


def _versions(slug: str, group: Sequence[Placed], prefix: str) -> Iterable[Version]:
    """Yield the versions of one policy: each text once, with all its captures.

    Args:
        slug: The name of the policy in addresses.
        group: Its captures, oldest first, undated last.
        prefix: What the names of its versions begin with.

    """
    shared = _shared(group)
    texts: dict[str, list[Placed]] = defaultdict(list)
    for capture in group:
        texts[capture.text].append(capture)
    taken: set[str] = set()
    names = [prefix + _free_name(captures[0].provenance, taken) for captures in texts.values()]
    # All versions have their names before any other capture takes one: that a text was
    # seen once more changes no address.
    for name, captures in zip(names, texts.values(), strict=True):
        others = [prefix + _free_name(capture.provenance, taken) for capture in captures[1:]]
        yield _version(slug, captures, [name, *others], shared)


def _free_name(provenance: Provenance, taken: set[str]) -> str:
    """Name a capture by its day; a second one of the day has its time, then a number."""
    moment = provenance.captured_at
    day = provenance.day or "undated"
    longer = f"{day}-{moment.clock}" if moment and moment.clock else day
    names = chain([day, longer], (f"{longer}-{number}" for number in count(2)))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name


def _capture(capture: Placed, name: str) -> Capture:
    return Capture(
        name=name,
        provenance=capture.provenance,
        record=capture.record,
        container=capture.container,
        sha256=capture.sha256,
        added=capture.entry.added,
    )


def _shared(group: Sequence[Placed]) -> Mapping[str, str | None]:
    """Names that all entries of a document agree on, where they say anything."""
    shared: dict[str, str | None] = {}
    for key in ("organisation", "sector"):
        values = {getattr(capture.entry, key) for capture in group} - {None}
        shared[key] = values.pop() if len(values) == 1 else None
    return shared


def _version(
    slug: str,
    captures: Sequence[Placed],
    names: Sequence[str],
    shared: Mapping[str, str | None],
) -> Version:
    """Make a version of the captures that read the same, oldest first."""
    first, entry = captures[0], captures[0].entry
    title = entry.title or first.title
    signed = next((capture for capture in captures if _is_signed(capture.entry)), first)
    return Version(
        policy=slug,
        version=names[0],
        organisation=entry.organisation or shared["organisation"],
        title=title,
        title_source=first.title_source if title == first.title else "manifest",
        language=first.language,
        sector=entry.sector or shared["sector"],
        rights=entry.rights,
        provenance=first.provenance,
        words=first.words,
        signed=signed.record,
        no_policy=first.no_policy,
        captures=tuple(map(_capture, captures, names)),
    )


def _is_signed(entry: Entry) -> bool:
    """Return whether a reader has said something of the text in this capture of it."""
    return bool(entry.read or entry.reviews or entry.facts or entry.dates)


def _told_apart(group: Sequence[Placed]) -> tuple[list[Placed], list[CorpusError]]:
    """Keep one text for each time of capture, however often it was stored.

    A text without a time may be that of a dated capture; of others a policy has one.
    """
    dated = {capture.text for capture in group if capture.provenance.captured_at}
    kept: list[Placed] = []
    faults: list[CorpusError] = []
    firsts: dict[Moment | None, Placed] = {}
    for capture in group:
        moment = capture.provenance.captured_at
        known = moment is None and capture.text in dated
        first = capture if known else firsts.setdefault(moment, capture)
        if first.text == capture.text:
            kept.append(capture)
        else:
            faults.append(_two_texts(capture, first))
    return kept, faults


def _two_texts(capture: Placed, first: Placed) -> DuplicateError:
    when = capture.provenance.stamp or "an unknown time"
    return DuplicateError(
        capture.record,
        f"another text of this policy has the same time of capture, {when}: {first.record}",
        hint="remove one of the two, or tell them apart in corpus.yml by document: or by a more "
        "exact captured:",
    )
