"""The Markdown of a redline: what people read, what can be restored, what cannot get out."""

import re
from html import unescape

import markdown
from collation_cases import units_from
from hypothesis import given
from hypothesis import strategies as st
from test_collation_promises import SIDES, units

from synoptic.compare.collate import collate_units
from synoptic.site import escape
from synoptic.site.redline_markdown import redline_markdown
from synoptic.text.words import words_of

OLDER = """
# Records

Letters are kept for 30 days.

We write down what you order.

- your name

# Staff

Every new colleague signs a promise of silence.
"""

NEWER = """
# Records

We write down what you order.

- your name
- your street

# Staff

Every new colleague signs a promise of silence.

Letters are kept for 60 days.
"""

EXPECTED = """\
> Headings and clauses: 5 same words, 1 moved, 1 added.
> Words: 18 stayed, 5 moved, 1 taken out, 3 put in.

# Records

> Moved away

<del>Letters are kept for 30 days.</del>

We write down what you order.

- your name

> Added: 1 wording

- <ins>your street</ins>

# Staff

Every new colleague signs a promise of silence.

> Moved: 1 number, amount or date
> number, amount or date: 30 → 60

<ins>Letters are kept for 60 days.</ins>
"""


def redlined(older: str, newer: str) -> str:
    return redline_markdown(collate_units(units_from(older), units_from(newer)))


def test_what_people_read() -> None:
    assert redlined(OLDER, NEWER) == EXPECTED


def test_a_link_that_leads_elsewhere_is_named() -> None:
    lines = redlined("See <here|https://a.example/x>.", "See <here|https://b.example/x>.")

    assert "> link target: https&#58;&#47;&#47;a&#46;example/x → https&#58;&#47;&#47;b" in lines


def restored(text: str, without: str) -> list[str]:
    lines = [line for line in text.split("\n") if line and not line.startswith(">")]
    bare = [re.sub(r"^(#+|-) ", "", line) for line in lines]
    sides = [re.sub(rf"<{without}>.*?</{without}>|<[a-z/]+>", _break, line) for line in bare]
    return words_of(unescape("\n".join(sides)))


def _break(match: re.Match[str]) -> str:
    return "\n" if match.group() == "<br>" else ""


@given(SIDES, SIDES)
def test_both_texts_can_be_restored_from_the_markdown(old, new) -> None:
    older, newer = units(old), units(new)
    text = redline_markdown(collate_units(older, newer))

    assert restored(text, "ins") == words_of("\n".join(unit.text for unit in older))
    assert restored(text, "del") == words_of("\n".join(unit.text for unit in newer))


HOSTILE = st.text(
    alphabet=st.sampled_from("a1 \n\t#*_`~[]()<>!|&;:{}\\=+-.'\"/@$^%\u2028\x02é"), max_size=25
)


@given(HOSTILE)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    extensions = ["tables", "attr_list", "def_list", "footnotes", "admonition"]
    shown = markdown.markdown(f"x{escape.line(text)}x", extensions=extensions)
    plain = unescape(re.sub(r"<br ?/?>", "\n", shown.removeprefix("<p>").removesuffix("</p>")))

    assert plain == unescape(f"x{escape.line(text)}x".replace("<br>", "\n"))
    assert not re.search(r"<(?!br ?/?>|/?p>)", shown)


def test_lines_of_a_text_cannot_pass_for_ours() -> None:
    assert "\n> Removed" not in redlined("> Removed by nobody", "> Removed by nobody")
