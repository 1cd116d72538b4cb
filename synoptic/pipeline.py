"""The order of the stages: from the files of corpus/ to the files of docs/.

    per file      read → clean → account → segment → label → review    independent, cached
    all files     catalogue → pages, data → publish

The only module that knows more than one stage.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from synoptic import render
from synoptic.cache import Cache, code_version, key_of
from synoptic.catalogue import Placed, catalogue, completed
from synoptic.cleaner import clean_capture
from synoptic.conserve import account, raw_words
from synoptic.errors import CorpusError, SettingError
from synoptic.export import data_files
from synoptic.label.tag import tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.manifest import Manifest, load_manifest
from synoptic.model import Entry, LabelledDocument, Problem, Version
from synoptic.publish import Published, locked, publish, workplace
from synoptic.read import read
from synoptic.review import reviewed, with_stated_dates
from synoptic.segment import segment
from synoptic.witness_html import visible_words_html
from synoptic.write_markdown import markdown_from

MANIFEST = "corpus.yml"
TOPICS = "topics.yml"

WITNESSES = {
    "text/html": visible_words_html,
    "text/markdown": raw_words,
    "text/plain": raw_words,
}

_WORTH_WORKERS = 32
"""Files. Starting worker processes takes as long as about this many documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where a build reads and writes, and how."""

    corpus: Path = Path("corpus")
    docs: Path = Path("docs")
    taxonomy: Path = Path("taxonomy")
    jobs: int = 0
    """Worker processes; 0 for one a core."""
    scheduler: str = ""
    """Address of a Dask scheduler; empty for this machine."""
    strict: bool = False
    cache: bool = True
    review: bool = True
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One file with all that its result depends on."""

    name: str
    data: bytes
    entry: Entry
    topics: str
    """Text of the taxonomy."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: a placed document with its cleaned text, or faults."""

    placed: Placed | None
    text: str = ""
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    versions: tuple[Version, ...]
    problems: tuple[Problem, ...]
    published: Published | None
    """None when `--strict` found something and nothing was written."""


def build(settings: Settings) -> BuildReport:
    """Build docs/ from corpus/.

    Raises:
        SettingError: A setting, the manifest or the taxonomy cannot be used.
        OSError: docs/ cannot be written.

    """
    with locked(settings.docs):
        return _build(settings)


def _build(settings: Settings) -> BuildReport:
    names, faults = corpus_files(settings.corpus)
    manifest = _manifest(settings.corpus, names)
    topics_text = _text(settings.taxonomy / TOPICS)
    taxonomy = taxonomy_from(topics_text)
    jobs = [
        Job(
            name,
            (settings.corpus / name).read_bytes(),
            _entry(manifest, name, settings),
            topics_text,
        )
        for name in names
        if name not in manifest.faulty
    ]
    results = dict(zip([job.name for job in jobs], _results(jobs, settings), strict=True))
    withdrawn = {job.name: job.entry.withdrawn for job in jobs if job.entry.withdrawn}
    placed = [one.placed for name, one in results.items() if one.placed and name not in withdrawn]
    versions, unplaced = catalogue(placed)
    about_files = [*faults, *manifest.faults, *chain(*manifest.faulty.values()), *unplaced]
    problems = [
        replace(problem, where=f"{settings.corpus.name}/{problem.where}")
        for problem in chain(map(_problem, about_files), *(one.faults for one in results.values()))
    ]
    if settings.strict and problems:
        return BuildReport(tuple(versions), tuple(problems), None)
    sources = {job.name: job.data for job in jobs}
    files = render.pages(versions, taxonomy, problems, withdrawn) | data_files(
        versions,
        [topic.slug for topic in taxonomy.topics],
        problems,
        withdrawn,
        {one.id: results[_file(one)].text for one in versions},
        {one.id: sources[_file(one)] for one in versions},
    )
    return BuildReport(tuple(versions), tuple(problems), publish(files, settings.docs))


def corpus_files(corpus: Path) -> tuple[list[str], list[CorpusError]]:
    """Return the names of all captures below corpus/, and what is no file of its own.

    Raises:
        SettingError: There is no such folder.

    """
    if not corpus.is_dir():
        raise SettingError(str(corpus), "there is no such folder", hint="name it with --corpus")
    root = corpus.resolve()
    names, faults = [], []
    for path in sorted(corpus.rglob("*")):
        name = path.relative_to(corpus).as_posix()
        if (
            path.is_dir()
            or name == MANIFEST
            or any(part.startswith(".") for part in Path(name).parts)
        ):
            continue
        if not path.resolve().is_relative_to(root):
            fault = CorpusError(
                name, "this link leads out of the corpus", hint="copy the file into corpus/"
            )
            faults.append(fault)
        elif path.is_file():
            names.append(name)
    return names, faults


