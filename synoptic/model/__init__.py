"""The nouns of the project: what the stages hand to one another.

Everything here is frozen. `None` always means "the source does not say".

    read      bytes       -> Capture
    clean     Capture     -> CleanText
    segment   CleanText   -> Document
    label     Document    -> LabelledDocument
"""

from synoptic.model.archive import (
    Capture,
    Entry,
    Finding,
    LabelledVersion,
    Problem,
    Version,
)
from synoptic.model.collation import (
    Change,
    Collation,
    Difference,
    Mark,
    Pair,
    PairKind,
    Span,
    Stretch,
    Unit,
)
from synoptic.model.document import Clause, Document, Passage, Section, StatedDate
from synoptic.model.history import Turn, in_order, in_time, turns
from synoptic.model.labels import (
    READER_KINDS,
    UNSTATED,
    Beside,
    Evidence,
    Fact,
    LabelledDocument,
    Reader,
    Reading,
    Review,
    ReviewedFact,
    ReviewedTopic,
    Scope,
    SignedAnswer,
    SignedTopic,
    Tag,
    facts_by_question,
)
from synoptic.model.moment import Moment
from synoptic.model.record import Index, Member, container_among, record_id
from synoptic.model.text import (
    UNKNOWN,
    Block,
    CleanText,
    Kind,
    Language,
    Provenance,
    Removal,
    Repair,
    Run,
    Source,
    text_of,
)

__all__ = [
    "READER_KINDS",
    "UNKNOWN",
    "UNSTATED",
    "Beside",
    "Block",
    "Capture",
    "Change",
    "Clause",
    "CleanText",
    "Collation",
    "Difference",
    "Document",
    "Entry",
    "Evidence",
    "Fact",
    "Finding",
    "Index",
    "Kind",
    "LabelledDocument",
    "LabelledVersion",
    "Language",
    "Mark",
    "Member",
    "Moment",
    "Pair",
    "PairKind",
    "Passage",
    "Problem",
    "Provenance",
    "Reader",
    "Reading",
    "Removal",
    "Repair",
    "Review",
    "ReviewedFact",
    "ReviewedTopic",
    "Run",
    "Scope",
    "Section",
    "SignedAnswer",
    "SignedTopic",
    "Source",
    "Span",
    "StatedDate",
    "Stretch",
    "Tag",
    "Turn",
    "Unit",
    "Version",
    "container_among",
    "facts_by_question",
    "in_order",
    "in_time",
    "record_id",
    "text_of",
    "turns",
]
