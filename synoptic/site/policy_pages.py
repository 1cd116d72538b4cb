"""The pages of one policy: one line for each kind.

In: a policy with its words. Out: views, which `pages.environment` renders. What is of no one
policy stands in `archive_wide`.
"""

from collections.abc import Iterator

from synoptic.site.kinds import PolicyTexts
from synoptic.site.pages import apart, changes, policy, version
from synoptic.site.pages.environment import View


def policy_views(texts: PolicyTexts) -> Iterator[View]:
    """Yield all pages of one policy."""
    topics, questions = texts.labels.topics, texts.labels.facts
    yield from version.views(texts.versions, topics, questions)
    yield from policy.views(texts.versions, texts.compared, topics, texts.apart)
    yield from changes.views(texts.versions, texts.compared, topics)
    yield from apart.views(texts.apart, has_policy=bool(texts.versions))
