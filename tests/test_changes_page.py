"""The page of what changed: every figure of two texts whose differences were made by hand."""

from html import unescape

import pytest
from makers import heading, paragraph
from page_makers import all_pages, compared, facts_of_page, links, said, soup, table, version

from synoptic.model import Block, Kind, Run
from synoptic.site.redline_markdown import redline_markdown

NAME = "We collect your name, your postal address and the goods that you order."
BASKET = "Cookies remember what lies in your basket{} until you close the window."
POST = "We share your address with the {}post office so that parcels arrive at your door."
LETTER = "You may write to us by letter at any time and we shall answer within ten days."
STAFF = "Our staff learn every year how records of customers are to be locked away."
CHILDREN = "Children below sixteen years of age should ask a parent before they order anything."

OLD = (
    heading("Privacy"),
    paragraph(NAME),
    paragraph(BASKET.format("")),
    heading("Sharing", 2),
    paragraph(POST.format("")),
    paragraph(LETTER),
    paragraph(STAFF),
)
NEW = (
    heading("Privacy"),
    paragraph(STAFF),
    paragraph(NAME),
    paragraph(BASKET.format(",")),
    heading("Sharing", 2),
    paragraph(POST.format("insurers and the ")),
    paragraph(CHILDREN),
)
"""One clause came, one went, one says more, one has a comma more, one stands elsewhere."""

PAGE = "changes/acme/2010-01-05--2010-09-01.md"
OLDER, NEWER = "../../../policies/acme/2010-01-05/", "../../../policies/acme/2010-09-01/"


@pytest.fixture(scope="module")
def page() -> str:
    old = version(
        "acme", "2010-01-05T08:00", "2010-06-05", "2011-02-01", blocks=OLD, rules="synoptic 1",
        on={"sharing": [2, 3], "collection": [0], "cookies": [1], "security": [4]},
    )  # fmt: skip
    new = version(
        "acme", "2010-09-01", "2012", blocks=NEW, rules="synoptic 1", organisation="Acme",
        on={"sharing": [3], "collection": [1], "cookies": [2], "security": [0], "children": [4]},
    )  # fmt: skip
    return all_pages([old, new], [compared(old, new)])[PAGE]


def test_the_summary_counts_words(page: str) -> None:
    summary = said(soup(page.partition("## Summary")[2]).p)

    # Of 73 words 42 stayed, 14 went with their clause, and the 17 of the letter are gone.
    assert "76 % of the older text’s words stand in the newer text, 14 words of them" in summary
    assert "17 words taken out, 17 words put in." in summary
    assert "1 difference of punctuation, case or formatting only, folded below." in summary


def test_the_summary_counts_clauses_and_differences(page: str) -> None:
    assert facts_of_page(page) == {
        "Clauses and headings": "same words 4, reworded 1, moved 1, added 1, removed 1",
        "Differences inside them": (
            "recipient or purpose added 1, wording 2, punctuation, case or typography 1"
        ),
    }


def test_the_two_versions_stand_with_their_captures_and_lengths(page: str) -> None:
    assert table(page, "The two versions")[1:] == [
        ["Older: 2010-01-05", "2010-01-05 08:00 UTC 3 captures, the last 2011-02-01",
         "none found", "73 words"],
        ["Newer: 2010-09-01", "2010-09-01 2 captures, the last 2012", "none found", "73 words"],
    ]  # fmt: skip
    assert links(page, "th")[:2] == [("Older: 2010-01-05", OLDER), ("Newer: 2010-09-01", NEWER)]


def test_every_turn_between_the_two_is_told(page: str) -> None:
    assert (
        "The newer took the place of the older at some time between 2010-06-05 and 2010-09-01; "
        "back between 2010-09-01 and 2011-02-01; again between 2011-02-01 and 2012."
    ) in said(soup(page).select_one(".notice"))


def test_each_topic_counts_what_became_of_its_clauses(page: str) -> None:
    rows = {row[0]: row[1:] for row in table(page, "Clauses by topic")}
    none = ["–"] * 5

    assert rows.pop("Topic") == ["New", "Gone", "Reworded", "Moved", "Same"]
    assert {topic: counts for topic, counts in rows.items() if counts != none} == {
        "Collection": ["–", "–", "–", "–", "1"],
        "Sharing": ["–", "1", "1", "–", "–"],
        "Security": ["–", "–", "–", "1", "–"],
        "Cookies and tracking": ["–", "–", "–", "–", "1"],
        "Children": ["1", "–", "–", "–", "–"],
    }
    assert len(rows) == 15


def redlines(page: str, part: str) -> list[str]:
    whole = page.partition(f"## {part}")[2].partition("\n## ")[0]
    return [said(row) for row in soup(whole).select(".row")]


CAME = f"+ Added: § 2.2 [put in: {CHILDREN} ]"
WENT = f"− Removed: § 2.2 [taken out: {LETTER} ]"
SAYS_MORE = (
    "~ Reworded: § 2.1 → § 2.1 recipient or purpose added 1 "
    "We share your address with the [put in: insurers and the ] post office so that parcels "
    "arrive at your door."
)
MOVED = f"⇄ Moved: § 2.3 → § 1.1 {STAFF}"
MOVED_AWAY = f"⇄ Moved away: § 2.3 → § 1.1 [taken out: {STAFF} ]"
COMMA = "Cookies remember what lies in your basket [put in:, ] until you close the window."


def test_each_change_is_listed_once_in_the_order_of_the_newer_text(page: str) -> None:
    assert redlines(page, "Changed clauses") == [MOVED, SAYS_MORE, WENT, CAME]


