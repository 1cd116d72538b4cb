"""Organisation, document and version of every file."""

import re
from dataclasses import replace

import pytest
from makers import entry, labelled, paragraph, provenance, reader

from synoptic.build.pairs import pairings
from synoptic.corpus.catalogue import address_key, catalogue
from synoptic.corpus.placed import Placed, completed
from synoptic.corpus.placed import placed as placed_as
from synoptic.errors import DuplicateError, ManifestError
from synoptic.model import Finding, Moment, Provenance, Review, ReviewedTopic, Version

URL = "http://www.acme.example/privacy"


def placed(
    name: str,
    stamp: str = "20080623124139",
    url: str | None = URL,
    reads: str = "",
    **fields: object,
) -> Placed:
    text = paragraph(f"The words of {reads or name}.")
    seen = provenance(stamp, url, "acme.example")
    return placed_as(labelled(name, text), entry(name, **fields), seen, container=name)


def ids(*files: Placed) -> list[str]:
    return [version.id for version in published(*files)]


def published(*files: Placed) -> list[Version]:
    versions, faults = catalogue(files)
    assert faults == []
    return versions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://acme.example/privacy", "https://www.ACME.example/privacy/"),
        ("http://acme.example/privacy/", "http://acme.example/privacy/index.html"),
        ("http://acme.example/privacy", "http://acme.example/privacy/Default.aspx"),
        ("http://acme.example:80/privacy", "https://acme.example:443/privacy"),
        ("http://me:word@acme.example/privacy", "http://acme.example/privacy"),
        ("http://acme.example", "http://acme.example/"),
    ],
)
def test_addresses_of_one_document(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://acme.example/privacy", "http://acme.example/terms"),
        ("http://acme.example/privacy", "http://shop.acme.example/privacy"),
        ("http://acme.example/?page=privacy", "http://acme.example/?page=terms"),
        ("http://acme.example/Privacy", "http://acme.example/privacy"),
        ("http://acme.example:8080/privacy", "http://acme.example/privacy"),
    ],
)
def test_addresses_of_two_documents(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


def test_captures_of_one_address_are_versions_oldest_first_undated_last() -> None:
    assert ids(
        placed("a.txt", ""),
        placed("b.txt", "20180203130727", "https://acme.example/privacy/"),
        placed("c.txt", "20080623124139", document="acme"),
    ) == ["acme/2008-06-23", "acme/2018-02-03", "acme/undated"]


def test_names_given_once_hold_for_all_versions() -> None:
    first, second = published(
        placed("a.txt", organisation="Acme Ltd", sector="tools"), placed("b.txt", "20180203130727")
    )

    assert (second.organisation, second.sector) == ("Acme Ltd", "tools")
    assert first.policy == second.policy


def test_a_name_that_two_entries_disagree_on_is_not_spread() -> None:
    versions = published(
        placed("a.txt", organisation="Acme Ltd"),
        placed("b.txt", "20120203130727", organisation="Acme Inc"),
        placed("c.txt", "20180203130727"),
    )

    assert [one.organisation for one in versions] == ["Acme Ltd", "Acme Inc", None]


def test_files_without_address_are_documents_of_their_own() -> None:
    assert ids(placed("one/a.txt", "", None), placed("b.txt", "", None)) == [
        "b/undated",
        "one-a/undated",
    ]


def test_a_second_capture_of_a_day_has_its_time_in_its_name() -> None:
    assert ids(
        placed("a.txt", "20080623124139", document="acme"), placed("b.txt", "20080623200000")
    ) == ["acme/2008-06-23", "acme/2008-06-23-200000"]


@pytest.mark.parametrize("stamp", ["20080623124139", ""])
def test_two_texts_of_one_time_are_a_fault_that_names_the_other(stamp: str) -> None:
    versions, faults = catalogue([placed("a.txt", stamp), placed("b.txt", stamp)])

    assert [version.record for version in versions] == ["a.txt"]
    assert [type(fault) for fault in faults] == [DuplicateError]
    assert faults[0].where == "b.txt"
    assert faults[0].problem.endswith(": a.txt")


@pytest.mark.parametrize("stamp", ["20080623124139", ""])
def test_one_text_stored_twice_is_one_version_with_two_captures(stamp: str) -> None:
    (only,) = published(placed("b.txt", stamp, reads="one"), placed("a.txt", stamp, reads="one"))

    assert seen(only) == ["a.txt", "b.txt"]
    assert len({one.name for one in only.captures}) == 2


def seen(version: Version) -> list[str]:
    return [capture.record for capture in version.captures]


def test_a_text_is_one_version_also_where_another_stood_between() -> None:
    first, other = published(
        placed("a.txt", "20080101000000", reads="one"),
        placed("b.txt", "20090101000000", reads="one"),
        placed("c.txt", "20100101000000", reads="two"),
        placed("d.txt", "20110101000000", reads="one"),
    )

    assert (first.version, seen(first)) == ("2008-01-01", ["a.txt", "b.txt", "d.txt"])
    assert (other.version, seen(other)) == ("2010-01-01", ["c.txt"])


def test_an_undated_file_is_a_capture_of_the_text_that_it_holds() -> None:
    (first, other) = published(
        placed("a.txt", "", reads="one"),
        placed("b.txt", "20090101000000", reads="one"),
        placed("c.txt", "", reads="two"),
    )

    assert (first.version, seen(first)) == ("2009-01-01", ["b.txt", "a.txt"])
    assert (other.version, seen(other)) == ("undated", ["c.txt"])


def test_one_more_capture_of_a_text_changes_no_address() -> None:
    files = [
        placed("a.txt", "20080623090000", reads="one"),
        placed("b.txt", "20080623120000", reads="two"),
        placed("c.txt", "20090623180000", reads="three"),
    ]
    again = [
        placed("d.txt", "20080623110000", reads="one"),
        placed("e.txt", "20090623190000", reads="one"),
        placed("f.txt", "20100101000000", reads="two"),
    ]

    assert ids(*files, *again) == ids(*files)


def test_captures_of_a_policy_have_names_of_their_own() -> None:
    versions = published(
        placed("a.txt", "20080623090000", reads="one"),
        placed("b.txt", "20080623120000", reads="two"),
        placed("c.txt", "20080623180000", reads="one"),
        placed("d.txt", "20080623180000", reads="one"),
        placed("e.txt", "", reads="one"),
        placed("f.txt", "", reads="one"),
    )

    assert [[one.name for one in version.captures] for version in versions] == [
        ["2008-06-23", "2008-06-23-180000", "2008-06-23-180000-2", "undated", "undated-2"],
        ["2008-06-23-120000"],
    ]


def test_pages_apart_take_no_name_from_policies_and_say_so_in_all_of_theirs() -> None:
    check = {"no_policy": Finding("robot_check", "robot check")}
    versions = published(
        placed("a.txt", "20080623090000", reads="one"),
        replace(placed("b.txt", "20080623080000", reads="two"), **check),
        replace(placed("c.txt", "20080623100000", reads="two"), **check),
    )

    assert [[capture.name for capture in version.captures] for version in versions] == [
        ["2008-06-23"],
        ["no-policy-2008-06-23", "no-policy-2008-06-23-100000"],
    ]


def test_captures_of_two_addresses_with_one_name_are_one_policy() -> None:
    (only,) = published(
        placed("a.txt", "20080101000000", "http://a.example/", "one", document="acme"),
        placed("b.txt", "20090101000000", "http://b.example/", "one", document="acme"),
    )

    assert seen(only) == ["a.txt", "b.txt"]


def test_two_texts_of_one_time_at_two_addresses_with_one_name_are_a_fault() -> None:
    versions, faults = catalogue(
        [
            placed("a.txt", url="http://a.example/", document="acme"),
            placed("b.txt", url="http://b.example/", document="acme"),
        ]
    )

    assert len(versions) == 1
    assert [type(fault) for fault in faults] == [DuplicateError]


def test_no_address_is_made_that_a_person_has_given() -> None:
    versions = published(
        placed("a.txt", url="http://a.example/", document="b-example"),
        placed("b.txt", url="http://b.example/"),
    )

    assert len({one.policy for one in versions}) == 2


def test_two_names_for_one_address_is_a_fault() -> None:
    versions, faults = catalogue(
        [placed("a.txt", document="acme"), placed("b.txt", "20180203130727", document="apex")]
    )

    assert versions == []
    assert [type(fault) for fault in faults] == [ManifestError]
    assert "acme, apex" in faults[0].problem


def test_one_name_for_two_addresses_makes_them_one_document() -> None:
    files = (
        placed("a.txt", document="acme"),
        placed("b.txt", "20180203130727", "http://acme.example/legal", document="acme"),
    )
    assert ids(*files) == ["acme/2008-06-23", "acme/2018-02-03"]


def test_a_long_address_gives_a_short_lasting_name() -> None:
    url = "http://acme.example/" + "very-long-way/" * 30
    one, other = (
        ids(placed("a.txt", url=url + end))[0].partition("/")[0] for end in ("one", "two")
    )
    assert len(one) < 80
    assert one != other


@pytest.mark.parametrize(("letters", "whole"), [(60, True), (61, False)])
def test_a_name_of_sixty_letters_is_kept_whole(letters: int, whole: bool) -> None:
    (name,) = ids(placed(f"{'x' * letters}.txt", url=None))

    assert (name.partition("/")[0] == "x" * letters) is whole
    assert name.startswith("x" * 60)


def test_the_order_of_the_files_does_not_matter() -> None:
    files = [placed(f"{n}.txt", f"20{n:02}0203130727", document="acme") for n in range(8, 18)]

    assert ids(*files) == ids(*reversed(files))


def test_the_manifest_fills_what_the_file_does_not_say() -> None:
    whole = completed(provenance(), entry(site="acme.example", original_url=URL))

    assert (whole.site, whole.original_url, whole.captured_at) == ("acme.example", URL, None)


@pytest.mark.parametrize("key", ["site", "original_url", "captured_at"])
def test_the_manifest_must_not_contradict_the_file(key: str) -> None:
    said = provenance("20080623124139", URL, "acme.example")
    other = provenance("20080624124139", URL + "/b", "apex.example")

    assert completed(said, entry(**{key: getattr(said, key)})) == said
    with pytest.raises(ManifestError, match=key):
        completed(said, entry(**{key: getattr(other, key)}))


@pytest.mark.parametrize(
    ("said", "given", "holds"),
    [
        ("2008-06-23T12:41:39Z", "2008", "2008-06-23T12:41:39Z"),
        ("2008-06-23T12:41:39Z", "2008-06-23", "2008-06-23T12:41:39Z"),
        ("2008", "2008-06", "2008-06"),
    ],
)
def test_of_two_times_that_agree_the_more_exact_one_holds(
    said: str, given: str, holds: str
) -> None:
    file = Provenance(captured_at=Moment.parse(said))

    assert completed(file, entry(captured_at=Moment.parse(given))).stamp == holds


def test_a_less_exact_time_can_contradict_the_file() -> None:
    said = Provenance(captured_at=Moment.parse("2008-06-23T12:41:39Z"))

    with pytest.raises(ManifestError, match=r"captured_at as 2009, .* as 2008-06-23T12:41:39Z"):
        completed(said, entry(captured_at=Moment.parse("2009")))


def test_versions_are_named_by_their_time_as_it_was_given() -> None:
    times = ("2014", "2013-05-12", "2013", "2013-05", "2012-01-01T00:00:00Z")
    files = (
        placed_as(
            labelled(f"{place}.txt", paragraph(f"We keep {place}.")),
            entry(f"{place}.txt", document="acme"),
            Provenance(captured_at=Moment.parse(time)),
            container=f"{place}.txt",
        )
        for place, time in enumerate(times)
    )
    versions, faults = catalogue(files)

    assert [one.version for one in versions] == [
        "2012-01-01", "2013", "2013-05", "2013-05-12", "2014",
    ]  # fmt: skip
    assert versions[1].provenance.stamp == "2013"
    assert faults == []
    # Of 2013 nobody knows whether it came before May or after.
    assert [(old.version, new.version) for old, new in pairings(versions)] == [
        ("2012-01-01", "2013"), ("2013-05-12", "2014"), ("2012-01-01", "2014"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("a/Notice.md", "a/notice.html"),
        ("a/個人情報.md", "a/隱私.md"),
        ("a/x y.txt", "a/x-y.txt"),
        ("a/!.txt", "a/?.txt"),
    ],
)
def test_files_whose_names_are_alike_are_different_documents(names: tuple[str, str]) -> None:
    found = ids(*(placed(name, "", None) for name in names))

    assert len({one.partition("/")[0] for one in found}) == 2
    assert all(re.fullmatch(r"[a-z0-9-]+/undated", one) for one in found)


def test_addresses_that_are_alike_are_different_documents() -> None:
    one = placed("a.txt", "20080623124139", "http://acme.example/a-b")
    other = placed("b.txt", "20090623124139", "http://acme.example/a/b")

    assert len({version.policy for version in published(one, other)}) == 2


@pytest.mark.parametrize("name", ["CON.txt", "aux", "Lpt1.html"])
def test_no_document_has_a_name_that_windows_refuses(name: str) -> None:
    (found,) = ids(placed(name, "", None))

    assert re.fullmatch(r"[a-z0-9]+-[0-9a-f]{8}/undated", found)


@pytest.mark.parametrize("url", ["http://[::1/", "http://a\u2100.example/", "%", "http:///"])
def test_an_address_that_is_none_is_a_document_all_the_same(url: str) -> None:
    assert len(ids(placed("a.txt", url=url))) == 1


def test_what_was_said_of_a_later_capture_of_a_text_holds_for_the_text() -> None:
    first = placed("a.txt", "20080101000000", reads="one")
    later = placed("b.txt", "20090101000000", reads="one")
    review = ReviewedTopic(
        topic="sharing",
        quote="one",
        review=Review(verdict="add", by=reader(), on="2024-05-01", why=""),
    )
    signed = replace(later, entry=replace(later.entry, reviews=(review,)))

    (version,) = published(first, signed)

    assert (version.record, version.signed) == ("a.txt", "b.txt")
