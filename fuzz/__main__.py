"""Try the targets on made-up input until the time is up: `make fuzz`.

    python -m fuzz                          all targets, 60 seconds together
    python -m fuzz --seconds 600 cleaner    one target, ten minutes
    python -m fuzz --atheris cleaner        with libFuzzer, if atheris is installed

Made by hypothesis from pieces that readers stumble over. A broken promise ends the
run with status 1 and the smallest input that shows it.
"""

import argparse
import importlib.util
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

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
    "Last updated: May 1, 2016", "https://a.example/?b=c", "me@a.example", "'", '"', "\\",
    "<", ">", "&",
)  # fmt: skip

MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40)
INPUTS = (
    MARKUP.map(lambda pieces: "".join(pieces).encode("utf-8", "replace"))
    | MARKUP.map(lambda pieces: "".join(pieces).encode("utf-16", "replace"))
    | st.binary(max_size=400)
)
ROUND = 100
"""Inputs between two looks at the clock."""


def run(target: Callable[[bytes], None], seconds: float) -> int:
    """Try a target until the time is up; return the number of inputs.

    Raises:
        Exception: Whatever the target raised, on the smallest input that raises it.

    """
    end = time.monotonic() + seconds
    rounds = 0
    while not rounds or time.monotonic() < end:

        @seed(rounds)
        @settings(max_examples=ROUND, deadline=None, database=None,
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(INPUTS)
        def tried(data: bytes) -> None:
            target(data)

        tried()
        rounds += 1
    return rounds * ROUND


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
    parser.add_argument("--atheris", action="store_true", help="use libFuzzer on one target")
    args = parser.parse_args()
    names = args.targets or list(TARGETS)
    if not set(names) <= set(TARGETS):
        parser.error(f"targets are {', '.join(TARGETS)}")
    if args.atheris:
        return with_atheris(names[0], args.seconds)
    for name in names:
        try:
            count = run(TARGETS[name], args.seconds / len(names))
        except Exception:  # whatever it is, it is what we look for
            traceback.print_exc()
            print(f"{name}: broken", file=sys.stderr)
            return 1
        print(f"{name}: {count} inputs, all promises kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
