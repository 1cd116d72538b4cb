"""The taxonomy tries itself: its example sentences must get their topic, or not get it."""

from synoptic.errors import FaultsError, SettingError, TaxonomyError
from synoptic.label.decide import topics_of
from synoptic.label.taxonomy import Taxonomy


def check_examples(taxonomy: Taxonomy, where: str = "taxonomy/topics.yml") -> None:
    """Try all examples of all topics; costs about as much as tagging as many clauses.

    Raises:
        FaultsError: Every example that fails, with its line.

    """
    faults: list[SettingError] = []
    for topic in taxonomy.topics:
        for example in topic.examples:
            found = {e.topic for e in topics_of(example.text, example.headings, taxonomy)}
            if (topic.slug in found) == example.matches:
                continue
            verb = "does not get" if example.matches else "gets"
            faults.append(
                TaxonomyError(
                    f"{where}:{example.line}",
                    f"the example {example.text!r} {verb} the topic {topic.slug!r}",
                    hint="change the cues of the topic or the example",
                )
            )
    if faults:
        raise FaultsError(faults)
