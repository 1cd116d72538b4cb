"""Names that strangers gave: shown so that a terminal or a page obeys none of their signs."""

_TURNS_LINES = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shown(name: str) -> str:
    r"""Write a name so that a terminal or a page shows all of it and obeys none of it.

    >>> print(shown("a\x1b[31m\u202egpj.exe"))
    a\x1b[31m\u202egpj.exe
    """
    return "".join(_escaped(letter) if _is_trick(letter) else letter for letter in name)


def is_plain(name: str) -> bool:
    """Return whether a name shows as what it is."""
    return not any(map(_is_trick, name))


def _is_trick(letter: str) -> bool:
    """Return whether it is a control character, no UTF-8, or turns the line around."""
    return (
        letter < " "
        or "\x7f" <= letter <= "\x9f"
        or "\ud800" <= letter <= "\udfff"
        or (letter in _TURNS_LINES)
    )


def _escaped(letter: str) -> str:
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a name that is no UTF-8, as Python keeps it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
