"""Build the pages of the archive from corpus/. See README.md, or run with --help."""

import sys

from synoptic.commands.cli import main

if __name__ == "__main__":
    sys.exit(main())
