"""The page of a version: what it says at a glance, and where each thing leads."""

from dataclasses import replace

import pytest
from makers import heading, item, paragraph, reader
from page_makers import (
    QUESTIONS,
    SLUGS,
    all_pages,
    facts_of_page,
    links,
    said,
    soup,
    table,
    version,
)

from synoptic.model import (
    Block,
    Evidence,
    Fact,
    Kind,
    LabelledVersion,
    Provenance,
    Removal,
    Repair,
    Review,
    Run,
    Scope,
    Tag,
)

ANN = Review(verdict="confirm", by=reader(), on="2024-05-01", why="read on paper")
PAGE = "policies/acme/2010-01-05.md"
LIST = "We keep for ten years:"


@pytest.fixture(scope="module")
def text() -> LabelledVersion:
    """Five clauses, of which a reader has read four and rules found something in three."""
    blocks = [heading("Privacy"), paragraph("We collect your name."), paragraph(LIST),
              item("your post", "a)"), heading("More", 2), paragraph("Write to us."),
              paragraph("Thank you.")]  # fmt: skip
    made = version(
        "acme", "2010-01-05T08:00", "2010-06", blocks=blocks, language="en", rules="synoptic 1",
        on={"collection": [0], "sharing": [1, 2]}, title="Privacy", organisation="Acme",
        sector="tools", rights="ours", words={"source": 1020, "kept": 1014, "removed": 6},
    )  # fmt: skip
    clauses = made.labelled.document.clauses
    asked = tuple(slug for slug in SLUGS if slug != "links")
    scope = Scope(review=ANN, unread=(clauses[4].id,), topics=asked, questions=("sells-data",))
    removal = Removal(text="Home Shop", reason="navigation", rule="navigation", line=3)
    repair = Repair(text="Write", reason="wrapped lines joined", rule="wrapped-lines", line=9)
    taken = Tag(topic="security", clause=clauses[3].id, quote="Write to us.",
                review=replace(ANN, verdict="remove", why="a slip"))  # fmt: skip
    origin = Provenance(
        site="acme.example", captured_at=made.provenance.captured_at,
        original_url="http://acme.example/privacy", memento_url="http://archive.example/1",
        memento_raw_url="http://archive.example/1id_",
    )  # fmt: skip
    labelled = made.labelled
    return replace(
        made,
        provenance=origin,
        labelled=replace(
            labelled,
            scope=scope,
            overruled=(taken,),
            document=replace(labelled.document, removals=(removal,) * 2, repairs=(repair,)),
        ),
    )


@pytest.fixture(scope="module")
def page(text: LabelledVersion) -> str:
    return all_pages([text, version("acme", "2012")])[PAGE]


def test_at_a_glance_it_says_what_is_known(page: str, text: LabelledVersion) -> None:
    facts = facts_of_page(page)
    at_a_glance = {
        "Organisation": "Acme",
        "Title in the source": "Privacy",
        "Captured": "2010-01-05 08:00 UTC",
        "Dates it states": "none found",
        "Sector": "tools",
        "Language": "English",
        "Read by": "Ann (person: a person who signs), 2024-05-01",
        "Length": "1,014 words in 5 clauses",
        "Speaks of": "Collection 1 Sharing 2",
        "Rights": "ours",
        "Site": "acme.example",
        "Original address": "http://acme.example/privacy",
        "Archived copy": "for reading, as received (Wayback Machine)",
        "Stored file": "acme.txt, 1 byte, text/plain, utf-8",
    }
    assert {term: facts[term] for term in at_a_glance} == at_a_glance
    assert "Not mentioned" not in facts  # one clause has not been read
    assert facts["Nothing found on"].count("Security") == 1
    assert "Sharing" not in facts["Nothing found on"]


def test_the_notice_names_the_day_and_leads_to_the_other_versions(page: str) -> None:
    notice = said(soup(page).select_one(".notice"))
    assert "“" not in notice
    assert "Privacy . Captured on 2010-01-05." in notice.replace("Privacy.", "Privacy .")
    assert links(page, ".notice") == [
        ("All versions of this policy", "../../../policies/acme/"),
        ("2012", "../../../policies/acme/2012/"),
    ]


