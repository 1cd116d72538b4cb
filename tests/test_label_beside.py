"""What a policy says beside an answer: sentences that may speak against it."""

from functools import cache
from pathlib import Path

from label_documents import clause, document

from synoptic.label.beside import with_beside
from synoptic.label.questions import FactsTaxonomy, load_facts
from synoptic.model import Document, Fact

FACTS = Path(__file__).parent.parent / "taxonomy" / "facts.yml"


@cache
def questions() -> FactsTaxonomy:
    return load_facts(FACTS.read_text(encoding="utf-8"), "facts.yml")


def policy(*texts: str) -> Document:
    return document(*(clause(place, text) for place, text in enumerate(texts)))


def beside(*facts: Fact, texts: tuple[str, ...]) -> list[tuple[tuple[str, str], ...]]:
    found = with_beside(policy(*texts), facts, questions())
    return [tuple((one.clause, one.quote) for one in fact.beside) for fact in found]


NO = Fact(question="sells-data", state="no", quote="We never sell your data.", clause="c-0")


def test_every_question_declares_its_key_words() -> None:
    assert set(questions().key_question) == set(range(len(questions().questions)))


def test_the_other_sentences_with_a_key_word_stand_beside_an_answer() -> None:
    texts = (
        "We never sell your data. Partners may sell your data, though.",
        "Ships sail.",
        "The sale of the company is another matter.",
    )
    assert beside(NO, texts=texts) == [
        (
            ("c-0", "Partners may sell your data, though."),
            ("c-2", "The sale of the company is another matter."),
        )
    ]


def test_what_gives_an_answer_does_not_stand_beside_it() -> None:
    yes = Fact(question="sells-data", state="yes", quote="We sell data.", clause="c-1")
    texts = ("We never sell your data.", "We sell data.", "We sell lists.", "We sell data.")
    assert beside(NO, yes, texts=texts) == [
        (("c-2", "We sell lists."), ("c-3", "We sell data.")),
        (),
    ]


def test_silence_has_nothing_beside_it() -> None:
    silent = Fact(question="sells-data", state="nothing-found")
    assert beside(silent, texts=("We sell data.",)) == [()]


def test_no_more_than_a_few_are_shown_and_the_rest_is_counted() -> None:
    texts = ("We never sell your data.", *(f"Shop {n} may sell data." for n in range(9)))
    (fact,) = with_beside(policy(*texts), [NO], questions())
    assert (len(fact.beside), fact.more_beside) == (6, 3)
