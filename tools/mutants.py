"""Plant small faults in the code, one at a time, and print those that no test notices.

    make mutants WHERE="synoptic/compare synoptic/text/words.py" SAMPLE=150

A fault is one number, comparison, sign, "and", loop, … that is another one. Places are
drawn by `--seed`, so that two runs draw the same. A fault is tried first on the tests
that import its room (`synoptic/compare`), then on those that build a whole archive. A
fault with which the package cannot even be imported is not counted. The work is done on
a copy; the checkout is only read. The changes themselves are cosmic-ray's, which is
installed apart, since it brings a data base, a web client and more.

Status 1 if more than `--survive` of a hundred faults survive.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue

import parso
from cosmic_ray.ast import ast_nodes, get_ast, is_number
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv" / "bin" / "python"
WHOLE = ("tests/test_figures.py", "tests/test_first_archive.py", "tests/test_golden_clean.py")
"""Tests that build whole archives, for what the tests of a room let pass."""

MOST_SECONDS = 300
"""For one run of the tests; a fault that makes them slower than that is noticed."""

PASSED, FAILED, NONE = 0, 1, 5
"""Status of pytest; with any other it could not even collect the tests."""

_UNUSED = ("VariableReplacer", "VariableInserter", "RemoveDecorator", "ExceptionReplacer")
_TINY = 10


class HalfOrDouble(Operator):
    """Another number: one more or less of a small one, half or double of the others."""

    def mutation_positions(self, node: parso.tree.NodeOrLeaf) -> Iterator[tuple[object, object]]:
        """Yield the number's place twice, once for each of the two changes."""
        if is_number(node):
            yield from [(node.start_pos, node.end_pos)] * 2

    def mutate(self, node: parso.tree.Leaf, index: int) -> parso.tree.Leaf:
        """Return the number changed."""
        number = ast.literal_eval(node.value)
        less, more = number / 2, number * 2
        if isinstance(number, int):
            less, more = (number - 1, number + 1) if number < _TINY else (number // 2, number * 2)
        return parso.python.tree.Number(f" {(less, more)[index]}", node.start_pos)

    @classmethod
    def examples(cls) -> tuple[()]:
        """Return none: cosmic-ray asks for them in its own tests only."""
        return ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One change of one module."""

    module: Path
    """Below the root."""
    line: int
    operator: Operator
    occurrence: int
    """Which of the places of its operator in the module it is, from 0."""

    def planted(self) -> str | None:
        """Return the module's code with the fault; None if nothing is different."""
        code = (ROOT / self.module).read_text(encoding="utf-8")
        changed = mutate_code(code, self.operator, self.occurrence)
        return changed if changed != code else None

    def __str__(self) -> str:
        old = (ROOT / self.module).read_text(encoding="utf-8").splitlines()
        new = (self.planted() or "").splitlines()
        changed = next(
            (pair for pair in zip(old, new, strict=False) if pair[0] != pair[1]), ("", "")
        )
        return f"{self.module}:{self.line}\n  - {changed[0].strip()}\n  + {changed[1].strip()}"


def main() -> int:
    """Try the faults and print the survivors and the counts."""
    options = _options()
    modules = [module for place in options.where for module in _modules(Path(place))]
    faults = _drawn(modules, random.Random(options.seed))
    tried = survived = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        copies = _copies(Path(folder), options.jobs)
        _check(modules, copies)
        batch = [fault for _, fault in zip(range(options.sample), faults, strict=False)]
        outcomes = pool.map(lambda fault: _tried(fault, copies), batch)
        for fault, noticed in zip(batch, outcomes, strict=True):
            if noticed is None:
                continue
            tried += 1
            if not noticed:
                survived += 1
                print(f"survives: {fault}", flush=True)
    share = 100 * survived / max(tried, 1)
    print(f"{tried} faults, {tried - survived} noticed, {survived} survive ({share:.0f} %)")
    return int(share > options.survive)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("where", nargs="+", help="folders or modules, such as synoptic/compare")
    parser.add_argument("--sample", type=int, default=150, help="how many faults (150)")
    parser.add_argument("--seed", type=int, default=1, help="another draw (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--survive", type=float, default=15, metavar="PERCENT")
    return parser.parse_args()


def _modules(place: Path) -> list[Path]:
    inside = (ROOT / place).rglob("*.py") if (ROOT / place).is_dir() else [ROOT / place]
    return sorted(path.relative_to(ROOT) for path in inside)


def _drawn(modules: Sequence[Path], draw: random.Random) -> Iterator[Fault]:
    """Yield faults in a random order of their places, one for each place."""
    places: dict[tuple[Path, object], list[Fault]] = {}
    for module in modules:
        for place, fault in _faults(module):
            places.setdefault((module, place), []).append(fault)
    for place in draw.sample(sorted(places), len(places)):
        yield draw.choice(places[place])


def _faults(module: Path) -> Iterator[tuple[object, Fault]]:
    tree = get_ast((ROOT / module).read_text(encoding="utf-8"))
    nodes = list(ast_nodes(tree))
    for operator in _operators():
        places = (place for node in nodes for place in operator.mutation_positions(node))
        for occurrence, (start, _) in enumerate(places):
            yield start, Fault(module, start[0], operator, occurrence)


def _operators() -> list[Operator]:
    """Return the kinds of fault; not those that mostly break types, which mypy tells."""
    names = [name for name in operator_names() if not name.endswith((*_UNUSED, "NumberReplacer"))]
    kinds = [get_operator(name) for name in names if "BinaryOperator" not in name]
    signs = [get_operator(f"core/ReplaceBinaryOperator_{pair}") for pair in ("Add_Sub", "Sub_Add")]
    return [HalfOrDouble(), *(kind() for kind in (*kinds, *signs) if not kind.arguments())]


def _copies(folder: Path, count: int) -> "SimpleQueue[Path]":
    copies: SimpleQueue[Path] = SimpleQueue()
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True)
    names = [name for name in done.stdout.split("\0") if (ROOT / name).is_file()]
    for copy in (folder / str(number) / ROOT.name for number in range(count)):
        for name in names:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
        copies.put(copy)
    return copies


