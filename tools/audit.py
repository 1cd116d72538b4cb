"""Licences of everything that is installed here, and known vulnerabilities of it.

    python tools/audit.py [path of pip-audit]

Without a network, or without pip-audit, the second part is left out with a message.
Status 1 if a vulnerability is known.
"""

import re
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

_FOUND = re.compile(r"Found \d+ known vulnerabilit")


def licence(package: Distribution) -> str:
    """Return what a package says of its licence, in a few words."""
    about = package.metadata
    classifiers = about.get_all("Classifier") or []
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: ")]
    return about.get("License-Expression") or ", ".join(named) or _first_line(about.get("License"))


def _first_line(text: str | None) -> str:
    return (text or "unknown").strip().partition("\n")[0][:60]


def main() -> int:
    """Print both lists."""
    for package in sorted(distributions(), key=lambda one: one.name.lower()):
        print(f"{package.name:28}{package.version:20}{licence(package)}")
    audit = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if audit is None or not audit.is_file():
        print("pip-audit is not installed: known vulnerabilities were not looked up")
        return 0
    command = [str(audit), "--path", sysconfig.get_path("purelib"), "--progress-spinner", "off"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    print(done.stdout + done.stderr)
    if done.returncode and not _FOUND.search(done.stdout + done.stderr):
        # pip-audit fails in the same way for a network that is not there.
        print("known vulnerabilities were not looked up, for the reason above")
        return 0
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
