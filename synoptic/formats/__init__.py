"""The formats that archives keep: one object each, in one list.

To read another format, write what it needs and add it to `FORMATS`; of what follows, nothing
knows a media type.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from synoptic.formats.frames import with_frames
from synoptic.formats.html.declared import declared
from synoptic.formats.html.page import blocks_from_html
from synoptic.formats.html.witness import visible_words_html
from synoptic.formats.markdown import (
    blocks_from_markdown,
    blocks_from_text,
    prepared,
    raw_words,
)
from synoptic.formats.markup import is_html, is_markdown
from synoptic.model import CleanText
from synoptic.text.words import unbroken


def _from_html(text: str, first_line: int) -> CleanText:
    blocks, removals, repairs = blocks_from_html(text, first_line)
    return CleanText(blocks=tuple(blocks), removals=tuple(removals), repairs=tuple(repairs))


def _from_markdown(text: str, first_line: int) -> CleanText:
    blocks, targets = blocks_from_markdown(text, first_line)
    return CleanText(blocks=tuple(blocks), targets=tuple(targets))


def _from_text(text: str, first_line: int) -> CleanText:
    return CleanText(blocks=tuple(blocks_from_text(text, first_line)))


def _as_it_is(text: str) -> str:
    return text


def _declares_nothing(_: str) -> tuple[None, None]:
    return None, None


def _is_anything(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a text of one kind is told and read."""

    media_type: str
    name: str
    """As people call it, in messages."""
    recognises: Callable[[str], bool]
    """Whether a decoded text is written so; asked in the order of `FORMATS`."""
    parsed: Callable[[str, int], CleanText]
    """Reads a text that begins on a line of its file: blocks, and what was left out or mended
    on the way. The words of both are together the words of the text."""
    witness: Callable[[str], Counter[str]]
    """Counts the words of a text without the code of `parsed`."""
    prepared: Callable[[str], str] = _as_it_is
    """Brings a decoded text into the form in which its words are counted."""
    declared: Callable[[str], tuple[str | None, str | None]] = _declares_nothing
    """Returns the language and the direction that a text declares of itself."""
    is_markup: bool = False
    """Made of elements: a change of style ends no word, and blanks may mean nothing."""


HTML = Format(
    media_type="text/html",
    name="HTML",
    recognises=is_html,
    prepared=with_frames,
    parsed=_from_html,
    witness=visible_words_html,
    declared=declared,
    is_markup=True,
)

FORMATS = (
    HTML,
    Format(
        media_type="text/markdown",
        name="Markdown",
        recognises=is_markdown,
        prepared=prepared,
        parsed=_from_markdown,
        witness=raw_words,
    ),
    Format(
        media_type="text/plain",
        name="plain text",
        recognises=_is_anything,
        prepared=unbroken,
        parsed=_from_text,
        witness=raw_words,
    ),
)
"""In the order in which they are asked whether a text is theirs; the last takes any."""


def format_of(text: str) -> Format:
    """Return the format that a decoded text is written in.

    >>> [format_of(text).media_type for text in ("<html><p>Hello</p></html>", "# Privacy")]
    ['text/html', 'text/markdown']
    >>> format_of("We keep nothing, not even in a <div> of yours.").media_type
    'text/plain'
    """
    return next(format_ for format_ in FORMATS if format_.recognises(text))


def format_named(media_type: str) -> Format:
    """Return the format of a media type."""
    return next(format_ for format_ in FORMATS if format_.media_type == media_type)
