"""`clean FILE`: the policy's text as Markdown, and nothing else."""

import argparse
import sys

from synoptic.cleaning import clean_capture
from synoptic.commands.sources import read_source
from synoptic.formats.read import read
from synoptic.site.plain_markdown import markdown_from


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", metavar="FILE", help="a document, or - for standard input")


def run(args: argparse.Namespace) -> int:
    """Print the cleaned text in UTF-8, whatever the terminal's encoding is."""
    data, name = read_source(args.file)
    text = markdown_from(clean_capture(read(data, name)))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
