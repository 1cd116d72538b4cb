"""Bytes of an archived file to text, with the name of the encoding that fits them.

In: bytes as received, whatever the page declares about itself, rightly or not.
Out: the text with ``\\n`` line ends, and the encoding as Python names it.
Promise: any text in the encodings of the web gives a text; what is not text
raises ValueError; no byte of a text is dropped in silence.
"""

import codecs
import re

from charset_normalizer import from_bytes

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

# What browsers read when a page says the name on the left (WHATWG Encoding Standard).
_READ_AS = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-mac-roman": "mac_roman",
    "utf-16": "utf-8",  # a declaration that can be read byte by byte is not UTF-16
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "utf-7": "windows-1252",
}

_JAPANESE = ("cp932", "euc_jp")
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


def decode(data: bytes, charset: str = "") -> tuple[str, str]:
    r"""Decode bytes to text with ``\n`` line ends; also name the encoding.

    A `charset` that came with them stands above what they declare themselves.

    Raises ValueError when the bytes are not text. Cost: linear.

    >>> decode(b"<meta charset=iso-8859-1>\x93Caf\xe9\x94\r\n")
    ('<meta charset=iso-8859-1>“Café”\n', 'windows-1252')
    """
    text, name = _decoded(data, charset)
    sample = text[:_SAMPLE].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(_FEW_CONTROLS, _MAX_CONTROL_SHARE * len(sample)):
        raise ValueError(f"not text: starts with {data[:16]!r}")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, name


def _decoded(data: bytes, charset: str) -> tuple[str, str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    wide = _wide_without_mark(data)
    if wide:
        return data.decode(wide, "replace"), wide
    if b"\x1b$" in data and b"\x1b(" in data:  # ISO-2022-JP looks like ASCII to every other test
        text = _strictly(data, "iso2022_jp")
        if text is not None:
            return text, "iso2022_jp"
    text = _strictly(data, "utf-8")
    return (text, "utf-8") if text is not None else _legacy(data, charset)


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


def _legacy(data: bytes, charset: str) -> tuple[str, str]:
    """Decode what is not UTF-8 from end to end."""
    declared = _known(charset) or _declared(data)
    for name in (declared, *_JAPANESE):  # Japanese pages often declare the wrong one, or nothing
        if name in _JAPANESE:
            text = _strictly(data, name)
            if text is not None and _kana_share(text) > _MIN_KANA_SHARE:
                return text, name
    if declared == "utf-8" or _mostly_utf8(data):
        return data.decode("utf-8", "synoptic.windows-1252"), "utf-8"
    if declared:
        return data.decode(declared, "synoptic.windows-1252"), declared
    return _guessed(data)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if match is None:
        return ""
    return _known((match[1] or match[2]).decode("ascii", "replace"))


def _known(label: str) -> str:
    """Return the encoding that a label means; empty if it is none of a text."""
    name = _READ_AS.get(label.lower(), label.lower())
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):  # a label may hold a zero byte
        return ""
    # A page may declare "hex" or "rot13": codecs, but of no text.
    return name if getattr(info, "_is_text_encoding", True) else ""


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _kana_share(text: str) -> float:
    beyond = sum(1 for char in text if char > "\x7f")
    return len(_KANA.findall(text)) / beyond if beyond else 0.0


def _mostly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with some stray or cut bytes from a one-byte encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    return good > 4 * bad


def _guessed(data: bytes) -> tuple[str, str]:
    """Decode what declares nothing: as browsers do, if it has few letters beyond ASCII.

    A text in another script is made of them. Where browsers go by the language of their
    user, the language that the page declares stands.
    """
    sample = data[: 4 * _SAMPLE]
    beyond = sum(byte > 0x7F for byte in sample)
    letters = sum(byte in _LETTERS for byte in sample) + beyond
    best = from_bytes(sample).best() if beyond > _MAX_WESTERN_SHARE * letters else None
    name = _usual(data) if best is None else _READ_AS.get(best.encoding, best.encoding)
    return data.decode(name, "synoptic.windows-1252"), name


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
