"""Measure how well tools find the text of a page, beside one another.

    python benchmarks/extraction.py [FOLDER] [--tool NAME ...] [--repeat N]

FOLDER holds pairs: `name.html`, a page, and `name.md`, its text as a person wrote it down;
or `raw/name.html` and `gold/name.md`. Without it the pages of the project are taken.

The words of both texts are compared by their longest common subsequence, so that order
counts. A word matches only within a run of three words that both texts have: a menu cannot
lend its "the" to a lost clause. Precision is the share of the output's words that are right,
recall the share of the gold's words that were found. `worst tenth` is the mean recall of the
tenth of pages with the lowest; `whole` counts pages with recall >= 0.98 and precision >=
0.95. `headings` and `items` are the F1 of the sets of headings and of list items in Markdown.
Speed is pages per second of processor time, reading and comparing left out.

Tools that are not installed are left out and named; they are no requirements of the project.
"""

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

Convert = Callable[[bytes], str]
"""A page as it is stored to its text."""

PAGES = Path(__file__).parent / "pages"

_MARKUP = re.compile(r"!?\[|\]\([^()\s]*\)|\]|^\s*\|[\s|:-]+\|\s*$|[*`~\\]|<[^<>]*>", re.MULTILINE)
_NUMBER = re.compile(r"^\s*\(?\d{1,3}[.)]\s", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_WIDE = re.compile("([\u3040-\u30ff\u3400-\u9fff])")
_HEADING = re.compile(r"^#{1,6}\s+(.+)$", re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+(.+)$", re.MULTILINE)


class Score(NamedTuple):
    """How well one page was done. `headings` and `items` are None where the gold has none."""

    precision: float
    recall: float
    headings: float | None
    items: float | None
    seconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def words_of(markdown: str) -> list[str]:
    """Return the words of a text without its markup; each wide character is a word."""
    plain = _MARKUP.sub("", _NUMBER.sub(" ", markdown))
    return _WORD.findall(_WIDE.sub(r" \1 ", plain).lower())


def common_words(gold: list[str], found: list[str]) -> int:
    """Return the length of the longest common subsequence of words in common runs of three."""
    runs = _runs(gold) & _runs(found)
    return _longest_common(_anchored(gold, runs), _anchored(found, runs))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _anchored(words: list[str], runs: set[tuple[str, ...]]) -> list[str]:
    kept = [False] * len(words)
    for place, run in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if run in runs:
            kept[place : place + 3] = [True] * 3
    return [word for word, keep in zip(words, kept, strict=True) if keep]


def _longest_common(one: list[str], two: list[str]) -> int:
    """Count with one integer as a row of bits (Hyyrö 2004): thousands of words in no time."""
    places: dict[str, int] = {}
    for place, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(one)) - 1
    row = full
    for word in two:
        matches = row & places.get(word, 0)
        row = ((row + matches) | (row - matches)) & full
    return len(one) - row.bit_count()


def score(gold: str, found: str, seconds: float) -> Score:
    """Compare an output with the gold."""
    expected, got = words_of(gold), words_of(found)
    common = common_words(expected, got)
    return Score(
        common / len(got) if got else 0.0,
        common / len(expected),
        _f1(_HEADING, gold, found),
        _f1(_ITEM, gold, found),
        seconds,
    )


def _f1(pattern: re.Pattern[str], gold: str, found: str) -> float | None:
    expected, got = (
        Counter(" ".join(words_of(line)[:10]) for line in pattern.findall(text))
        for text in (gold, found)
    )
    if not expected:
        return None
    return 2 * (expected & got).total() / (expected.total() + got.total())


def tool(module: str, convert: Callable[..., Convert]) -> Callable[[], Convert]:
    """Load a module when its tool is asked for."""
    return lambda: convert(import_module(module))


def text_of(data: bytes) -> str:
    """Decode a page for tools that take text."""
    return str(import_module("synoptic.formats.decode").decode(data)[0])


TOOLS: dict[str, Callable[[], Convert]] = {
    "synoptic": tool("synoptic", lambda m: m.clean),
    "trafilatura": tool(
        "trafilatura",
        lambda m: lambda data: m.extract(text_of(data), output_format="markdown") or "",
    ),
    "resiliparse": tool(
        "resiliparse.extract.html2text",
        lambda m: lambda data: m.extract_plain_text(text_of(data), main_content=True),
    ),
    "markdownify": tool(
        "markdownify", lambda m: lambda data: m.markdownify(text_of(data), heading_style="ATX")
    ),
    "markitdown": tool("markitdown", lambda m: _markitdown(m.MarkItDown())),
    "html2text": tool("html2text", lambda m: lambda data: m.html2text(text_of(data), bodywidth=0)),
    "html-to-markdown": tool(
        "html_to_markdown", lambda m: lambda data: _content(m.convert(text_of(data)))
    ),
}
"""Name of a tool: how to load it. All but ours are called as their manuals begin."""


def _markitdown(converter: object) -> Convert:
    stream = import_module("io").BytesIO
    info = import_module("markitdown").StreamInfo(extension=".html", mimetype="text/html")
    return lambda data: (
        converter.convert_stream(  # type: ignore[attr-defined, no-any-return]
            stream(text_of(data).encode()), stream_info=info
        ).text_content
    )


def _content(result: object) -> str:
    return str(getattr(result, "content", result))


def pairs_in(folder: Path) -> Iterator[tuple[str, bytes, str]]:
    """Yield name, page and gold of each pair of a folder, in the order of their names."""
    raw, gold = (folder / "raw", folder / "gold") if (folder / "raw").is_dir() else (folder, folder)
    for page in sorted(raw.glob("*.html")):
        text = gold / f"{page.stem}.md"
        if text.exists():
            yield page.stem, page.read_bytes(), text.read_text(encoding="utf-8")


def measure(convert: Convert, pairs: list[tuple[str, bytes, str]], repeat: int = 1) -> list[Score]:
    """Run a tool over all pages; a page on which it fails gives zero."""
    convert(pairs[0][1])  # what it loads on its first call is nobody's time
    return [_score_page(convert, page, gold, repeat) for _, page, gold in pairs]


def _score_page(convert: Convert, page: bytes, gold: str, repeat: int) -> Score:
    best, found = float("inf"), ""
    for _ in range(repeat):
        started = time.process_time()
        try:
            found = convert(page)
        except Exception as error:  # whatever a tool of others may raise
            print(f"failed: {error!r:.100}", file=sys.stderr)
        best = min(best, time.process_time() - started)
    return score(gold, found, best)


def row(name: str, scores: list[Score]) -> str:
    """Return one line of the table."""
    recalls = sorted(one.recall for one in scores)
    worst = recalls[: max(1, len(recalls) // 10)]
    cells = [
        name,
        f"{mean(one.f1 for one in scores):.3f}",
        f"{mean(one.precision for one in scores):.3f}",
        f"{mean(recalls):.3f}",
        f"{mean(worst):.3f}",
        f"{sum(one.recall >= 0.98 and one.precision >= 0.95 for one in scores)}/{len(scores)}",
        _mean([one.headings for one in scores]),
        _mean([one.items for one in scores]),
        f"{sum(one.recall == 0 for one in scores)}",
        f"{len(scores) / max(1e-9, sum(one.seconds for one in scores)):.0f}",
    ]
    return "| " + " | ".join(cells) + " |"


def _mean(values: list[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{mean(known):.3f}" if known else "-"


HEAD = (
    "| tool | F1 | precision | recall | worst tenth | whole | headings | items | empty | pages/s |"
)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--tool", action="append", choices=list(TOOLS))
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    pairs = list(pairs_in(options.folder))
    if not pairs:
        parser.error(f"no pairs of pages and texts in {options.folder}")
    print(f"{HEAD}\n|{'---|' * HEAD.count(' | ')}---|")
    for name in options.tool or TOOLS:
        try:
            convert = TOOLS[name]()
        except ImportError as error:
            print(f"{name}: not installed ({error})", file=sys.stderr)
            continue
        print(row(name, measure(convert, pairs, options.repeat)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
