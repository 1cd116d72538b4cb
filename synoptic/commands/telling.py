"""Telling a person something: the one place where messages are printed.

In: whatever is to be said, words of strangers in it. Promise: nothing of it is obeyed by a
terminal, and no line is endless.
"""

import sys

from synoptic.plain import message


def tell(said: object) -> None:
    """Print a fault, a warning or news on standard error."""
    print(message(said), file=sys.stderr)


def answer(said: object) -> None:
    """Print what a command was asked for, if that is a message, on standard output."""
    print(message(said))
