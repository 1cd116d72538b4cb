"""Checks of what was built, made from the files alone: what a sceptical reader would do.

    hashes        every generated file is as the build left it, every source as recorded
    conservation  each source is read and cleaned again; the words must add up
    quotes        each quote is an exact part of its clause
    pages         each policy's words stand on its page in order
    the others    every page of the site is read once: it has the policy, nothing in it can
                  run, it asks no other host, its ids are its own, its links lead somewhere

Each check yields faults; no fault is good. Nothing is written.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from synoptic.build.one_text import Opened, cleaned, source_of
from synoptic.corpus.manifest import Manifest
from synoptic.corpus.manifest.files import manifest_of
from synoptic.corpus.records import Record, index_of, record_named
from synoptic.errors import CorpusError, SettingError
from synoptic.model import Index, Problem, record_id
from synoptic.site.addresses import HASHES
from synoptic.site.publish.hashes import recorded_hashes
from synoptic.text.words import words_of
from synoptic.verify.site import Audit, audit_of, full_text_words


@dataclass(frozen=True)
class Built:
    """What a build left: its folders, and the data read from them when first asked for."""

    corpus: Path
    docs: Path
    site: Path

    @cached_property
    def policies(self) -> list[dict[str, Any]]:
        """Entries of policies.json."""
        entries: list[dict[str, Any]] = json.loads(self._data("policies.json"))["policies"]
        return entries

    @cached_property
    def clauses(self) -> Mapping[str, Mapping[str, dict[str, Any]]]:
        """Records of clauses.jsonl by policy and clause, in the order of the text."""
        found: dict[str, dict[str, dict[str, Any]]] = {}
        for line in self._data("clauses.jsonl").split("\n"):
            if line:
                record = json.loads(line)
                found.setdefault(record["policy"], {})[record["clause"]] = record
        return found

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest of the corpus, read once for all its records."""
        return manifest_of(self.corpus, [policy["source"]["file"] for policy in self.policies])

    @cached_property
    def _indexes(self) -> dict[str, Index]:
        return {}

    @cached_property
    def audit(self) -> Audit:
        """What reading every page of the site has found."""
        return audit_of(self.site)

    def record(self, source: Mapping[str, Any]) -> Record:
        """Find a record again, going once through each file.

        Raises:
            CorpusError: It is not there, or cannot be read.

        """
        name = source["file"]
        if name not in self._indexes:
            self._indexes[name] = index_of(self.corpus, name, self.manifest.limits)
        return record_named(self.corpus, name, source["member"] or "", self._indexes[name])

    def _data(self, name: str) -> str:
        path = self.docs / "data" / name
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise SettingError(str(path), "there is no such file", hint="build first") from None


def hashes(built: Built) -> Iterator[Problem]:
    """Compare every generated file with the list of hashes, and every source with its record."""
    recorded = recorded_hashes(built.docs)
    if not recorded:
        yield _fault(built.docs / HASHES.file, "there is no list of hashes", "hash")
    for name, digest in recorded.items():
        yield from _compared(built.docs / name, digest)
    for policy in built.policies:
        yield from _changed(built, policy["source"])


def conservation(built: Built) -> Iterator[Problem]:
    """Read and clean every source again; its words must add up, and to the recorded sums."""
    for policy in built.policies:
        path = _place(built, policy["source"])
        try:
            record = built.record(policy["source"])
            entry = built.manifest.entry(record.container, record.member.name)
            opened = Opened.of(record, entry, built.manifest.limits)
            words = cleaned(source_of(opened), opened).words
        except CorpusError as error:
            yield _fault(path, error.problem, "conservation")
            continue
        if dict(words) != policy["words"]:
            yield _fault(path, f"the words are {words}, recorded {policy['words']}", "conservation")


def quotes(built: Built) -> Iterator[Problem]:
    """Look every quote up in its clause, or in its heading."""
    for policy in built.policies:
        records = built.clauses.get(policy["id"], {}).items()
        texts = {name: record["text"] for name, record in records}
        texts |= {section["id"]: section["heading"] for section in policy["sections"]}
        for where, clause, quote in _quotes_of(policy):
            text = texts.get(clause)
            if text is None:
                yield _fault(policy["id"], f"{where}: there is no clause {clause}", "quote")
            elif quote not in text:
                yield _fault(policy["id"], f"{where}: {clause} does not hold {quote!r}", "quote")
        words = "\n".join(texts.values())
        for where, lead_in in _lead_ins_of(policy):
            if lead_in not in words:
                yield _fault(policy["id"], f"{where}: no clause holds {lead_in!r}", "quote")


