"""Views into text by the template of their kind.

In: a view. Out: Markdown with HTML in it. Promise: all text is escaped for HTML unless the
template says for what else.
"""

import dataclasses
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import ClassVar, Protocol

import jinja2

from synoptic.site import addresses, escape
from synoptic.site.addresses import Address
from synoptic.text.language_tags import language_name, primary
from synoptic.text.words import counted

File = tuple[str, Iterable[bytes]]
"""A path below docs/ and what stands there, in pieces."""

TEMPLATES = Path(__file__).parent / "templates"


class View(Protocol):
    """What every page knows: its template and where it is."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[object]]]

    @property
    def here(self) -> Address:
        """Where the page is."""
        ...


def _written(value: object) -> object:
    """Write plain text by our own rule for HTML, which leaves out control characters too."""
    return escape.html(value) if type(value) is str else value


@cache
def environment() -> jinja2.Environment:
    """Return the one environment: everything is escaped for HTML unless a filter says otherwise."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {"md": escape.md, "yaml": escape.yaml, "html": escape.html, "count": counted}
    env.filters |= {"language": language_name, "primary": primary}
    env.globals["addresses"] = addresses
    return env


def rendered(view: View) -> str:
    """Render one view; its fields and `addresses` are the template's only names."""
    values = {field.name: getattr(view, field.name) for field in dataclasses.fields(view)}
    return environment().get_template(view.template).render(values)


def file_of(view: View) -> File:
    """Return the finished page of a view."""
    return view.here.file, [rendered(view).encode("utf-8")]
