"""What is known of a policy as a whole: from its newest version that says it.

In: the versions of one policy. Out: its name, address and sector for lists and its own page.
Promise: an undated file, which is the last in every list, hides nothing that others say.
"""

from collections.abc import Sequence

from synoptic.directions import set_apart
from synoptic.model import Version


def name_of(versions: Sequence[Version]) -> str:
    """Return what people call a policy: its organisation, else its newest version's name."""
    newest = _newest_first(versions)
    named = (set_apart(version.organisation) for version in newest if version.organisation)
    return next(named, newest[0].name)


def original_url_of(versions: Sequence[Version]) -> str | None:
    """Return the newest original address that is known."""
    urls = (version.provenance.original_url for version in _newest_first(versions))
    return next((url for url in urls if url), None)


def sector_of(versions: Sequence[Version]) -> str | None:
    """Return the sector that a curator named last."""
    return next((version.sector for version in _newest_first(versions) if version.sector), None)


def _newest_first(versions: Sequence[Version]) -> list[Version]:
    """Return the versions from the newest to the oldest, then those without a time."""
    dated = [version for version in versions if version.provenance.captured_at]
    undated = [version for version in versions if not version.provenance.captured_at]
    return [*reversed(dated), *undated]
