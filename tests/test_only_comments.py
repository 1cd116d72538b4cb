"""A page of nothing but comments: nobody ever saw a word of it."""

import time

import pytest
from archives import Archive

from synoptic.formats.markup import is_html

COMMENT = "<!-- We collect your name and share it with third parties. -->"


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
@pytest.mark.parametrize(
    "text", [COMMENT, f"\n{COMMENT}\n{COMMENT}\n", COMMENT.removesuffix("-->")]
)
def test_a_page_of_comments_is_no_policy(archive: Archive, name: str, text: str) -> None:
    archive.add(name, text)
    done = archive.build()

    assert f"corpus/{name}: warning: probably not a policy, shown apart: page without text" in (
        done.err
    )
    assert "a/no-policy-undated" in archive.published()


@pytest.mark.parametrize("text", [f"{COMMENT} We keep it.", f"We keep it. {COMMENT}", "", "We."])
def test_a_text_with_comments_is_as_it_was(text: str) -> None:
    assert not is_html(text)


def test_many_comments_cost_no_more_than_their_length() -> None:
    start = time.process_time()
    assert not is_html("<!---->" * 100_000 + "x")
    assert not is_html("<!--" * 100_000 + "-->x")
    assert time.process_time() - start < 2
