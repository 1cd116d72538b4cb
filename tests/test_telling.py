"""What is said to a person, and what is printed for one: no terminal obeys any of it."""

import ast
from pathlib import Path

import pytest
from archives import Archive, CommandLine

from synoptic.errors import CorpusError
from synoptic.plain import json_text, message

PACKAGE = Path(__file__).parent.parent / "synoptic"
TRICK = "\x1b]0;title\x07\x1b[31m\x9b31m\x08\x7f\u202e\u2066\u200f"
WORDS = "We collect your name and address and sell them to third parties.\n\n" * 20
TEXT = f"# Privacy {TRICK} policy\n\nWe collect your name {TRICK} and sell it.\n\n{WORDS}"
PAGE = f"<title>Privacy</title><h1>Privacy {TRICK}</h1><p>We sell your name &#27;[31m{TRICK}</p>"
TURNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def obeyed(text: str) -> set[str]:
    """Return the signs of a text that a terminal would obey."""
    return {
        letter
        for letter in text
        if (letter < " " and letter != "\n") or "\x7f" <= letter <= "\x9f" or letter in TURNS
    }


@pytest.fixture
def hostile(archive: Archive) -> Archive:
    archive.add("a.txt", TEXT)
    archive.add("b.html", PAGE)
    archive.add("c.txt", "")
    archive.add(
        "corpus.yml", f'files:\n  a.txt:\n    document: "A\\e[31m{TURNS}"\n  "\\e[31m": {{}}\n'
    )
    return archive


def test_the_messages_of_a_build_are_plain(hostile: Archive) -> None:
    done = hostile.build()

    assert "\\x1b[31m" in done.err
    assert obeyed(done.err + done.out) == set()


@pytest.mark.parametrize("verb", ["tag", "explain", "review"])
@pytest.mark.parametrize("name", ["a.txt", "b.html"])
def test_what_a_command_prints_is_plain(
    hostile: Archive, command: CommandLine, verb: str, name: str
) -> None:
    hostile.add("corpus.yml", "")
    done = command(verb, hostile.corpus / name, "--corpus", hostile.corpus)

    assert done.status == 0
    assert done.out
    assert obeyed(done.err + done.out) == set()


@pytest.mark.parametrize("name", ["a.txt", "b.html"])
def test_cleaned_text_holds_no_control_character(
    hostile: Archive, command: CommandLine, name: str
) -> None:
    done = command("clean", hostile.corpus / name)

    assert "Privacy" in done.out
    assert obeyed(done.out) <= set(TURNS)


@pytest.mark.parametrize(
    "words",
    [
        ("clean", "nowhere\x1b[31m.txt"),
        ("build", "--corpus", "nowhere\x1b[31m"),
        ("build", "--jobs", "\x1b[31m"),
        ("\x1b[31m",),
        ("build", "--\x1b[31m"),
        ("review", "a\x1b[31m", "--sign", "--by", "x", "--on", "2024"),
    ],
)
def test_what_was_typed_is_repeated_in_plain_letters(
    command: CommandLine, words: tuple[str, ...]
) -> None:
    done = command(*words)

    assert done.status != 0
    assert done.err
    assert obeyed(done.err) == set()


def test_a_message_keeps_its_lines_and_an_endless_one_is_cut() -> None:
    fault = CorpusError("a\x1bb", "x" * 10**6, hint="see above")
    where, told = message(fault).split("\n")

    assert where.startswith("a\\x1bb: xxx")
    assert len(where) < 1100
    assert told == "  help: see above"


def test_json_says_the_same_in_plain_letters() -> None:
    value = {"text": f"{TRICK} ä 個人情報"}

    assert obeyed(json_text(value)) == set()
    assert "ä 個人情報" in json_text(value)
    assert ast.literal_eval(json_text(value)) == value


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_messages_are_printed_in_one_place(module: Path) -> None:
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in calls or module.name == "telling.py"
