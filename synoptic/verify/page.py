"""One finished page, read as a browser reads it: what it could run, load, send and lead to.

In: the HTML of a page. Out: what is wrong with it, its ids and its links. The parser is
neither the builder's nor the cleaner's, and follows the rules of browsers. Promise: what
cannot be told for sure, such as what stands in a template, counts as wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
)
"""The Content-Security-Policy of every page, as `overrides/main.html` has it."""

_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of a script that is none: a browser does not run it."""

_NEVER = {
    **dict.fromkeys(("iframe", "frame", "frameset", "fencedframe"), "puts another page into it"),
    **dict.fromkeys(("object", "embed", "applet"), "puts something into it that may run"),
    **dict.fromkeys(("animate", "set", "animatetransform", "animatemotion"), "may change a link"),
    "base": "changes where links lead",
    "template": "holds what only some browsers show",
    "noscript": "holds what browsers read in two ways",
}
"""Elements that no page has, and why."""

_ADDRESSES = frozenset(
    {"href", "xlink:href", "src", "data", "poster", "background", "ping", "action", "formaction"}
)
_SENDS = ("action", "formaction", "ping")
_NO_LOADS = frozenset({"canonical", "prev", "next", "alternate", "license", "author", "help"})
"""What a `link` may be without a browser asking for its address."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_RUNS = re.compile(r"(javascript|vbscript|livescript|data):", re.IGNORECASE)
_ITS_OWN = re.compile(r"data:(image|font)/", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)(?:["']([^"']*)|([^"')\s]+))""", re.IGNORECASE)
_BLANK = "".join(map(chr, range(0x21)))


@dataclass(frozen=True, slots=True)
class Page:
    """What an audit has read off a page."""

    policy: tuple[str, ...]
    """What is wrong with its Content-Security-Policy."""
    inline: tuple[str, ...]
    """What stands in it and could run, or change what others do."""
    requests: tuple[str, ...]
    """What it would ask of another host, or send to one."""
    doubles: tuple[str, ...]
    """Ids that it has more than once."""
    ids: frozenset[str]
    """All places that a link can lead to."""
    links: tuple[str, ...]
    """Addresses of links and loads, each once, in order."""


def page_of(html: str) -> Page:
    """Read a page."""
    elements = list(_elements(html))
    all_ids = Counter(element.values["id"] for element in elements if "id" in element.values)
    names = (element.values.get("name") for element in elements if element.tag == "a")
    links = (element.values.get(name) for element in elements for name in ("href", "src"))
    return Page(
        policy=tuple(_objections(elements)),
        inline=tuple(what for element in elements for what in _inline(element)),
        requests=tuple(what for element in elements for what in _requests(element)),
        doubles=tuple(id_ for id_, times in all_ids.items() if times > 1),
        ids=frozenset({*all_ids, *filter(None, names)}),
        links=tuple(dict.fromkeys(link for link in links if link is not None)),
    )


def outside_of_style(css: str) -> Iterator[str]:
    """Yield each address of another host that a style sheet asks for."""
    for quoted, plain in _CSS_ADDRESS.findall(css):
        if is_outside(quoted or plain):
            yield quoted or plain


def is_outside(address: str) -> bool:
    """Return whether a browser would ask another host; an address that is its own data is none."""
    cleaned = _cleaned(address)
    if _ITS_OWN.match(cleaned):
        return False
    return bool(_SCHEME.match(cleaned)) or cleaned.startswith("//")


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    values: Mapping[str, str]
    in_head: bool
    text: str
    """Of a script or a style sheet."""


def _elements(html: str) -> Iterator[_Element]:
    root = LexborHTMLParser(html).root
    if root is None:
        return
    for node in root.traverse(include_text=False):
        tag = (node.tag or "").lower()
        yield _Element(
            tag=tag,
            values={name.lower(): value or "" for name, value in node.attributes.items()},
            in_head=node.parent is not None and node.parent.tag == "head",
            text=node.text() if tag in ("script", "style") else "",
        )


def _objections(elements: list[_Element]) -> Iterator[str]:
    """Say what is wrong with the first thing in the head, which must be the policy."""
    first = next((element for element in elements if element.tag not in ("html", "head")), None)
    named = first.values.get("http-equiv", "").lower() if first and first.tag == "meta" else ""
    if first is None or not first.in_head or named != "content-security-policy":
        yield "has no Content-Security-Policy before all else"
    elif first.values.get("content") != POLICY:
        yield f"has another Content-Security-Policy: {first.values.get('content')}"


def _inline(element: _Element) -> Iterator[str]:
    tag, values = element.tag, element.values
    if tag in _NEVER:
        yield f"has <{tag}>, which {_NEVER[tag]}"
    if tag == "script" and "src" not in values and values.get("type", "").lower() not in _DATA:
        yield f"has a script in it: {_short(element.text)}"
    if tag == "style":
        yield f"has a style sheet in it: {_short(element.text)}"
    if tag == "meta" and values.get("http-equiv", "").lower() in ("refresh", "set-cookie"):
        yield f"has <meta http-equiv={values['http-equiv']}>"
    for name, value in values.items():
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield f"has an attribute {name}: {_short(value)}"
        elif name in _ADDRESSES and _may_run(tag, _cleaned(value)):
            yield f"has an address in {name} that may run: {_short(value)}"


def _may_run(tag: str, address: str) -> bool:
    return bool(_RUNS.match(address)) and not (tag == "img" and _ITS_OWN.match(address))


def _requests(element: _Element) -> Iterator[str]:
    for name in _SENDS:
        addresses = element.values.get(name, "").split()
        yield from (f"sends to {address}" for address in addresses if is_outside(address))
    yield from (f"loads {address}" for address in _loads(element) if is_outside(address))


def _loads(element: _Element) -> Iterator[str]:
    """Yield what a browser asks for when it shows the element."""
    tag, values = element.tag, element.values
    for name in ("src", "poster", "background", "data"):
        if name in values:
            yield values[name]
    for name in ("srcset", "imagesrcset"):
        for source in values.get(name, "").split(","):
            yield from source.split()[:1]
    rels = set(values.get("rel", "").lower().split())
    if (tag == "link" and not (rels and rels <= _NO_LOADS)) or tag in ("image", "use", "feimage"):
        yield from (values[name] for name in ("href", "xlink:href") if name in values)


def _cleaned(address: str) -> str:
    """Return an address as browsers read it: blanks around it and line ends in it are nothing."""
    return re.sub(r"[\t\n\r]", "", address.strip(_BLANK)).replace("\\", "/")


def _short(text: str) -> str:
    return " ".join(text.split())[:60]
