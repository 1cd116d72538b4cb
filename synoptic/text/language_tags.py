"""Tags of languages, their names in English, and which way they are written.

A tag is written as in HTML (BCP 47), such as ``en``, ``pt-BR`` or ``zh-Hant``.
"""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import parse_locale

_KIN = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "gl", "ca", "pt"}),
    frozenset({"nl", "af"}),
)


def tag_of(declared: str) -> str | None:
    """Return a language tag in its usual form; None if it names no language.

    >>> tag_of("EN_us"), tag_of("iw"), tag_of("zh-hant-tw"), tag_of("English"), tag_of("")
    ('en-US', 'he', 'zh-Hant-TW', None, None)
    """
    written = declared.strip().replace("_", "-")
    try:
        language = Locale.parse(written, sep="-").language
        _, region, script, *_ = parse_locale(written, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
    return "-".join(part for part in (language, script, region) if part)


def primary(tag: str) -> str:
    """Return the language of a tag without script and region: ``pt`` of ``pt-BR``."""
    return tag.replace("_", "-").partition("-")[0].lower()


@cache
def language_name(tag: str) -> str:
    """Return the English name of the language, and of its script and region where given.

    >>> language_name("ja"), language_name("pt-BR"), language_name("x")
    ('Japanese', 'Portuguese (Brazil)', 'x')
    """
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (ValueError, UnknownLocaleError):
        return tag


@cache
def direction_of(tag: str) -> str:
    """Say which way a language is written: ``ltr`` or ``rtl``.

    >>> direction_of("ar"), direction_of("de")
    ('rtl', 'ltr')
    """
    try:
        return Locale.parse(tag, sep="-").text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"


def are_alike(one: str, other: str) -> bool:
    """Return whether two tags name one language, or two that a detector takes for each other.

    >>> are_alike("pt-BR", "pt"), are_alike("nb", "no"), are_alike("en", "ja")
    (True, True, False)
    """
    pair = {primary(one), primary(other)}
    return len(pair) == 1 or any(pair <= kin for kin in _KIN)
