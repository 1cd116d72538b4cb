"""The answers of a policy to the questions of the label."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from label_documents import clause, document

from synoptic.errors import FaultsError
from synoptic.label.facts import check_fact_examples, facts_of
from synoptic.label.questions import FactsTaxonomy, load_facts
from synoptic.label.said import answers_in
from synoptic.label.tag import tag_document
from synoptic.label.taxonomy import Taxonomy, load_taxonomy
from synoptic.model import Fact, StatedDate
from synoptic.text.languages.english.numbers import NUMBERS
from synoptic.text.numbers import number_in, period_in

FOLDER = Path(__file__).parent.parent / "taxonomy"
SLUGS = (
    *("sells-data", "processors", "legal-disclosure", "cookies-used", "cookies-refusable"),
    *("children-age", "right-access", "right-correct", "right-delete", "right-stop-use"),
    *("marketing-opt-out", "retention-period", "encryption-in-transit", "responsible-officer"),
    *("standard-followed", "governing-law", "change-notice", "last-amended", "contact-route"),
)


@cache
def questions() -> FactsTaxonomy:
    return load_facts((FOLDER / "facts.yml").read_text(encoding="utf-8"), "facts.yml")


@cache
def taxonomy() -> Taxonomy:
    return load_taxonomy((FOLDER / "topics.yml").read_text(encoding="utf-8"), "topics.yml")


def facts(*texts: str, dates: tuple[StatedDate, ...] = ()) -> list[Fact]:
    policy = document(*(clause(place, text) for place, text in enumerate(texts)), dates=dates)
    return list(facts_of(policy, tag_document(policy, taxonomy()), questions()))


def tags_of(text: str) -> list[str]:
    return [tag.topic for tag in tag_document(document(clause(0, text)), taxonomy())]


def answer(question: str, *texts: str) -> tuple[str, str | int | None]:
    found = next(fact for fact in facts(*texts) if fact.question == question)
    return found.state, found.value


def test_the_promised_questions_stand_in_order() -> None:
    assert [question.slug for question in questions().questions] == list(SLUGS)


def test_examples_hold() -> None:
    asked = [question for question in questions().questions if question.value != "amended"]
    assert all(len(question.examples) >= 2 for question in asked)
    check_fact_examples(questions())


def test_silence_is_never_an_answer() -> None:
    found = facts("The museum shows ships and trains.")
    assert [fact.question for fact in found] == list(SLUGS)
    assert {fact.state for fact in found} == {"nothing-found"}
    assert {(fact.quote, fact.clause, fact.value) for fact in found} == {("", "", None)}


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("sells-data", "We never sell or rent your address to third parties.", ("no", None)),
        ("sells-data", "We do not knowingly sell the data of minors to anybody.", None),
        (
            "children-age",
            "We do not knowingly collect data from children under the age of sixteen.",
            ("yes", 16),
        ),
        ("children-age", "Minors need the consent of a parent or guardian.", None),
        ("retention-period", "We keep your order history for two years.", ("yes", "2 years")),
        (
            "retention-period",
            "We retain your data only as long as necessary for these purposes.",
            ("conditional", None),
        ),
        (
            "right-delete",
            "Where reasonable, you may ask us to delete the data we hold about you.",
            ("conditional", None),
        ),
        ("governing-law", "This notice is governed by the laws of Japan.", ("yes", "Japan")),
        ("change-notice", "This policy may be changed without notice.", ("no", None)),
        (
            "contact-route",
            "If you have questions about this policy, please call us or write an email.",
            ("yes", "e-mail, telephone"),
        ),
    ],
)
def test_answers(question: str, text: str, expected: tuple[str, str | int | None] | None) -> None:
    assert answer(question, text) == (expected or ("nothing-found", None))


@pytest.mark.parametrize(
    ("aside", "period"),
    [("24 hours", "24 hours"), ("mostly 24 hours", "24 hours"), ("that is, 24 hours", None)],
)
def test_a_period_right_beside_the_words_that_decide_is_theirs(
    aside: str, period: str | None
) -> None:
    text = f"We keep your data for a limited time ({aside})."
    assert answer("retention-period", text) == ("conditional", period)


@pytest.mark.parametrize(
    "text",
    [
        "Unless you agree:\nWe do not sell your personal information to anybody.",
        "We do not sell your personal information to anybody. However, we lend our list.",
    ],
)
def test_a_sentence_beside_it_limits_a_no(text: str) -> None:
    found = next(fact for fact in facts(text) if fact.question == "sells-data")
    assert (found.state, found.quote) == ("conditional", text)


def test_the_words_that_open_a_list_limit_a_no() -> None:
    item = "we do not sell your personal information;"
    states = {
        lead_in: {
            said.state
            for said in answers_in(item, questions(), None, lead_in)
            if questions().questions[said.question].slug == "sells-data"
        }
        for lead_in in ("", "We promise that:", "Unless you tell us otherwise:")
    }
    assert list(states.values()) == [{"no"}, {"no"}, {"conditional"}]


@pytest.mark.parametrize(
    "against",
    [
        "We keep the right to sell them if somebody buys one of our shops.",
        "After a merger your personal data may be among the assets that are sold.",
        "Some brands share data in a way that may constitute a sale under the law.",
        "You can opt out by clicking on Do Not Sell My Personal Information.",
    ],
)
def test_what_speaks_against_a_denial_elsewhere_makes_it_conditional(against: str) -> None:
    denial = "We do not sell or rent your personal information."

    assert answer("sells-data", denial) == ("no", None)
    assert answer("sells-data", denial, "We like letters.", against) == ("conditional", None)
    assert answer("sells-data", against, denial) == ("conditional", None)
    assert answer("sells-data", against)[0] == "nothing-found"


def test_plain_words_answer_in_a_clause_of_any_topic() -> None:
    text = "Users can change their registration data, and the cookies stay."
    assert not [tag for tag in tags_of(text) if tag == "access"]
    assert answer("right-correct", text) == ("yes", None)


def test_another_period_is_no_value() -> None:
    text = "We keep your account data until you leave. A report takes us at most 30 days."
    assert answer("retention-period", text) == ("conditional", None)


def test_yes_and_no_in_one_policy_are_both_given() -> None:
    found = facts(
        "We do not sell your personal information to third parties.",
        "From time to time we may sell personal information to third parties.",
    )
    both = [fact for fact in found if fact.question == "sells-data"]
    assert [(fact.state, fact.clause) for fact in both] == [("no", "c-0"), ("yes", "c-1")]


def test_a_firm_answer_goes_before_a_conditional_one() -> None:
    maybe = "Where reasonable, you may ask us to delete your personal data."
    firm = "You can delete your account and your personal data at any time."
    assert answer("right-delete", maybe, firm) == ("yes", None)


def test_a_question_with_topics_is_answered_from_their_clauses_only() -> None:
    assert answer("right-delete", "Users can delete cookies and empty the bin of their data.") == (
        "nothing-found",
        None,
    )


def test_the_last_date_of_amendment_is_taken_from_the_document() -> None:
    dates = tuple(
        StatedDate(kind=kind, date=date, quote=f"{kind} {date}", clause="c-0")
        for kind, date in (
            ("enacted", "2019"),
            ("amended", "2016-05-01"),
            ("amended", "2016-05-09"),
        )
    )
    last = next(f for f in facts("Amended lately.", dates=dates) if f.question == "last-amended")
    assert (last.state, last.value, last.quote) == ("yes", "2016-05-09", "amended 2016-05-09")


@pytest.mark.parametrize(
    ("stated", "last"),
    [
        ((("2005-11", ""), ("2005-11-03", "")), "2005-11-03"),
        ((("2005-12", ""), ("2005-11-03", "")), "2005-12"),
        # Nobody can say whether 03/04/2018 was before the first of February or after.
        ((("2018", "03/04/2018"), ("2018-02-01", "")), "2018"),
        ((("2017", "03/04/2017"), ("2018-02-01", "")), "2018-02-01"),
    ],
)
def test_the_last_date_is_no_more_exact_than_what_is_known(
    stated: tuple[tuple[str, str], ...], last: str
) -> None:
    dates = tuple(
        StatedDate(kind="amended", date=date, unclear=unclear, quote=date, clause="c-0")
        for date, unclear in stated
    )
    fact = next(f for f in facts("Amended lately.", dates=dates) if f.question == "last-amended")

    assert fact.value == last


WORDS = st.sampled_from(
    [
        "we",
        "never",
        "sell",
        "rent",
        "your",
        "data",
        "to",
        "third",
        "parties",
        "cookies",
        "refuse",
        "delete",
        "access",
        "children",
        "under",
        "16",
        "years",
        ".",
        "keep",
        "for",
        "30",
        "days",
        "encrypted",
        "transmission",
        "notice",
        "without",
        "change",
        "law",
        "of",
        "Japan",
    ]
)


@settings(deadline=None)
@given(words=st.lists(WORDS, max_size=60))
def test_quotes_are_exact_and_every_question_is_answered(words: list[str]) -> None:
    text = " ".join(words)
    found = facts(text)
    assert list(dict.fromkeys(fact.question for fact in found)) == list(SLUGS)
    for fact in found:
        assert fact.quote in text
        assert (fact.state == "nothing-found") == (not fact.quote)


def test_faults_are_told_with_their_lines() -> None:
    text = """\
