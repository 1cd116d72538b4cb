"""The class that a careful person would give to a difference; sentences of our own."""

from dataclasses import replace

import pytest

from synoptic.compare.pair import pair_of
from synoptic.compare.side import Side
from synoptic.model import Change, Kind, Stretch, Unit
from synoptic.text.languages import words_of_language
from synoptic.text.languages.english import ENGLISH
from synoptic.text.languages.tables import LanguageWords

M, N, L, W = Change.MODALITY, Change.NUMBER, Change.LINK, Change.WORDING
P = Change.PARTY
A, D = Change.RECIPIENT_ADDED, Change.RECIPIENT_DROPPED
T, F = Change.TYPOGRAPHY, Change.FORMATTING

NINE = "vendors, banks, courts, shops, clerks, cooks, bakers, tailors, weavers"

LABELLED = [
    ("We may call you.", "We will call you.", [M]),
    ("We do not sell lists.", "We sell lists.", [M]),
    ("You can write to us.", "You must write to us.", [M]),
    ("We keep it while you order.", "We never keep it while you order.", [M]),
    ("We don't rent lists.", "We rent lists.", [M]),
    ("Kept for 30 days.", "Kept for 60 days.", [N]),
    ("Kept for thirty days.", "Kept for ninety days.", [N]),
    ("A fee of $5 is due.", "A fee of €5 is due.", [N]),
    ("Version of May 4, 2011.", "Version of June 9, 2012.", [N]),
    ("Version of 4 May.", "Version of 4 June.", [N]),
    ("Come on May 25.", "Come on 25.", [N]),
    ("Come on 25 May.", "Come on 25.", [N]),
    ("Answered in two weeks.", "Answered in two months.", [N]),
    ("The limit is 1.5 parts.", "The limit is 15 parts.", [N]),
    ("The limit is 1,000 parts.", "The limit is 1.000 parts.", [N]),
    ("We share it with carriers.", "We share it with carriers and advertisers.", [A]),
    ("We disclose it to banks, courts and shops.", "We disclose it to banks and shops.", [D]),
    ("We sell no lists to anybody.", "We sell no lists to third parties.", [A]),
    ("We use it for delivery.", "We use it for delivery and for marketing.", [A]),
    ("See https://a.example/old for more.", "See https://a.example/new for more.", [L]),
    ("Friends and banks are quick.", "Friends, vendors and banks are quick.", [W]),
    ("A fee is due at the end.", "A fee (see section 9) is due at the end.", [W]),
    ("We use it to improve shops. It stays.", "We use it to improve shops.", [W]),
    ("Bring it within 9 days.", "Bring it no later than 9 days.", [N]),
    ("Ask the warden.", "Ask the warden. The guild shall answer promptly and fully.", [W]),
    ("We are entitled to see it.", "We may see it.", [M]),
    ("We store it in a cellar.", "We store it in an attic.", [W]),
    ("The first shop is in town.", "The second shop is in town.", [W]),
    ("Third parties are named below.", "The third parties are named below.", [W]),
    ("We lend the list.", "We lend the list with your consent.", [M]),
    ("We lend it with your consent.", "We lend it with your express consent.", [W]),
    ("We lend it without your consent.", "We lend it.", [M]),
    ("We never lend it.", "We do not lend it.", [W]),
    ("We no longer lend it.", "We lend it.", [M]),
    ("It is kept no less than a year.", "It is kept a year.", [N]),
    ("It is not only kept.", "It is kept.", [W]),
    ("We disclose it to banks if required.", "We disclose it to banks and courts.", [A]),
    ("We refuse to lend it.", "We like to lend it.", [M]),
    ("We lend it.", "We are unable to lend it.", [M]),
    ("We may lend it.", "Our partners may lend it.", [P]),
    ("You can lend it.", "We can lend it.", [P]),
    ("You lend it.", "The vendors lend it.", [P]),
    ("Lend it to you and us.", "Lend it to partners and us.", [W]),
    ("Write an E-Mail.", "Write an email.", [T]),
    ("Letters; calls.", "Letters, calls!", [T, T]),
    ("Our Web site is open.", "Our website is open.", [T]),
    ("One\u00a0shop.", "One shop.", [F]),
    # At the limits: eight words and nine, four and five, three times as many and not quite.
    ("Kept with care.", "Kept for 30 days in the cold old cellar with care.", [N]),
    ("Kept with care.", "Kept for 30 days in the very cold old cellar with care.", [W]),
    ("Guests dance here.", "Guests dance and may also sing here.", [M]),
    ("Guests dance here.", "Guests dance and may also sing songs here.", [W]),
    ("We share lists: red green blue. It stays.", f"We share lists: {NINE}. It stays.", [A]),
    ("We share lists: red green blue grey. It stays.", f"We share lists: {NINE}. It stays.", [W]),
    ("We like lists: red green blue. It stays.", f"We like lists: {NINE}. It stays.", [W]),
]


