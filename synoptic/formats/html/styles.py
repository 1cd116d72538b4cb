"""What an inline element does to the style of its text.

In: the style around an element, and the element. Out: the style inside it.
"""

from functools import lru_cache

from lxml import etree

from synoptic.formats.html.inline import Style
from synoptic.formats.html.names import EMPHASISED, STRONG
from synoptic.formats.links import target_of

STYLED = STRONG | EMPHASISED | {"a", "font", "span"}
"""Elements that may set a style."""

_LARGE = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
"""Sizes that set a line apart in the time of the `font` element; 3 is that of the text."""


def styled(style: Style, tag: str, element: etree._Element) -> Style:
    """Return the style of the text in an element, from the one around it."""
    if tag == "a":
        href = element.get("href")
        return style if href is None else Style(target_of(href), style.strong, style.emphasis)
    if tag in STRONG:
        return Style(style.href, True, style.emphasis)
    if tag in EMPHASISED:
        return Style(style.href, style.strong, True)
    if tag == "font" and element.get("size") in _LARGE:
        return Style(style.href, True, style.emphasis)
    css = element.get("style")
    if not css:
        return style
    strong, emphasis = _emphasis(css)
    return Style(style.href, style.strong or strong, style.emphasis or emphasis)


@lru_cache(maxsize=10_000)  # word processors set the same few on every word
def _emphasis(css: str) -> tuple[bool, bool]:
    """Return whether a style sets text in bold and in italics."""
    css = css.replace(" ", "").lower()
    strong = "font-weight:bold" in css or "font-weight:7" in css
    return strong, "font-style:italic" in css
