"""The built site, served below a path of its own, and a browser that looks at it."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import chromium
import pytest
from archives import copy_of_project
from playwright.sync_api import Browser, sync_playwright

from browser.windows import Reader, reading

BELOW = "/sub/path/"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site below a path; anything beside it is not there."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BELOW):
            return str(Path(self.directory) / "nothing" / "here")
        return super().translate_path("/" + path.removeprefix(BELOW))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page, as hosts do."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("project")


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """The address that the site will have, ending with a slash."""
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BELOW}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def project(folder: Path, site: str) -> Path:
    """A copy of the project in which the site has been built for its address, without a warning."""
    copy_of_project(folder)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


@pytest.fixture(scope="session")
def paths(project: Path) -> list[str]:
    """The addresses of all pages below the root."""
    found = sorted((project / "site").rglob("index.html"))
    assert len(found) > 30
    pages = [path.parent.relative_to(project / "site").as_posix() for path in found]
    return ["" if page == "." else f"{page}/" for page in pages]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser, project: Path, site: str) -> Iterator[Reader]:
    with reading(browser, site) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser, project: Path, site: str) -> Iterator[Reader]:
    with reading(browser, site, "phone", has_touch=True, is_mobile=True) as opened:
        yield opened


@pytest.fixture
def plain(browser: Browser, project: Path, site: str) -> Iterator[Reader]:
    """Without JavaScript."""
    with reading(browser, site, java_script_enabled=False) as opened:
        yield opened