def _check(modules: Sequence[Path], copies: "SimpleQueue[Path]") -> None:
    """Make sure that the tests pass without a fault; else nothing could be learnt from them."""
    copy = copies.get()
    tests = list(dict.fromkeys(test for module in modules for test in _tests_of(module)))
    status = _status(copy, [*tests, *WHOLE])
    if status != PASSED:
        sys.exit(f"The tests fail without any fault (pytest ended with {status}): see make test.")
    copies.put(copy)


def _tried(fault: Fault, copies: "SimpleQueue[Path]") -> bool | None:
    """Return whether a test notices the fault; None if it is none."""
    changed = fault.planted()
    if changed is None:
        return None
    copy = copies.get()
    module = copy / fault.module
    before = module.read_bytes()
    try:
        module.write_text(changed, encoding="utf-8")
        for tests in (_tests_of(fault.module), WHOLE):
            status = _status(copy, tests)
            if status not in (PASSED, NONE):
                return True if status == FAILED else None
        return False
    finally:
        module.write_bytes(before)
        copies.put(copy)


def _tests_of(module: Path) -> list[str]:
    """Return the tests that import the module, then those that import another of its room."""
    itself = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    room = ".".join(module.with_suffix("").parts[:2])
    imports = {path: _imported(path) for path in sorted((ROOT / "tests").glob("test_*.py"))}
    near = [path for path, names in imports.items() if itself in names]
    far = [path for path, names in imports.items() if any(name.startswith(room) for name in names)]
    order = dict.fromkeys((*near, *far))
    return [str(module), *(path.relative_to(ROOT).as_posix() for path in order)]


@cache
def _imported(path: Path) -> frozenset[str]:
    """Return what a test imports, and what the helpers and benchmarks import that it imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    others = [name.replace(".", "/") for name in names if not name.startswith("synoptic")]
    places = (ROOT / below / f"{name}.py" for name in others for below in (".", "tests"))
    return frozenset(names).union(*(_imported(place) for place in places if place.is_file()))


def _status(copy: Path, tests: Sequence[str]) -> int:
    command = [PYTHON, "-m", "pytest", "-x", "-q", "-m", "not slow", "-p", "no:cacheprovider"]
    environment = {**os.environ, "CI": "true", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=copy,
            env=environment,
            check=False,
            capture_output=True,
            timeout=MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return FAILED
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