def test_the_whole_text_shows_every_clause_of_both(page: str) -> None:
    assert redlines(page, "Whole text") == [
        "Privacy", MOVED, NAME, COMMA, "Sharing", SAYS_MORE, WENT, MOVED_AWAY, CAME,
    ]  # fmt: skip


def test_what_did_not_change_is_folded_and_counted(page: str) -> None:
    assert [said(summary) for summary in soup(page)("summary")] == [
        "1 unchanged clause or heading",
        "3 unchanged clauses and headings, 1 trivial difference",
    ]
    assert [said(row) for row in soup(page).select("details .row")] == [
        "Privacy", NAME, COMMA, "Sharing",
    ]  # fmt: skip
    assert [said(mark) for mark in soup(page).select(".trivial")] == ["[put in:, ]"]


def test_a_clause_leads_to_itself_in_its_own_version(page: str) -> None:
    moved, reworded, *_ = soup(page.partition("## Changed clauses")[2]).select(".became")
    targets = [link["href"] for link in moved("a")]
    assert [target.partition("#")[0] for target in targets] == [OLDER, NEWER]
    # The words of what moved are the same, and so are its ids; not so of the other.
    old, new = (link["href"].partition("#")[2] for link in reworded("a"))
    assert targets[0].partition("#")[2] == targets[1].partition("#")[2]
    assert old != new


def test_the_page_is_named_and_cited_by_both_versions(page: str) -> None:
    assert 'title: "Acme: 2010-01-05 to 2010-09-01"' in page
    cite = soup(page.partition("## Cite this")[2])
    assert said(cite.p).startswith("Acme, changes from 2010-01-05 to 2010-09-01.")
    assert "synoptic 1" in said(cite.p)
    assert [said(entry) for entry in cite("li")] == [
        "Older: captured 2010-01-05 08:00 UTC, SHA-256 acme.txt",
        "Newer: captured 2010-09-01, SHA-256 acme.txt",
    ]


def one_change(old: Block, new: Block) -> str:
    """The row of a clause that alone is different."""
    texts = [
        version("acme", day, blocks=(heading("Privacy"), paragraph(NAME), block))
        for day, block in (("2010-01-05", old), ("2010-09-01", new))
    ]
    page = all_pages(texts, [compared(*texts)])[PAGE]
    (row,) = redlines(page, "Changed clauses")
    return row


def linked(target: str) -> Block:
    run = Run("Read here how long we keep the records of your orders.", href=target)
    return Block(kind=Kind.PARAGRAPH, runs=(run,))


def test_a_difference_that_no_redline_can_show_is_said_in_words() -> None:
    row = one_change(linked("http://acme.example/a"), linked("http://acme.example/b"))
    assert row.endswith("link target: http://acme.example/a → http://acme.example/b")


def test_of_a_link_that_is_new_the_older_side_is_nothing() -> None:
    words = paragraph("Read here how long we keep the records of your orders.")
    assert one_change(words, linked("http://acme.example/b")).endswith(
        "link target: nothing → http://acme.example/b"
    )


def test_the_redline_names_clauses_by_their_numbers() -> None:
    old, new = (version("acme", day, blocks=text) for day, text in (("2010", OLD), ("2011", NEW)))
    lines = unescape(redline_markdown(compared(old, new)[2])).splitlines()
    assert [line for line in lines if line.startswith(">")] == [
        "> Headings and clauses: 4 same words, 1 reworded, 1 moved, 1 added, 1 removed.",
        "> Words: 42 stayed, 14 moved, 17 taken out, 17 put in.",
        "> Moved (§ 2.3 → § 1.1)",
        "> Same words (§ 1.2 → § 1.3): 1 punctuation, case or typography",
        "> Reworded (§ 2.1): 1 recipient or purpose added",
        "> Removed (§ 2.2)",
        "> Moved away to § 1.1",
        "> Added (§ 2.2): 1 wording",
    ]


def test_what_moved_and_was_reworded_says_both() -> None:
    moved = STAFF.replace("year", "month")
    texts = [
        version("acme", day, blocks=(heading("Privacy"), *map(paragraph, parts)))
        for day, parts in (
            ("2010-01-05", (STAFF, NAME, LETTER, CHILDREN)),
            ("2010-09-01", (NAME, LETTER, CHILDREN, moved)),
        )
    ]
    page = all_pages(texts, [compared(*texts)])[PAGE]
    (row,) = redlines(page, "Changed clauses")
    assert row.startswith("⇄ Moved and reworded: § 1.1 → § 1.4")


def test_two_texts_with_the_same_words_have_nothing_to_list() -> None:
    texts = [version("acme", day, blocks=OLD[:3]) for day in ("2010-01-05", "2010-09-01")]
    page = all_pages(texts, [compared(*texts)])[PAGE]

    assert "100 % of the older text’s words" in page
    assert "No clause changed in more than punctuation, case or formatting." in page
    assert facts_of_page(page)["Differences inside them"] == "none"
    assert "folded below" not in page


def test_texts_with_others_between_them_did_not_follow_one_another() -> None:
    said_on = {"2010-01-05": NAME, "2010-05-01": LETTER, "2010-09-01": STAFF}
    texts = [version("acme", day, blocks=(paragraph(said_on[day]),)) for day in said_on]
    page = all_pages(texts, [compared(texts[0], texts[2])])[PAGE]

    assert "Other versions stood between them." in page
    assert "took the place" not in page
