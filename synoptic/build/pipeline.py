"""The order of the stages: from the files of corpus/ to the files of docs/.

each file      see document    independent, in parallel, kept
all together   catalogue       what is known of each text but its words
each pair      see pairs       two texts of a policy, in parallel, kept
each policy    see policy      its pages and its rows in tables, in parallel
the archive    see archive     tables, lists and data from the rows
               publish         all or nothing

No stage holds the words of more than a few policies at a time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from synoptic.build.archive import publish_archive
from synoptic.build.cache import Cache
from synoptic.build.document import Result, Stored, labels_from, not_a_capture, problem_of
from synoptic.build.edition import Edition
from synoptic.build.shelf import Shelf
from synoptic.build.withdrawal import same_texts, withdrawn_files
from synoptic.build.workers import Workers
from synoptic.corpus.catalogue import catalogue
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.files import manifest_of
from synoptic.corpus.records import MANIFEST, corpus_files
from synoptic.corpus.taxonomy_files import taxonomy_text
from synoptic.errors import (
    CorpusError,
    CorpusWarning,
    NoArchiveIdWarning,
    SettingError,
)
from synoptic.model import Problem
from synoptic.recognise import SAVED, in_saved_page
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
    """Build an archive of nothing; else that is taken for a wrong folder."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    figures: Figures
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
    shelf = Shelf(settings.corpus, taxonomy, manifest.limits, cache, settings.workers)
    files, unread = _files([name for name in names if name not in parts], manifest, shelf, settings)
    withdrawn, results = _results(files, shelf)
    catalogued, unplaced = catalogue([one.placed for one in results.values() if one.placed])
    used = {capture.file for version in catalogued for capture in version.captures}
    used |= withdrawn.keys() | parts.keys()
    used |= {name for name, result in results.items() if result.is_no_capture}
    aside = len(faults) + len(set(names) - used)
    told = [fault for name, fault in parts.items() if manifest.entry(name).policy is None]
    told += _unidentified(manifest)
    about_files = [*faults, *unread, *manifest.faults, *chain(*manifest.faulty.values()), *unplaced]
    problems = _located([*told, *about_files], results.values(), settings.corpus)
    edition = Edition(
        archive=manifest.archive,
        versions=tuple(version for version in catalogued if not version.no_policy),
        apart=tuple(version for version in catalogued if version.no_policy),
        problems=problems,
        withdrawn=withdrawn,
        taxonomy=taxonomy,
    )
    figures = figures_of(edition.versions)
    if settings.strict and problems:
        return BuildReport(figures, problems, aside, None)
    published = publish_archive(edition, labels, shelf, settings.docs)
    cache.prune()
    return BuildReport(figures, problems, aside, published)


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


def _files(
    names: Iterable[str], manifest: Manifest, shelf: Shelf, settings: Settings
) -> tuple[list[Stored], list[CorpusError]]:
    """Look at every file once; what cannot be read is returned beside the others."""
    files, faults = [], []
    for name in names:
        if name in manifest.faulty:
            continue
        entry = manifest.entry(name)
        if not settings.review:
            entry = replace(entry, reviews=(), facts=(), read=None)
        try:
            files.append(shelf.stored(name, entry))
        except CorpusError as fault:
            faults.append(fault)
    return files, faults


def _results(files: Sequence[Stored], shelf: Shelf) -> tuple[dict[str, str], dict[str, Result]]:
    """Work through the files, and leave out those that are withdrawn, copies included.

    Returns:
        The withdrawn files with the reason, and what became of the others, by name.

    """
    withdrawn = withdrawn_files(files)
    results = shelf.results([file for file in files if file.name not in withdrawn])
    texts = shelf.texts_of([file for file in files if file.entry.withdrawn])
    found = {name: result.placed.text for name, result in results.items() if result.placed}
    copies = same_texts(texts, found)
    for name in copies:
        shelf.forget(name)
        del results[name]
    return withdrawn | copies, results


def _located(
    faults: Iterable[CorpusError], results: Iterable[Result], corpus: Path
) -> tuple[Problem, ...]:
    """Gather all faults and warnings under the paths that a person sees."""
    found: Iterator[Problem] = chain(
        map(problem_of, faults), *(result.problems for result in results)
    )
    return tuple(replace(one, where=f"{corpus.name}/{one.where}") for one in found)
