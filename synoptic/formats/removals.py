"""All rules that leave words of a source out of the text: one list, and the report of each.

A rule has a name, which stands in cleaning reports, and a sentence for readers: what it takes
off, and why that is no part of the policy. `tools/cleaning_page.py` makes a page of the list.
Promise: nothing is reported as left out but by a rule of this list.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from synoptic.formats.html import parts
from synoptic.formats.html.jump_links import jump_links
from synoptic.formats.html.measure import Measure
from synoptic.formats.html.region import edge_of_text, outside_text
from synoptic.formats.html.walk import Box
from synoptic.model import CleanText, Removal

BoxRule = Callable[[Box, Measure], str | None]
"""Gives the reason why a box of a page is not policy text, or None to keep it."""

LineRule = Callable[[Measure, Sequence[bool]], Iterable[int]]
"""Finds lines of a page that are not policy text; it is told which ones are still kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that leaves out words, with what judges by it.

    What has neither `box` nor `lines` is left out where the source is read: it is no line.
    """

    name: str
    removes: str
    """What it takes off, and why that is no part of the policy: for readers."""
    box: BoxRule | None = None
    lines: LineRule | None = None
    reason: str = ""
    """A plain phrase for cleaning reports; a `box` gives its own."""


RULES = (
    Rule(
        "provenance-header",
        "The note that an archive put above the text, with the address and the day of its copy."
        " What it says stands under Provenance; it was no part of the page.",
        reason="provenance header of the archive",
    ),
    Rule(
        "template",
        "What a page keeps in a `template` element for its scripts to use. No browser shows it.",
        reason="template",
    ),
    Rule(
        "drawing",
        "Words inside of a drawing (`svg`), such as the name of an icon. They belong to a picture.",
        reason="drawing",
    ),
    Rule(
        "hidden-address",
        "The note that a delivery network puts in the place of an e-mail address to hide it from"
        " robots. The address itself is in the page, and stands there instead.",
        reason="hidden address",
    ),
    Rule(
        "archive-toolbar",
        "The frame that an archive puts around its copy. It was no part of the page.",
        box=parts.archive_toolbar,
    ),
    Rule(
        "page-title",
        "The title of the window, which a browser shows above the page and not in it. The title"
        " of the policy is chosen from it and from the headings.",
        box=parts.page_title,
    ),
    Rule(
        "frame-fallback",
        "What a page shows to browsers that cannot show a frame, a film or a program in its place;"
        " also a frame that holds little of the text.",
        box=parts.frame_fallback,
    ),
    Rule(
        "no-script-note",
        "A request to turn on scripts, which is put to browsers without them.",
        box=parts.no_script_note,
    ),
    Rule(
        "form-control",
        "Drop-down lists, and buttons that head nothing. They are there to be used, not read.",
        box=parts.form_control,
    ),
    Rule(
        "navigation",
        "Menus, the way from the home page, lists of languages. They lead to other pages and"
        " are known by the names of their parts.",
        box=parts.navigation,
    ),
    Rule(
        "page-footer",
        "What stands at the foot of every page of the site. A line that states when the text was"
        " made or changed is kept.",
        box=parts.page_footer,
    ),
    Rule(
        "page-header",
        "What stands at the head of every page of the site, such as its name. A head with a"
        " heading or with sentences is kept, and so is a line with a date.",
        box=parts.page_header,
    ),
    Rule(
        "sidebar",
        "Columns beside the text, which speak of something else. A remark set within the text is"
        " kept.",
        box=parts.sidebar,
    ),
    Rule(
        "consent-banner",
        "A request to accept cookies, which is laid over whatever page somebody comes to first.",
        box=parts.consent_banner,
    ),
    Rule(
        "popup",
        "A window above the page, such as an offer or a question. It comes and goes,"
        " and the text does not.",
        box=parts.popup,
    ),
    Rule(
        "form",
        "A form to fill in, with its explanations. It asks the reader and says nothing itself.",
        box=parts.form,
    ),
    Rule(
        "side-matter",
        "Small parts that are named after what they do: share, search, log in, comment, read"
        " something related, take a newsletter, advertise. The site has them on other pages, too.",
        box=parts.side_matter,
    ),
    Rule(
        "link-list",
        "Many links without a sentence, before or after the text: a menu that nothing names as"
        " one. A list that leads to places on the same page is a table of contents and is kept.",
        box=parts.link_list,
    ),
    Rule(
        "jump-link",
        "A short link within the page that comes back word for word or stands outside of the"
        " text, such as “Top of page”. It only serves to get about.",
        lines=jump_links,
        reason="link within the page",
    ),
    Rule(
        "outside-text",
        "What stands around the innermost part of the page that holds most of its sentences, and"
        " has hardly any itself. Its title, a line with a date and parts made like the text are"
        " kept.",
        lines=outside_text,
        reason="outside of the text",
    ),
    Rule(
        "edge-of-text",
        "Lines of links and of copyright before the first sentence of the text and after the last.",
        lines=edge_of_text,
        reason="links around the text",
    ),
)
"""In the order in which they are asked."""

_NAMED = {rule.name: rule for rule in RULES}


def removed(name: str, text: str, *, reason: str = "", line: int = 0, place: str = "") -> Removal:
    """Report what a rule of the list left out.

    >>> removed("drawing", "Logo", line=3).reason
    'drawing'
    """
    rule = _NAMED[name]
    return Removal(rule=rule.name, reason=reason or rule.reason, text=text, line=line, place=place)


def window_title(clean: CleanText) -> str:
    """Return the title of the window of a page; empty if it has none."""
    titles = (removal.text for removal in clean.removals if removal.rule == "page-title")
    return next(titles, "")
