"""Names and words of strangers: shown so that a terminal or a page obeys none of their signs."""

import json
import re

_LONGEST_LINE = 1000
_TURNS_LINES = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shown(name: str) -> str:
    r"""Write a name so that a terminal or a page shows all of it and obeys none of it.

    >>> print(shown("a\x1b[31m\u202egpj.exe"))
    a\x1b[31m\u202egpj.exe
    """
    return "".join(_escaped(letter) if _is_trick(letter) else letter for letter in name)


def message(said: object) -> str:
    r"""Write what a person is told, line by line, so that a terminal obeys none of it.

    >>> message("a.txt: there is no topic \x1b[31mred\n  help: see above")
    'a.txt: there is no topic \\x1b[31mred\n  help: see above'
    """
    return "\n".join(
        shown(line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …")
        for line in str(said).split("\n")
    )


def json_text(value: object) -> str:
    r"""Write a value as JSON that says the same and that a terminal obeys in nothing.

    >>> json_text({"text": "a\u202eb\x9b"})
    '{"text": "a\\u202eb\\u009b"}'
    """
    text = json.dumps(value, ensure_ascii=False)
    return _TRICKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_TRICKS = re.compile(f"[\x7f-\x9f\ud800-\udfff{''.join(sorted(_TURNS_LINES))}]")


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
