"""What the names of boxes say of them, and which only look as if they did."""

import pytest
from lxml.html import fromstring

from synoptic.formats.html.part_names import kinds_of
from synoptic.formats.html.walk import Box

CALLED = {
    "navigation": "fNavi mainMenu breadcrumb bread-crumbs pathway topic-path site_map pagination"
    " pager skip-link tabs toolbar languageSelector lang-switch to-top pageTop topBar subnav",
    "footer": "foot site_footer page-foot Copyright colophon bottom-links",
    "header": "header page-head site_header masthead topbanner hd logo-box",
    "sidebar": "sidebar side-col leftRail right_bar aside",
    "share": "share-tools social addthis_box follow-us print-page emailThis tweet bookmark",
    "search": "search suche recherche",
    "login": "login sign-in account-menu userBar",
    "consent": "cookieBanner gdpr-notice consent_manager privacy-alert cookies-law",
    "popup": "modal popUp overlay lightbox tooltip dialog-box offCanvas",
    "related": "related recommended trending popular mostRead latest read-next recent-posts"
    " widget promo-box teasers",
    "comments": "comments respond",
    "newsletter": "newsletter subscribe sign-up",
    "advertisement": "ads advert advertisement sponsors",
    "archive": "wm-ipp-base donato",
}
NOTHING = (
    "footnote footnotes footage footprint football footwear navy naval headline heading subheading"
    " commentary tablet shared-content download addon address tabular policy-text crumble main"
)
CASES = [(name, {kind}) for kind, names in CALLED.items() for name in names.split()]


def kinds(source: str) -> set[str]:
    element = fromstring(source)
    return set(kinds_of(Box(element.tag, element)))


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_a_name_says_what_a_box_is(name: str, expected: set[str]) -> None:
    assert kinds(f"<div class='x {name}'></div>") >= expected
    assert kinds(f"<div id='{name}'></div>") >= expected


@pytest.mark.parametrize("name", NOTHING.split())
def test_a_name_that_only_looks_so_says_nothing(name: str) -> None:
    assert kinds(f"<div class='{name}'></div>") == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<nav></nav>", {"navigation"}),
        ("<footer class='main'></footer>", {"footer"}),
        ("<div role=contentinfo></div>", {"footer"}),
        ("<div role=dialog class=cookie-bar></div>", {"popup", "consent"}),
        ("<aside id=share></aside>", {"sidebar", "share"}),
        ("<div role=main></div>", set()),
        ("<select></select>", {"choice"}),
        ("<noscript></noscript>", {"no-script"}),
        ("<object></object>", {"frame"}),
    ],
)
def test_tags_and_roles_say_it_too(source: str, expected: set[str]) -> None:
    assert kinds(source) == expected
