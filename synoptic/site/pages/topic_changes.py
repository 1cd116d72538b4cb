"""What became of the clauses on each topic, between two versions.

In: two versions with their topics, and their collation. Out: for each topic how many of its
clauses came, went, were reworded, moved or stayed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from synoptic.label.taxonomy import Taxonomy
from synoptic.model import Collation, LabelledVersion, Pair, PairKind
from synoptic.site.lookup import topics_by_clause


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChange:
    """What became of the clauses on one topic."""

    slug: str
    title: str
    added: int
    removed: int
    reworded: int
    moved: int
    same: int


def topic_changes(
    old: LabelledVersion, new: LabelledVersion, collation: Collation, taxonomy: Taxonomy
) -> Iterator[TopicChange]:
    """Yield for each topic what became of its clauses; a clause counts under all its topics."""
    before, after = topics_by_clause(old), topics_by_clause(new)
    counts: Counter[tuple[str, str]] = Counter()
    for pair in collation.pairs:
        slugs = {slug for unit in pair.old for slug in before.get(unit.id, ())}
        slugs |= {slug for unit in pair.new for slug in after.get(unit.id, ())}
        counts.update((slug, _became(pair)) for slug in slugs)
    for topic in taxonomy.topics:
        slug = topic.slug
        yield TopicChange(
            slug=slug,
            title=topic.title,
            added=counts[slug, "added"],
            removed=counts[slug, "removed"],
            reworded=counts[slug, "reworded"],
            moved=counts[slug, "moved"],
            same=counts[slug, "same"],
        )


def _became(pair: Pair) -> str:
    """Return the one thing that is counted of a pair: other words before another place."""
    if pair.kind in (PairKind.ADDED, PairKind.REMOVED):
        return str(pair.kind)
    if pair.reworded:
        return "reworded"
    return "moved" if pair.moved else "same"
