"""The shape of the program: floors with imports that go down, small modules, no cycles."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TypeGuard

import pytest

from synoptic.build.policy import PARTS
from synoptic.cleaning.repairs import REPAIRS
from synoptic.formats.removals import RULES
from synoptic.site.archive_wide import ARCHIVE_WIDE

PACKAGE = Path(__file__).parent.parent / "synoptic"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
LIBRARY = sorted(set(MODULES) - {"synoptic"})

FLOORS = (
    {"directions", "errors", "plain", "version"},
    {"model"},
    {"text"},
    {"formats"},
    {"corpus"},
    {"cleaning"},
    {"recognise"},
    {"segment"},
    {"label", "compare"},
    {"site"},
    {"build"},
    {"verify", "api"},
    {"commands"},
    {"mkdocs_hook", ""},
)
"""The rooms of the program, from the ground up: each knows those below it and itself."""

FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}

CHANCE = {"synoptic.commands.work.identify", "synoptic.commands.work.verify"}
"""Commands that draw an id by lot, or say what they cost; no build does either."""

LONGEST = 300


def room_of(module: str) -> str:
    """The part of the program that a module belongs to: its first name below the package."""
    return module.split(".")[1] if "." in module else ""


def imports(module: str) -> Iterator[tuple[str, ast.AST]]:
    """Each module that a module imports, our own by the file that is meant."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, node) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative name"
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield (whole if whole in MODULES else str(node.module)), node


def test_every_room_has_its_floor() -> None:
    assert {room_of(module) for module in MODULES} == set(FLOOR)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_go_down(module: str) -> None:
    room = room_of(module)
    others = {room_of(name) for name, _ in imports(module) if name in MODULES} - {room}

    assert {other for other in others if FLOOR[other] >= FLOOR[room]} == set()


def test_there_are_no_cycles() -> None:
    graph = {module: {name for name, _ in imports(module) if name in MODULES} for module in MODULES}

    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_only_the_hook_knows_mkdocs(module: str) -> None:
    names = {name.partition(".")[0] for name, _ in imports(module)}

    known = {"mkdocs"} if module == "synoptic.mkdocs_hook" else set()
    assert names.isdisjoint({"mkdocs", "material", "playwright", "pytest"} - known)


def test_no_stage_reaches_for_the_hook() -> None:
    assert [
        module for module in MODULES if "synoptic.mkdocs_hook" in {n for n, _ in imports(module)}
    ] == []


KEPT = {
    "build.result": ("build.result", ()),
    "build.listing": ("corpus.records", ()),
    "build.pairs": ("build.pairs", ("build.result",)),
    "build.policy": ("build.policy", ("build.result", "build.pairs")),
    "build.archive": ("site", ("build.policy", "build.result", "build.pairs")),
}
"""Modules that keep results by the code that makes them: the module that makes them, and the
results that they are made of, whose keys are part of their own."""


def test_results_are_kept_by_all_the_code_that_makes_them() -> None:
    """Else a build after a change of the code would take over what the old code has made."""
    named = {module.removeprefix("synoptic."): call for module, call in calls("code_version")}
    assert named.keys() == KEPT.keys()
    rooms = {
        module: {argument.value for argument in call.args[1:] if is_text(argument)}
        for module, call in named.items()
    }
    for keeper, (maker, parts) in KEPT.items():
        known = set().union(*(rooms[module] for module in (keeper, *parts)))
        files = (MODULES[module].relative_to(PACKAGE) for module in behind(f"synoptic.{maker}"))
        strange = {
            file.as_posix()
            for file in files
            if file.as_posix() not in known and file.parts[0] not in known
        }
        assert strange == set(), keeper


def behind(module: str) -> set[str]:
    """A module, those that it imports, those that these import, and so on."""
    found: set[str] = set()
    todo = [name for name in MODULES if name == module or name.startswith(f"{module}.")]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [other for other, _ in imports(name) if other in MODULES]
    return found


