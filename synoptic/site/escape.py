"""Writing foreign text into a place so that it is read as letters and nothing else.

In: text of strangers. Out: the same, written for the place where it goes; one function for
each place. Promise: archived input never reaches a page by another way.
"""

import json
import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from markupsafe import Markup, escape

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
        address = urljoin(base or "", _CONTROL.sub("", re.sub(r"[\t\r\n]", "", href)).strip())
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        _ = parts.port  # a number of a port that there cannot be is found when it is asked for
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return ""
    if parts.scheme not in _SCHEMES or (parts.scheme != "mailto" and not host):
        return ""
    return urlunsplit(parts._replace(netloc=host))
