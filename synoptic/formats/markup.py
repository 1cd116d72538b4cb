"""What a text is written in: HTML, Markdown or nothing, told by how the signs are used.

A text that mentions an element is not made of it. A page says so at the beginning; a
fragment, as crawlers keep them, has elements around most of its paragraphs, where a text
in Markdown has a few and a plain text has them inside of its sentences.
"""

import re

_WITHIN = 65_536
"""Characters that are looked at: the beginning of a text is written as all of it."""

_PAGE_WITHIN = 4096  # saved pages put at most a comment header and an XML line before <html>
_PAGE = re.compile(
    r"\A(?:\s|<\?[^>]*>|(?><!--.*?-->))*<(?:!doctype\s+html|html|head|body|frameset|title|meta)\b"
    r"|^[ \t]*<(?:!doctype\s+html|html|head|body|frameset)\b",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_COMMENTS = re.compile(r"\s*(?:<!--.*?(?:-->|\Z)\s*)++\Z", re.DOTALL)
"""A page of nothing but comments shows nothing, also where no element says that it is one."""
_ELEMENTS = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|font|footer|form|h[1-6]"
    "|head|header|hr|html|iframe|li|main|meta|nav|ol|p|pre|script|section|style|table|tbody|td"
    "|th|thead|title|tr|ul"
)
"""What stands around paragraphs. Not ``br``: texts in Markdown are full of it."""

_CHUNKS = re.compile(r"\n[ \t]*\n")
_MARKDOWN = re.compile(
    r"^(?:#{1,6} |\s{0,3}(?:[*+-]|\d{1,9}[.)]) |> )|\[[^\[\]\n]*\]\([^)\s]{0,500}\)"
    r"|\*\*\S|^[=-]{3,}$",
    re.MULTILINE,
)  # a link's text holds no bracket and its address has an end: else "[[[[" costs the square


def _patterns(elements: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds an element anywhere, and at the beginning or the end of a line."""
    tag = rf"</?(?:{elements})\b[^<>]*>"
    border = rf"^[ \t]*{tag}|{tag}[ \t]*$"
    return re.compile(tag, re.IGNORECASE), re.compile(border, re.IGNORECASE | re.MULTILINE)


_BESIDE_MARKDOWN = _patterns(_ELEMENTS)
_ALONE = _patterns(f"{_ELEMENTS}|br")
_DENSE = 4
"""Elements in one paragraph from which they are no mention, wherever they stand."""


def is_markdown(text: str) -> bool:
    """Return whether a text that is no HTML has signs of Markdown."""
    return bool(_MARKDOWN.search(text))


def is_html(text: str) -> bool:
    """Return whether a text is a page, or a fragment of one.

    >>> is_html("<html><body>Hello</body></html>"), is_html("Not even in a <div> of yours.")
    (True, False)
    """
    is_page = bool(_PAGE.search(text, 0, _PAGE_WITHIN) or _COMMENTS.match(text))
    return is_page or _is_fragment(text[:_WITHIN], is_markdown(text))


def _is_fragment(text: str, marked: bool) -> bool:
    """Return whether more paragraphs are made of elements than not."""
    tag, border = _BESIDE_MARKDOWN if marked else _ALONE
    made = [
        bool(border.search(chunk)) or len(tag.findall(chunk)) >= _DENSE
        for chunk in _CHUNKS.split(text)
        if chunk.strip()
    ]
    return 2 * sum(made) > len(made)
