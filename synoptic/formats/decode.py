"""Bytes of an archived file to text, with the name of the encoding that fits them.

In: bytes as received, whatever the page declares about itself, rightly or not.
Out: the text with ``\\n`` line ends, the encoding as Python names it, and whether it was guessed.
Promise: any text in the encodings of the web gives a text; what is not text
raises ValueError; no byte of a text is dropped in silence.
"""

import codecs
import re
from dataclasses import dataclass, replace

from charset_normalizer import from_bytes
from webencodings import lookup

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARATION_WITHIN = 8192  # bytes; browsers look at 1024, but archives put notes above the head

_READ_AS = {
    "gbk": "gb18030",  # which the standard's decoder of GBK is; Python's knows fewer characters
    "utf-16le": "utf-8",  # a declaration that can be read byte by byte is not UTF-16
    "utf-16be": "utf-8",
    "x-user-defined": "windows-1252",
    "utf-7": "windows-1252",  # in which letters may stand for markup
}
"""Where a declared encoding is read in another one than the standard's table says."""

_NO_ENCODINGS = frozenset(
    ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "charmap", "palmos")
)
"""Codecs of Python that no file is in: of names, of source code, of nothing at all."""

_JAPANESE = ("cp932", "euc-jp")
_SAID_OF_JAPANESE = ("", "utf-8", "windows-1252", *_JAPANESE)
"""What pages in Japanese declare: Thai bytes that declare Thai can pass for EUC-JP."""
_KANA = re.compile("[\u3041-\u3093\u30a1-\u30f6]")
_MIN_KANA_SHARE = 0.2
"""Of the characters beyond ASCII: Japanese prose has over 0.4, Western bytes misread as it 0."""

_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))  # but not ESC: ISO-2022-JP
_MAX_CONTROL_SHARE = 0.02
_FEW_CONTROLS = 8  # a short page may have a stray one in every line
_SAMPLE = 65_536

_LANGUAGE = re.compile(rb"<html\b[^>]{0,300}?\blang\s*=\s*[\"']?\s*([a-z]{2})\b", re.IGNORECASE)
_CENTRAL = frozenset(("cs", "hr", "hu", "pl", "sk", "sl"))
"""Languages with two usual encodings; what is a letter in the one in 0x80 to 0x9F is nothing
in the other."""
_USUAL = {
    "az": "windows-1254",
    "et": "windows-1257",
    "ku": "windows-1254",
    "lt": "windows-1257",
    "lv": "windows-1257",
    "tr": "windows-1254",
    "vi": "windows-1258",
}
"""As the HTML standard has it for the language of the user, of those in Latin letters."""

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MAX_WESTERN_SHARE = 0.2  # French has 0.05, with marks of quotation; Russian in markup 0.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its bytes were read."""

    text: str
    encoding: str
    """As Python names it."""
    guessed: bool = False
    """Whether nothing but the look of the bytes speaks for the encoding."""


