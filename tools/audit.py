"""Licences of everything that is installed here, and known vulnerabilities of it.

    python tools/audit.py [path of pip-audit]

Without a network, or without pip-audit, the second part is left out with a message.
Status 1 if a vulnerability is known.
"""

import socket
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

ADVISORIES = ("pypi.org", 443)


def licence(package: Distribution) -> str:
    """Return what a package says of its licence, in a few words."""
    about = package.metadata
    classifiers = about.get_all("Classifier") or []
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: ")]
    return about.get("License-Expression") or ", ".join(named) or _first_line(about.get("License"))


def _first_line(text: str | None) -> str:
    return (text or "unknown").strip().partition("\n")[0][:60]


def reachable() -> bool:
    """Tell whether the list of vulnerabilities can be asked."""
    try:
        with socket.create_connection(ADVISORIES, timeout=5):
            return True
    except OSError:
        return False


def main() -> int:
    """Print both lists."""
    for package in sorted(distributions(), key=lambda one: one.name.lower()):
        print(f"{package.name:28}{package.version:20}{licence(package)}")
    audit = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if audit is None or not audit.is_file():
        print("pip-audit is not installed: known vulnerabilities were not looked up")
        return 0
    if not reachable():
        print(f"{ADVISORIES[0]} cannot be reached: known vulnerabilities were not looked up")
        return 0
    command = [str(audit), "--path", sysconfig.get_path("purelib"), "--progress-spinner", "off"]
    return int(subprocess.run(command, check=False).returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
