"""What documents are labelled with: the taxonomy, loaded and tried on its own examples."""

from dataclasses import dataclass
from functools import lru_cache

from synoptic.corpus.taxonomy_files import FACTS, TOPICS, TaxonomyText
from synoptic.label.examples import check_examples
from synoptic.label.facts import check_fact_examples
from synoptic.label.questions import FactsTaxonomy, load_facts
from synoptic.label.readings import Asked
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.version import __version__


@dataclass(frozen=True, slots=True)
class Labels:
    """What documents are labelled with."""

    topics: Taxonomy
    facts: FactsTaxonomy
    rules: str
    """Version of the program and digest of the taxonomy."""

    @property
    def topic_slugs(self) -> list[str]:
        """Slugs of all topics, in the order of the taxonomy."""
        return [topic.slug for topic in self.topics.topics]

    @property
    def asked(self) -> tuple[Asked, Asked]:
        """What is asked of every text: digests of the topics and of the questions, by slug."""
        return (
            {topic.slug: topic.digest for topic in self.topics.topics},
            {question.slug: question.digest for question in self.facts.questions},
        )


@lru_cache(maxsize=2)
def labels_from(text: TaxonomyText) -> Labels:
    """Load the taxonomy, once for each text of it in a process, and try its own examples.

    Raises:
        FaultsError: Everything that is wrong with it.

    """
    topics_file, facts_file = f"taxonomy/{TOPICS}", f"taxonomy/{FACTS}"
    labels = Labels(
        topics=load_taxonomy(text.topics, topics_file),
        facts=load_facts(text.facts, facts_file),
        rules=f"{__version__}+{text.digest[:8]}",
    )
    check_examples(labels.topics, topics_file)
    check_fact_examples(labels.facts, facts_file)
    return labels
