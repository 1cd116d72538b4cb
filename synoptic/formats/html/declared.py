"""What an HTML page declares of its language and direction of writing.

In: the decoded text of a page. Out: a language tag and ``rtl`` or ``ltr``, each None
where the page says nothing or names nothing that there is.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from synoptic.text.language_tags import tag_of

_WITHIN = 16_384
"""Characters: a page declares both on its first element or in its head. The parser's time
grows with the square of the attributes of one element; on so many it takes a fifth of a second."""

_DIRECTIONS = ("ltr", "rtl")


def declared(text: str) -> tuple[str | None, str | None]:
    """Return the language and the direction that a page declares.

    >>> declared('<html lang="AR" dir=rtl><p>…')
    ('ar', 'rtl')
    >>> declared('<meta http-equiv="Content-Language" content="de-ch">')
    ('de-CH', None)
    """
    page = LexborHTMLParser(text[:_WITHIN].encode("utf-8", "replace"))
    whole = [page.root, page.body]
    spoken = [_said(element, name) for element in whole for name in ("lang", "xml:lang")]
    # "de, en" is a list of readers, and no tag.
    notes = page.css('meta[http-equiv="content-language" i]')
    spoken += [_said(note, "content") for note in notes]
    written = (_said(element, "dir").lower() for element in whole)
    return (
        next((tag for words in spoken if (tag := tag_of(words))), None),
        next((way for way in written if way in _DIRECTIONS), None),
    )


def _said(element: LexborNode | None, name: str) -> str:
    value = element.attributes.get(name) if element is not None else None
    return (value or "").strip()
