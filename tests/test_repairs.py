"""What each repair of form makes of a text, and what it leaves alone."""

import pytest

from synoptic.cleaning.repairs import REPAIRS, repaired
from synoptic.formats.markdown import blocks_from_markdown
from synoptic.model import Block, Kind, Run

KEEP = "We keep the names of readers."

CASES = {
    "torn-sentence": [
        (
            "We share it with\n\n[a partner](/p)\n\n, and nobody else.",
            ["We share it with a partner, and nobody else."],
        ),
        ("- with partners\n\n. Then with none.", ["- with partners. Then with none."]),
        ("# Privacy\n\n, and so on.", None),
        (f"{KEEP}\n\nAnd so on.", None),
    ],
    "typed-points": [
        ("• your name\n\n• your card\n\nNone.", ["•[ your name", "• your card", "None."]),
        ("• Names\n\nNone.", ["•[ Names", "None."]),
        ("i. Names\n\nii. Cards\n\niii. Keys", ["i.[# Names", "ii.# Cards", "iii.# Keys"]),
        ("(h) Names\n\n(i) Cards\n\n(j) Keys", ["(h)[# Names", "(i)# Cards", "(j)# Keys"]),
        ("IV) Names\n\nV) Cards", ["IV)[# Names", "V)# Cards"]),
        ("① Names\n\n② Cards", ["①[# Names", "②# Cards"]),
        ("1\\. Names\n\n2\\. Cards\n\n4\\. Keys", ["1.[# Names", "2.# Cards", "4. Keys"]),
        ("1\\. Names are kept well.\n\nNone.", None),
        ("1\\. Names\n\n3\\. Cards", None),
        ("1\\. Names\n\n2\\) Cards", None),
        ("A. Names\n\nb. Cards", None),
    ],
    "broken-lines": [
        ("We keep:  \n\\- names  \n\\- cards", ["We keep:", "-[ names", "- cards"]),
        (
            f"How we keep names  \n{KEEP} And the cards.",
            ["1 How we keep names", f"{KEEP} And the cards."],
        ),
        (f"**Names**  \n{KEEP}", ["1 Names", KEEP]),
        ("The Library  \nMain Street 1  \nSpringfield", None),
    ],
    "glued-title": [
        (f"We keep names. **Cookies**\n\n{KEEP}", ["We keep names.", "1 Cookies", KEEP]),
        (f"We keep **Cookies**\n\n{KEEP}", None),
        (f"We keep names. **[Cookies](/c)**\n\n{KEEP}", None),
    ],
    "bold-title": [
        (
            f"**Cookies:**\n\n{KEEP}\n\n*Names*\n\n{KEEP}\n\n**Last**",
            ["1 Cookies:", KEEP, "2 Names", KEEP, "Last"],
        ),
        (f"**Do we sell?**\n\n{KEEP}\n\n**Or lend?**\n\n{KEEP}",
         ["1 Do we sell?", KEEP, "2 Or lend?", KEEP]),
        (f"**Do we sell?**\n\n{KEEP}", None),
        (f"*Cookies:*\n\n{KEEP}", None),
        (f"**[Cookies](/c)**\n\n{KEEP}", None),
    ],
    "heading-levels": [
        ("# A\n\n### B\n\n## C\n\n#### D\n\n# E", ["1 A", "2 B", "2 C", "3 D", "1 E"]),
        ("# A\n\n## B\n\n### C\n\n# D", None),
    ],
    "typed-titles": [
        (f"NAMES\n\n{KEEP}\n\nCARDS\n\n{KEEP}", ["1 NAMES", KEEP, "2 CARDS", KEEP]),
        (f"1.1 Names\n\n{KEEP}\n\n§ 2 Cards\n\n{KEEP}", ["1 1.1 Names", KEEP, "1 § 2 Cards", KEEP]),
        (f"NAMES\n\n{KEEP}", None),
        (f"NAMES\n\nCARDS\n\nKEYS\n\n{KEEP}", None),
        (f"[NAMES](/n)\n\n{KEEP}\n\n[CARDS](/c)\n\n{KEEP}", None),
        (f"- NAMES\n\n  {KEEP}\n\n- CARDS\n\n  {KEEP}", None),
    ],
    "empty-link": [
        (
            "See [](http://www.acme.example/seal.png) and [](#top) here.",
            ["See {acme.example: seal} and here."],
        ),
        ("[ ](http://[x) We keep.", ["We keep."]),
        ("[A seal](http://www.acme.example/seal.png)", None),
    ],
    "pipe-table": [
        (
            "Before.\n| Name | Kept |\n|---|---|\n| card | a year |\n| name | a day |\nAfter.",
            ["Before.", "[Name | Kept", "card | a year", "name | a day", "After."],
        ),
    ],
}  # fmt: skip
"""By repair: Markdown, and what becomes of it, or None where the repair has nothing to do.

A heading is written with its level, a list item with its marker, a table row with bars;
"[" opens a list or a table, "#" numbers it, and what is ours stands in braces.
"""


