"""The command line: finds the command, runs it, turns faults into an exit status.

0 done, also where files were set aside, each fault on standard error; 1 a check failed,
a file cannot be read, or `--strict` found something; 2 wrong usage, an unusable setting
or an empty corpus, nothing written; 130 stopped by Ctrl-C.
A fault of the program shows as a traceback.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from synoptic.errors import CorpusError, SettingError

COMMANDS = {
    "build": "build the pages of docs/ from corpus/ (the default)",
    "clean": "print the cleaned Markdown of one document",
    "tag": "print the topics of clauses or paragraphs as JSON lines",
    "redline": "print the redline of two documents as Markdown",
    "explain": "say what was kept, repaired and removed, and by which rule",
    "review": "print what the rules found, ready to be edited into the manifest",
    "identify": "give the archive an id of its own, once, which its feed needs",
    "verify": "check hashes, words, quotes, anchors and links of what was built",
}
"""Each command is a module of `synoptic.commands`, loaded only when it is called."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help")):
        arguments.insert(0, "build")
    name = arguments[0]
    if name not in COMMANDS:
        _overview().parse_args(arguments)  # prints help, or the fault with the usage, and exits
    return _guarded(name, arguments[1:])


def _run(name: str, arguments: Sequence[str]) -> int:
    module = import_module(f"synoptic.commands.{name}")
    parser = argparse.ArgumentParser(prog=f"build_corpus.py {name}", description=COMMANDS[name])
    module.add_arguments(parser)
    return int(module.run(parser.parse_args(arguments)))


def _guarded(name: str, arguments: Sequence[str]) -> int:
    try:
        return _run(name, arguments)
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output, such as head, has gone
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("interrupted; run the command again", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"{error.filename or 'system'}: {error.strerror or error} [system]", file=sys.stderr)
        return 1


def _overview() -> argparse.ArgumentParser:
    lines = "\n".join(f"  {name:9}{text}" for name, text in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="build_corpus.py",
        description=f"Commands:\n{lines}\n\nCOMMAND --help tells more of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=list(COMMANDS), metavar="COMMAND")
    return parser
