"""What is refused before anything is written: settings by which a site would be lost.

In: the folders of a build, what was found in them. Out: nothing, or an error that says how to
do it all the same. Promise: a folder that is not there, not mounted or mistyped empties no site.
"""

from collections.abc import Sequence
from pathlib import Path

from synoptic.errors import EmptyCorpusError, SettingError
from synoptic.site.addresses import data
from synoptic.site.edition import Edition
from synoptic.site.publish.hashes import recorded_hashes

_SOURCES = data("sources/").file

_HINT = "see whether it is the right folder and all of it is there; if so, say --allow-empty"


def refuse_overlap(corpus: Path, docs: Path) -> None:
    """Stop where pages would be written among archived files, or these be taken for pages.

    Raises:
        SettingError: One folder is the other, or lies in it.

    """
    for inner, outer, what in (
        (docs, corpus, "the pages would be written among the archived files"),
        (corpus, docs, "the archived files would be published as pages"),
    ):
        if _is_in(inner, outer):
            hint = f"--corpus is {corpus.resolve()}; choose folders beside each other"
            raise SettingError(str(docs), what, hint=hint)


def refuse_empty(found: Sequence[object], corpus: Path) -> None:
    """Stop where there is nothing to read.

    Raises:
        EmptyCorpusError: Nothing was found.

    """
    if not found:
        raise EmptyCorpusError(str(corpus), "there is no file in this folder", hint=_HINT)


def refuse_loss(edition: Edition, corpus: Path, docs: Path) -> None:
    """Stop where nothing is left of what the last build published, and nobody withdrew it.

    Args:
        edition: What can be published, and what a curator withdrew.
        corpus: Where they were looked for.
        docs: Where the last build put its files.

    Raises:
        EmptyCorpusError: All that was published would go.

    """
    if edition.versions or edition.apart or edition.withdrawn:
        return
    published = sum(1 for name in recorded_hashes(docs) if name.startswith(_SOURCES))
    if published:
        problem = f"no file can be published, and {docs}/ has what was made of {published}"
        raise EmptyCorpusError(str(corpus), problem, hint=_HINT)


def _is_in(inner: Path, outer: Path) -> bool:
    """Return whether a folder is another or lies in it, by whatever name each is called."""
    places = [place for place in (inner.resolve(), *inner.resolve().parents) if place.exists()]
    return outer.exists() and any(place.samefile(outer) for place in places)
