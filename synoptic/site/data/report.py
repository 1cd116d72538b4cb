"""What a build says of itself: how much was published, and what was set aside or withdrawn."""

from collections.abc import Mapping, Sequence
from typing import Any

from synoptic.model import Problem
from synoptic.site.figures import Figures


def report(
    figures: Figures, problems: Sequence[Problem], withdrawn: Mapping[str, str]
) -> dict[str, Any]:
    """Return how much was published, and what was set aside and withdrawn."""
    return {
        "published": {
            "policies": figures.policies,
            "versions": figures.versions,
            "captures": figures.captures,
        },
        "set_aside": [_problem_record(problem) for problem in problems if problem.fatal],
        "warnings": [_problem_record(problem) for problem in problems if not problem.fatal],
        "withdrawn": [{"file": name, "reason": why} for name, why in sorted(withdrawn.items())],
    }


def _problem_record(problem: Problem) -> dict[str, Any]:
    return {
        "where": problem.where,
        "what": problem.what,
        "code": problem.code,
        "help": problem.hint or None,
    }
