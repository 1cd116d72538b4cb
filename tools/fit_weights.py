"""Propose weights for the cues in taxonomy/topics.yml, rounded, as a new file to review.

    python tools/fit_weights.py ARCHIVE OUT [--taxonomy taxonomy/topics.yml]

ARCHIVE is the "contrib" collection of Open Terms Archive as a tar file. Two
kinds of text teach: the paragraphs that tools/labelled_paragraphs.tsv labels
(by fingerprint, with and without their headings), and, far more lightly,
paragraphs under a heading that speaks of one category alone.

The model is the one that synoptic.label.decide applies: sums per sentence,
categories that give way to the strongest other one, one threshold. Weights
are pulled towards those in the file, so that cues which the text cannot judge
keep what a person gave them. Deterministic; needs numpy and scipy, which the
site itself does not.
"""

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ota_paragraphs import Paragraph, paragraphs
from scipy import sparse
from scipy.optimize import minimize

from synoptic.label.decide import category_of
from synoptic.label.score import score
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.text.sentences import read

LABELS = Path(__file__).with_name("labelled_paragraphs.tsv")

PULL = 4.0
"""Strength of the pull to the weights of the file; 1 to 10 score alike on held-out policies."""

LABELLED, UNDER_HEADING, NOT_UNDER_HEADING = 0.5, 0.1, 0.03
"""What one decision counts: labelled (each paragraph twice), under a telling heading or not."""

MIN_WORDS = 12
"""Shorter paragraphs under a heading say too little by themselves to teach."""

SHARPNESS = 1.2
"""Points to log-odds: the loss of a decision is logistic in the distance to the threshold."""

STEP = 0.5
"""Weights are written in steps that a person can tell apart."""


@dataclass(frozen=True)
class Lesson:
    """Paragraphs as numbers: cues found, headings found, what is right, what it counts."""

    cues: sparse.csr_matrix
    headings: np.ndarray
    right: np.ndarray
    counts: np.ndarray


@dataclass(frozen=True)
class Shape:
    """How cues, topics and categories of a taxonomy hang together."""

    taxonomy: Taxonomy
    category_of_topic: np.ndarray
    categories: int
    topic_of_cue: np.ndarray
    start: np.ndarray
    yields: np.ndarray
    """Which categories give way to stronger ones."""


def shape_of(taxonomy: Taxonomy) -> Shape:
    """Give the categories of a taxonomy their numbers."""
    names = [category_of(taxonomy, place) for place in range(len(taxonomy.topics))]
    order = list(dict.fromkeys(names))
    competes = {name: topic.competes for name, topic in zip(names, taxonomy.topics, strict=True)}
    return Shape(
        taxonomy=taxonomy,
        category_of_topic=np.array([order.index(name) for name in names]),
        categories=len(order),
        topic_of_cue=np.array([max(entry.topic, 0) for entry in taxonomy.cues]),
        start=np.array([entry.weight for entry in taxonomy.cues]),
        yields=np.array([competes[name] for name in order]),
    )


def lessons(archive: Path, shape: Shape) -> Lesson:
    """Turn the paragraphs of the archive into numbers."""
    labels = _labels(shape)
    texts, headings, right, counts = [], [], [], []
    for paragraph in paragraphs(archive):
        if paragraph.fingerprint in labels:
            for above in (paragraph.headings, ()):
                texts.append(paragraph.text)
                headings.append(above)
                right.append(labels[paragraph.fingerprint])
                counts.append(np.full(shape.categories, LABELLED))
        elif (told := _told_by_heading(paragraph, shape)) is not None:
            texts.append(paragraph.text)
            headings.append(())
            right.append(told)
            counts.append(np.where(told, UNDER_HEADING, NOT_UNDER_HEADING))
    found = [_found(text, above, shape) for text, above in zip(texts, headings, strict=True)]
    rows = [row for row, (cues, _) in enumerate(found) for _ in cues]
    columns = [cue for cues, _ in found for cue in cues]
    values = [value for cues, _ in found for value in cues.values()]
    size = (len(texts), len(shape.start))
    return Lesson(
        cues=sparse.csr_matrix((values, (rows, columns)), shape=size),
        headings=np.array([told for _, told in found]),
        right=np.array(right),
        counts=np.array(counts),
    )


def _labels(shape: Shape) -> dict[str, np.ndarray]:
    places = {topic.slug: place for place, topic in enumerate(shape.taxonomy.topics)}
    labels = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, slugs = line.split("\t")
            right = np.zeros(shape.categories, bool)
            for slug in slugs.split():
                if slug != "-":
                    right[shape.category_of_topic[places[slug]]] = True
            labels[name] = right
    return labels


def _told_by_heading(paragraph: Paragraph, shape: Shape) -> np.ndarray | None:
    if not paragraph.headings or len(paragraph.text.split()) < MIN_WORDS:
        return None
    words = read(paragraph.headings[-1]).words
    entries = shape.taxonomy.heading_cues
    told = {
        shape.category_of_topic[entries[cue].topic]
        for cue, _, _ in shape.taxonomy.heading_index.find(words)
    }
    return np.arange(shape.categories) == told.pop() if len(told) == 1 else None


def _found(
    text: str, headings: tuple[str, ...], shape: Shape
) -> tuple[dict[int, float], np.ndarray]:
    """Return what each cue contributes per unit of weight, and the topics of the heading."""
    numbers = {id(entry): number for number, entry in enumerate(shape.taxonomy.cues)}
    cues: Counter[int] = Counter()
    told = np.zeros(len(shape.taxonomy.topics))
    for place, result in score(text, headings, shape.taxonomy).items():
        for hit in result.hits:
            if hit.where == "heading":
                told[place] = 1.0
            else:
                cues[numbers[id(hit.cue)]] += hit.share
    return dict(cues), told


