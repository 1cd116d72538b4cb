"""Finished pages from placed documents: one list of page kinds, one template each.

In: versions, taxonomy, what was set aside. Out: Markdown by path below docs/. No
decision about content is taken in a template, none about looks here.
"""

from collections.abc import Mapping, Sequence

from synoptic.label.taxonomy import Taxonomy
from synoptic.model import Problem, Version
from synoptic.render import archive, compare, policy
from synoptic.render.templates import rendered


def pages(
    versions: Sequence[Version],
    taxonomy: Taxonomy,
    problems: Sequence[Problem],
    withdrawn: Mapping[str, str],
) -> dict[str, bytes]:
    """Return all generated pages by their path below docs/."""
    views = [
        *policy.views(versions, taxonomy),
        *archive.views(versions, taxonomy, problems, withdrawn),
        *compare.views(versions, taxonomy),
    ]
    return {view.path: rendered(view).encode("utf-8") for view in views}