lists: {}
conditions: []
questions:
  - slug: a
    title: A
    question: A?
    value: colour
    answers:
      maybe:
        - perhaps
"""
    with pytest.raises(FaultsError) as caught:
        load_facts(text, "facts.yml")
    told = [str(fault).splitlines()[0] for fault in caught.value.faults]
    assert told == [
        "facts.yml:7: there is no kind of value 'colour' [taxonomy]",
        "facts.yml:10: there is no state 'maybe' [taxonomy]",
    ]


def test_a_failing_example_is_told() -> None:
    text = (FOLDER / "facts.yml").read_text(encoding="utf-8")
    broken = load_facts(text.replace("- We sell bicycles and helmets.", "- We sell data."), "f.yml")
    with pytest.raises(FaultsError, match=r"f\.yml:\d+: the example 'We sell data\.' answers"):
        check_fact_examples(broken, "f.yml")


def test_the_mark_of_a_note_is_no_figure_of_a_period() -> None:
    assert period_in(["for", "24²", "months"], NUMBERS) == "24 months"
    assert number_in(["under", "13¹"], 7, 21, NUMBERS) == 13


def test_a_large_number_multiplies_the_one_before_it() -> None:
    assert period_in(["for", "two", "hundred", "days"], NUMBERS) == "200 days"
    assert period_in(["for", "a", "hundred", "days"], NUMBERS) == "100 days"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- per year|month|day", "- ... per year", "has no words, or a gap at its edge"),
        ("- per year|month|day", "- per @nothing", "names the list '@nothing'"),
        ("value: period", "value: perod", "there is no kind of value 'perod'"),
    ],
)
def test_a_fault_of_a_question_is_told_with_its_line(old: str, new: str, said: str) -> None:
    text = (FOLDER / "facts.yml").read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(FaultsError) as caught:
        load_facts(text.replace(old, new, 1), "f.yml")

    (fault,) = (str(fault) for fault in caught.value.faults if said in str(fault))
    assert fault.startswith(f"f.yml:{line}: ")
