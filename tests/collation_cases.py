"""Reading and writing of the case files in golden/collation; see test_collation_cases."""

import re
from pathlib import Path

from synoptic.model import Collation, Kind, Mark, Pair, Stretch, Unit

_LINK = re.compile(r"<([^>|]*)\|([^>]*)>")
_MARKS = {Mark.SAME: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}"}


def units_from(text: str) -> list[Unit]:
    """Make units of blocks parted by blank lines: "# " a heading, "- " an item."""
    units: list[Unit] = []
    heading, lead_in = "", ""
    for block in filter(None, re.split(r"\n\s*\n|\n(?=- |# )", text.strip())):
        unit = _unit(len(units), block.strip(), heading, lead_in)
        units.append(unit)
        heading = unit.text if unit.kind is Kind.HEADING else heading
        lead_in = unit.text if unit.kind is Kind.PARAGRAPH else lead_in
    return units


def _unit(index: int, block: str, heading: str, lead_in: str) -> Unit:
    kinds = {"# ": Kind.HEADING, "- ": Kind.ITEM}
    kind = kinds.get(block[:2], Kind.PARAGRAPH)
    text, links = _linked(block[2:] if block[:2] in kinds else block)
    return Unit(
        id=f"c-{index}",
        index=index,
        kind=kind,
        text=text,
        path=() if kind is Kind.HEADING or not heading else (heading,),
        lead_in=lead_in if kind is Kind.ITEM else "",
        form=str(kind),
        links=links,
    )


def _linked(text: str) -> tuple[str, tuple[Stretch, ...]]:
    links: list[Stretch] = []
    plain, end = "", 0
    for match in _LINK.finditer(text):
        plain += text[end : match.start()]
        links.append(Stretch(len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        end = match.end()
    return plain + text[end:], tuple(links)


def sides_of(case: Path) -> tuple[list[Unit], list[Unit], str]:
    """Return the older and the newer units of a case, and what is expected."""
    _, older, newer, expected = re.split(r"^=== .*\n", case.read_text("utf-8"), flags=re.MULTILINE)
    return units_from(older), units_from(newer), expected


def written(collation: Collation) -> str:
    """Write a collation as the case files do: one line for each pair."""
    return "".join(f"{_line(pair)}\n" for pair in collation.pairs)


def _line(pair: Pair) -> str:
    kind = str(pair.kind)
    if pair.moved and kind != "moved":
        kind += " moved"
    classes = "".join(f" ({difference.change})" for difference in pair.differences)
    words = "".join(_MARKS[span.mark].format(span.text) for span in pair.spans)
    return f"{kind}{classes}: {words}".replace("\n", "¶")
