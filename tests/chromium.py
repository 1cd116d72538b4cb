"""Find the Chromium that the browser tests look with, or install one.

    python tests/chromium.py             print where it is
    python tests/chromium.py --install   install one if there is none

Looked for: $CHROMIUM, a browser on the PATH, one that Playwright has installed.
Installed: by the system's installer if it may be called, else by Playwright's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
INSTALLERS = (
    ("apt-get", [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]),
    (sys.executable, [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]),
    (sys.executable, [[sys.executable, "-m", "playwright", "install", "chromium"]]),
)
MISSING = (
    "No Chromium was found and none could be installed, so the browser tests cannot run.\n"
    "Install one (Debian: apt-get install chromium), or name yours: CHROMIUM=/path/to/chromium"
)


def find() -> str | None:
    """Return the path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> str | None:
    """Try the installers in turn until there is a Chromium."""
    for tool, commands in INSTALLERS:
        if not shutil.which(tool):
            continue
        print(f"installing Chromium: {' '.join(commands[-1])}", flush=True)
        for command in commands:
            # All goes to our own output, so that a refusal shows its reason.
            if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:
                break
        path = find()
        if path:
            return path
    return None


def main() -> int:
    """Print the path; 1 if there is none."""
    path = find() or (install() if "--install" in sys.argv[1:] else None)
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
