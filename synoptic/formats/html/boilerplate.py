"""Which lines of a page are the website's and not the policy's, by the rules of the list.

In: a measured `Page`. Out: for each line None, or the rule and the reason for leaving it out.
Promise: each box and each line is judged by `RULES`, in their order, and by nothing else.
"""

from synoptic.formats.html.measure import Measure
from synoptic.formats.html.parts import LINKY
from synoptic.formats.html.region import states_date
from synoptic.formats.html.tree import HEADINGS
from synoptic.formats.removals import RULES

Verdict = tuple[str, str] | None
"""Rule and reason for a line that is left out."""

_BOX_RULES = tuple((rule.name, rule.box) for rule in RULES if rule.box)
_LINE_RULES = tuple((rule.name, rule.reason, rule.lines) for rule in RULES if rule.lines)


def judge(page: Measure) -> list[Verdict]:
    """Ask the rules about the boxes and the lines of a page; say what came out for each line."""
    verdicts: list[Verdict] = [None] * len(page.page.lines)
    _judge_boxes(page, verdicts)
    _give_back_dates(page, verdicts)
    for name, reason, find in _LINE_RULES:
        for index in find(page, [verdict is None for verdict in verdicts]):
            verdicts[index] = verdicts[index] or (name, reason)
    _leave_out_orphans(page, verdicts)
    return verdicts


def _judge_boxes(page: Measure, verdicts: list[Verdict]) -> None:
    """Ask the rules about each box, outer ones first, until one of them leaves it out."""
    done = 0
    for box in page.page.boxes:
        if box.last <= max(done, box.first) or box.tag in HEADINGS:
            continue
        if not page.kinds(box) and page.link_share(box) < LINKY:  # nothing would come of it
            continue
        for name, rule in _BOX_RULES:
            reason = rule(box, page)
            if reason is not None:
                verdicts[box.first : box.last] = [(name, reason)] * (box.last - box.first)
                done = box.last
                break


def _give_back_dates(page: Measure, verdicts: list[Verdict]) -> None:
    """Keep what states when a text was made or changed, though it stands at the page's edge."""
    for index, line in enumerate(page.page.lines):
        verdict = verdicts[index]
        if verdict is not None and verdict[0] in _EDGES and not page.linked[index]:
            verdicts[index] = None if states_date(line) else verdict


_EDGES = frozenset({"page-header", "page-footer"})


def _leave_out_orphans(page: Measure, verdicts: list[Verdict]) -> None:
    """Leave out a heading if all that it heads was left out, such as "Contents" or "Share"."""
    next_kept = len(verdicts)
    for index in range(len(verdicts) - 1, -1, -1):
        if verdicts[index] is not None:
            continue
        box = page.page.lines[index].box
        end = box.parent.last if box.parent else 0
        headed = verdicts[index + 1] if index + 1 < end <= next_kept else None
        if headed is not None and (box.heading > 1 or box.tag == "summary"):
            verdicts[index] = headed
        else:
            next_kept = index