@pytest.mark.parametrize(
    ("time", "words"),
    [("2010", "Captured in 2010."), ("2010-01", "Captured in 2010-01."),
     ("2010-01-05", "Captured on 2010-01-05."), ("", "Its capture date is unknown.")],
)  # fmt: skip
def test_the_notice_says_no_more_of_the_day_than_is_known(time: str, words: str) -> None:
    page = all_pages([version("acme", time)])[f"policies/acme/{time or 'undated'}.md"]
    assert words in said(soup(page).select_one(".notice"))


def test_a_reading_says_how_far_it_reaches(page: str, text: LabelledVersion) -> None:
    older = facts_of_page(page)["Not covered by the reading"]
    assert older == (
        "The reading by Ann (person), 2024-05-01, is older than the text. The reading by Ann "
        "(person), 2024-05-01, is older than the question. Clauses not read: § 2.2."
    )
    unread = text.labelled.document.clauses[4].id
    assert ("§ 2.2", f"#{unread}") in links(page, "dd")
    assert "Ann (person) read 4 clauses of 5 on 2024-05-01: read on paper." in said(soup(page))


def test_a_reading_of_all_that_is_asked_is_not_older(text: LabelledVersion) -> None:
    slugs = tuple(question.slug for question in QUESTIONS.questions)
    whole = Scope(review=ANN, unread=(), topics=tuple(SLUGS), questions=slugs)
    read = replace(text, labelled=replace(text.labelled, scope=whole))
    facts = facts_of_page(all_pages([read])[PAGE])

    assert "Not covered by the reading" not in facts
    assert "Nothing found on" not in facts
    assert facts["Not mentioned"].startswith("Purpose Choice")


def test_each_topic_leads_from_the_glance_to_its_quotes(page: str, text: LabelledVersion) -> None:
    assert ("Sharing", "#topic-sharing") in links(page, "dd")
    assert ("Security", "#topic-security") in links(page, "dd")
    sharing = soup(page.partition("{ #topic-sharing")[2].partition("\n### ")[0])
    opening, listed = sharing("blockquote")
    clauses = text.labelled.document.clauses

    assert sharing.a["href"] == "../../../compare/sharing/"
    assert said(opening) == f"{LIST} § 1.2 found by “keep”"
    assert said(listed).startswith(f"in the list {LIST} your post § 1.3")
    assert [quote.footer.a["href"] for quote in (opening, listed)] == [
        f"#{clauses[1].id}", f"#{clauses[2].id}",
    ]  # fmt: skip


def test_what_a_reader_took_back_stands_folded_under_its_topic(page: str) -> None:
    security = soup(page.partition("{ #topic-security")[2].partition("\n### ")[0])
    assert said(security.summary) == "Taken back by a reader: 1"
    assert "taken back by Ann (person), 2024-05-01: a slip" in said(security)


def test_clauses_without_a_topic_are_counted_and_shown(page: str) -> None:
    untagged = soup(page.partition("### Clauses without a topic")[2].partition("\n## ")[0])
    assert said(untagged.summary) == "2 of 5 clauses"
    assert [said(quote) for quote in untagged("blockquote")] == [
        "Write to us. § 2.1", "Thank you. § 2.2",
    ]  # fmt: skip


def test_every_capture_leads_to_its_stored_bytes(page: str) -> None:
    targets = links(page, "dd")
    assert ("stored file", "../../../data/sources/acme/2010-01-05.txt") in targets
    assert ("cleaned text", "../../../data/texts/acme/2010-01-05.txt") in targets
    assert ("stored file", "../../../data/sources/acme/2010-06.txt") in targets
    assert ("for reading", "http://archive.example/1") in targets
    assert ("as received", "http://archive.example/1id_") in targets
    again = facts_of_page(page)["Captured again with the same text"]
    assert again == f"2010-06, acme-2010-06.txt, stored file, SHA-256 {1:064x}"


def test_a_version_that_was_seen_once_was_not_captured_again() -> None:
    page = all_pages([version("acme", "2010-01-05")])[PAGE]
    assert "Captured again" not in page


def test_the_cleaning_report_adds_up_and_lists_each_removal(page: str) -> None:
    report = page.partition("## Cleaning report")[2]
    assert "The source has 1,020 words: 1,014 words kept, 6 words removed" in report
    assert (
        table(report, "What was removed")[1:]
        == [["3", "navigation", "navigation", "Home Shop"]] * 2
    )
    assert said(soup(report).summary) == "What was put in form without changing a word: 1"
    assert table(report, "What was put in form")[1:] == [
        ["9", "wrapped lines joined", "wrapped-lines", "Write"]
    ]
    assert links(report, "td")[0][1] == "../../../about/cleaning/#navigation"


