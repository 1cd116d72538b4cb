"""Tables that set policies side by side: topics, questions, and a page for each of both."""

import pytest
from makers import paragraph, reader
from page_makers import (
    QUESTIONS,
    SLUGS,
    TAXONOMY,
    all_pages,
    links,
    said,
    soup,
    table,
    version,
)

from synoptic.model import Beside, Fact, LabelledVersion, Review, Scope
from synoptic.site.pages.pager import parts_of

ANN = Review(verdict="answer", by=reader(), on="2024-05-01", why="read on paper")
TEXT = [paragraph(f"We keep the things of your house number {number}.") for number in range(20)]


def silent(*, unread: tuple[str, ...] = ()) -> Scope:
    slugs = tuple(question.slug for question in QUESTIONS.questions)
    return Scope(review=ANN, unread=unread, topics=tuple(SLUGS), questions=slugs)


def answers(**given: Fact) -> list[Fact]:
    """Nothing found, but for what is given to some questions."""
    return [
        given.get(question.slug.replace("-", "_"))
        or Fact(question=question.slug, state="nothing-found")
        for question in QUESTIONS.questions
    ]


@pytest.fixture(scope="module")
def versions() -> list[LabelledVersion]:
    first, *_, last = version("acme", blocks=TEXT).labelled.document.clauses
    sells = Fact(
        question="sells-data", state="no", quote=first.text, clause=first.id, more_beside=2,
        beside=(Beside(quote=last.text, clause=last.id),),
    )  # fmt: skip
    age = Fact(question="children-age", state="yes", value=13, quote=last.text, clause=last.id)
    signed = Fact(question="cookies-used", state="not-mentioned", review=ANN)
    return [
        version("acme", "2008-06-23", blocks=TEXT, organisation="Acme",
                on={"sharing": range(13), "security": range(3), "children": [4]},
                answers=answers(sells_data=sells, children_age=age)),
        version("acme", "2010", blocks=TEXT, organisation="Acme", on={"sharing": [0]}),
        version("apex", "2011", blocks=TEXT, on={"sharing": range(6)}, scope=silent(),
                answers=answers(cookies_used=signed)),
        version("kiku", "2012", blocks=TEXT, language="ja", legible=False),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def pages(versions: list[LabelledVersion]) -> dict[str, str]:
    return all_pages(versions, readers=["Ann (person)"])


def test_a_cell_of_the_matrix_counts_clauses_or_says_why_there_are_none(
    pages: dict[str, str],
) -> None:
    page = pages["compare/index.md"]
    head, *rows = table(page, "How many clauses speak of each topic")
    sharing, security = (1 + SLUGS.index(slug) for slug in ("sharing", "security"))

    assert head == ["Policy and day of capture", *(topic.title for topic in TAXONOMY.topics)]
    assert [(row[0], row[sharing], row[security]) for row in rows] == [
        ("Acme 2008-06-23", "13 clauses", "3 clauses"),
        ("Acme 2010", "1 clause", "– nothing found"),
        ("apex.example 2011", "6 clauses", "○ not mentioned"),
        ("kiku.example 2012", "[ja] not read: Japanese", "[ja] not read: Japanese"),
    ]
    assert links(page, "tbody")[:2] == [
        ("Acme", "../policies/acme/2008-06-23/"),
        ("13 clauses", "../policies/acme/2008-06-23/#topic-sharing"),
    ]


def test_a_cell_is_shaded_by_its_share_of_the_clauses(pages: dict[str, str]) -> None:
    cells = soup(pages["compare/index.md"]).select("td.found")
    # 13, 3 and 1 of 20 clauses; then 1 and 6 of 20.
    assert [cell["data-share"] for cell in cells] == ["4", "2", "1", "1", "3"]


def test_the_caption_says_whose_word_a_ring_is(pages: dict[str, str]) -> None:
    caption = said(soup(pages["compare/index.md"]).caption)
    assert caption == (
        "How many clauses speak of each topic (–: nothing found by rules; ○: not mentioned, "
        "according to Ann (person); a language: not read by rules)"
    )
    plain = all_pages([version("acme", "2008")])["compare/index.md"]
    assert said(soup(plain).caption).endswith("(–: nothing found by rules)")


def test_the_page_of_a_topic_counts_policies_and_versions_that_speak(
    pages: dict[str, str],
) -> None:
    def lead(slug: str) -> str:
        return said(soup(pages[f"compare/{slug}/index.md"]).select("p")[1])

    unread = "1 version was not read: our rules do not know the language."
    assert lead("sharing").endswith(f"2 of 3 policies say something, in 3 of 4 versions. {unread}")
    assert lead("security").endswith(f"1 of 3 policies say something, in 1 of 4 versions. {unread}")


def test_one_policy_says_nothing_of_versions_unless_it_has_several() -> None:
    page = all_pages([version("acme", "2008", on={"sharing": [0]})])["compare/sharing/index.md"]
    assert "1 of 1 policy says something." in page


def test_three_quotes_are_open_nine_are_folded_and_the_rest_is_counted(
    pages: dict[str, str],
) -> None:
    page = soup(pages["compare/sharing/index.md"])
    many, one, some, none = page.select("tbody tr")

    assert len(many.select("blockquote")) == 12
    assert len(many.select("details blockquote")) == 9
    assert said(many.summary) == "9 more"
    assert said(many.select("td")[-1]) == "13"
    (rest,) = (link for link in many("a") if said(link).startswith("All"))
    assert said(rest) == "All 13 on the page of the policy"
    assert rest["href"] == "../../policies/acme/2008-06-23/#topic-sharing"
    assert [len(row.select("blockquote")) for row in (one, some, none)] == [1, 6, 0]
    assert "All" not in {said(link).partition(" ")[0] for link in some("a")}
    assert said(none) == "kiku.example 2012 Not read: our rules do not read Japanese. 0"


def test_a_quote_leads_to_its_clause(
    pages: dict[str, str], versions: list[LabelledVersion]
) -> None:
    first = soup(pages["compare/sharing/index.md"]).blockquote
    clause = versions[0].labelled.document.clauses[0]
    assert said(first.p) == clause.text
    assert (said(first.a), first.a["href"]) == (
        "§ 0.1", f"../../policies/acme/2008-06-23/#{clause.id}",
    )  # fmt: skip


def test_the_page_of_a_topic_leads_to_all_others(pages: dict[str, str]) -> None:
    page = pages["compare/sharing/index.md"]
    assert said(soup(page).select_one("[aria-current]")) == "Sharing"
    others = [target for _, target in links(page, "nav.topics")]
    assert others == [f"../../compare/{slug}/" for slug in SLUGS if slug != "sharing"]


def test_the_table_of_answers_says_each_in_a_word(pages: dict[str, str]) -> None:
    page = pages["compare/facts/index.md"]
    head, *rows = table(page, "Answers of each policy")
    column = {question.slug: n for n, question in enumerate(QUESTIONS.questions, start=1)}

    assert head[1:] == [question.title for question in QUESTIONS.questions]
    assert [row[0] for row in rows] == [
        "Acme 2008-06-23", "Acme 2010", "apex.example 2011", "kiku.example 2012",
    ]  # fmt: skip
    assert rows[0][column["sells-data"]] == "No rule"
    assert rows[0][column["children-age"]] == "Yes 13 rule"
    assert rows[0][column["cookies-used"]] == "– nothing found"
    assert rows[2][column["cookies-used"]] == "Not mentioned person"
    cell = soup(page).select("tbody tr")[0].select("td")[column["children-age"] - 1]
    assert cell.a["href"] == "../../policies/acme/2008-06-23/#fact-children-age"


def test_the_legend_says_whose_word_the_silences_are(pages: dict[str, str]) -> None:
    said_of = {
        said(e.dt): said(e.dd) for e in soup(pages["compare/facts/index.md"]).select("dl div")
    }
    assert said_of["Not mentioned"] == "It does not speak of it, according to Ann (person)."
    assert list(said_of) == ["Yes", "No", "Depends", "–", "Not mentioned", "Not read"]
    plain = all_pages([version("acme")])["compare/facts/index.md"]
    assert "A named reader read the policy: it does not speak of it." in plain


def test_the_page_of_a_question_has_its_answers_with_quotes_and_what_stands_beside(
    pages: dict[str, str], versions: list[LabelledVersion]
) -> None:
    page = soup(pages["compare/facts/sells-data/index.md"])
    first, last = (versions[0].labelled.document.clauses[place] for place in (0, -1))
    row = page.select("tbody tr")[0]

    assert len(page.select("tbody tr")) == 4
    assert said(row.td) == "No"
    assert said(row.blockquote) == f"{first.text} § 0.1 by rule"
    assert said(row.details) == (
        f"3 other sentences on this {last.text} § 0.20 2 more in the full text."
    )
    assert [link["href"] for link in row("a")] == [
        "../../../policies/acme/2008-06-23/",
        f"../../../policies/acme/2008-06-23/#{first.id}",
        f"../../../policies/acme/2008-06-23/#{last.id}",
    ]
    signed = soup(pages["compare/facts/cookies-used/index.md"]).select("tbody tr")[2]
    assert said(signed) == (
        "apex.example 2011 Not mentioned read by Ann (person), 2024-05-01: read on paper"
    )


def test_an_answer_that_the_same_policy_contradicts_has_an_asterisk() -> None:
    both = [
        Fact(question="sells-data", state=state, quote="We keep nothing.", clause=clause.id)
        for clause in version("acme").labelled.document.clauses
        for state in ("yes", "no")
    ]
    text = version("acme", answers=[*both, *answers()[1:]])
    made = all_pages([text])
    (row,) = table(made["compare/facts/index.md"], "Answers")[1:]
    assert row[1 + [q.slug for q in QUESTIONS.questions].index("sells-data")] == "Yes * rule"
    question = table(made["compare/facts/sells-data/index.md"], "")[1]
    assert question[1] == "Yes but also No"


def test_a_table_is_cut_into_parts_of_a_hundred() -> None:
    assert [parts_of(rows) for rows in (0, 1, 100, 101, 200, 201)] == [
        1, 1, 1, 2, 2, 3,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("compare/", "compare/matrix-{}/"),
        ("compare/sharing/", "compare/sharing-{}/"),
        ("compare/facts/", "compare/facts/part-{}/"),
        ("compare/facts/sells-data/", "compare/facts/sells-data-{}/"),
    ],
)
def test_each_part_leads_to_the_one_before_and_after(
    long: dict[str, str], first: str, others: str
) -> None:
    parts = [first, others.format(2), others.format(3)]
    rows = []
    for number, address in enumerate(parts):
        page = soup(long[f"{address}index.md"])
        rows.append(len(page.select("tbody tr")))
        root = "../" * address.count("/")
        beside = {
            rel: root + parts[place]
            for rel, place in (("prev", number - 1), ("next", number + 1))
            if place in range(3)
        }
        assert {link["rel"][0]: link["href"] for link in page.select(".parts a")} == beside
        assert said(page.select_one(".parts")).startswith(f"Part {number + 1} of 3.")
        assert (f', part {number + 1}"\n' in long[f"{address}index.md"]) == bool(number)
    assert rows == [100, 100, 1]


@pytest.fixture(scope="module")
def long() -> dict[str, str]:
    """The pages of an archive of one version more than two parts hold."""
    return all_pages([version(f"a{number:03}") for number in range(201)])
