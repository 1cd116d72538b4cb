"""Which boxes of a page are the website's and not the policy's: a function for each rule.

In: a box and the measure of its page. Out: the reason for leaving it out, or None to keep it.
Promise: a function looks at one box at a time; none knows a site or a language. A box that
holds a good part of the prose of the page is never left out for its name: policies stand in
containers called "legal", "footer-links" and worse.
"""

from synoptic.formats.html.measure import Measure
from synoptic.formats.html.walk import Box
from synoptic.formats.links import leads_inside


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
    if box.last - box.first < 3 or page.link_share(box) < LINKY or page.prose(box):
        return None
    return "list of links" if page.is_outer(box) and not _leads_inside(box, page) else None


_MINOR = 0.15
"""A box with this share of the prose of its page is not left out for its name alone."""

_CERTAIN = 0.4
"""The same where the name is beyond doubt: some requests of consent are long."""

LINKY = 0.8
"""Share of links in a box from which it is a list of links."""

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