def test_the_answers_lead_to_their_questions_and_are_anchors(page: str) -> None:
    rows = soup(page).select("table.label tbody tr")
    assert [row["id"] for row in rows] == [f"fact-{q.slug}" for q in QUESTIONS.questions]
    assert [row.th.a["href"] for row in rows] == [
        f"../../../compare/facts/{question.slug}/" for question in QUESTIONS.questions
    ]


def test_the_headings_of_a_text_stand_below_those_of_the_page(page: str) -> None:
    whole = page.partition("## Full text")[2].partition("\n## ")[0]
    assert [line for line in whole.splitlines() if line.startswith("#")] == [
        '### Privacy { #s-privacy data-number="1" .section }',
        '#### More { #s-more data-number="2" .section }',
    ]


@pytest.mark.parametrize(("supplied", "words"), [("A seal", "A seal"), ("", "…")])
def test_a_heading_without_words_of_its_own_is_shown_all_the_same(
    supplied: str, words: str
) -> None:
    picture = Block(kind=Kind.HEADING, runs=(Run(supplied, supplied=True),), level=1)
    page = all_pages([version("acme", "2010-01-05", blocks=[picture, paragraph("We keep.")])])[PAGE]
    whole = page.partition("## Full text")[2].partition("\n## ")[0]

    (line,) = (line for line in whole.splitlines() if line.startswith("#"))
    assert line.startswith(f"### {words} {{ #")


def test_a_heading_is_never_deeper_than_html_has() -> None:
    blocks = [heading(f"Level {level}", level) for level in range(1, 7)] + [paragraph("We keep.")]
    page = all_pages([version("acme", "2010-01-05", blocks=blocks)])[PAGE]
    whole = page.partition("## Full text")[2].partition("\n## ")[0]
    marks = [line.partition(" ")[0] for line in whole.splitlines() if line.startswith("#")]
    assert marks == ["###", "####", "#####", "######", "######", "######"]


def test_it_is_cited_by_its_first_capture(page: str) -> None:
    cite = said(soup(page.partition("## Cite this")[2]).p)
    assert cite.startswith(
        "Acme, “Privacy”, http://acme.example/privacy, captured 2010-01-05 08:00 UTC, "
        "http://archive.example/1. Stored file with SHA-256 acme.txt."
    )


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        ((1.0,), "found by “keep”"),
        ((1.0, -1.0), "found by “keep”"),
        ((1.0, 1.0, 1.0, 1.0, 1.0), "found by “keep”, “all”, “your”, “old” and 1 more"),
        ((-1.0,), ""),
    ],
)
def test_a_quote_names_up_to_four_words_that_spoke_for_it(
    weights: tuple[float, ...], says: str
) -> None:
    words = "We keep all your old letters."
    spans = [(words.index(word), len(word)) for word in ("keep", "all", "your", "old", "letters")]
    evidence = tuple(
        Evidence(topic="sharing", cue="x", start=start, end=start + length, weight=weight)
        for (start, length), weight in zip(spans, weights, strict=False)
    )
    text = version("acme", "2010-01-05", blocks=[paragraph(words)], on={"sharing": [0]})
    tag = replace(text.labelled.tags[0], evidence=evidence)
    page = all_pages([replace(text, labelled=replace(text.labelled, tags=(tag,)))])[PAGE]
    method = soup(page.partition("{ #topic-sharing")[2]).blockquote.select_one(".method")

    assert (said(method) if method else "") == says


def test_of_a_text_that_rules_do_not_read_nothing_is_said_to_be_missing() -> None:
    given = [Fact(question=q.slug, state="not-read") for q in QUESTIONS.questions]
    text = version("acme", "2010-01-05", language="ja", legible=False, answers=given)
    page = all_pages([text])[PAGE]
    facts = facts_of_page(page)

    assert facts["Speaks of"] == "not read"
    assert facts["Not read on"].startswith("Collection Purpose")
    assert {"Nothing found on", "Not mentioned"}.isdisjoint(facts)
    assert "Not read: our rules do not read Japanese. Where there is no quote" in page
    assert all(row[1].startswith("Not read") for row in table(page, "What it answers")[1:])
