"""Which captured pages are probably no policy: they stood where one was looked for.

In: a capture and its clean text. Out: the first rule that holds, or None. The rules rest
on two things: what such pages say of themselves, and that nothing on them says what is
done with information on people. A long text is judged by the second and by its menus only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from synoptic.formats import format_named
from synoptic.formats.removals import window_title
from synoptic.model import Block, CleanText, Finding, Kind, Source
from synoptic.recognise import phrases
from synoptic.recognise.statements import own_statements, statements

LONGEST = 3_000
"""Letters of text outside links, beyond which a page is not judged: about 500 words of
English. The longest error page we have seen had a third of that."""

SHORT = 1_500
"""The same for what is told by its running text and not by its title or a heading."""

SHELL = 60
"""Letters of text on a page that is made by its scripts alone, such as "Loading…"."""

NOTE = 400
"""The same for a request to turn on scripts, with what may stand around it."""

_HEADINGS = 3
_PASSWORD = re.compile(r"<input\b[^<>]{0,500}?\btype\s*=\s*[\"']?password\b", re.IGNORECASE)
_FRAMESET = re.compile(r"<frameset\b", re.IGNORECASE)
_FRAME = re.compile(r"<iframe\b[^<>]{0,500}?\bsrc\s*=", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_MENU_NAMES = 3
"""Different names of a site's pages, each the whole of a line, from which a page shows the
site. Of 1,200 policies, terms and guidelines those that are headed as none of these and say as
little on data have one such line at most."""

_MOST_STATEMENTS, _MOST_OWN = 3, 1
"""On data, on a page of something else, such as what a form asks for; and those by the site
about itself, such as that it uses cookies. A policy says what is collected, used, passed on."""

_LETTERS_EACH = 1_000
"""Letters outside links for each statement on data. Policies have at least one in 700, but
for some in languages of which we know few words; those are headed as policies."""

_ONWARD = re.compile(
    r"<meta\b[^<>]{0,200}?http-equiv\s*=\s*[\"']?refresh\b[^<>]{0,200}?\burl\s*=", re.IGNORECASE
)
_PARTED = re.compile(r"[\n\t|/•·()]|\s[-–]\s")


@dataclass(frozen=True)
class Page:
    """A captured page as the rules see it."""

    source: Source
    clean: CleanText

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The title of the window and the first headings, else the first words."""
        headings = [block.text for block in self.clean.blocks if block.kind is Kind.HEADING]
        first = [block.text for block in self.clean.blocks[:1]]
        heads = [window_title(self.clean), *headings[:_HEADINGS], *first]
        return tuple(" ".join(head.split()) for head in heads if head)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title of the window, and all headings."""
        headings = (block.text for block in self.clean.blocks if block.kind is Kind.HEADING)
        return (*self.heads, *headings)

    @cached_property
    def kept(self) -> str:
        """The text that would be published as a policy."""
        return "\n".join(block.text for block in self.clean.blocks)

    @cached_property
    def whole(self) -> str:
        """All visible words, in any order: what was kept and what was left out."""
        return "\n".join([self.kept, *(removal.text for removal in self.clean.removals)])

    @cached_property
    def length(self) -> int:
        """Letters of the text outside links."""
        return sum(map(_letters_outside_links, self.clean.blocks))

    @cached_property
    def statements(self) -> int:
        """How many sentences say what is done with information on people."""
        return statements(self.kept)

    def is_headed(self, phrase: re.Pattern[str]) -> bool:
        """Return whether a head of a short page says so, and at most one sentence is on data."""
        judged = self.length <= LONGEST and self.statements <= 1
        return judged and any(map(phrase.search, self.heads))

    def says(self, phrase: re.Pattern[str]) -> bool:
        """Return whether a very short page says so anywhere, and nothing on uses of data."""
        judged = self.length <= SHORT and not self.statements
        return judged and any(map(phrase.search, self.whole.splitlines()))

    @cached_property
    def is_of_something_else(self) -> bool:
        """Return whether no heading is that of a policy or rules, and hardly a word is on data."""
        most = min(_MOST_STATEMENTS, self.length // _LETTERS_EACH)
        if self.length <= SHELL or self.statements > most:
            return False
        own = own_statements(self.kept)
        return own <= _MOST_OWN and not any(map(phrases.LEGAL.search, self.titles))


def _letters_outside_links(block: Block) -> int:
    runs = [run for cell in block.cells for run in cell] if block.cells else block.runs
    return sum(len("".join(run.text.split())) for run in runs if not run.href and not run.supplied)


def robot_check(page: Page) -> bool:
    """A firewall that asked the crawler to prove that it is a person."""
    return page.is_headed(phrases.ROBOT_CHECK) or page.says(phrases.ROBOT_CHECK)


def archive_message(page: Page) -> bool:
    """What an archive says in the place of a page that it does not have."""
    return page.says(phrases.ARCHIVE)


def parked_domain(page: Page) -> bool:
    """An advertisement for an address that nobody uses."""
    return page.is_headed(phrases.PARKED) or page.says(phrases.PARKED)


def page_moved(page: Page) -> bool:
    """A page that only sends its reader to another one."""
    if page.is_headed(phrases.MOVED) or page.says(phrases.MOVED):
        return True
    sends_on = bool(_ONWARD.search(page.source.text))
    return sends_on and page.length <= SHORT and not page.statements


def page_not_found(page: Page) -> bool:
    """The site has no page at this address."""
    if page.is_headed(phrases.NOT_FOUND) or page.says(phrases.NOT_FOUND):
        return True
    lines = page.kept.splitlines()
    return page.is_of_something_else and any(map(phrases.NOT_FOUND.search, lines))


def access_refused(page: Page) -> bool:
    """The site does not show the page to this visitor, or in this country."""
    return page.is_headed(phrases.REFUSED)


def server_error(page: Page) -> bool:
    """The server or the program behind it failed, or the visit had timed out."""
    return page.is_headed(phrases.ERROR)


def server_page(page: Page) -> bool:
    """A list of files, or the page that a server shows before it has a site."""
    return page.is_headed(phrases.SERVER_PAGE) or page.says(phrases.SERVER_PAGE)


def closed_site(page: Page) -> bool:
    """A site that is under construction or closed for maintenance."""
    return page.is_headed(phrases.CLOSED) or page.says(phrases.CLOSED)


def chooser(page: Page) -> bool:
    """A list of countries or languages that lead to the site."""
    if page.statements or page.length > LONGEST:
        return False
    names = [" ".join(part.split()).casefold() for part in _PARTED.split(page.whole)]
    parts = [name for name in names if name]
    places = sum(name in phrases.PLACES for name in parts)
    most = places >= _SOME_PLACES and places * 2 >= len(parts)
    asks = any(map(phrases.CHOOSER.search, (*page.heads, *page.whole.splitlines())))
    return most or (asks and places >= _FEW_PLACES)


_FEW_PLACES = 3
_SOME_PLACES = 8  # a policy may list the countries that it holds for, among other things


def frameset(page: Page) -> bool:
    """A page of frames, or a shell around one, whose text stands in other files."""
    if page.statements or page.length > SHORT:
        return False
    is_shell = page.length <= SHELL and bool(_FRAME.search(page.source.text))
    return is_shell or bool(_FRAMESET.search(page.source.text))


def login_page(page: Page) -> bool:
    """A form that asks for a password before it shows anything."""
    return bool(_PASSWORD.search(page.source.text)) and page.is_headed(phrases.LOGIN)


def gate(page: Page) -> bool:
    """A question about cookies or age that stands before the page."""
    short = page.length <= SHORT // 2 and page.statements <= _OF_A_BANNER
    asked = any(map(phrases.GATE.search, page.whole.splitlines()))
    return short and asked and not any(map(phrases.POLICY.search, page.heads[:2]))


_OF_A_BANNER = 3


def terms_of_use(page: Page) -> bool:
    """Terms of use or a contract: by its title, which names nothing that is about data.

    A text that says something on data in every thousand letters may be both.
    """
    titled = any(map(phrases.TERMS.search, page.heads))
    both = any(map(phrases.DATA.search, page.heads))
    return titled and not both and page.statements <= page.length // _LETTERS_EACH


def another_page(page: Page) -> bool:
    """A page of the site on something else: its home page, a shop, a list of products.

    Nothing on it is headed as a policy, terms or rules, and what stands there instead of
    statements on data are the names of a site's pages.
    """
    lines = {" ".join(line.split()).casefold() for line in page.whole.splitlines()}
    names = sum(bool(phrases.MENU.search(line)) for line in lines)
    return page.is_of_something_else and names >= _MENU_NAMES


def empty_shell(page: Page) -> bool:
    """A page that is made by its scripts, of which none has run, or in another browser."""
    if page.says(phrases.SCRIPTS) and page.length <= NOTE:
        return True
    if not format_named(page.source.media_type).is_markup or page.statements:
        return False
    letters = len("".join(page.kept.split()))
    return not letters or (letters <= SHELL and bool(_SCRIPT.search(page.source.text)))


RULES: tuple[tuple[str, Callable[[Page], bool]], ...] = (
    ("robot check", robot_check),
    ("message of an archive", archive_message),
    ("parked domain", parked_domain),
    ("the page has moved", page_moved),
    ("page not found", page_not_found),
    ("access refused", access_refused),
    ("server error", server_error),
    ("page of the server", server_page),
    ("site closed for the time being", closed_site),
    ("choice of a country or language", chooser),
    ("frames without text", frameset),
    ("log-in page", login_page),
    ("question before the page", gate),
    ("page without text", empty_shell),
    ("terms of use", terms_of_use),
    ("another page of the site", another_page),
)
"""What is held against a captured page, in this order: the reason, and the rule."""


def no_policy(source: Source, clean: CleanText) -> Finding | None:
    """Say why a captured page is probably no policy; None if nothing speaks against it."""
    page = Page(source, clean)
    for reason, rule in RULES:
        if rule(page):
            return Finding(rule.__name__, reason)
    return None
