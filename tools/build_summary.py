"""Say in Markdown what a build published and set aside, for the summary of a workflow.

    python tools/build_summary.py site/data/report.json

Names and messages may hold anything that a file name can: they stand escaped in HTML.
"""

import json
import sys
from html import escape
from pathlib import Path
from typing import Any


def summary(report: dict[str, Any]) -> str:
    """Return the summary of a report.json."""
    counts = ", ".join(f"{count} {noun}" for noun, count in report["published"].items())
    parts = [f"Published: {counts}.\n"]
    for key, title in (("set_aside", "Set aside"), ("warnings", "Warnings")):
        lines = [f"{fault['where']}: {fault['what']} [{fault['code']}]" for fault in report[key]]
        if lines:
            # No line may be empty: there a block of HTML in Markdown would end.
            text = "\n".join(escape(" ".join(line.split())) for line in lines)
            parts.append(f"### {title}: {len(lines)}\n\n<pre>\n{text}\n</pre>\n")
    return "\n".join(parts)


if __name__ == "__main__":
    print(summary(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
