"""What the tests share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archives import Archive, CommandLine
from hypothesis import HealthCheck, settings

# No test is about time, and a busy machine is no fault. On CI the same examples are tried
# every time; new ones are looked for where somebody is there to read them.
settings.register_profile(
    "ours",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept the present output")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a file under tests/golden/, or rewrite that file."""

    def check(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8")
        assert path.exists(), f"{path} is missing; run pytest --update-golden and read it"
        assert actual == path.read_text(encoding="utf-8"), (
            f"{path} differs. If the new output is right, run pytest --update-golden "
            "and read the git diff before you commit it."
        )

    return check


@pytest.fixture
def command(capfd: Any, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(capfd, monkeypatch)


@pytest.fixture
def archive(tmp_path: Path, command: CommandLine) -> Archive:
    """Three policies of two organisations: two captures of one, and an undated one."""
    made = Archive(tmp_path / "project", command)
    made.add_policy("acme-2016.txt", "acme.example")
    made.add("acme-2018.txt", (made.corpus / "acme-2016.txt").read_text(encoding="utf-8")
             .replace("20160601120000", "20180601120000").replace("2016-06-01", "2018-06-01")
             .replace("name and address", "name, address and age"))  # fmt: skip
    made.add("sub/plain.txt", "We keep no records of any kind.\n\nAsk us by letter.\n")
    made.add("corpus.yml", "files:\n  acme-2016.txt:\n    organisation: Acme\n    document: acme\n")
    return made
