"""Which parts of a page are the website's and not the policy's.

In: a measured `Page`. Out: for each line None, or the rule and the reason for leaving it out.
Promise: rules look at one box at a time and give their reason; none knows a site or a
language. A box that holds a good part of the prose of the page is never left out for its
name: policies stand in containers called "legal", "footer-links" and worse.
"""

from collections import Counter
from collections.abc import Callable

from synoptic.formats.html.measure import Measure
from synoptic.formats.html.names import HEADINGS
from synoptic.formats.html.region import (
    Verdict,
    leads_inside,
    leave_out_surroundings,
    states_date,
)
from synoptic.formats.html.walk import Box

Rule = Callable[[Box, Measure], str | None]
"""Gives the reason why a box is not policy text, or None to keep it."""


def archive_toolbar(box: Box, page: Measure) -> str | None:
    """Take off the frame that an archive puts around its copy."""
    return "toolbar of the archive" if "archive" in page.kinds(box) else None


def page_title(box: Box, page: Measure) -> str | None:
    """Take off the title in the frame of the window, unless it was never closed."""
    closed = box.last - box.first == 1
    return "title of the window" if "title" in page.kinds(box) and closed else None


def frame_fallback(box: Box, page: Measure) -> str | None:
    """Take off what a page shows instead of a frame, a film or a program."""
    return "fallback of a frame" if "frame" in page.kinds(box) and _is_minor(box, page) else None


def no_script_note(box: Box, page: Measure) -> str | None:
    """Take off requests to turn on scripts; the whole text may stand in such an element, too."""
    little = _is_minor(box, page) and page.size(box) < _NOTE_SIZE
    return (
        "note for browsers without scripts" if "no-script" in page.kinds(box) and little else None
    )


def form_control(box: Box, page: Measure) -> str | None:
    """Take off drop-down lists, and buttons that head nothing."""
    if "choice" in page.kinds(box):
        return "form control"
    if "button" in page.kinds(box) and not box.heading and page.size(box) < _BUTTON_SIZE:
        return None if _heads_something(box, page) else "button"
    return None


def navigation(box: Box, page: Measure) -> str | None:
    """Take off menus, breadcrumbs, language lists, jump links."""
    called = "navigation" in page.kinds(box) and _is_minor(box, page)
    return "navigation" if called and not _is_text_within(box, page) else None


def page_footer(box: Box, page: Measure) -> str | None:
    """Take off what stands at the foot of every page of the site."""
    called = "footer" in page.kinds(box) and _is_minor(box, page)
    return "page footer" if called and not _is_text_within(box, page) else None


def page_header(box: Box, page: Measure) -> str | None:
    """Take off what stands at the head of every page; sections of a text have heads, too."""
    if "header" not in page.kinds(box) or page.prose(box) or _has_title(box, page):
        return None
    within = page.is_within_core(box) and page.link_share(box) < 0.5
    return None if within else "page header"


def sidebar(box: Box, page: Measure) -> str | None:
    """Take off columns beside the text; a remark set within the text stays."""
    called = "sidebar" in page.kinds(box) and _is_minor(box, page)
    return "sidebar" if called and not _is_text_within(box, page) else None


def consent_banner(box: Box, page: Measure) -> str | None:
    """Take off requests to accept cookies; a short policy may be no longer than one."""
    called = "consent" in page.kinds(box) and page.prose_share(box) < _CERTAIN
    return "cookie banner" if called else None


def popup(box: Box, page: Measure) -> str | None:
    """Take off windows above the page."""
    called = "popup" in page.kinds(box) and _is_minor(box, page)
    return "pop-up" if called and not _is_text_within(box, page) else None


def form(box: Box, page: Measure) -> str | None:
    """Take off forms to fill in, with their explanations; some pages are one form as a whole."""
    called = page.kinds(box) & {"form", "login", "newsletter", "search"}
    limit = _MINOR if called == {"form"} else _CERTAIN
    if not called or page.prose_share(box) >= limit or page.is_within_core(box):
        return None
    return "form" if any(True for _ in box.element.iter("input", "select")) else None


def side_matter(box: Box, page: Measure) -> str | None:
    """Take off small parts named after what they do: sharing, search, login and so on."""
    called = page.kinds(box) & _SIDE_MATTER.keys()
    if not called or page.prose(box) or page.size(box) > _SIDE_MATTER_SIZE:
        return None
    if page.is_within_core(box) and page.link_share(box) < 0.5 and _has_title(box, page):
        return None
    return _SIDE_MATTER[min(called)]


def link_list(box: Box, page: Measure) -> str | None:
    """Take off many links without a sentence, before or after the text."""
    if box.last - box.first < 3 or page.link_share(box) < _LINKY or page.prose(box):
        return None
    return "list of links" if page.is_outer(box) and not _leads_inside(box, page) else None


_MINOR = 0.15
"""A box with this share of the prose of its page is not left out for its name alone."""

_CERTAIN = 0.4
"""The same where the name is beyond doubt: some requests of consent are long."""

_LINKY = 0.8
_NOTE_SIZE = 600  # letters
_BUTTON_SIZE = 60
_SIDE_MATTER_SIZE = 2000
_SIDE_MATTER = {
    "share": "share and print links",
    "search": "search form",
    "login": "login form",
    "related": "related pages",
    "comments": "comments",
    "newsletter": "newsletter form",
    "advertisement": "advertisement",
}

