"""A real `mkdocs serve` in a folder of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archives import copy_of_project

PATIENCE = 90  # seconds until a change must show; a busy machine is no fault
REST = 4  # seconds in which a server at rest must not build again; it looks every half second


@dataclass
class Server:
    """A server in a folder of its own, and what it says."""

    folder: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def text(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def wait_for(self, path: str, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.text(path):
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, f"{words!r} never came\n{self.log.read_text()}"
            time.sleep(0.2)

    def builds(self) -> int:
        return len(re.findall(r"Building documentation", self.log.read_text()))

    def comes_to_rest(self) -> None:
        """Wait until no build has begun for a while, and see that it stays so."""
        end = time.monotonic() + PATIENCE
        seen, since = self.builds(), time.monotonic()
        while time.monotonic() - since < REST:
            assert time.monotonic() < end, f"it builds for ever\n{self.log.read_text()}"
            time.sleep(0.25)
            if self.builds() != seen:
                seen, since = self.builds(), time.monotonic()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve a copy of the project and wait until the server rests."""
    copy_of_project(folder)
    port, log = free_port(), folder / "log.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    one = Server(folder, f"http://127.0.0.1:{port}/", log, process)
    try:
        one.wait_for("policies/calmi/undated/", "Full text")
        one.comes_to_rest()
        yield one
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