def fit(lesson: Lesson, shape: Shape) -> tuple[np.ndarray, float]:
    """Return the fitted weights and the weight of a telling heading."""
    decision = shape.taxonomy.decision
    goal = np.append(shape.start, decision.heading)
    pull = np.append(np.full(len(shape.start), PULL), PULL * 5)
    free = np.append(shape.start != 0, True)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        said = _said(lesson, shape, weights)
        points = said + weights[-1] * lesson.headings
        margins, best, second = _margins(points, said, shape)
        sign = np.where(lesson.right, 1.0, -1.0)
        cost = (lesson.counts * np.logaddexp(0, -sign * SHARPNESS * margins)).sum()
        by_margin = -lesson.counts * sign * SHARPNESS / (1 + np.exp(sign * SHARPNESS * margins))
        by_rival = _back_through_rivalry(by_margin, best, second, shape)
        by_points = by_margin[:, shape.category_of_topic] * (points > 0)
        by_said = by_points + by_rival[:, shape.category_of_topic] * (said > 0)
        by_cue = np.asarray(lesson.cues.T @ by_said)
        gradient = np.append(
            by_cue[np.arange(len(shape.start)), shape.topic_of_cue],
            (by_points * lesson.headings).sum(),
        )
        away = (weights - goal) * free
        return cost + (pull * away**2).sum() / 2, gradient * free + pull * away

    result = minimize(loss, goal, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return result.x[:-1], float(result.x[-1])


def _said(lesson: Lesson, shape: Shape, weights: np.ndarray) -> np.ndarray:
    """Return what the words of each paragraph give to each topic."""
    size = (len(shape.start), len(shape.taxonomy.topics))
    by_topic = sparse.csr_matrix(
        (weights[:-1], (np.arange(size[0]), shape.topic_of_cue)), shape=size
    )
    return np.asarray((lesson.cues @ by_topic).todense())


def _margins(
    points: np.ndarray, said: np.ndarray, shape: Shape
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return margins per category, and which two categories the words speak of most."""
    totals, rivals = _totals(points, shape), _totals(said, shape)
    order = rivals.argsort(axis=1, kind="stable")
    best, second = order[:, -1], order[:, -2]
    rows = np.arange(len(points))
    rival = np.repeat(rivals[rows, best][:, None], shape.categories, axis=1)
    rival[rows, best] = rivals[rows, second]
    decision = shape.taxonomy.decision
    lost = np.where(shape.yields, decision.rivalry, 0.0) * rival
    return totals - lost - decision.threshold, best, second


def _totals(points: np.ndarray, shape: Shape) -> np.ndarray:
    """Add up the topics of each category."""
    totals = np.zeros((len(points), shape.categories))
    for topic, category in enumerate(shape.category_of_topic):
        totals[:, category] += np.maximum(points[:, topic], 0)
    return totals


def _back_through_rivalry(
    by_margin: np.ndarray, best: np.ndarray, second: np.ndarray, shape: Shape
) -> np.ndarray:
    """Turn a gradient by margin into one by rival: the strongest takes from all others."""
    taken = by_margin * np.where(shape.yields, shape.taxonomy.decision.rivalry, 0.0)
    rows = np.arange(len(best))
    from_best = taken[rows, best]
    by_rival = np.zeros_like(by_margin)
    by_rival[rows, best] -= taken.sum(axis=1) - from_best
    by_rival[rows, second] -= from_best
    return by_rival


def rewrite(text: str, taxonomy: Taxonomy, weights: np.ndarray, heading: float) -> str:
    """Return the taxonomy file with new weights; cues rounded to nothing are left out."""
    for place, topic in enumerate(taxonomy.topics):
        groups: dict[float, list[str]] = {}
        for entry, weight in zip(taxonomy.cues, weights, strict=True):
            if entry.topic == place and entry.weight and (rounded := _rounded(weight)):
                groups.setdefault(rounded, []).append(entry.cue)
        lines = ["    cues:"]
        for weight in sorted(groups, reverse=True):
            lines.append(f"      {weight:g}:")
            lines += [f"        - {_quoted(cue)}" for cue in groups[weight]]
        pattern = rf"(  - slug: {topic.slug}\n(?:    .*\n)*?)    cues:\n(?:      .*\n)*"
        block = "\n".join(lines) + "\n"
        text = re.sub(pattern, lambda found, block=block: found[1] + block, text, count=1)
    return re.sub(r"(?m)^  heading: .*$", f"  heading: {heading:.1f}", text, count=1)


def _rounded(weight: float) -> float:
    return round(float(weight) / STEP) * STEP


def _quoted(cue: str) -> str:
    return f'"{cue}"' if cue.startswith("@") else cue


def main(argv: list[str]) -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--taxonomy", type=Path, default=Path("taxonomy/topics.yml"))
    options = parser.parse_args(argv)
    text = options.taxonomy.read_text(encoding="utf-8")
    taxonomy = load_taxonomy(text, str(options.taxonomy))
    shape = shape_of(taxonomy)
    lesson = lessons(options.archive, shape)
    weights, heading = fit(lesson, shape)
    print(f"{lesson.cues.shape[0]} lessons, {len(shape.start)} cues, heading {heading:.2f}")
    new = rewrite(text, taxonomy, weights, heading)
    options.out.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
