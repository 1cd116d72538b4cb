"""What is where in one version: its clauses by their ids, and its topics by clause and in number.

In: a version with its labels. Out: mappings, in the order of the text. Pages and data look
things up in them, so that both say the same.
"""

from collections import Counter

from synoptic.model import Clause, LabelledVersion


def clauses_by_id(version: LabelledVersion) -> dict[str, Clause]:
    """Return the clauses of a version by their ids."""
    return {clause.id: clause for clause in version.document.clauses}


def topics_by_clause(version: LabelledVersion) -> dict[str, list[str]]:
    """Return the slugs of the topics of each clause that has any, by its id."""
    topics: dict[str, list[str]] = {}
    for tag in version.labelled.tags:
        topics.setdefault(tag.clause, []).append(tag.topic)
    return topics


def clauses_on_topics(version: LabelledVersion) -> Counter[str]:
    """Count the clauses on each topic, by its slug."""
    return Counter(tag.topic for tag in version.labelled.tags)
