"""Finished pages: one list of page kinds, one template each.

In: the versions of one policy; the rows that all policies have in tables; figures of the
archive. Out: views, which `environment` renders. No decision about content is taken in a
template, none about looks here.
"""

from collections.abc import Iterator, Sequence

from synoptic.label.questions import FactsTaxonomy
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import LabelledVersion
from synoptic.site.pages import apart as apart_pages
from synoptic.site.pages import changes, policy, version
from synoptic.site.pages.environment import View
from synoptic.site.pages.turns import Compared


def policy_views(
    versions: Sequence[LabelledVersion],
    apart: Sequence[LabelledVersion],
    compared: Sequence[Compared],
    taxonomy: Taxonomy,
    questions: FactsTaxonomy,
) -> Iterator[View]:
    """Yield all pages of one policy.

    Args:
        versions: By the time of their first captures, undated last.
        apart: What was captured at its address and probably is no policy.
        compared: Older and newer version, with what changed.
        taxonomy: The topics.
        questions: The questions.

    """
    yield from version.views(versions, taxonomy, questions)
    yield from policy.views(versions, compared, taxonomy, apart)
    yield from changes.views(versions, compared, taxonomy)
    yield from apart_pages.views(apart, has_policy=bool(versions))
