"""The command line itself: names, help, wrong usage, completion, and what it loads."""

import inspect
import json
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from archives import ROOT, Archive, CommandLine
from click.shell_completion import ShellComplete

from synoptic.commands.cli import COMMANDS, PROGRAM, command_of


def test_the_overview_names_every_command_in_order(command: CommandLine) -> None:
    done = command("--help")
    listed = done.out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()

    assert (done.status, done.err) == (0, "")
    assert [tuple(line.split(None, 1)) for line in listed] == list(COMMANDS.items())


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_that_begins_as_the_overview_says(
    command: CommandLine, name: str, flag: str
) -> None:
    done = command(name, flag)

    assert (done.status, done.err) == (0, "")
    assert f" {name} [OPTIONS]" in done.out.partition("\n")[0]
    assert done.out.splitlines()[2].strip() == COMMANDS[name]
    assert all(len(line) <= 80 for line in done.out.partition("Examples:")[0].splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_says_what_it_is(name: str) -> None:
    for parameter in command_of(name).params:
        assert isinstance(parameter, click.Option | click.Argument)
        assert parameter.help
        assert parameter.help.endswith(".")


def examples() -> list[list[str]]:
    """Return the words of each call of the program in the examples of all commands."""
    calls = []
    for name in COMMANDS:
        lines = (command_of(name).epilog or "").partition("Examples:\n")[2].splitlines()
        assert lines, f"{name} has no example"
        for line in lines:
            words = shlex.split(line, posix=True)
            call = words[words.index("synoptic") + 1 :]
            ends = [call.index(sign) for sign in ("|", ">", "<") if sign in call]
            calls.append(call[: min(ends, default=len(call))])
    return calls


@pytest.mark.parametrize("call", examples(), ids=" ".join)
def test_every_example_is_good_usage(call: list[str]) -> None:
    name, command, rest = PROGRAM.resolve_command(click.Context(PROGRAM), list(call))

    assert command
    command.make_context(name, rest)  # raises on wrong usage


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("biuld", ": no such command 'biuld'"),
        ("xyz", ": no such command 'xyz'"),
        ("--strikt", " build: no such option '--strikt'"),
        ("clean", " clean: missing argument 'FILE'"),
        ("clean a b", " clean: got unexpected extra argument (b)"),
        ("redline a", " redline: missing argument 'NEW'"),
        ("build --corpus", " build: option '--corpus' requires an argument"),
        ("--quiet clean", " build: got unexpected extra argument (clean)"),
        ("review x --on May", ": 'May' is no day such as 2026-01-15"),
        (f"verify --site {shlex.quote(__file__)}", "is a file"),
    ],
)
def test_wrong_usage_is_a_message_like_any_other(
    command: CommandLine, line: str, told: str
) -> None:
    done = command(*shlex.split(line))
    message, help_line = done.err.splitlines()

    assert (done.status, done.out) == (2, "")
    assert message.endswith(f"{told} [usage]")
    assert help_line.startswith("  help: ")
    assert help_line.endswith(" --help")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("biuld", "build"),
        ("tag x --jason", "--json"),
        ("--strikt", "--strict"),
        ("build --no-chache", "--no-cache"),
    ],
)
def test_the_word_that_was_meant_is_offered(command: CommandLine, line: str, meant: str) -> None:
    assert f"help: did you mean {meant}? If not, see " in command(*line.split()).err


def test_the_message_names_the_door_that_was_used() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "build_corpus.py"), "claen"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "build_corpus.py: no such command 'claen' [usage]\n"
        "  help: did you mean clean? If not, see build_corpus.py --help\n"
    )


def test_build_need_not_be_named(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.folder)
    named = archive.command("build", "--no-cache")
    tree = archive.tree()

    assert (named.status, len(tree) > 10) == (0, True)
    for words in ([], ["--no-cache"], ["--jobs=1", "--strict"]):
        assert archive.command(*words).status == 0
        assert archive.tree() == tree


def completions(*words: str, last: str = "") -> list[str]:
    """Return what a shell offers for the last word."""
    found = ShellComplete(PROGRAM, {}, "synoptic", "_SYNOPTIC_COMPLETE")
    return [item.value for item in found.get_completions(list(words), last)]


def test_a_shell_completes_commands_and_options() -> None:
    assert completions() == list(COMMANDS)
    assert completions(last="re") == ["redline", "review"]
    assert completions("build", last="--no") == ["--no-cache", "--no-review"]
    assert completions("--strict", last="--no") == ["--no-cache", "--no-review"]
    assert completions("tag", last="--j") == ["--json"]
    assert completions("biuld", last="--no") == []


LOADED = """
import json, sys
from synoptic.commands.cli import main
status = main(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(*words: str) -> set[str]:
    """Return the modules that a command has loaded at its end, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    status, modules = json.loads(done.stderr)
    assert status == 0
    return set(modules)


@pytest.mark.parametrize("words", [["--help"], ["--version"]])
def test_the_overview_loads_no_stage_and_no_command(words: list[str]) -> None:
    ours = {name for name in loaded_by(*words) if name.startswith("synoptic.")}

    assert ours == {
        f"synoptic.{name}"
        for name in ("commands", "commands.cli", "commands.telling", "errors", "plain", "version")
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_loads_no_stage(name: str) -> None:
    """It is there at once: loading the stages takes a second, loading click a tenth."""
    modules = loaded_by(name, "--help")

    assert f"synoptic.commands.{name}" in modules
    assert not {module for module in modules if module.startswith("synoptic.commands.work")}
    assert modules.isdisjoint({"lxml", "yaml", "babel", "numpy", "synoptic.model"})


def test_cleaning_loads_neither_the_site_generator_nor_the_build(tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_text("# Privacy\n\nWe keep nothing.\n", encoding="utf-8")
    modules = loaded_by("clean", str(path))

    assert "synoptic.commands.work.clean" in modules
    assert modules.isdisjoint(
        {"mkdocs", "jinja2", "synoptic.build.pipeline", "synoptic.site.pages"}
    )
    assert not {f"synoptic.commands.{name}" for name in COMMANDS if name != "clean"} & modules


def test_a_command_is_one_module_with_a_docstring_that_names_it() -> None:
    for name in COMMANDS:
        module = inspect.getmodule(command_of(name).callback)
        assert module
        assert (module.__doc__ or "").startswith(f"`{name}")
