"""Paragraphs with their headings from an archive of privacy policies in Markdown.

For fitting only: the site itself reads documents through `synoptic.readers`.
Made for the "contrib" collection of Open Terms Archive (ODC-BY 1.0) as one
tar file, one Markdown file per document. A list joins the line that opens it,
as people who label policies by segment do.
"""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synoptic.text.words import fingerprint, one_line

MAX_JOINED_WORDS = 110
"""A list is added to its opening line until the paragraph has this many words."""

COMMON = frozenset(("the", "of", "and", "to", "you", "your", "we", "our", "in", "for"))
MIN_COMMON_SHARE = 0.12
"""English text has at least this share of `COMMON`; French and German stay below."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ATX = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"\s*(?:[*+-]|\d+\.|\(?[a-zA-Z0-9]{1,3}[.)])\s+")
_BOLD_LINE = re.compile(r"\*\*[^*]{1,80}\*\*:?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the headings above it, and the policy it stands in."""

    policy: str
    headings: tuple[str, ...]
    text: str

    @property
    def fingerprint(self) -> str:
        """The name under which the labels know the paragraph."""
        return fingerprint(self.text, 12)


def paragraphs(archive: Path) -> list[Paragraph]:
    """Return the English paragraphs of all privacy policies of the archive, each once."""
    found: dict[str, Paragraph] = {}
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            name = Path(member.name)
            stream = tar.extractfile(member) if "privacy" in name.name.lower() else None
            if stream is not None:
                text = stream.read().decode("utf-8", "replace")
                for headings, paragraph in _segments(text):
                    if _is_english(paragraph):
                        one = Paragraph(name.parent.name, headings, paragraph)
                        found.setdefault(one.fingerprint, one)
    return list(found.values())


def _segments(markdown: str) -> Iterator[tuple[tuple[str, ...], str]]:
    headings: list[tuple[int, str]] = []
    open_lines: list[str] = []
    in_list = blank = False
    lines = markdown.split("\n")
    for place, line in enumerate(lines):
        heading = _heading(line, lines[place + 1] if place + 1 < len(lines) else "")
        item = _ITEM.match(line)
        joins = bool(item) and _joins(open_lines, in_list)
        if heading or line.startswith("|") or (item and not joins) or (blank and not item):
            yield from _closed(headings, open_lines)
            open_lines, in_list = [], False
        if heading:
            headings = [above for above in headings if above[0] < heading[0]] + [heading]
        elif line.strip() and not line.startswith("|") and not _is_rule(line):
            open_lines.append(_ITEM.sub("", line, count=1) if item else line)
            in_list = in_list or bool(item)
        blank = not line.strip()
    yield from _closed(headings, open_lines)


def _heading(line: str, following: str) -> tuple[int, str] | None:
    text = line.strip()
    if atx := _ATX.match(text):
        return len(atx[1]), _plain(atx[2])
    if text and _is_rule(following):
        return (1 if following.startswith("=") else 2), _plain(text)
    return (7, _plain(text)) if _BOLD_LINE.fullmatch(text) else None


def _is_rule(line: str) -> bool:
    return bool(re.fullmatch(r"=+|-{3,}", line.strip()))


def _joins(open_lines: list[str], in_list: bool) -> bool:
    if not open_lines or sum(len(line.split()) for line in open_lines) >= MAX_JOINED_WORDS:
        return False
    return in_list or open_lines[-1].rstrip().endswith((":", "including"))


def _closed(
    headings: list[tuple[int, str]], open_lines: list[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    text = _plain(" ".join(open_lines))
    if text:
        yield tuple(heading for _, heading in headings), text


def _plain(markdown: str) -> str:
    text = re.sub(r"[*_`]{1,3}", "", _LINK.sub(r"\1", markdown))
    return one_line(re.sub(r"\\(.)", r"\1", text))


def _is_english(text: str) -> bool:
    words = text.lower().split()
    return len(words) <= 8 or sum(word in COMMON for word in words) > MIN_COMMON_SHARE * len(words)