def pages(built: Built) -> Iterator[Problem]:
    """Read every policy's words off its page and compare them with the clauses, in order."""
    for policy in built.policies:
        if not policy["is_policy"]:
            continue
        path = built.site / policy["page"] / "index.html"
        if not path.is_file():
            yield _fault(path, "the page is missing", "page")
            continue
        shown = full_text_words(path)
        wanted = _words_of_clauses(built.clauses.get(policy["id"], {}).values())
        if shown != wanted:
            at = next(
                (
                    n
                    for n, pair in enumerate(zip(shown, wanted, strict=False))
                    if pair[0] != pair[1]
                ),
                min(len(shown), len(wanted)),
            )
            near = " ".join(wanted[max(0, at - 3) : at + 3])
            yield _fault(path, f"the full text differs near {near!r}", "page")


def policy(built: Built) -> Iterator[Problem]:
    """Look for the one Content-Security-Policy at the head of every page."""
    yield from (_fault(path, what, "policy") for path, what in built.audit.policy)


def inline(built: Built) -> Iterator[Problem]:
    """Look for scripts, handlers and styles that stand in a page, and links that run."""
    yield from (_fault(path, what, "inline") for path, what in built.audit.inline)


def requests(built: Built) -> Iterator[Problem]:
    """Look for anything that a page would ask of another host, or send to one."""
    yield from (_fault(path, what, "request") for path, what in built.audit.requests)


def ids(built: Built) -> Iterator[Problem]:
    """Look for ids that a page has twice: a link could lead to either place."""
    yield from (_fault(path, what, "id") for path, what in built.audit.ids)


def links(built: Built) -> Iterator[Problem]:
    """Follow every link of the site within the site."""
    yield from (_fault(path, what, "link") for path, what in built.audit.links)


Check = Callable[[Built], Iterator[Problem]]

OF_DATA: tuple[Check, ...] = (hashes, conservation, quotes)
OF_SITE: tuple[Check, ...] = (pages, policy, inline, requests, ids, links)
"""Checks that need the built site."""


def _fault(where: object, what: str, code: str) -> Problem:
    return Problem(where=str(where), what=what, code=f"verify-{code}")


def _place(built: Built, source: Mapping[str, Any]) -> str:
    """Name a record. Its member may be an address, of which a path would drop a slash."""
    return f"{built.corpus}/{record_id(source['file'], source['member'] or '')}"


def _changed(built: Built, source: Mapping[str, Any]) -> Iterator[Problem]:
    """Compare a record with what is written down of it."""
    if not (built.corpus / source["file"]).is_file():
        yield _fault(_place(built, source), "the file is missing", "hash")
        return
    try:
        digest = built.record(source).member.sha256
    except CorpusError as error:
        yield _fault(_place(built, source), error.problem, "hash")
        return
    if digest != source["sha256"]:
        yield _fault(_place(built, source), "the file is not as it was built", "hash")


def _compared(path: Path, digest: str) -> Iterator[Problem]:
    if not path.is_file():
        yield _fault(path, "the file is missing", "hash")
    elif sha256(path.read_bytes()).hexdigest() != digest:
        yield _fault(path, "the file is not as it was built", "hash")


def _quotes_of(policy: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for topic, found in policy["topics"].items():
        yield from ((topic, tag["clause"], tag["quote"]) for tag in found)
    yield from (("date", date["clause"], date["quote"]) for date in policy["dates"])
    for name, fact in policy["facts"].items():
        for answer in (fact, *fact.get("but", ())):
            if answer["quote"] is not None:
                yield name, answer["clause"], answer["quote"]
            yield from ((name, other["clause"], other["quote"]) for other in answer["beside"])


def _lead_ins_of(policy: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    answers = {name: (fact, *fact.get("but", ())) for name, fact in policy["facts"].items()}
    for where, found in (*policy["topics"].items(), *answers.items()):
        yield from ((where, tag["lead_in"]) for tag in found if tag["lead_in"])


def _words_of_clauses(records: Any) -> list[str]:
    return [word for record in records for word in words_of(record["text"])]
