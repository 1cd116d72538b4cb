"""Values that only the manifest has: addresses, ids of archives, dates that a policy states."""

import re
import uuid
from urllib.parse import urlsplit

import yaml

from synoptic.corpus.yaml_nodes import NodeError, day, fields_of, plain, worded
from synoptic.formats.links import without_password
from synoptic.model import StatedDate
from synoptic.text.languages.tables import AMENDED, EFFECTIVE, ENACTED


def address(node: yaml.Node) -> str | None:
    """Return the address of a page; None where none is given."""
    value = plain(node)
    if not value:
        return value
    hint = "write it as http://acme.example/privacy, without a password"
    if _NO_ADDRESS.search(value) or without_password(value) != value:
        raise NodeError(node, "this is no address of a page, or holds a password", hint)
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError as error:
        raise NodeError(node, f"{value!r} is no address: {error}", hint) from None
    if parts.scheme not in ("", "http", "https", "ftp"):
        raise NodeError(node, f"{value!r} is no address of a page", hint)
    return value


_NO_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def urn(node: yaml.Node) -> uuid.UUID:
    """Return an id that is like no other."""
    value = worded(node)
    if not _URN.fullmatch(value):
        hint = "take the two lines out; the command identify writes new ones"
        raise NodeError(node, f"{value!r} is no id such as urn:uuid:…", hint)
    return uuid.UUID(value)


def stated_date(node: yaml.Node) -> StatedDate:
    """Return a date that the policy states."""
    values = fields_of(node, {"kind": _kind_of_date, "date": day, "quote": worded})
    return StatedDate(**values, clause="")


def _kind_of_date(node: yaml.Node) -> str:
    value = worded(node)
    if value not in (ENACTED, AMENDED, EFFECTIVE):
        kinds = f"{ENACTED}, {AMENDED}, {EFFECTIVE}"
        raise NodeError(node, f"{value!r} is no kind of date", f"write one of {kinds}")
    return value
