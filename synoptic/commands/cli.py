"""The command line: finds the command, runs it, turns faults into an exit status.

0 done, also where files were set aside, each fault on standard error; 1 a check failed,
a file cannot be read, or `--strict` found something; 2 wrong usage, an unusable setting
or an empty corpus, nothing written; 130 stopped by Ctrl-C.
A fault of the program shows as a traceback.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from synoptic.commands.telling import tell
from synoptic.errors import CorpusError, SettingError, UsageError
from synoptic.version import __version__

COMMANDS = {
    "build": "Build the pages of docs/ from corpus/ (the default).",
    "clean": "Print the cleaned Markdown of one document.",
    "tag": "Print the topics of clauses or paragraphs as JSON lines.",
    "redline": "Print the redline of two documents as Markdown.",
    "explain": "Say what was kept, repaired and removed, and by which rule.",
    "review": "Print what the rules found, ready for the manifest.",
    "identify": "Give the archive an id of its own, once.",
    "verify": "Check hashes, words, quotes, anchors and links.",
}
"""Each command is a module of `synoptic.commands`, loaded only when it is called.

What stands here is the first line of its help, for the list of commands.
"""

DEFAULT = "build"


def command_of(name: str) -> click.Command:
    """Load a command."""
    return cast("click.Command", import_module(f"synoptic.commands.{name}").command)


class Program(click.Group):
    """All commands by name and first line; the one that is called is loaded."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in our order, not in that of the alphabet."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put in the command that may be left out."""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if args[0].startswith("-") and args[0] not in own if args else not ctx.resilient_parsing:
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, and load it."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, command_of(name) if name else found, rest

    def invoke(self, ctx: click.Context) -> int:
        """Run the command and return the exit status."""
        try:
            return int(super().invoke(ctx))
        except click.UsageError as error:
            tell(_misused(error, ctx))
            return 2
        except SettingError as error:
            tell(error)
            return 2
        except CorpusError as error:
            tell(error)
            return 1
        except BrokenPipeError:  # whoever read our output, such as head, has gone
            sys.stderr.close()
            return 1
        except KeyboardInterrupt:
            tell("interrupted; run the command again")
            return 130
        except OSError as error:
            where = error.filename or "system"
            tell(f"{where}: {error.strerror or error} [system]")
            return 1


PROGRAM = Program(
    commands=[click.Command(name, help=line) for name, line in COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"], "show_default": True},
    help="Make a static site from an archive of privacy policies.",
    epilog="COMMAND --help tells more of each.",
)
click.version_option(__version__, message="synoptic %(version)s")(PROGRAM)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    return int(PROGRAM.main(argv, standalone_mode=False))


def _misused(error: click.UsageError, ctx: click.Context) -> UsageError:
    """Say in our own form what is wrong with a command line, and which word comes near it."""
    called = error.ctx.command_path if error.ctx else f"{ctx.command_path} {ctx.invoked_subcommand}"
    problem, hint = error.format_message(), f"see {called} --help"
    if isinstance(error, click.NoSuchOption | click.NoSuchCommand):
        problem = error.message
        if error.possibilities:
            hint = f"did you mean {' or '.join(error.possibilities)}? If not, {hint}"
    return UsageError(called, problem[:1].lower() + problem[1:].rstrip("."), hint=hint)
