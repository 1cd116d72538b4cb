"""Which files of corpus/ are no captures of a page: notes, data, programs, parts of pages.

In: the name of a file and its decoded text. Out: the first rule that holds, or None. A name
alone is never enough where a text says how personal information is handled.
"""

import csv
import json
import re
from collections.abc import Callable, Collection
from pathlib import PurePosixPath

from synoptic.model import Finding
from synoptic.recognise.statements import statements


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAVED_FOLDER = re.compile(
    r"[_.-](?:files|file|dateien|fichiers|archivos|ficheros|arquivos|bestanden|pliki|filer"
    r"|tiedostot|soubory|elemei|dosyalar|bylos|failid|fails|fajlovi|datoteke|fitxategiak)$",
    re.IGNORECASE,
)
"""How browsers name the folder beside a page that they save, in the languages they speak."""

_NOTES = _words(
    "readme read_me read-me licence license copying authors contributors contributing changelog"
    " todo notes note sources makefile"
)
_NOTE_ENDS = frozenset(("", ".txt", ".md", ".markdown", ".rst", ".text"))
_TABLES = _words(".csv .tsv")
_CODE = _words(".js .mjs .css .py .sh .bat .rb .pl .r .ipynb .ts .map")
_SETTINGS = _words(".yml .yaml .toml .ini .cfg .conf .lock .properties")

_STATED = 3
"""Sentences on what is done with data from which a text is a policy, whatever its name."""

_BRACES = 0.015
"""Share of the signs { } ; in a text from which it is a program: style sheets have 4 to 8 in
a hundred, scripts 3 to 10, policies far below one."""

_BLOCK = re.compile(r"\{[^{}]{0,2000}[:;=]|\bfunction\b[^{}]{0,200}\{")
"""The beginning of a rule or of a function: a text may hold the mark of a template."""

_ADDRESS = re.compile(r"https?://\S+$")
_HEADER = re.compile(r"[A-Za-z][A-Za-z-]*: ?.*$")
_PATCH = re.compile(r"(?:diff --git |Index: \S+\n=+\n)|--- \S+.*\n\+\+\+ \S+")

_ROOT = re.compile(
    r"(?:<\?[^>]*>|(?><!--.*?-->)|<!DOCTYPE[^>]*>|\s)*<([A-Za-z][\w:.-]*)", re.DOTALL
)
_HEAD = 4096  # letters in which the first element of a page must come
_DATA_ROOTS = _words(
    "rss feed urlset sitemapindex svg error plist opml rdf:rdf kml gpx xsl:stylesheet soap:envelope"
)
_PAGE_ROOTS = _words("html head body div p h1 h2 section article main table ul ol dl span")


def in_saved_page(name: str, names: Collection[str]) -> bool:
    """Return whether a file lies in the folder that a browser put beside a page that it saved.

    >>> in_saved_page("Acme_files/app.js", ["Acme.html", "Acme_files/app.js"])
    True
    >>> in_saved_page("Acme_files/app.js", ["Acme_files/app.js"])
    False
    """
    for folder in PurePosixPath(name).parents:
        page = _SAVED_FOLDER.sub("", str(folder))
        if page != str(folder) and any(f"{page}{end}" in names for end in _PAGE_ENDS):
            return True
    return False


_PAGE_ENDS = (".html", ".htm", ".xhtml", ".xht", ".mht", ".HTM", ".HTML")


def note(name: str, text: str) -> bool:
    """A note on the collection: README, LICENSE, notes and the like."""
    path = PurePosixPath(name)
    called = path.stem.casefold() in _NOTES and path.suffix.casefold() in _NOTE_ENDS
    return called and statements(text) < _STATED


def settings_file(name: str, text: str) -> bool:
    """Settings of a program."""
    return PurePosixPath(name).suffix.casefold() in _SETTINGS and statements(text) < _STATED


def program(name: str, text: str) -> bool:
    """A script, a style sheet or another program, told by its signs or its first line."""
    start = text.lstrip()[:2]
    if start == "#!":
        return True
    if start.startswith("<"):
        return False
    called = PurePosixPath(name).suffix.casefold() in _CODE and statements(text) < _STATED
    braces = text.count("{") + text.count("}") + text.count(";")
    return called or (bool(_BLOCK.search(text)) and braces > _BRACES * len(text))


def json_data(name: str, text: str) -> bool:
    """JSON, as a whole or a line each."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    return _is_json(text) or all(map(_is_json, filter(str.strip, text.splitlines())))


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def table(name: str, text: str) -> bool:
    """A table of comma- or tab-separated values: the same number of short cells in each line."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < _ROWS:
        return False
    named = PurePosixPath(name).suffix.casefold() in _TABLES
    return any(
        _is_table(lines, separator, _FEW if named or separator == "\t" else _MANY)
        for separator in ",\t;"
    )


_ROWS, _FEW, _MANY = 2, 2, 3
_CELL = 40  # letters of a column's name


def _is_table(lines: list[str], separator: str, least: int) -> bool:
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return False
    head = rows[0]
    names = all(0 < len(cell) <= _CELL and not cell.rstrip().endswith(".") for cell in head)
    return len(head) >= least and names and {len(row) for row in rows} == {len(head)}


def data_markup(name: str, text: str) -> bool:
    """XML that is no page: a feed, a site map, a picture."""
    root = _ROOT.match(text, 0, _HEAD)
    if not root:
        return False
    element = root[1].casefold()
    declared = text.lstrip().startswith("<?xml")
    return element in _DATA_ROOTS or (declared and element not in _PAGE_ROOTS)


def list_of_addresses(name: str, text: str) -> bool:
    """Addresses alone, one a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return bool(lines) and all(map(_ADDRESS.match, lines))


def headers(name: str, text: str) -> bool:
    """What a server or a crawler wrote beside a page: headers of an answer, rules for robots."""
    first, *rest = text.strip().splitlines() or [""]
    if first.casefold().startswith("user-agent:"):
        return True
    answered = re.match(r"HTTP/\d", first)
    return bool(answered) and all(_HEADER.match(line) for line in rest if line.strip())


def patch(name: str, text: str) -> bool:
    """Differences between two files."""
    return bool(_PATCH.match(text.lstrip()))


RULES: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("a note on the collection", note),
    ("JSON", json_data),
    ("a table", table),
    ("XML that is no page", data_markup),
    ("a list of addresses", list_of_addresses),
    ("headers of an answer", headers),
    ("a patch", patch),
    ("settings", settings_file),
    ("a script, a style sheet or a program", program),
)
"""What is held against a file, in this order: the reason, and the rule."""

SAVED = Finding("in_saved_page", "part of a page that a browser saved")


def no_capture(name: str, text: str) -> Finding | None:
    """Say why a file is no capture of a page; None if nothing speaks against it."""
    for reason, rule in RULES:
        if rule(name, text):
            return Finding(rule.__name__, reason)
    return None
