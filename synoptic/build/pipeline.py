"""The order of the stages: from the files of corpus/ to the files of docs/.

each file      see listing     the records that it holds, kept
each record    see document    independent, in parallel, kept
all together   catalogue       what is known of each text but its words
each pair      see pairs       two texts of a policy, in parallel, kept
each policy    see policy      its pages and its rows in tables, in parallel
the archive    see archive     tables, lists and data from the rows
               publish         all or nothing

No stage holds the words of more than a few policies at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from synoptic.build.archive import publish_archive
from synoptic.build.aside import SetAsideError
from synoptic.build.cache import Cache
from synoptic.build.guards import refuse_empty, refuse_loss, refuse_overlap
from synoptic.build.listing import Listing, listed
from synoptic.build.result import Result, Stored, ready
from synoptic.build.shelf import Shelf
from synoptic.build.withdrawal import same_texts, withdrawn_records
from synoptic.build.workers import Crew, Workers
from synoptic.corpus.catalogue import catalogue
from synoptic.corpus.folder import MANIFEST, corpus_files
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.files import manifest_of
from synoptic.corpus.taxonomy_files import TaxonomyText, taxonomy_text
from synoptic.errors import NoArchiveIdWarning
from synoptic.label.labels import labels_from
from synoptic.model import Problem
from synoptic.site.edition import Edition
from synoptic.site.figures import Figures, figures_of
from synoptic.site.publish import Published
from synoptic.site.publish.workplace import locked, workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where a build reads and writes, and how."""

    corpus: Path = Path("corpus")
    docs: Path = Path("docs")
    taxonomy: Path = Path("taxonomy")
    workers: Workers = field(default_factory=Workers)
    strict: bool = False
    """Write nothing if there is any fault or warning."""
    cache: bool = True
    """Take over what earlier builds have found."""
    review: bool = True
    allow_empty: bool = False
    """Build an archive of nothing, even in place of a full one."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    figures: Figures
    problems: tuple[Problem, ...]
    """Faults and warnings."""
    set_aside: int
    """How many records, and files that none can be read from, are not published by a fault."""
    published: Published | None
    """None when `--strict` found something and nothing was written."""


def build(settings: Settings) -> BuildReport:
    """Build docs/ from corpus/.

    Raises:
        SettingError: A setting, the manifest or the taxonomy cannot be used, or there
            is nothing to build, or what was built would go without being asked for.
        OSError: docs/ cannot be written.

    """
    refuse_overlap(settings.corpus, settings.docs)
    with locked(settings.docs):
        return _build(settings)


def _build(settings: Settings) -> BuildReport:
    names, unfit = corpus_files(settings.corpus)
    if not settings.allow_empty:
        refuse_empty([*names, *unfit], settings.corpus)
    manifest = manifest_of(settings.corpus, names)
    taxonomy = taxonomy_text(settings.taxonomy)
    labels = labels_from(taxonomy)
    cache = Cache(workplace(settings.docs) / "results", anew=not settings.cache)
    listing = listed(settings.corpus, names, manifest, cache)
    with Crew(settings.workers, partial(ready, taxonomy)) as crew:
        shelf = Shelf(taxonomy, manifest.limits, cache, crew)
        withdrawn, results = _results(_stored(listing, manifest, shelf, settings), shelf)
        known = [
            *_told(listing, manifest),
            *map(Problem.of, unfit),
            *listing.problems,
            *_of_manifest(manifest, listing),
        ]
        while True:  # each time with fewer versions
            edition = _edition(manifest, taxonomy, known, withdrawn, results, settings)
            aside = len(unfit) + len(listing.problems) + _lost(listing, edition, results)
            try:
                published = None
                if not (settings.strict and edition.problems):
                    if not settings.allow_empty:
                        refuse_loss(edition, settings.corpus, settings.docs)
                    published = publish_archive(edition, labels, shelf, settings.docs)
                    cache.prune()
            except SetAsideError as found:
                for record, fault in found.faults.items():
                    results[record] = Result(None, (Problem.of(fault),))
                continue
            return BuildReport(figures_of(edition.versions), edition.problems, aside, published)


def _edition(
    manifest: Manifest,
    taxonomy: TaxonomyText,
    known: Sequence[Problem],
    withdrawn: Mapping[str, str],
    results: Mapping[str, Result],
    settings: Settings,
) -> Edition:
    """Give every record that came through its place.

    Args:
        manifest: Names the archive.
        taxonomy: What the texts were labelled with.
        known: What was wrong before the texts were read.
        withdrawn: The withdrawn records with the reason.
        results: What became of the others.
        settings: Name the corpus.

    """
    catalogued, unplaced = catalogue([found.placed for found in results.values() if found.placed])
    problems = chain(
        known, map(Problem.of, unplaced), *(result.problems for result in results.values())
    )
    return Edition(
        archive=manifest.archive,
        versions=tuple(version for version in catalogued if not version.no_policy),
        apart=tuple(version for version in catalogued if version.no_policy),
        problems=tuple(_below(settings.corpus.name, problem) for problem in problems),
        withdrawn=withdrawn,
        taxonomy=taxonomy,
    )


def _lost(listing: Listing, edition: Edition, results: Mapping[str, Result]) -> int:
    """Count the records that are not published by a fault."""
    texts = (*edition.versions, *edition.apart)
    used = {capture.record for version in texts for capture in version.captures}
    used |= edition.withdrawn.keys()
    used |= {id_ for id_, result in results.items() if result.is_no_capture}
    return sum(1 for record in listing.records if record.id not in used)


def _told(listing: Listing, manifest: Manifest) -> Iterator[Problem]:
    """Yield the warnings that concern no record that is read."""
    for name, warning in listing.parts.items():
        if manifest.entry(name).policy is None:
            yield Problem.of(warning)
    if not manifest.archive:  # none is made up: the next build would make another
        problem = "the archive has no id, and so no feed"
        hint = "run the command identify, once"
        yield Problem.of(NoArchiveIdWarning(MANIFEST, problem, hint=hint))


def _of_manifest(manifest: Manifest, listing: Listing) -> Iterator[Problem]:
    """Yield what is wrong with the manifest, as far as it is known before the texts are."""
    strangers = manifest.strangers(listing.knows, [record.id for record in listing.records])
    yield from map(Problem.of, chain(manifest.faults, strangers, *manifest.faulty.values()))


def _stored(listing: Listing, manifest: Manifest, shelf: Shelf, settings: Settings) -> list[Stored]:
    """Take up each record with its entry, if that can be used."""
    stored = []
    for record in listing.records:
        place = record.container, record.member.name
        if not manifest.faults_of(*place):
            entry = manifest.entry(*place)
            if not settings.review:
                entry = replace(entry, reviews=(), facts=(), read=None)
            stored.append(shelf.stored(record, entry))
    return stored


def _results(stored: Sequence[Stored], shelf: Shelf) -> tuple[dict[str, str], dict[str, Result]]:
    """Work through the records, and leave out those that are withdrawn, copies included.

    Returns:
        The withdrawn records with the reason, and what became of the others, by id.

    """
    withdrawn = withdrawn_records(stored)
    results = shelf.results([one for one in stored if one.id not in withdrawn])
    texts = shelf.texts_of([one for one in stored if one.entry.withdrawn])
    found = {id_: result.placed.text for id_, result in results.items() if result.placed}
    copies = same_texts(texts, found)
    for record in copies:
        shelf.forget(record)
        del results[record]
    return withdrawn | copies, results


def _below(folder: str, problem: Problem) -> Problem:
    """Return a fault or a warning under the path that a person sees."""
    return replace(problem, where=f"{folder}/{problem.where}")
