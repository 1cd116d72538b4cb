"""What captured pages may say in a language: one table a language, all of it expressions.

A line each, searched for in any case of letters; what a language has not got is not looked
for in it. They are common wordings of servers, firewalls, registrars and content managers,
none of a single site.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words of one language by which captured pages are told."""

    information: str = ""
    """What a text may hold of people."""
    done: str = ""
    """What may be done with it. A sentence with both is a statement on data."""
    speaker: str = ""
    """By which whoever speaks names itself."""

    robot_check: str = ""
    refused: str = ""
    error: str = ""
    not_found: str = ""
    moved: str = ""
    parked: str = ""
    chooser: str = ""
    closed: str = ""
    login: str = ""
    scripts: str = ""
    """Asks for scripts, or for another browser."""
    gate: str = ""
    """Asks about cookies or age before the page."""
    server_page: str = ""
    archive: str = ""
    """Says that an archive has not got the page."""

    policy: str = ""
    """A heading under which a short text on cookies is a policy and no banner."""
    legal: str = ""
    """Titles of what a site publishes as rules, its own or the reader's."""
    terms: str = ""
    """Titles of terms of use."""
    data: str = ""
    """What a title names that is about data, whatever else it is about."""
    menu: str = ""
    """Names by which a site leads to its own pages, as the whole of a line."""