def test_no_two_kinds_of_pages_share_the_name_of_what_policies_give_them() -> None:
    """Rows are kept by this name: one kind would be given those of another."""
    names = [rows.name for part in PARTS.values() for rows in part]
    assert len(set(names)) == len(names) > len(ARCHIVE_WIDE) / 2


READS = {"read_bytes", "read_text", "write_bytes", "write_text", "open", "unlink", "mkdir"}
TOUCH_FILES = {"build", "api", "commands", "verify", "mkdocs_hook", "site", "corpus"}


@pytest.mark.parametrize("module", [name for name in LIBRARY if room_of(name) not in TOUCH_FILES])
def test_what_judges_a_text_touches_no_files(module: str) -> None:
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert called.isdisjoint(READS)


@pytest.mark.parametrize("module", sorted({*LIBRARY} - CHANCE))
def test_no_clock_and_no_chance(module: str) -> None:
    assert {name.partition(".")[0] for name, _ in imports(module)}.isdisjoint(
        {"time", "random", "secrets", "locale"}
    )
    source = MODULES[module].read_text(encoding="utf-8")
    assert not any(call in source for call in (".now(", ".today(", "utcnow(", "uuid1(", "uuid4("))


def code_lines(source: str) -> int:
    """Lines that hold code: neither empty nor a comment nor part of a docstring."""
    texts = {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    return sum(
        1
        for number, line in enumerate(source.splitlines(), start=1)
        if number not in texts and line.strip() and not line.lstrip().startswith("#")
    )


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_are_short_and_say_what_they_are(module: str) -> None:
    source = MODULES[module].read_text(encoding="utf-8")

    assert code_lines(source) <= LONGEST
    assert ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize("module", sorted(MODULES))
def test_nothing_is_caught_blindly(module: str) -> None:
    caught = [
        node.lineno
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    ]
    assert caught == []


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.body[0].lineno + 1
        for path in MODULES.values()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) * 9 // 10] <= 30
    assert lengths[-1] <= 75


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Each call of a function of this name, with the module that calls it."""
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield module, node


def test_what_is_left_out_is_reported_by_a_rule_of_the_list() -> None:
    assert [module for module, _ in calls("Removal")] == ["synoptic.formats.removals"]
    named = {call.args[0].value for _, call in calls("removed") if is_text(call.args[0])}
    assert named <= {rule.name for rule in RULES}


def test_what_is_put_in_form_is_reported_by_a_rule_of_the_list() -> None:
    rules = [
        word.value for _, call in calls("Repair") for word in call.keywords if word.arg == "rule"
    ]
    named = {rule.value for rule in rules if is_text(rule)}
    assert named
    assert named <= {rule.name for rule in REPAIRS}


def is_text(node: ast.expr) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant)


def test_imports_stand_at_the_top() -> None:
    """Two exceptions, both named: what is optional and may not be installed."""
    inside = {
        (module, name)
        for module in MODULES
        for function in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [node.names[0].name])
    }
    assert inside == {
        ("synoptic.build.cluster", "distributed"),
        ("synoptic.corpus.containers.answer", "brotli"),
    }


def test_lint_reaches_every_module() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--show-files", "."]
    root = PACKAGE.parent
    shown = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout

    assert {str(path) for path in MODULES.values()} <= set(shown.splitlines())


def test_no_test_needs_the_archive_that_corpus_holds() -> None:
    reads = re.compile(r"""\bROOT\s*/\s*f?["']corpus\b""")
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    assert [path.name for path in sources if reads.search(path.read_text("utf-8"))] == []


def test_the_witness_of_html_has_another_parser_than_the_cleaner() -> None:
    used = {module: {name.partition(".")[0] for name, _ in imports(module)} for module in MODULES}
    parsers = {"lxml", "selectolax", "bs4", "html"}

    assert used["synoptic.formats.html.tree"] & parsers == {"lxml"}
    assert used["synoptic.formats.html.witness"] & parsers == {"selectolax"}
