"""Synoptic: a scholarly edition of archived privacy policies.

The library calls are those of the command line:

    from synoptic import clean, redline, tag

These, with `__version__`, are what other programs may rely on. All modules below this
package are its inside, and may change with any version.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from synoptic.version import __version__

if TYPE_CHECKING:
    from synoptic.api import clean, redline, tag

__all__ = ["__version__", "clean", "redline", "tag"]


def __getattr__(name: str) -> Any:
    """Load the library calls when they are first asked for: each command needs few stages."""
    if name in __all__:
        return getattr(import_module("synoptic.api"), name)
    raise AttributeError(f"module 'synoptic' has no attribute {name!r}")