def work(job: Job) -> Result:
    """Take one file through the stages that need no other file."""
    try:
        placed, text = labelled(job.name, job.data, job.entry, taxonomy_from(job.topics))
    except CorpusError as error:
        return Result(None, faults=(_problem(error),))
    return Result(placed, text)


def labelled(name: str, data: bytes, entry: Entry, taxonomy: Taxonomy) -> tuple[Placed, str]:
    """Read, clean, segment and label one file.

    Returns:
        The document with what is known about it, and its cleaned text as Markdown.

    Raises:
        CorpusError: The file cannot be published.

    """
    capture = read(data, name, entry.encoding)
    provenance = completed(capture.provenance, entry)
    clean = clean_capture(capture)
    words = account(capture, clean, WITNESSES[capture.media_type])
    document = with_stated_dates(segment(capture, clean), entry, MANIFEST)
    slugs = [topic.slug for topic in taxonomy.topics]
    tags, overruled = reviewed(document, tag_document(document, taxonomy), entry, slugs, MANIFEST)
    result = LabelledDocument(document=document, tags=tags, overruled=overruled, words=words)
    return Placed(result, entry, provenance), markdown_from(clean)


@lru_cache(maxsize=2)
def taxonomy_from(text: str) -> Taxonomy:
    """Load the taxonomy, once for each text of it in a process."""
    return load_taxonomy(text, f"taxonomy/{TOPICS}")


def _results(jobs: Sequence[Job], settings: Settings) -> list[Result]:
    """Work through the jobs, those without a kept result in parallel."""
    cache = Cache(workplace(settings.docs) / "results" if settings.cache else None)
    version = code_version(Path(__file__).parent)
    keys = [
        key_of(version, job.name.encode(), job.data, repr(job.entry).encode(), job.topics.encode())
        for job in jobs
    ]
    kept = {key: result for key in keys if (result := cache.get(key))}
    todo = [(key, job) for key, job in zip(keys, jobs, strict=True) if key not in kept]
    with _executor(len(todo), settings) as executor:
        run: Callable[..., Iterable[Result]] = executor.map if executor else map
        done = run(work, [job for _, job in todo])
        bar = tqdm(
            done,
            total=len(todo),
            unit=" documents",
            delay=1,
            disable=True if settings.quiet else None,
        )
        for (key, _), result in zip(todo, bar, strict=True):
            kept[key] = result
            cache.put(key, result)
    cache.prune(set(keys))
    return [kept[key] for key in keys]


def _executor(todo: int, settings: Settings) -> AbstractContextManager[Executor | None]:
    if settings.scheduler:
        return _dask(settings.scheduler)
    workers = settings.jobs or os.cpu_count() or 1
    if workers == 1 or todo < _WORTH_WORKERS:
        return nullcontext()
    return ProcessPoolExecutor(workers)


def _dask(address: str) -> AbstractContextManager[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise SettingError(
            "--scheduler",
            "the package distributed is not installed",
            hint="pip install distributed",
        ) from None
    try:
        executor: Executor = Client(address, timeout=10).get_executor()
    except (OSError, ValueError) as error:
        raise SettingError("--scheduler", f"no scheduler answers at {address}: {error}") from error
    return executor


def entry_of(corpus: Path, name: str) -> Entry:
    """Return what the manifest of a corpus says of one file.

    Raises:
        SettingError: The manifest cannot be read.

    """
    return _manifest(corpus, [name]).entry(name)


def _manifest(corpus: Path, names: Sequence[str]) -> Manifest:
    path = corpus / MANIFEST
    if not path.is_file():
        return Manifest()
    return load_manifest(_text(path), MANIFEST, names)


def _entry(manifest: Manifest, name: str, settings: Settings) -> Entry:
    entry = manifest.entry(name)
    return entry if settings.review else replace(entry, reviews=())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SettingError(str(path), "there is no such file") from None
    except UnicodeDecodeError as error:
        raise SettingError(str(path), f"this is not UTF-8: {error}") from error


def _problem(error: CorpusError) -> Problem:
    return Problem(where=error.where, what=error.problem, code=error.code, hint=error.hint)


def _file(version: Version) -> str:
    return version.labelled.document.capture.name
