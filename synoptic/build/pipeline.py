"""The order of the stages: from the files of corpus/ to the files of docs/.

per file       see document            independent, cached, in parallel
per document   collate neighbours      the same
all together   catalogue → carry reviews → pages, data → publish
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from synoptic.build.cache import Cache
from synoptic.build.document import (
    Job,
    Result,
    labels_from,
    not_a_capture,
    problem_of,
    work,
)
from synoptic.build.pairs import collations_of
from synoptic.build.withdrawal import same_texts, withdrawn_files
from synoptic.build.workers import Workers, done
from synoptic.corpus.catalogue import catalogue
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.files import manifest_of
from synoptic.corpus.records import MANIFEST, corpus_files, stored_bytes
from synoptic.corpus.taxonomy_files import TaxonomyText, taxonomy_text
from synoptic.errors import (
    CorpusError,
    CorpusWarning,
    NoArchiveIdWarning,
    SettingError,
)
from synoptic.label.carry import carried
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import Problem, Version
from synoptic.recognise import SAVED, in_saved_page
from synoptic.site.data import data_files
from synoptic.site.feed import atom_feed
from synoptic.site.pages import pages
from synoptic.site.publish import (
    PUBLISHED,
    Published,
    locked,
    publish,
    published_hashes,
    workplace,
)


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
    review: bool = True
    allow_empty: bool = False
    """Build an archive of nothing; else that is taken for a wrong folder."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    versions: tuple[Version, ...]
    problems: tuple[Problem, ...]
    """Faults and warnings."""
    set_aside: int
    """How many files of corpus/ are not published because of a fault."""
    published: Published | None
    """None when `--strict` found something and nothing was written."""


def build(settings: Settings) -> BuildReport:
    """Build docs/ from corpus/.

    Raises:
        SettingError: A setting, the manifest or the taxonomy cannot be used, or there
            is nothing to build.
        OSError: docs/ cannot be written.

    """
    with locked(settings.docs):
        return _build(settings)


def _build(settings: Settings) -> BuildReport:
    names, faults = corpus_files(settings.corpus)
    _refuse_empty([*names, *faults], settings)
    manifest = manifest_of(settings.corpus, names)
    taxonomy = taxonomy_text(settings.taxonomy)
    labels = labels_from(taxonomy)
    cache = Cache(workplace(settings.docs) / "results", anew=not settings.cache)
    parts = _parts_of_pages(names, manifest)
    jobs, unread = _jobs([one for one in names if one not in parts], manifest, taxonomy, settings)
    withdrawn = withdrawn_files(jobs)
    shown = [job for job in jobs if job.name not in withdrawn]
    keys = {job.name: job.key for job in shown}
    results = _by_name(
        shown, done(work, shown, list(keys.values()), cache, settings.workers, "files")
    )
    copies = same_texts([job for job in jobs if job.name in withdrawn], results)
    withdrawn |= copies
    for name in copies:
        cache.forget(keys[name])
        del results[name]
    placed = [one.placed for one in results.values() if one.placed]
    catalogued, unplaced = catalogue(placed)
    slugs = [topic.slug for topic in labels.topics.topics]
    versions = carried([one for one in catalogued if not one.no_policy], slugs)
    apart = [one for one in catalogued if one.no_policy]
    told = [one for name, one in parts.items() if manifest.entry(name).policy is None]
    about_files = [*faults, *unread, *manifest.faults, *chain(*manifest.faulty.values()), *unplaced]
    told += _unidentified(manifest)
    problems = _located([*told, *about_files], results.values(), settings.corpus)
    used = {sighting.file for one in catalogued for sighting in one.sightings} | withdrawn.keys()
    used |= parts.keys() | {name for name, one in results.items() if one.is_no_capture}
    aside = len(faults) + len(set(names) - used)
    if settings.strict and problems:
        return BuildReport(tuple(versions), problems, aside, None)
    collations = collations_of(versions, keys, cache, settings.workers)
    cache.prune()
    files = pages(
        versions,
        collations,
        labels.topics,
        labels.facts,
        problems,
        withdrawn,
        apart,
        feed=manifest.archive is not None,
    )
    files |= _data(versions, labels.topics, problems, withdrawn, apart, results, jobs)
    if manifest.archive:
        feed = atom_feed(manifest.archive, versions, collations)
        files["data/feed.xml"] = feed.encode("utf-8")
    files[PUBLISHED] = published_hashes(files)
    return BuildReport(tuple(versions), problems, aside, publish(files, settings.docs))


def _refuse_empty(found: Sequence[object], settings: Settings) -> None:
    """Stop where a mistyped folder would empty the site."""
    if not found and not settings.allow_empty:
        hint = "put archived files into it, or build an empty archive with --allow-empty"
        raise SettingError(str(settings.corpus), "there is no file in this folder", hint=hint)


def _parts_of_pages(names: Sequence[str], manifest: Manifest) -> dict[str, CorpusWarning]:
    """Find what a browser put beside the pages that it saved; such files are not read."""
    known = frozenset(names)
    return {
        name: not_a_capture(name, SAVED)
        for name in names
        if in_saved_page(name, known) and not manifest.entry(name).policy
    }


def _unidentified(manifest: Manifest) -> list[CorpusWarning]:
    """Tell of an archive without an id; none is made up, for the next build would make another."""
    if manifest.archive:
        return []
    problem = "the archive has no id, and so no feed"
    return [NoArchiveIdWarning(MANIFEST, problem, hint="run the command identify, once")]


def _by_name(jobs: Sequence[Job], results: Iterable[Result]) -> dict[str, Result]:
    return dict(zip((job.name for job in jobs), results, strict=True))


def _located(
    faults: Iterable[CorpusError], results: Iterable[Result], corpus: Path
) -> tuple[Problem, ...]:
    """Gather all faults and warnings under the paths that a person sees."""
    found = chain(map(problem_of, faults), *(one.problems for one in results))
    return tuple(replace(one, where=f"{corpus.name}/{one.where}") for one in found)


def _data(
    versions: Sequence[Version],
    taxonomy: Taxonomy,
    problems: Sequence[Problem],
    withdrawn: Mapping[str, str],
    apart: Sequence[Version],
    results: Mapping[str, Result],
    jobs: Sequence[Job],
) -> dict[str, bytes]:
    stored = {job.name: job.data for job in jobs}
    texts = {one.id: results[_file(one)].text for one in (*versions, *apart)}
    slugs = [topic.slug for topic in taxonomy.topics]
    return data_files(versions, slugs, problems, withdrawn, apart, texts, stored)


def _jobs(
    names: Iterable[str], manifest: Manifest, taxonomy: TaxonomyText, settings: Settings
) -> tuple[list[Job], list[CorpusError]]:
    """Read the files; what cannot be read is returned beside the others."""
    jobs, faults = [], []
    for name in names:
        if name in manifest.faulty:
            continue
        entry = manifest.entry(name)
        if not settings.review:
            entry = replace(entry, reviews=(), facts=(), read=None)
        try:
            data = stored_bytes(settings.corpus, name, manifest.limits.bytes)
        except CorpusError as fault:
            faults.append(fault)
            continue
        jobs.append(Job(name, data, entry, taxonomy, manifest.limits))
    return jobs, faults


def _file(version: Version) -> str:
    return version.labelled.document.capture.name
