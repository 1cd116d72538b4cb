"""In which language a text is, who says so, and whether cues can be looked for in it.

The same text is always told to be in the same language: the detector has no state.
"""

import unicodedata
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from synoptic.model import Document, Language
from synoptic.text.language_tags import are_alike, language_name, primary, tag_of

BY_MANIFEST, BY_PAGE, BY_DETECTOR = "manifest", "page", "detector"
"""Who says in which language a text is."""

LEAST_BYTES = 100
"""Of a text whose language can be told, in UTF-8: two lines in Latin letters, one in kana."""

LEAST_SURE = 0.95
"""What the detector must reach. Of 4,640 pieces of 100 letters from 232 policies in five
languages it then leaves a quarter open and is right in 99.6 % of the others; a whole policy
was never told wrong."""

MOST_LETTERS = 20_000
"""Letters that are read to tell a language; more change nothing."""

_SAMPLE = 2_000
_FOREIGN = 0.5  # of the letters; a Japanese text with many company names has a fifth in Latin


def language_of(
    document: Document, stated: str | None = None, default: str | None = None
) -> Language:
    """Settle in which language a document is, and who says so.

    Args:
        document: With what its page declares.
        stated: What a curator says of this document: it holds, then the page's word unless
            the words are surely of another language.
        default: What a curator says of all documents: it holds unless the words of this
            one tell otherwise. Without it the words decide alone.

    """
    if stated:
        return Language(stated, BY_MANIFEST)
    page, tag = document.source.language, told(_sample(document))
    if page:
        return (
            Language(tag, BY_DETECTOR)
            if tag and not are_alike(tag, page)
            else Language(page, BY_PAGE)
        )
    if default and (tag is None or primary(tag) == primary(default)):
        return Language(default, BY_MANIFEST)
    return Language(tag, BY_DETECTOR) if tag else Language()


def contradiction(document: Document, language: Language) -> str:
    """Say how the page's word on its language differs from what holds; empty if it does not."""
    page = document.source.language
    if not page or not language.tag or are_alike(page, language.tag):
        return ""
    who = "its entry" if language.source == BY_MANIFEST else "a detector, from its words,"
    return (
        f"the page says that it is in {language_name(page)}, "
        f"{who} says {language_name(language.tag)}"
    )


def is_legible(document: Document, language: Language, cues: str) -> bool:
    """Return whether cues of a language can be looked for in a document."""
    return is_known(language.tag, _sample(document), cues)


def is_known(language: str | None, text: str, cues: str) -> bool:
    """Return whether cues can be looked for in a text.

    Args:
        language: Of the text; None if unknown: then its letters tell.
        text: The text, or enough of it.
        cues: The language of the cues.

    """
    return primary(language) == cues if language else is_in_latin_letters(text)


def _sample(document: Document) -> str:
    """Return enough of a document to tell its language."""
    length, texts = 0, []
    for clause in document.clauses:
        texts.append(clause.text)
        length += len(clause.text)
        if length > MOST_LETTERS:
            break
    return "\n".join(texts)


@cache
def detector() -> LanguageIdentifier:
    """Load what tells languages, once in a process; that takes a second."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def told(text: str) -> str | None:
    """Return the language of a text by its words; None where it is too short or unsure."""
    sample = text[:MOST_LETTERS]
    if len(sample.encode("utf-8", "replace")) < LEAST_BYTES:
        return None
    tag, sure = detector().classify(sample)
    return tag_of(tag) if sure >= LEAST_SURE else None


def is_in_latin_letters(text: str) -> bool:
    """Return whether most letters of a text are Latin; a text without letters is.

    >>> is_in_latin_letters("Cookies, siehe unten"), is_in_latin_letters("Cookieを使用しています")
    (True, False)
    """
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    foreign = sum(1 for letter in letters if not _is_latin(letter))
    return foreign <= _FOREIGN * len(letters)


@cache
def _is_latin(letter: str) -> bool:
    return letter.isascii() or "LATIN" in unicodedata.name(letter, "")
