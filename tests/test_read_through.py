"""A reading of a whole text is above the rules, and never silently outdated."""

from dataclasses import replace

import pytest
from makers import entry, reader

from synoptic.errors import ReviewError
from synoptic.model import Fact, ReadThrough, Review, Tag
from synoptic.review import read_through

REVIEW = Review(verdict="confirm", by=reader(), on="2024-05-01", why="read it all")
READ = ReadThrough(review=REVIEW, topics=("sharing",), facts=(("cookies-used", "no"),), line=7)
TAGS = [Tag(topic="sharing", clause="c-1", quote="We tell nobody.")]
FACTS = [
    Fact(question="cookies-used", state="no", quote="We use no cookies.", clause="c-2"),
    Fact(question="sells-data", state="nothing-found"),
]


def test_silence_becomes_the_readers_word() -> None:
    cookies, sells = read_through(TAGS, FACTS, entry("a.txt", read=READ), "corpus.yml")

    assert cookies == FACTS[0]
    assert (sells.state, sells.review) == ("not-mentioned", REVIEW)


def test_without_a_reader_nothing_found_stays_so() -> None:
    assert read_through(TAGS, FACTS, entry("a.txt"), "corpus.yml") == tuple(FACTS)


@pytest.mark.parametrize(
    ("tags", "facts", "words"),
    [
        ([], FACTS, "topics .* only read sharing"),
        ([*TAGS, replace(TAGS[0], topic="links")], FACTS, "topics .* only found links"),
        (TAGS, [replace(FACTS[0], state="yes"), FACTS[1]], "only found cookies-used: yes"),
        (TAGS, FACTS[1:], "only read cookies-used: no"),
    ],
)
def test_rules_that_find_something_else_are_told(tags, facts, words: str) -> None:
    with pytest.raises(ReviewError, match=words) as caught:
        read_through(tags, facts, entry("a.txt", read=READ), "corpus.yml")
    assert str(caught.value).startswith("corpus.yml:7: ")