RULES: tuple[tuple[str, Rule], ...] = (
    ("archive-toolbar", archive_toolbar),
    ("page-title", page_title),
    ("frame-fallback", frame_fallback),
    ("no-script-note", no_script_note),
    ("form-control", form_control),
    ("navigation", navigation),
    ("page-footer", page_footer),
    ("page-header", page_header),
    ("sidebar", sidebar),
    ("consent-banner", consent_banner),
    ("popup", popup),
    ("form", form),
    ("side-matter", side_matter),
    ("link-list", link_list),
)
"""All rules, in the order in which they are asked. Names appear in cleaning reports."""


def judge(page: Measure) -> list[Verdict]:
    """Ask the rules about each box, outer ones first; say for each line what came out."""
    verdicts: list[Verdict] = [None] * len(page.page.lines)
    done = 0
    for box in page.page.boxes:
        if box.last <= max(done, box.first) or box.tag in HEADINGS:
            continue
        if not page.kinds(box) and page.link_share(box) < _LINKY:  # nothing would come of it
            continue
        for name, rule in RULES:
            reason = rule(box, page)
            if reason is not None:
                verdicts[box.first : box.last] = [(name, reason, box)] * (box.last - box.first)
                done = box.last
                break
    _give_back_dates(page, verdicts)
    _leave_out_jump_links(page, verdicts)
    leave_out_surroundings(page, verdicts)
    _leave_out_orphans(page, verdicts)
    return verdicts


def _is_minor(box: Box, page: Measure) -> bool:
    return page.prose_share(box) < _MINOR


def _is_text_within(box: Box, page: Measure) -> bool:
    """Return whether a box holds sentences among most of the others: a part of the text."""
    return page.is_within_core(box) and page.prose(box) > 0 and page.link_share(box) < 0.5


def _has_title(box: Box, page: Measure) -> bool:
    """Return whether a heading stands in a box that is no link: the name of the site often is."""
    return any(
        line.box.heading and line.text and not all(run.href for run in line.runs)
        for line in page.page.lines[box.first : box.last]
    )


def _heads_something(box: Box, page: Measure) -> bool:
    """Return whether text follows in the same part, as the panel after a title that unfolds it."""
    if box.last >= len(page.page.lines):
        return False
    after = page.page.lines[box.last]
    if not page.is_prose[box.last] and (after.box.item is None or after.box.item is box.item):
        return False
    outer = box.parent
    for _ in range(_TITLE_DEPTH):
        if outer is not None and outer.last == box.last:
            outer = outer.parent
    return outer is not None and outer.last > box.last


_TITLE_DEPTH = 3  # a button in a heading in the head of a card


def _leads_inside(box: Box, page: Measure) -> bool:
    """Return whether most links of a box lead to places on the same page: a table of contents."""
    links = [run.href for line in page.page.lines[box.first : box.last] for run in line.runs]
    inside = sum(1 for href in links if leads_inside(href))
    return 2 * inside > len([href for href in links if href])


def _give_back_dates(page: Measure, verdicts: list[Verdict]) -> None:
    """Keep what states when a text was made or changed, though it stands at the page's edge."""
    for index, line in enumerate(page.page.lines):
        verdict = verdicts[index]
        if verdict is not None and verdict[0] in _EDGES and not page.linked[index]:
            verdicts[index] = None if states_date(line) else verdict


_EDGES = frozenset({"page-header", "page-footer"})


def _leave_out_jump_links(page: Measure, verdicts: list[Verdict]) -> None:
    """Leave out lines that only lead back, such as "Top of page", whatever the language.

    What tells them from a table of contents and from links that unfold a panel: they come back
    again and again, word for word, or stand outside of the text.
    """
    jumps = [
        index
        for index, line in enumerate(page.page.lines)
        if len(line.text) <= _JUMP_SIZE
        and not line.box.heading
        and any("#" in run.href for run in line.runs)
    ]
    times = Counter(page.page.lines[index].text for index in jumps)
    titles = {line.text for line in page.page.lines if line.box.heading}
    for index in jumps:
        line = page.page.lines[index]
        to_top = {run.href.lower() for run in line.runs} <= _TO_TOP
        again = times[line.text] > (1 if to_top else 2) and line.text not in titles
        to_top = to_top and not page.is_within_core(line.box)
        if verdicts[index] is None and (to_top or again):
            verdicts[index] = ("jump-link", "link within the page", line.box)


_JUMP_SIZE = 40  # letters
_TO_TOP = frozenset({"", "#", "#top", "#header", "#page", "#wrapper", "#main"})


def _leave_out_orphans(page: Measure, verdicts: list[Verdict]) -> None:
    """Leave out a heading if all that it heads was left out, such as "Contents" or "Share"."""
    next_kept = len(verdicts)
    for index in range(len(verdicts) - 1, -1, -1):
        if verdicts[index] is not None:
            continue
        box = page.page.lines[index].box
        end = box.parent.last if box.parent else 0
        headed = verdicts[index + 1] if index + 1 < end <= next_kept else None
        if headed is not None and (box.heading > 1 or box.tag == "summary"):
            verdicts[index] = (headed[0], headed[1], box)
        else:
            next_kept = index
