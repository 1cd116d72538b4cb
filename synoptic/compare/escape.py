"""Text of an archive that means only itself, in Markdown and in HTML.

In: any text. Out: one line of Markdown that shows it. Promise: no character of the
text is markup to Markdown, to its usual extensions, or to a browser; the character
references and <br> undone, the text is back, but for control characters, which HTML
cannot show: white space among them is a space, the others are U+FFFD.
"""

import re

# Every sign of ASCII but a few that no dialect reads, and control characters: the
# one that breaks lines, and those that Markdown processors use for themselves.
_ESCAPED = re.compile(r"[!-+\--/:<->@\[-`{-~\x00-\x1f\x7f\x85\u2028\u2029]")
# Read only at the edge of a word, as in "- item", "1. item" or "www.site": elsewhere
# they stay, so that people can read the source.
_INSIDE = re.compile(r"(?<=[^\W\d_])['/-](?=[^\W\d_])|(?<=[^\W\d_]{2})\.(?=$|[ \n])")


def escaped(text: str) -> str:
    """Return a text as one line of Markdown; a line break becomes <br>.

    >>> escaped("We *don't* <sell> it.")
    "We &#42;don't&#42; &#60;sell&#62; it."
    """
    kept = {match.start() for match in _INSIDE.finditer(text)}
    return _ESCAPED.sub(lambda match: _reference(match, kept), text)


def _reference(match: re.Match[str], kept: set[int]) -> str:
    character = match.group()
    if match.start() in kept:
        return character
    if character == "\n":
        return "<br>"
    if character.isspace():
        return " "
    return f"&#{ord(character)};" if character.isprintable() else "\ufffd"
