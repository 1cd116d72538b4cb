"""What a build says of itself: how much was published, and what was set aside or withdrawn."""

from typing import Any

from synoptic.model import Problem
from synoptic.site.edition import Edition
from synoptic.site.figures import figures_of


def report(edition: Edition) -> dict[str, Any]:
    """Return how much was published, and what was set aside and withdrawn."""
    figures, problems = figures_of(edition.versions), edition.problems
    return {
        "published": {
            "policies": figures.policies,
            "versions": figures.versions,
            "captures": figures.captures,
        },
        "set_aside": [_problem_record(problem) for problem in problems if problem.fatal],
        "warnings": [_problem_record(problem) for problem in problems if not problem.fatal],
        "withdrawn": [
            {"file": name, "reason": why} for name, why in sorted(edition.withdrawn.items())
        ],
    }


def _problem_record(problem: Problem) -> dict[str, Any]:
    return {
        "where": problem.where,
        "what": problem.what,
        "code": problem.code,
        "help": problem.hint or None,
    }
