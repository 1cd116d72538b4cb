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

from synoptic import redline
from synoptic.build.one_text import Opened, policy_text
from synoptic.errors import ConservationError, CorpusError
from synoptic.formats import FORMATS
from synoptic.formats.read import read
from synoptic.site import escape
from synoptic.site.plain_markdown import markdown_from

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


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reader": reader,
    "cleaner": cleaner,
    "escaping": escaping,
    "redline": redlines,
}
