"""Frames of a page whose text was saved with it: in the frame's own element, or beside the page.

A page may be a shell around a frame that holds the policy; its text is part of what a reader
saw. In: the decoded text of a page. Out: the same with such texts in their places. Promise:
nothing is fetched, and each text beside the page is read once.
"""

import html
import re
from urllib.parse import urljoin

from synoptic.formats.html.witness import visible_words_html

_FRAME = re.compile(r"<(i?frame)(?=[\s/>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']\S*))?")
_DEEPEST = 8
"""Frames in frames: a policy stands in the first or the second."""


def with_frames(
    text: str, address: str = "", beside: dict[str, str] | None = None, depth: int = 1
) -> str:
    """Return a page with the texts of its frames in their places.

    Only if they have more words than the page around them: else they are advertisements,
    forms and the like.

    Args:
        text: The page.
        address: Where it stood; addresses of frames may be relative to it.
        beside: Texts that were saved beside the page, by address; what is used is taken out.
        depth: How many pages there are from the outermost one to this one.

    >>> with_frames('<p>Privacy</p><iframe srcdoc="&lt;p>We keep your name."></iframe>')
    '<p>Privacy</p><iframe><p>We keep your name.</iframe>'
    """
    words = 0

    def filled(tag: re.Match[str]) -> str:
        nonlocal words
        attributes = _attributes(tag[2])
        source = _joined(address, attributes.get("src", ""))
        inner = attributes.get("srcdoc") or (beside or {}).pop(source, "")
        inner = with_frames(inner, source, beside, depth + 1) if depth < _DEEPEST else inner
        words += visible_words_html(inner).total() if inner else 0
        end = "" if tag[1].lower() == "iframe" else "</iframe>"
        return f"<iframe>{inner}{end}" if inner else tag[0]

    taken_up = _FRAME.sub(filled, text)
    return taken_up if words and words > visible_words_html(text).total() else text


def _attributes(text: str) -> dict[str, str]:
    """Read the attributes of a tag; of two of one name the first counts, as in browsers."""
    given = [(name.lower(), value.strip("\"'")) for name, value in _ATTRIBUTE.findall(text)]
    return {name: html.unescape(value).strip() for name, value in reversed(given)}


def _joined(address: str, source: str) -> str:
    try:
        return urljoin(address, source)
    except ValueError:  # brackets that are no IPv6 address
        return source
