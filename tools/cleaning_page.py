"""Write into docs/about/cleaning.md what the rules of cleaning say of themselves.

    python tools/cleaning_page.py

What stands above the sign is written by hand and stays. A test holds the rest against
the lists of rules, so that neither can change alone.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "about" / "cleaning.md"
SIGN = "<!-- From here on this page is made by tools/cleaning_page.py. -->\n"
sys.path.insert(0, str(ROOT))  # the package need not be installed

from synoptic.cleaning.repairs import REPAIRS  # noqa: E402
from synoptic.formats.removals import RULES  # noqa: E402


def renewed(page: str) -> str:
    """Return the page with each rule as it is now."""
    removals = "".join(_entry(rule.name, rule.removes) for rule in RULES)
    repairs = "".join(_entry(rule.name, rule.mends) for rule in REPAIRS)
    lists = f"\n## What is removed\n{removals}\n## What is put in form\n{repairs}"
    return page.partition(SIGN)[0] + SIGN + lists


def _entry(name: str, says: str) -> str:
    return f"\n### {name} {{ #{name} }}\n\n{says}\n"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
