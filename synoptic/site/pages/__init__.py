"""Finished pages from placed documents: one list of page kinds, one template each.

In: versions, their collations, the taxonomy, what was set aside or apart. Out: Markdown by path
below docs/. No decision about content is taken in a template, none about looks here.
"""

from collections.abc import Mapping, Sequence

from synoptic.label.questions import FactsTaxonomy
from synoptic.label.taxonomy import Taxonomy
from synoptic.model import Problem, Version
from synoptic.site.pages import apart as apart_pages
from synoptic.site.pages import archive, changes, facts, policy, topics, version
from synoptic.site.pages.environment import rendered


def pages(
    versions: Sequence[Version],
    compared: Sequence[changes.Compared],
    taxonomy: Taxonomy,
    questions: FactsTaxonomy,
    problems: Sequence[Problem],
    withdrawn: Mapping[str, str],
    apart: Sequence[Version] = (),
    *,
    feed: bool = False,
) -> dict[str, bytes]:
    """Return all generated pages by their path below docs/."""
    views = [
        *version.views(versions, taxonomy, questions),
        *policy.views(versions, compared, taxonomy, apart),
        *changes.views(versions, compared, taxonomy),
        *apart_pages.views(apart, versions),
        *archive.views(versions, taxonomy, problems, withdrawn, apart, feed=feed),
        *topics.views(versions, taxonomy),
        *facts.views(versions, questions),
    ]
    return {view.path: rendered(view).encode("utf-8") for view in views}