def classes(old: str, new: str, language: LanguageWords = ENGLISH) -> list[Change]:
    sides = [
        (Unit(id=f"c-{number}", index=0, kind=Kind.PARAGRAPH, text=text),)
        for number, text in enumerate((old, new))
    ]
    return [difference.change for difference in pair_of(*sides, language).differences]


@pytest.mark.parametrize(("old", "new", "expected"), LABELLED)
def test_class(old: str, new: str, expected: list[Change]) -> None:
    assert classes(old, new) == expected


@pytest.mark.parametrize(("old", "new", "expected"), LABELLED)
def test_trivial_is_trivial_either_way(old: str, new: str, expected: list[Change]) -> None:
    assert [each.trivial for each in classes(new, old)] == [each.trivial for each in expected]


def test_another_language_is_classed_by_its_own_words_only() -> None:
    german = words_of_language("de-AT")

    assert classes("Nach drei Tagen.", "Nach fünf Tagen.", german) == [N]
    assert classes("Am 3. März.", "Am 3. Mai.", german) == [N]
    assert classes("Der Partner will lesen.", "Der Anbieter kann lesen.", german) == [W]


def test_a_language_without_words_is_classed_by_figures_and_form() -> None:
    unknown = words_of_language("eo")

    assert classes("Ni may lend 3.", "Ni will lend 4.", unknown) == [W, N]
    assert classes("Ni; skribas.", "Ni skribas.", unknown) == [T]


@pytest.mark.parametrize("older", [True, False])
def test_what_leads_into_either_side_tells_what_a_clause_speaks_of(older: bool) -> None:
    """The nearest heading, and what opens a list."""
    sharing = {"path": ("Sharing", "Who sees it"), "lead_in": "We share it with:"}
    other = {"path": ("Sharing", "Cards"), "lead_in": ""}
    sides = [
        (Unit(id=f"c-{number}", index=0, kind=Kind.ITEM, text=text, **around),)
        for number, (text, around) in enumerate(
            [
                ("banks", sharing if older else other),
                ("banks and courts", other if older else sharing),
            ]
        )
    ]
    neither = [tuple(replace(unit, **other) for unit in side) for side in sides]

    assert [found.change for found in pair_of(*sides, ENGLISH).differences] == [A]
    assert [found.change for found in pair_of(*neither, ENGLISH).differences] == [W]


RECIPIENTS = (
    "third parties", "affiliates", "advertisers", "vendors", "suppliers", "partners", "brokers",
    "insurers", "banks", "credit bureaus", "agencies", "authorities", "courts", "police",
    "law enforcement", "lawyers", "service providers", "Google", "Facebook", "Microsoft",
)  # fmt: skip


@pytest.mark.parametrize("who", RECIPIENTS)
def test_those_who_mostly_get_data_are_told(who: str) -> None:
    assert classes("We share it with cooks.", f"We share it with cooks and {who}.") == [A]
    assert classes(f"We share it with cooks and {who}.", "We share it with cooks.") == [D]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 2, [0]), (2, 7, [1]), (3, 4, [1]), (6, 9, [1, 2]), (7, 8, []), (8, 99, [2])],
)
def test_a_stretch_touches_the_words_that_it_has_letters_of(
    start: int, end: int, words: list[int]
) -> None:
    assert list(Side("We keep names", ENGLISH).words(start, end)) == words


@pytest.mark.parametrize(("style", "expected"), [("strong", []), ("emphasis", [F])])
def test_the_emphasis_of_what_was_merged_is_compared_word_by_word(
    style: str, expected: list[Change]
) -> None:
    first, second = "We keep your name.", "We never sell it."
    parts = tuple(
        Unit(id=f"c-{place}", index=place, kind=Kind.PARAGRAPH, text=text, emphasis=emphasis)
        for place, (text, emphasis) in enumerate(
            [(first, ()), (second, (Stretch(3, 8, "strong"),))]
        )
    )
    whole = Unit(
        id="c-2", index=0, kind=Kind.PARAGRAPH, text=f"{first} {second}",
        emphasis=(Stretch(22, 27, style),),
    )  # fmt: skip
    found = pair_of(parts, (whole,), ENGLISH).differences

    assert [each.change for each in found if each.change is F and each.old.strip()] == expected