def decode(data: bytes, charset: str = "") -> Decoded:
    r"""Decode bytes to text with ``\n`` line ends.

    A `charset` that came with them stands above what they declare themselves.

    Raises ValueError when the bytes are not text. Cost: linear.

    >>> decode(b"<meta charset=iso-8859-1>\x93Caf\xe9\x94\r\n").text
    '<meta charset=iso-8859-1>“Café”\n'
    """
    decoded = _decoded(data, charset)
    sample = decoded.text[:_SAMPLE].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(_FEW_CONTROLS, _MAX_CONTROL_SHARE * len(sample)):
        raise ValueError(f"not text: starts with {data[:16]!r}")
    return replace(decoded, text=with_line_ends(decoded.text))


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode a page whose encoding a person has stated; stray bytes are read as Windows-1252.

    Raises:
        LookupError: There is no such encoding.
        ValueError: The bytes do not fit it, not even most of them.

    """
    name = _known(encoding)
    if not name:
        raise LookupError(f"unknown encoding: {encoding}")
    text = _strictly(data, name)
    if text is None and not _mostly(data, name):
        raise ValueError(f"the bytes are not {encoding}")
    text = data.decode(name, "synoptic.windows-1252") if text is None else text
    return Decoded(with_line_ends(text.removeprefix("\ufeff")), name)


def with_line_ends(text: str) -> str:
    r"""Return a text with ``\n`` for every kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(data: bytes, charset: str) -> Decoded:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    wide = _wide_without_mark(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    if b"\x1b$" in data and b"\x1b(" in data:  # ISO-2022-JP looks like ASCII to every other test
        text = _strictly(data, "iso-2022-jp")
        if text is not None:
            return Decoded(text, "iso-2022-jp")
    text = _strictly(data, "utf-8")
    return _legacy(data, charset) if text is None else Decoded(text, "utf-8")


def _wide_without_mark(data: bytes) -> str:
    """Name UTF-16 by the zero bytes that Western markup leaves in every second place."""
    head = data[:400]
    half = len(head) // 2
    if half < 2:
        return ""
    if head[1::2].count(0) > 0.8 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.8 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _legacy(data: bytes, charset: str) -> Decoded:
    """Decode what is not UTF-8 from end to end."""
    declared = _known(charset) or _declared(data)
    for name in (declared, *_JAPANESE):  # Japanese pages often declare the wrong one, or nothing
        if name in _JAPANESE and declared in _SAID_OF_JAPANESE:
            text = _strictly(data, name)
            if text is not None and _kana_share(text) > _MIN_KANA_SHARE:
                return Decoded(text, name, guessed=name != declared)
    is_utf8 = declared == "utf-8" or _mostly(data, "utf-8")
    name = "utf-8" if is_utf8 else declared or _guess(data)
    text = data.decode(name, "synoptic.windows-1252")
    return Decoded(text, name, guessed=name != declared)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if match is None:
        return ""
    return _known((match[1] or match[2]).decode("ascii", "replace"))


def _known(label: str) -> str:
    """Return the encoding that a label means to browsers, else to Python; empty for no text's.

    >>> [_known(label) for label in ("latin1", "x-sjis", "cp850", "rot13")]
    ['windows-1252', 'cp932', 'cp850', '']
    """
    name = _python_name(label)
    given = lookup(label) or lookup(name)
    if given is None or given.name == "replacement":  # what browsers refuse to read
        return _READ_AS.get(name, name)
    # Python's codec of the same name may be another one: the standard's Shift_JIS is cp932.
    own = _python_name(given.codec_info.name)
    name = given.name if _python_name(given.name) == own else own
    return _READ_AS.get(given.name, name)


def _python_name(label: str) -> str:
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):  # a label may hold a zero byte
        return ""
    # A page may declare "hex" or "rot13": codecs, but of no text.
    is_text = getattr(info, "_is_text_encoding", True) and info.name not in _NO_ENCODINGS
    return info.name if is_text else ""


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _kana_share(text: str) -> float:
    beyond = sum(1 for char in text if char > "\x7f")
    return len(_KANA.findall(text)) / beyond if beyond else 0.0


def _mostly(data: bytes, name: str) -> bool:
    """Return whether bytes are of an encoding but for some that are stray or cut."""
    text = data.decode(name, "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    return good > 4 * bad


def _guess(data: bytes) -> str:
    """Name the encoding of what declares none: as browsers do, if few letters are beyond ASCII.

    A text in another script is made of them. Where browsers go by the language of their
    user, the language that the page declares stands.
    """
    sample = data[: 4 * _SAMPLE]
    beyond = sum(byte > 0x7F for byte in sample)
    letters = sum(byte in _LETTERS for byte in sample) + beyond
    best = from_bytes(sample).best() if beyond > _MAX_WESTERN_SHARE * letters else None
    return _usual(data) if best is None else _known(best.encoding) or best.encoding


def _usual(data: bytes) -> str:
    """Name the encoding that pages in the language of this one had before UTF-8."""
    spoken = _LANGUAGE.search(data[:_DECLARATION_WITHIN])
    language = spoken[1].decode("ascii").lower() if spoken else ""
    if language in _CENTRAL and any(0x80 <= byte < 0xA0 for byte in data):
        return "windows-1250"
    return "iso-8859-2" if language in _CENTRAL else _USUAL.get(language, "windows-1252")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that do not fit as Windows-1252, the usual source of stray ones."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("windows-1252", "replace"), error.end


codecs.register_error("synoptic.windows-1252", _as_windows_1252)
