"""What counts as a word, everywhere.

One definition serves the cleaner, the witness of the conservation check, the
clause ids and the redlines; two definitions would sooner or later disagree. Where a
script does not part its words, `words_of` gives the whole stretch, on which clause ids
rest, and `count_words` counts the words in it.
"""

import re
import unicodedata
from hashlib import sha256

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HIRAGANA = "\u3041-\u309f"
_UNPARTED = re.compile(f"[{_HAN}]{{1,2}}|[{_HIRAGANA}]{{1,2}}")
_COUNTED = re.compile(
    rf"[^\W_{_HAN}{_HIRAGANA}]+(?:(?<=\d)[{_HAN}])?"  # with what a figure counts: 5月
    rf"|{_UNPARTED.pattern}"
)
_BREAKABLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def unbroken(text: str) -> str:
    """Take out what only says where a line may break; it would cut words in two.

    >>> unbroken("per\u00adsonal")
    'personal'
    """
    return text if text.isascii() else _BREAKABLE.sub("", text)


def words_of(text: str) -> list[str]:
    """Split a text into its words, as they stand: runs of letters and digits.

    >>> words_of("We don't sell e-mail addresses (2018).")
    ['We', 'don', 't', 'sell', 'e', 'mail', 'addresses', '2018']
    """
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return the number of words of a text, by the rule of `words_of`.

    Chinese and Japanese do not part their words: two Chinese characters are taken for a
    word, two of hiragana too, and a run of katakana or Latin letters for one. That is no
    dictionary, but near enough to say how long a text is.

    >>> count_words("We keep e-mail."), count_words("当社はクッキーを使用します。")
    (4, 7)
    """
    return len((_WORD if text.isascii() else _COUNTED).findall(text))


def count_unparted(text: str) -> int:
    """Return the number of words of a text that no blank parts: 0 for most scripts."""
    return 0 if text.isascii() else len(_UNPARTED.findall(text))


def one_line(text: str) -> str:
    """Fold all white space, line breaks included, into single spaces.

    >>> one_line("  Enacted: 2005\\n Amended:\\u00a02016 ")
    'Enacted: 2005 Amended: 2016'
    """
    return _SPACE.sub(" ", text).strip()


def normalised(text: str) -> str:
    """Reduce a text to what makes it the same clause: its words, in lower case, NFKC.

    >>> normalised("“Personal  Data” — see below")
    'personal data see below'
    """
    return " ".join(words_of(unicodedata.normalize("NFKC", text).casefold()))


def fingerprint(text: str, length: int = 8) -> str:
    """Return the first `length` hex digits of the SHA-256 of the normalised text."""
    return sha256(normalised(text).encode("utf-8")).hexdigest()[:length]


LONGEST_SLUG = 100
"""With a time and a number behind it well under the 255 bytes that a name of a file may have."""


def slug_of(text: str) -> str:
    """Return a name of ASCII letters, digits and hyphens for addresses and anchors.

    Empty when the text has no letter or digit that ASCII can carry.

    >>> slug_of("What Epson Will Do — With Your Information")
    'what-epson-will-do-with-your-information'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return "-".join(words_of(plain.lower()))


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun, thousands parted by a comma.

    >>> counted(1, "clause"), counted(0, "policy", "policies"), counted(2025, "word")
    ('1 clause', '0 policies', '2,025 words')
    """
    word = noun if number == 1 else plural or f"{noun}s"
    return f"{number:,} {word}"


def per_cent(part: int, whole: int) -> str:
    """Say how much of a whole a part is, never more than is so.

    >>> per_cent(2, 3), per_cent(999, 1000), per_cent(1, 1000), per_cent(0, 7), per_cent(7, 7)
    ('66 %', 'over 99 %', 'under 1 %', '0 %', '100 %')
    """
    if not whole or part in (0, whole):
        return "100 %" if whole and part else "0 %"
    if 100 * part < whole:
        return "under 1 %"
    return "over 99 %" if 100 * part > 99 * whole else f"{100 * part // whole} %"


def romanised(text: str) -> str:
    """Write the letters of other scripts in Latin ones; other text stays as it is.

    >>> romanised("Größe"), romanised("Политика")
    ('Grosse', 'Politika')
    >>> romanised("Café crème")
    'Café crème'
    """
    plain = unicodedata.normalize("NFKD", text)
    if all(letter.isascii() for letter in plain if letter.isalnum()):
        return text
    return anyascii(unicodedata.normalize("NFKC", text)).replace("'", "")
