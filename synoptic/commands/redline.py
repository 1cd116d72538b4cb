"""`redline OLD NEW`: what changed between two documents, as Markdown."""

import argparse
import sys

from synoptic import api
from synoptic.commands.sources import read_source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("old", metavar="OLD", help="the older document, or - for standard input")
    parser.add_argument("new", metavar="NEW", help="the newer document")


def run(args: argparse.Namespace) -> int:
    """Print the redline in UTF-8; the documents may be of different organisations."""
    (old, old_name), (new, new_name) = read_source(args.old), read_source(args.new)
    text = api.redline(old, new, names=(old_name, new_name))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
