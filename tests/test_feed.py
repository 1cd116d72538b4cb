"""The feed: whose it is, what stands in it and in what order; and the command that names it."""

import re
from uuid import UUID, uuid5
from xml.etree import ElementTree

import pytest
from archives import IDENTITY, Archive
from page_makers import compared, version

from synoptic.site.feed import UNDATED, atom_feed, change_entry

ATOM = "{http://www.w3.org/2005/Atom}"
ID = UUID(IDENTITY.rpartition(": ")[2].strip())
OTHER = UUID("5a0c1f4e-77b2-4a39-8d5e-90c1b2a3d4e5")
OLD, NEW, PLAIN = (
    "policies/acme/2016-06-01/",
    "policies/acme/2018-06-01/",
    "policies/plain/undated/",
)
CHANGE = "changes/acme/2016-06-01--2018-06-01/"
MANIFEST = """\
files:
  acme-2016.txt:
    document: acme{old}
  acme-2018.txt:
    document: acme{new}
  sub/plain.txt:
    document: plain{plain}
"""


def added(**days: str) -> str:
    """A manifest in which some files came in on these days."""
    said = {name: f"\n    added: {day}" for name, day in days.items()}
    return MANIFEST.format(**{"old": "", "new": "", "plain": "", **said})


def feed(archive: Archive) -> ElementTree.Element:
    return ElementTree.fromstring(archive.data("feed.xml"))


def fields(archive: Archive, name: str) -> list[str]:
    return [entry.findtext(ATOM + name, "") for entry in feed(archive).iterfind(f"{ATOM}entry")]


def entries(archive: Archive) -> list[tuple[str, str]]:
    """Page and time of each entry, in order."""
    links = feed(archive).iterfind(f"{ATOM}entry/{ATOM}link")
    pages = [link.get("href", "").removeprefix("../") for link in links]
    return list(zip(pages, fields(archive, "updated"), strict=True))


def built(archive: Archive, manifest: str | bytes) -> Archive:
    archive.add("corpus.yml", manifest)
    assert archive.build().err == ""
    return archive


def test_each_version_and_each_change_stands_in_it_once_newest_first(archive: Archive) -> None:
    assert entries(built(archive, added())) == [
        (NEW, "2018-06-01T12:00:00Z"),
        (CHANGE, "2018-06-01T12:00:00Z"),
        (OLD, "2016-06-01T12:00:00Z"),
        (PLAIN, UNDATED),
    ]
    assert feed(archive).findtext(f"{ATOM}updated") == "2018-06-01T12:00:00Z"
    unknown = ["When is not known." in summary for summary in fields(archive, "summary")]
    assert unknown == [False, False, False, True]


def test_the_day_on_which_a_text_came_in_goes_before_the_time_of_capture(archive: Archive) -> None:
    built(archive, added())  # the order is not kept from an earlier build
    assert entries(built(archive, added(old="2024-05-02", plain="2024-05"))) == [
        (OLD, "2024-05-02T00:00:00Z"),
        (PLAIN, "2024-05-01T00:00:00Z"),
        (NEW, "2018-06-01T12:00:00Z"),
        (CHANGE, "2018-06-01T12:00:00Z"),
    ]
    assert dict(entries(built(archive, added(new="2025"))))[CHANGE] == "2025-01-01T00:00:00Z"


def test_of_a_time_without_a_day_it_says_what_is_known(archive: Archive) -> None:
    built(archive, added(old="2024-05-02", new="2025", plain="2024-05"))
    told = dict(
        zip([page for page, _ in entries(archive)], fields(archive, "summary"), strict=True)
    )

    assert told[NEW].endswith(
        "was captured. It came into the archive in 2025; the day is not known."
    )
    assert told[CHANGE].endswith("It came into the archive in 2025; the day is not known.")
    assert told[OLD].endswith("was captured.")
    assert told[PLAIN].endswith(
        "When is not known. It came into the archive in 2024-05; the day is not known."
    )


def test_the_first_file_of_a_version_says_when_it_came_in(archive: Archive) -> None:
    text = (archive.corpus / "acme-2016.txt").read_text(encoding="utf-8")
    archive.add("again.txt", text.replace("2016", "2017"))
    more = "  again.txt:\n    document: acme\n    added: 2025-01-01\n"

    assert dict(entries(built(archive, added(old="2024") + more)))[OLD] == "2024-01-01T00:00:00Z"


def test_a_feed_of_undated_texts_says_no_time_of_ours(archive: Archive) -> None:
    for path in archive.corpus.glob("acme-*"):
        path.unlink()
    built(archive, "")
    assert [time for _, time in entries(archive)] == [UNDATED]
    assert feed(archive).findtext(f"{ATOM}updated") == UNDATED


