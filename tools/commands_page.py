"""Write into docs/about/commands.md what the commands say of themselves.

    python tools/commands_page.py

What stands above the sign is written by hand and stays. A test holds the rest against
the commands, so that neither can change alone.
"""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent

import click

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "about" / "commands.md"
SIGN = "<!-- From here on this page is made by tools/commands_page.py. -->\n"
sys.path.insert(0, str(ROOT))  # the package need not be installed

from synoptic.commands.cli import COMMANDS, PROGRAM, command_of  # noqa: E402


def renewed(page: str) -> str:
    """Return the page with each command as it is now."""
    with PROGRAM.make_context("synoptic", [], resilient_parsing=True) as program:
        parts = [part for name in COMMANDS for part in _command(name, program)]
    return page.partition(SIGN)[0] + SIGN + "".join(f"\n{part}\n" for part in parts)


def _command(name: str, program: click.Context) -> Iterator[str]:
    command = command_of(name)
    context = click.Context(command, info_name=name, parent=program)
    usage = command.get_usage(context).removeprefix("Usage: ")
    examples = (command.epilog or "").partition("Examples:\n")[2]
    yield f"## {name}"
    yield from (" ".join(text.split()) for text in cleandoc(command.help or "").split("\n\n"))
    yield f"```\n{usage}\n```"
    yield "\n".join(_parameter(parameter, context) for parameter in command.params)
    yield f"For example:\n\n```\n{dedent(examples)}\n```"


def _parameter(parameter: click.Parameter, context: click.Context) -> str:
    if not isinstance(parameter, click.Option):
        return f"- `{parameter.make_metavar(context)}`: {parameter.help}"
    names, _ = parameter.get_help_record(context) or ("", "")
    default = parameter.get_help_extra(context).get("default", "").strip("()")
    return f"- `{names}`: {parameter.help}{f' Default: {default}.' if default else ''}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
