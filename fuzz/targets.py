"""What is fuzzed: each target takes any bytes and raises if a promise is broken.

A `CorpusError` is no broken promise: the bytes are set aside with a reason.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from html import unescape
from urllib.parse import urlsplit

import markdown
import yaml

from fuzz.archives import HEAD, archive, manifest
from synoptic import redline
from synoptic.build.one_text import Opened, policy_text
from synoptic.corpus.taxonomy_files import SHIPPED, taxonomy_text
from synoptic.errors import ConservationError, CorpusError
from synoptic.formats import FORMATS
from synoptic.formats.read import read
from synoptic.label.labels import labels_from
from synoptic.label.tag import tag_document
from synoptic.model import Moment, Passage
from synoptic.segment.dates import stated_dates
from synoptic.site import escape
from synoptic.site.plain_markdown import markdown_from
from synoptic.verify.page import page_of

_TAG = re.compile(r"<[^>]*>")
_REDLINE_TAGS = {"<ins>", "</ins>", "<del>", "</del>", "<br>"}
_MARKDOWN = ["attr_list", "md_in_html", "tables", "footnotes", "abbr", "toc", "smarty"]


def reader(data: bytes) -> None:
    """Any bytes are a text or set aside; a text has one kind of line end and a known format."""
    with suppress(CorpusError):
        source = read(data, "fuzz")
        assert source.media_type in {format_.media_type for format_ in FORMATS}
        assert "\r" not in source.text
        assert source.size == len(data)


def cleaner(data: bytes) -> None:
    """Every word of a text is kept or reported as removed."""
    try:
        made = policy_text(Opened.alone(data, "fuzz"))
        assert made.words["source"] == made.words["kept"] + made.words["removed"]
        assert markdown_from(made.text).endswith("\n")
    except ConservationError:
        raise
    except CorpusError:
        return


def escaping(data: bytes) -> None:
    """Any text goes into each place as letters and nothing else."""
    text = data.decode("utf-8", "replace")
    rendered = markdown.markdown(f"# {escape.md(text)}", extensions=_MARKDOWN)
    assert set(re.findall(r"<(\w+)", rendered)) <= {"h1"}, rendered
    assert not _TAG.search(escape.html(text))
    (value,) = yaml.safe_load(f"title: {escape.yaml(text)}\n").values()
    assert "<" not in unescape(value)
    target = escape.link(text, "https://acme.example/privacy")
    assert not target or urlsplit(target).scheme in ("http", "https", "mailto")
    assert "@" not in urlsplit(target).netloc


def redlines(data: bytes) -> None:
    """Two texts have a redline, always the same, with no markup but ours."""
    old, _, new = data.partition(b"\n\n\n")
    with suppress(CorpusError):
        text = redline(old, new)
        assert set(_TAG.findall(text)) <= _REDLINE_TAGS
        assert redline(old, new) == text


def clauses(data: bytes) -> None:
    """Every heading and clause has an id of its own, and a clause has words or a sign."""
    with suppress(CorpusError):
        document = policy_text(Opened.alone(data, "fuzz")).document
        ids = [part.id for part in (*document.clauses, *document.sections) if part.id]
        assert len(set(ids)) == len(ids)
        assert all(clause.text.strip() for clause in document.clauses)


def labels(data: bytes) -> None:
    """What is found stands in the text, and is found again."""
    with suppress(CorpusError):
        document = policy_text(Opened.alone(data, "fuzz")).document
        taxonomy = labels_from(taxonomy_text(SHIPPED))
        texts = {clause.id: clause.text for clause in document.clauses}
        tags = tag_document(document, taxonomy.topics)
        for tag in tags:
            assert tag.quote in texts[tag.clause]
            for found in tag.evidence:
                assert 0 <= found.start < found.end <= len(texts[tag.clause])
        assert tag_document(document, taxonomy.topics) == tags


def dates(data: bytes) -> None:
    """A date that a text states is one of the calendar, with words of the text as its ground."""
    text = data.decode("utf-8", "replace")
    lines = [line for line in text.splitlines() if line.strip()][:1000]
    passages = [
        Passage(id=f"c-{n}", number=str(n), text=line, is_heading=line.startswith("#"), above=())
        for n, line in enumerate(lines)
    ]
    for stated in stated_dates(passages):
        assert Moment.parse(stated.date)
        assert stated.quote in "\n".join(lines)


def audit(data: bytes) -> None:
    """Any page can be read; nothing in it is taken for the policy, and a script is seen."""
    text = data.decode("utf-8", "replace")
    page_of(text)
    assert page_of(f"<body>{text}</body>").policy
    assert not page_of(f"{HEAD}<body>{text}").policy
    assert page_of(f"{HEAD}<body><script>1</script>{text}").inline


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reader": reader,
    "cleaner": cleaner,
    "escaping": escaping,
    "redline": redlines,
    "segment": clauses,
    "label": labels,
    "dates": dates,
    "manifest": manifest,
    "verify": audit,
    "archive": archive,
}
