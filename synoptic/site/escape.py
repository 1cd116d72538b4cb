"""Writing foreign text into a place so that it is read as letters and nothing else.

In: text of strangers. Out: the same, written for the place where it goes; one function for
each place. Promise: archived input never reaches a page by another way.
"""

import json
import re
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit, urlunsplit

from markupsafe import Markup, escape

from synoptic.directions import in_the_clear

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
# Every sign of ASCII but two that no dialect of Markdown reads, and what HTML cannot hold.
_SIGN = re.compile(r"[!-+\--/:<-@\[-`{-~\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
# Read only at the edge of a word, as in "- item" or "www.site": elsewhere they stay, so
# that people can read the source. Not the apostrophe: one extension turns it.
_INSIDE = re.compile(r"(?<=[^\W\d_])[/-](?=[^\W\d_])|(?<=[^\W\d_]{2})\.(?=$|[ \n])")
_FIRST_WORD = re.compile(r"\s*\S*")
_SPACE = re.compile(r"\s+")
# Themes write a title into <title> after stripping tags and undoing entities, so
# an escaped bracket would come back as a bracket; its typographic twin stays.
_ANGLES = str.maketrans("<>", "‹›")
_SCHEMES = ("http", "https", "mailto")


def plain(text: str) -> str:
    """Show control characters, which no XML, HTML or YAML may hold, as what they part.

    Left out, they would make one word of the two at their sides.

    >>> plain("one\\x0btwo\\x01three")
    'one two\ufffdthree'
    """
    text = in_the_clear(text)
    return _CONTROL.sub(lambda match: " " if match[0].isspace() else "\ufffd", text)


def html(text: str) -> Markup:
    """Escape for HTML text and quoted attributes.

    >>> html('<b>"Tom" & Jerry</b>')
    Markup('&lt;b&gt;&#34;Tom&#34; &amp; Jerry&lt;/b&gt;')
    """
    return escape(plain(text))


def line(text: str) -> str:
    """Write a text as one line of Markdown that shows it and means nothing else.

    White space at its beginning is for the caller to take off: four blanks are a listing.
    With the references and <br> undone the text is back, but for control characters:
    white space among them is a space, the others are U+FFFD.

    >>> line("We *don't* <sell> it.")
    'We &#42;don&#39;t&#42; &#60;sell&#62; it.'
    >>> line("ii. Who\\nreads it")
    'ii&#46; Who<br>reads it'
    """
    text = in_the_clear(text)
    first = _FIRST_WORD.match(text)
    # A full stop after the first word may make a list of it.
    begin = first.end() if first else 0
    kept = {match.start() for match in _INSIDE.finditer(text)}
    kept -= {place for place in kept if place < begin and text[place] == "."}
    return _SIGN.sub(lambda match: _reference(match, kept), text)


def _reference(match: re.Match[str], kept: set[int]) -> str:
    sign = match.group()
    if match.start() in kept:
        return sign
    if sign == "\n":
        return "<br>"
    if sign.isspace():
        return " "
    return f"&#{ord(sign)};" if sign.isprintable() else "\ufffd"


def md(text: str) -> Markup:
    """Escape for a heading or another single line of Markdown, white space folded.

    >>> md("# *Not* a [link]{#x}")
    Markup('&#35; &#42;Not&#42; a &#91;link&#93;&#123;&#35;x&#125;')
    """
    return Markup(line(_SPACE.sub(" ", plain(text)).strip()))


def yaml(text: str) -> Markup:
    """Write a text as a double-quoted YAML value that is safe in a page's title.

    >>> yaml('A "quoted": title <b>')
    Markup('"A \\\\"quoted\\\\": title ‹b›"')
    """
    line = _SPACE.sub(" ", plain(text)).strip().translate(_ANGLES)
    return Markup(json.dumps(line.replace("&", "&amp;"), ensure_ascii=False))


def link(href: str, base: str | None) -> str:
    """Return an address that may be linked, or an empty string.

    Only http, https and mailto may; a relative address is resolved against the
    original address of the document; credentials are dropped.

    >>> link("../terms", "http://acme.example/legal/privacy")
    'http://acme.example/terms'
    >>> link(" java\\nscript:alert(1)", None)
    ''
    """
    try:
        address = followed(urljoin(base or "", _unbroken(href)))
        return address if urlsplit(address).scheme else ""
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return ""


def followed(href: str) -> str:
    """Return an address as a reader may follow it, relative or not; empty if nobody may.

    >>> followed("../terms#end"), followed("//ann:secret@acme.example/")
    ('../terms#end', '//acme.example/')
    >>> followed("data:text/html,x"), followed("https:ann:secret@acme.example")
    ('', '')
    """
    try:
        parts = urlsplit(_unbroken(href))
        place = parts.netloc.rpartition("@")[2]
        _ = parts.port  # a number of a port that there cannot be is found when it is asked for
    except ValueError:
        return ""
    if parts.scheme == "mailto" or not (parts.scheme or place):
        return urlunsplit(parts)
    if parts.scheme not in ("", *_SCHEMES) or not is_host(parts.hostname or ""):
        return ""
    return urlunsplit(parts._replace(netloc=place))


def is_host(name: str) -> bool:
    """Return whether browsers take a name for that of a machine; at others their scripts stop.

    >>> [is_host(name) for name in ("acme.example", "例え.jp", "10.0.0.1", "::1")]
    [True, True, True, True]
    >>> [is_host(name) for name in ("", "a b", "a|b", "a%00b", "1.2.3.4.5", "xn--a", "::g")]
    [False, False, False, False, False, False, False]
    """
    try:
        if ":" in name or _ENDS_AS_NUMBER.search(name):
            return bool(ip_address(name))
        labels = name.removesuffix(".").encode("idna").decode("idna")
    except ValueError:  # of which a UnicodeError is one
        return False
    return not _NO_HOST.search(labels)


_ENDS_AS_NUMBER = re.compile(r"(?:^|\.)(?:[0-9]+|0[xX][0-9a-fA-F]*)\.?$")
_NO_HOST = re.compile(r"^$|[\x00-\x20\x7f\"#%/:<>?@\[\\\]^`{|}]")


def _unbroken(href: str) -> str:
    """Take out of an address what browsers take out before they read it."""
    href = _CONTROL.sub("", re.sub(r"[\t\r\n]", "", href)).strip()
    before = re.match(r"[^?#]*", href)
    end = before.end() if before else 0
    return href[:end].replace("\\", "/") + href[end:]
