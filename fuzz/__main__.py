"""Try the targets on made-up input until the time is up: `make fuzz`.

    python -m fuzz                          all targets, 60 seconds together
    python -m fuzz --seconds 600 cleaner    one target, ten minutes
    python -m fuzz --atheris cleaner        with libFuzzer, if atheris is installed

Made by hypothesis from pieces that readers stumble over, some repeated up to a million bytes.
Each target first tries what was found before (fuzz/found/TARGET/). A broken promise ends the
run with status 1 and the smallest input that shows it; an input that takes more processor time
or memory than is promised breaks one, too.
"""

import argparse
import importlib.util
import resource
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from time import process_time

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fuzz.targets import TARGETS

PIECES = (
    "<html>", "<body>", "<p>", "</p>", "<div class='nav'>", "</div>", "<ul><li>", "</li></ul>",
    "<table><tr><td>", "</table>", "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[",
    "<a href='", "javascript:x'>", "<pre>", "<br>", "<svg>", "<template>", "<title>", "&amp;",
    "&#0;", "&#xd800;", "&lt;b&gt;", "# ", "- ", "1. ", "> ", "| a | b |", "\n---\n", "\n", "\n\n",
    "\n\n\n", "    ", "\t", "[x](y)", "[x]: y", "![", "**", "_", "`", "```", "{: .x }", "{{ x }}",
    "{% x %}", "*[x]: y", "[^1]", "--8<--", "[TOC]", "\x00", "\x0b", "\x1b[31m", "\x85", "\u202e",
    "\u200b", "\ufeff", "\u2028", "e\u0301", "個人情報", "We keep your name.",
    "Last updated: May 1, 2016", "Effective 31.02.2018", "2018年5月1日", "Version 13/14/2015",
    "files: ", "a.txt: ", "limits: {bytes: ", "captured: ", "organisation: ", "review: ", "[", "{",
    "13:00", "0x10", "=1+1", "https://a.example/?b=c", "me@a.example", "'", '"', "\\",
    "<", ">", "&",
)  # fmt: skip

MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40)
INPUTS = (
    MARKUP.map(lambda pieces: "".join(pieces).encode("utf-8", "replace"))
    | MARKUP.map(lambda pieces: "".join(pieces).encode("utf-16", "replace"))
    | st.binary(max_size=400)
)
MOST = 1_000_000
"""Bytes of the longest inputs."""

LONG = st.tuples(MARKUP, st.integers(100, 20_000)).map(
    lambda made: ("".join(made[0]).encode("utf-8", "replace") * made[1])[:MOST]
)
SECONDS, MEMORY = 10.0, 1 << 30
"""What an input may cost: processor time, and bytes of memory beside what was in use before."""

FOUND = Path(__file__).parent / "found"
"""Inputs that broke a promise once, by target."""

ROUND = 100
"""Inputs between two looks at the clock."""


class CostError(Exception):
    """An input takes more than is promised."""


def bounded(target: Callable[[bytes], None], data: bytes) -> None:
    """Try an input and see what it costs.

    Raises:
        CostError: It takes more time or memory than is promised.

    """
    began, before = process_time(), most_memory()
    target(data)
    spent, grown = process_time() - began, most_memory() - before
    if spent > SECONDS:
        raise CostError(f"{len(data)} bytes take {spent:.1f} s")
    if grown > MEMORY:
        raise CostError(f"{len(data)} bytes take {grown >> 20} MB")


def most_memory() -> int:
    """Return the most bytes that this process ever had in memory."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def found(name: str) -> list[bytes]:
    """Return what broke a promise of a target once."""
    return [path.read_bytes() for path in sorted((FOUND / name).glob("*"))]


def run(target: Callable[[bytes], None], seconds: float, long: bool = True) -> int:
    """Try a target until the time is up; return the number of inputs.

    Args:
        target: What is tried.
        seconds: For how long.
        long: Whether some of the inputs are up to a million bytes long.

    Raises:
        Exception: Whatever the target raised, on the smallest input that raises it.

    """
    end = time.monotonic() + seconds
    rounds, count, inputs = 0, 0, INPUTS | LONG if long else INPUTS
    while not count or time.monotonic() < end:

        @seed(rounds)
        @settings(max_examples=ROUND, deadline=None, database=None,
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(inputs)
        def tried(data: bytes) -> None:
            nonlocal count
            if not count or time.monotonic() < end:
                count += 1
                bounded(target, data)

        tried()
        rounds += 1
    return count


def with_atheris(name: str, seconds: float) -> int:
    """Hand a target to libFuzzer, which does not come back."""
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed; pip install atheris (Linux and macOS), or leave it out")
        return 2
    import atheris

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds:.0f}"], TARGETS[name])
    atheris.Fuzz()
    return 0


def main() -> int:
    """Return 1 if a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=60, help="for all targets together")
    parser.add_argument("--short", action="store_true", help="no long inputs")
    parser.add_argument("--atheris", action="store_true", help="use libFuzzer on one target")
    args = parser.parse_args()
    names = args.targets or list(TARGETS)
    if not set(names) <= set(TARGETS):
        parser.error(f"targets are {', '.join(TARGETS)}")
    if args.atheris:
        return with_atheris(names[0], args.seconds)
    for name in names:
        try:
            for data in found(name):
                bounded(TARGETS[name], data)
            count = run(TARGETS[name], args.seconds / len(names), not args.short)
        except Exception:  # whatever it is, it is what we look for
            traceback.print_exc()
            print(f"{name}: broken", file=sys.stderr)
            return 1
        print(f"{name}: {count} inputs, all promises kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
