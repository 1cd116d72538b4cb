"""What a text calls itself, and what is shown where nobody names its organisation."""

import pytest
from archives import Archive, CommandLine

from synoptic.segment.titles import title_of
from synoptic.text.words import fingerprint, romanised, slug_of


@pytest.fixture
def archive(tmp_path, capfd, monkeypatch) -> Archive:
    return Archive(tmp_path, CommandLine(capfd, monkeypatch))


@pytest.mark.parametrize(
    ("headings", "page", "expected"),
    [
        (["Innehåll", "Integritetspolicy"], "", ("Integritetspolicy", "heading")),
        (["Spis treści", "Polityka prywatności"], "", ("Polityka prywatności", "heading")),
        (["目录", "隐私政策"], "", ("隐私政策", "heading")),
        (["목차", "개인정보 처리방침"], "", ("개인정보 처리방침", "heading")),
        (["Privacy Policy", "Contents"], "", ("Privacy Policy", "heading")),
        (["Contents", "Introduction", "What we collect"], "Acme | Privacy Policy",
         ("Privacy Policy", "page")),
        (["Save 20 % today!", "Privacy Notice"], "Acme", ("Privacy Notice", "heading")),
        (["Table of Contents", "Our promise"], "Acme", ("Our promise", "heading")),
        (["Introduction"], "", ("Introduction", "heading")),
        (["Inhalt"], "Datenschutzerklärung - Acme", ("Datenschutzerklärung", "page")),
        (["Sommaire"], "Politique de confidentialité – Acme",
         ("Politique de confidentialité", "page")),
        (["目次", "プライバシーポリシー"], "株式会社A", ("プライバシーポリシー", "heading")),
        (["How do you change this privacy policy?"], "Privacy Statement",
         ("Privacy Statement", "page")),
        ([], "", (None, None)),
    ],
)  # fmt: skip
def test_a_title_is_chosen_by_what_it_says(headings, page, expected) -> None:
    assert title_of(headings, page) == expected


@pytest.mark.parametrize(("before", "title"), [(5, "Privacy Policy"), (6, "Sale 1")])
def test_a_title_stands_among_the_first_six_headings(before: int, title: str) -> None:
    headings = [*(f"Sale {number}" for number in range(1, before + 1)), "Privacy Policy"]
    assert title_of(headings, "") == (title, "heading")


@pytest.mark.parametrize(("words", "title"), [(14, True), (15, False)])
def test_a_title_is_no_sentence(words: int, title: bool) -> None:
    long = f"Privacy Policy {'word ' * (words - 2)}".strip()
    assert title_of([long, "Privacy Notice"], "")[0] == (long if title else "Privacy Notice")


def test_a_slug_that_could_be_read_stays_and_other_scripts_get_one() -> None:
    assert slug_of(romanised("Café crème — à la carte")) == "cafe-creme-a-la-carte"
    assert slug_of(romanised("Политика конфиденциальности")) == "politika-konfidentsialnosti"
    assert slug_of(romanised("プライバシー")) == "puraibashi"


def test_the_address_of_a_policy_is_romanised_and_ids_of_headings_stay(archive: Archive) -> None:
    archive.add("политика.md", "# Политика\n\nМы ничего не храним.\n")
    assert archive.build().status == 0

    page = (archive.docs / "policies/politika/undated.md").read_text(encoding="utf-8")
    assert f"{{ #s-{fingerprint('Политика')}" in page


def test_who_is_not_named_is_not_counted_and_shown_by_title(archive: Archive) -> None:
    archive.add("0f3a9b2c.md", "# Privacy Policy | Acme\n\nWe keep nothing at all.\n")
    assert archive.build().status == 0

    page = (archive.docs / "policies/0f3a9b2c/undated.md").read_text(encoding="utf-8")
    assert "\n# <bdi>Privacy Policy</bdi> <span" in page
    assert "Organisations" not in (archive.docs / "_parts/overview.md").read_text(encoding="utf-8")
    (policy,) = archive.data("policies.json")["policies"]
    assert (policy["title"], policy["title_source"]) == ("Privacy Policy", "heading")


def test_the_banner_says_what_is_known(archive: Archive) -> None:
    archive.add_policy("a.txt", "acme.example")
    archive.add("b.md", "# Privacy\n\nWe keep nothing at all.\n")
    archive.build()

    dated, undated = (
        next(archive.docs.glob(f"policies/{name}.md")).read_text(encoding="utf-8")
        for name in ("acme*/2016-06-01", "b/undated")
    )
    for page in (dated, undated):
        assert "Archived text; may not be the policy in force." in page
    assert 'Captured on <time datetime="2016-06-01">' in dated
    assert "Its capture date is unknown." in undated