def test_two_archives_of_the_same_texts_share_no_id(archive: Archive) -> None:
    ids = []
    for own in (ID, OTHER):
        built(archive, f"{added()}archive: {{id: '{own.urn}'}}\n".encode())
        found = [feed(archive).findtext(f"{ATOM}id", ""), *fields(archive, "id")]
        assert found[0] == own.urn
        assert found[1] == uuid5(own, NEW).urn
        ids += found
    assert len(ids) == len(set(ids)) == 2 * 5


def test_an_archive_without_an_id_has_no_feed_and_says_so(archive: Archive) -> None:
    built(archive, added())
    assert 'feed.xml">' in archive.tree()["data/index.md"].decode()

    archive.add("corpus.yml", added().encode())
    done = archive.build()
    assert done.status == 0
    assert done.err.startswith("corpus/corpus.yml: warning: the archive has no id, and so no feed")
    assert done.err.count("[no-archive-id]") == 1
    assert "data/feed.xml" not in archive.tree()
    assert [name for name, data in archive.tree().items() if b"feed.xml" in data] == []
    assert archive.data("report.json")["warnings"][0]["code"] == "no-archive-id"
    assert archive.build("--strict").status == 1


def test_an_id_that_cannot_be_used_gives_no_feed(archive: Archive) -> None:
    archive.add("corpus.yml", added().encode() + b"archive:\n  id: acme\n")
    done = archive.build()

    assert "corpus/corpus.yml:9: 'acme' is no id such as urn:uuid:… [manifest]" in done.err
    assert "data/feed.xml" not in archive.tree()


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"# nothing yet",
        b"files:\n",
        b"files:\r\n  acme-2016.txt:\r\n    organisation: \xc3\x89\r\n",
        b"defaults:\n  rights: |\n    ours",
    ],
)
def test_the_command_adds_two_lines_once(archive: Archive, before: bytes) -> None:
    path = archive.add("corpus.yml", before)
    first = archive.command("identify", "--corpus", archive.corpus)
    after = path.read_bytes()

    assert (first.status, first.err) == (0, "")
    assert after.startswith(before)
    assert re.fullmatch(rb"\n?archive:\n  id: urn:uuid:[0-9a-f-]{36}\n", after[len(before) :])
    assert archive.build("--strict").status == 0
    assert feed(archive).findtext(f"{ATOM}id", "") in first.out

    again = archive.command("identify", "--corpus", archive.corpus)
    assert (again.status, path.read_bytes()) == (1, after)
    assert "the archive has an id already: urn:uuid:" in again.err


def test_the_command_makes_the_manifest_and_another_id_each_time(archive: Archive) -> None:
    made = []
    for _ in range(2):
        (archive.corpus / "corpus.yml").unlink()
        assert archive.command("identify", "--corpus", archive.corpus).status == 0
        made.append((archive.corpus / "corpus.yml").read_text(encoding="utf-8"))
    assert made[0] != made[1]
    assert [len(text.splitlines()) for text in made] == [2, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"files: [", "corpus.yml:"),
        (b"- a list\n", "is not a mapping"),
        (b"\xff\xfe\n", "this is not UTF-8"),
        (b"archive:\n  id: acme\n", "archive has no id"),
        (b"archive:\n", "archive has no id"),
        (b"{files: {}}\n", "no line can be added at the end"),
        (b"  files:\n", "no line can be added at the end"),
        (b"files:\n...\n", "no line can be added at the end"),
    ],
)
def test_the_command_leaves_what_it_cannot_add_to(archive: Archive, text: bytes, said: str) -> None:
    path = archive.add("corpus.yml", text)
    done = archive.command("identify", "--corpus", archive.corpus)

    assert (done.status, path.read_bytes()) == (1, text)
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_build_never_writes_into_the_manifest(archive: Archive) -> None:
    path = archive.add("corpus.yml", added().encode())
    archive.build()
    assert path.read_bytes() == added().encode()


def test_a_folder_that_is_not_there_is_not_made(archive: Archive) -> None:
    assert archive.command("identify", "--corpus", archive.folder / "none").status == 1
    assert not (archive.folder / "none").exists()


def test_the_newest_two_hundred_are_listed() -> None:
    texts = [version(f"p{number:03}", f"2016-06-01T12:{number // 60:02}:{number % 60:02}")
             for number in range(201)]  # fmt: skip
    found = ElementTree.fromstring(atom_feed(ID, reversed(texts), []))
    pages = [link.get("href", "") for link in found.iterfind(f"{ATOM}entry/{ATOM}link")]

    assert pages == [f"../policies/p{number:03}/2016-06-01/" for number in range(200, 0, -1)]


def test_of_what_came_in_at_one_time_the_order_is_always_the_same() -> None:
    texts = [version(name, "2016") for name in ("birch", "alder", "cedar")]
    change = change_entry(*compared(texts[0], version("birch", "2016-01-01")))
    found = [atom_feed(ID, order, [change]) for order in (texts, reversed(texts))]

    assert found[0] == found[1]
    pages = re.findall('href="../(policies/|changes/)([a-z]+)', found[0])
    assert [name for _, name in pages] == ["cedar", "birch", "alder", "birch"]