def shown(block: Block) -> str:
    text = " ".join(
        " | ".join("".join(run.text for run in cell) for cell in block.cells).split()
    ) or "".join(f"{{{run.text}}}" if run.supplied else run.text for run in block.runs)
    opens = "[" * block.opens
    if block.kind is Kind.HEADING:
        return f"{block.level} {text}"
    if block.kind is Kind.ITEM:
        return f"{block.marker or '-'}{opens if block.marker else ''}{'#' * block.ordered} {text}"
    return f"{opens}{text}"


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [(rule, text, expected) for rule, cases in CASES.items() for text, expected in cases],
)
def test_a_repair_does_this_and_no_more(rule: str, text: str, expected: list[str] | None) -> None:
    blocks = blocks_from_markdown(text, 5)[0]
    after, repairs = repaired(blocks)

    assert [shown(block) for block in after] == (expected or [shown(block) for block in blocks])
    done = [repair for repair in repairs if repair.rule == rule]
    assert bool(done) is (expected is not None)
    reasons = {repair.name: repair.reason for repair in REPAIRS}
    assert all(repair.reason == reasons[rule] and repair.line >= 5 for repair in done)


def test_looks_tell_the_level_of_a_title() -> None:
    text = (
        "**Policy**\n\nText here.\n\n**NAMES**\n\nText here.\n\n**Given names**\n\nText.\n\n"
        "## Cards\n\n**Lost cards**\n\nText.\n\n**CONTENTS**\n\n- [Keys](#a)\n\n**Keys**\n\nText."
    )
    headings = [shown(block) for block in repaired(blocks_from_markdown(text)[0])[0]]

    assert [heading for heading in headings if heading[0].isdigit()] == [
        "1 Policy", "2 NAMES", "3 Given names", "2 Cards", "3 Lost cards", "3 CONTENTS", "3 Keys",
    ]  # fmt: skip


def test_headings_and_heads_of_tables_are_plain() -> None:
    text = (
        "# **Names** [here](javascript:x) or [there](/t)\n\n| **A** | B |\n|---|---|\n| **c** | d |"
    )
    heading, head, row = repaired(blocks_from_markdown(text)[0])[0]

    assert {run.strong for run in heading.runs} == {False}
    assert [run.href for run in heading.runs if run.href] == ["/t"]
    assert [run.strong for cell in (*head.cells, *row.cells) for run in cell] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_repair_is_told_by_the_beginning_of_what_it_changed() -> None:
    words = " ".join(f"word{number}" for number in range(1, 13))
    for text, told in ((words, words), (f"{words} more", f"{words} …")):
        _, repairs = repaired(blocks_from_markdown(f"We keep\n\n, {text[6:]}")[0])
        assert [repair.text for repair in repairs] == [f", {told[6:]}"]


def test_a_table_without_a_head_keeps_its_emphasis() -> None:
    cells = ((Run("A", strong=True),), (Run("B"),))
    (row,), _ = repaired([Block(kind=Kind.ROW, cells=cells, opens=True)])

    assert row.cells == cells
