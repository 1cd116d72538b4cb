"""Words and what stands between them, for redlines and for similarity.

In: a text. Out: its words with their places. What is not a word is a gap, so
nothing is thrown away. Finer than `words.words_of`: signs that carry meaning
(%, €, ≤) are words of their own, a number or an address is one word, and so is
each ideograph, because those scripts do not part their words.
"""

import re
import unicodedata
from dataclasses import dataclass

from synoptic.text.marks import COUNT

_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_LETTER = rf"(?:(?!{_IDEOGRAPH})[^\W_])"
# No alternative gives back what it took: a page of "1.2.3.4" costs one pass.
_WORD = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>\"]++)"
    rf"|\d++(?:[.,:/\-–][0-9]++)*+{_LETTER}*+"
    rf"|{_IDEOGRAPH}"
    rf"|{_LETTER}++(?:['’ʼ][^\W\d_]++)*+"
    r"|[%‰°$€£¥₹₩§<>≤≥±=+@#]"
)
# A list marker that stands in the text itself. "25. April 2018" is none.
_ENUMERATOR = re.compile(
    rf"\(?(?:{COUNT})(?:\.\d{{1,2}})*[.)]\s(?=\s*+\w)"
    r"(?!\s*+[^\W\d]{3,12}\.?\s\d)"
)
_ADDRESS_TAIL = ".,;:!?)]}'’”»"


_RAISED = {ord(raised): f"^{figure}" for figure, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
"""NFKC would write the mark of a note as a figure of the number before it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its place in the text, in characters."""

    key: str
    """What makes it the same word: lower case, NFKC, straight apostrophe."""
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Return the words of a text in their order; linear time.

    >>> [token.key for token in tokenise("Don’t keep it 30 days (10,000 €).")]
    ["don't", 'keep', 'it', '30', 'days', '10,000', '€']
    """
    return [_token(match) for match in _WORD.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    word = match.group()
    if match.lastgroup == "address":
        word = word.rstrip(_ADDRESS_TAIL) or word
    return Token(_key(word), match.start(), match.start() + len(word))


def _key(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKC", word.translate(_RAISED)).casefold()
    return plain.replace("’", "'").replace("ʼ", "'").replace("–", "-")


def letters_of(text: str) -> str:
    """Return the letters and digits alone, NFKC and in lower case.

    >>> letters_of("E-mail") == letters_of("email")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def enumerator_length(text: str) -> int:
    """Return how many characters a number before the first words takes, 0 if there is none.

    >>> [enumerator_length(text) for text in ("(a) your name", "12. Fees", "12 days", "b. ")]
    [4, 4, 0, 0]
    """
    match = _ENUMERATOR.match(text)
    return match.end() if match else 0
