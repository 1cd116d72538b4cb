"""What a person sees of a difference within one clause."""

import pytest

from synoptic.compare.redline import redline


def shown(old: str, new: str) -> str:
    return "".join(
        piece.old
        if piece.same
        else (f"[-{piece.old}-]" if piece.old else "") + (f"{{+{piece.new}+}}" if piece.new else "")
        for piece in redline(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "Kept for 30 days.",
            "Kept for 60 days.",
            "Kept for [-30-]{+60+} days.",
            id="only the word that differs",
        ),
        pytest.param(
            "Ask us. We smile.",
            "Ask us. We answer. We smile.",
            "Ask us. {+We answer. +}We smile.",
            id="what was put in begins with a sentence",
        ),
        pytest.param(
            "Sent by the shop only.",
            "Sent from the stores only.",
            "Sent [-by the shop-]{+from the stores+} only.",
            id="a stray word in common is let go",
        ),
        pytest.param(
            "We may share it.",
            "We also may sometimes share it.",
            "We {+also +}may {+sometimes +}share it.",
            id="a word between two insertions stays",
        ),
        pytest.param(
            "Use Of Cookies here",
            "Use of cookies here",
            "Use [-Of Cookies-]{+of cookies+} here",
            id="words in a row that change case are one difference",
        ),
        pytest.param(
            "bread, milk and eggs.",
            "bread, milk, tea and eggs.",
            "bread, milk{+, tea+} and eggs.",
            id="an item of an enumeration comes with its comma",
        ),
        pytest.param(
            "We don’t sell it.",
            "We don't sell it.",
            "We [-don’t-]{+don't+} sell it.",
            id="an apostrophe is part of the word",
        ),
        pytest.param(
            "個人情報を提供します",
            "個人情報を提供しません",
            "個人情報を提供しま[-す-]{+せん+}",
            id="ideographs are compared one by one",
        ),
    ],
)
def test_redline(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    ["a " * 20_000, "a.b" * 20_000, "1.2." * 20_000, "www." * 20_000, "x'" * 20_000, "\n" * 60_000],
    ids=["one word", "no spaces", "figures", "addresses", "apostrophes", "blank"],
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    assert "".join(piece.new for piece in redline(text, f"b {text[: len(text) // 2]} b")).count("b")
