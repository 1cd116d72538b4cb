"""Measure the topics against paragraphs that a person labelled.

    python tools/measure_labels.py ARCHIVE [--labels tools/held_out_paragraphs.tsv]

ARCHIVE is the "contrib" collection of Open Terms Archive as a tar file. Prints
precision, recall and F1 over the nine categories of OPP-115 together, from the
text alone and with the headings above it.
"""

import argparse
import sys
from pathlib import Path

from ota_paragraphs import Paragraph, paragraphs

from synoptic.label.decide import topics_of
from synoptic.label.tag import opp115_of
from synoptic.label.taxonomy import Taxonomy, load_taxonomy

HERE = Path(__file__).parent
TAXONOMY = HERE.parent / "taxonomy" / "topics.yml"


def labels_of(file: Path) -> dict[str, list[str]]:
    """Return the topics of each paragraph by its fingerprint."""
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: [slug for slug in slugs.split() if slug != "-"] for name, slugs in pairs}


def measure(
    labelled: list[tuple[Paragraph, list[str]]], taxonomy: Taxonomy, with_headings: bool
) -> str:
    """Return precision, recall and F1 as a line."""
    right = wrong = missed = 0
    for paragraph, slugs in labelled:
        headings = paragraph.headings if with_headings else ()
        found = {evidence.topic for evidence in topics_of(paragraph.text, headings, taxonomy)}
        said = set(opp115_of(sorted(found), taxonomy)) - {"other"}
        meant = set(opp115_of(slugs, taxonomy)) - {"other"}
        right += len(said & meant)
        wrong += len(said - meant)
        missed += len(meant - said)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def main(argv: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--labels", type=Path, default=HERE / "held_out_paragraphs.tsv")
    options = parser.parse_args(argv)
    taxonomy = load_taxonomy(TAXONOMY.read_text(encoding="utf-8"), str(TAXONOMY))
    labels = labels_of(options.labels)
    read = paragraphs(options.archive)
    labelled = [(one, labels[one.fingerprint]) for one in read if one.fingerprint in labels]
    print(f"{len(labelled)} paragraphs")
    print("text only:     ", measure(labelled, taxonomy, with_headings=False))
    print("with headings: ", measure(labelled, taxonomy, with_headings=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
