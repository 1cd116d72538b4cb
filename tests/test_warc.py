"""WARC files: every page record is a capture, and no damage stops the others."""

import gzip
import io
import tracemalloc
import zlib
from pathlib import Path

import pytest
from archives import Archive
from warcs import INFO, PICTURE, REQUEST, answer, packed, page, record

from synoptic.corpus.containers.warc import WARC
from synoptic.corpus.limits import Limits
from synoptic.corpus.records import Record, index_of, indexed
from synoptic.model import Index

NAME = "20120621214209/http://www.acme.example/privacy"
LIMITS = Limits(bytes=100_000)


def look(data: bytes, limits: Limits = LIMITS) -> Index:
    return indexed(io.BytesIO(data), limits)  # type: ignore[arg-type]


def names(data: bytes) -> list[str]:
    index = look(data)
    assert index.problems == ()
    return [member.name for member in index.members]


def faults(data: bytes, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in look(data, limits).problems]


def bodies(data: bytes) -> list[bytes]:
    file = io.BytesIO(data)
    return [WARC.read(file, member) for member in look(data).members]


@pytest.fixture(params=["plain", "packed"])
def joined(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    return packed if request.param == "packed" else lambda *records: b"".join(records)


def test_pages_are_found_and_the_rest_of_a_crawl_is_passed_over(joined) -> None:
    other = record(
        answer(page("Zeta")), address="https://zeta.example/?a=1", date="2013-01-02T03:04:05Z"
    )
    data = joined(INFO, REQUEST, record(answer(page())), PICTURE, other)
    index = look(data)

    assert index.problems == ()
    first, second = index.members
    assert (first.name, second.name) == (NAME, "20130102030405/https://zeta.example/?a=1")
    assert first.provenance.stamp == "2012-06-21T21:42:09Z"
    assert first.provenance.original_url == "http://www.acme.example/privacy"
    assert first.charset == "utf-8"
    assert bodies(data) == [page(), page("Zeta")]


def test_a_name_is_the_same_whatever_stands_before_it(joined) -> None:
    later = record(answer(page("Zeta")), date="2013-01-02T03:04:05Z")
    assert set(names(joined(record(answer(page())), later))) > set(names(joined(PICTURE, later)))


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzip.compress(page()), ["Content-Encoding: gzip"]),
        (zlib.compress(page()), ["Content-Encoding: deflate"]),
        (zlib.compress(page())[2:-4], ["Content-Encoding: deflate"]),
        (gzip.compress(zlib.compress(page())), ["Content-Encoding: deflate, gzip"]),
        (b"5;x=y\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (page()[:5], len(page()[5:]), page()[5:]),
         ["Transfer-Encoding: chunked"]),
        (page(), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (page(), ["Content-Encoding: br"]),
        (page(), ["Content-Encoding: identity"]),
    ],
)  # fmt: skip
def test_bodies_are_unpacked_as_the_fields_say_or_taken_as_they_are(
    joined, body: bytes, fields: list[str]
) -> None:
    assert bodies(joined(record(answer(body, *fields)))) == [page()]


def test_content_packed_with_brotli_is_read() -> None:
    brotli = pytest.importorskip("brotli")
    data = record(answer(brotli.compress(page() * 50), "Content-Encoding: br"))

    assert bodies(data) == [page() * 50]


def test_a_missing_library_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    data = record(answer(b"\x1b\x00\xf8\xff", "Content-Encoding: br"))

    assert faults(data) == [(NAME, "its content is packed with br: pip install brotli")]


def test_a_page_that_a_crawler_stored_without_an_answer_is_a_capture(joined) -> None:
    stored = {"kind": "resource", "address": "http://acme.example/a"}
    html = record(page(), "Content-Type: text/html", **stored).replace(
        b"Content-Type: application/http; msgtype=response\r\n", b"", 1
    )
    picture = html.replace(b"text/html", b"image/png").replace(b"/a\r\n", b"/b\r\n")

    assert names(joined(html, picture)) == ["20120621214209/http://acme.example/a"]
    assert bodies(joined(html, picture)) == [page()]


def test_a_second_sighting_of_what_is_no_page_is_none_either(joined) -> None:
    gone = record(answer(b"Gone", status="404 Not Found"), "WARC-Record-ID: <urn:uuid:1>")
    again = record(answer(b""), "WARC-Refers-To: <urn:uuid:1>", kind="revisit")

    assert names(joined(gone, again, record(answer(page())))) == [NAME]


def test_an_address_that_ends_as_our_own_numbers_do_has_a_name_of_its_own(joined) -> None:
    one = record(answer(page()), address="http://a.example/x")
    two = record(answer(page()), address="http://a.example/x~2")
    stamp = "20120621214209/http://a.example/x"

    assert names(joined(one, two, one, one)) == [stamp, f"{stamp}~2", f"{stamp}~3", f"{stamp}~4"]


@pytest.mark.parametrize("packing", [(), ("Content-Encoding: gzip",)])
def test_a_page_has_as_many_bytes_as_the_limit_allows(packing: tuple[str, ...]) -> None:
    def told(size: int) -> list[str]:
        body = gzip.compress(bytes(size)) if packing else b"a" * size
        return [what for _, what in faults(record(answer(body, *packing)), Limits(bytes=3000))]

    assert told(2800) == []
    assert [("more than 3000" in what) for what in told(3001)] == [True]


def test_a_second_sighting_is_a_capture_of_its_own(joined) -> None:
    first = record(
        answer(page()),
        "WARC-Record-ID: <urn:uuid:1>", "WARC-Payload-Digest: sha1:ABC",
    )  # fmt: skip
    again = {"kind": "revisit", "date": "2014-01-01T00:00:00Z"}
    picture = record(answer(b"", media_type="image/png"), "WARC-Payload-Digest: sha1:P",
                     kind="revisit", address="http://www.acme.example/x.png")  # fmt: skip
    for field in (
        "WARC-Refers-To: <urn:uuid:1>",
        "WARC-Payload-Digest: sha1:ABC",
        "WARC-Refers-To-Target-URI: http://www.acme.example/privacy\r\n"
        "WARC-Refers-To-Date: 2012-06-21T21:42:09Z",
    ):
        data = joined(first, picture, record(answer(b""), field, **again))
        old, new = look(data).members
        assert (new.sha256, new.charset) == (old.sha256, "utf-8")
        assert new.provenance.stamp == "2014-01-01T00:00:00Z"
        assert bodies(data) == [page(), page()]


def test_what_is_no_page_is_no_capture(joined) -> None:
    moved = record(answer(b"<html>Moved</html>", status="301 Moved Permanently"))
    gone = record(answer(b"<html>Gone</html>", status="404 Not Found"))
    looked_up = record(b"20120621 acme.example A 1.2.3.4", address="dns:acme.example")
    index = look(joined(INFO, moved, gone, looked_up, PICTURE))

    assert index.members == ()
    assert [problem.code for problem in index.problems] == ["empty-document"]


def test_two_pages_of_one_second_have_two_names(joined) -> None:
    one = record(answer(page()))
    assert names(joined(one, one, one)) == [NAME, f"{NAME}~2", f"{NAME}~3"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("<http://acme.example/>", "http://acme.example/"),
        ("http://acme.example/a\x1b[31m\u202eb c", "http://acme.example/a%1B[31m%E2%80%AEb%20c"),
        ("http://acme.example/../../etc/passwd", "http://acme.example/../../etc/passwd"),
    ],
)
def test_an_address_is_a_name_that_shows_as_what_it_is(address: str, told: str) -> None:
    assert names(record(answer(page()), address=address)) == [f"20120621214209/{told}"]


def test_a_long_address_is_a_short_name() -> None:
    base = "http://acme.example/?" + "x" * 5000
    first, second = names(
        record(answer(page()), address=base + "1") + record(answer(page()), address=base + "2")
    )

    assert first != second
    assert len(first) < 250


@pytest.mark.parametrize(("letters", "whole"), [(200, True), (201, False)])
def test_an_address_of_two_hundred_letters_is_a_name_as_it_is(letters: int, whole: bool) -> None:
    address = "http://acme.example/".ljust(letters, "x")
    (name,) = names(record(answer(page()), address=address))

    assert (name == f"20120621214209/{address}") is whole
    assert name.startswith(f"20120621214209/{address[:200]}")


@pytest.mark.parametrize(("times", "what"), [(4, ""), (5, "it is packed 5 times over")])
def test_a_body_is_unpacked_four_times_at_most(times: int, what: str) -> None:
    body = page()
    for _ in range(times):
        body = gzip.compress(body)
    fields = f"Content-Encoding: {', '.join(['gzip'] * times)}"

    assert [told for _, told in faults(record(answer(body, fields)))] == [what] * bool(what)


def test_a_record_without_a_time_is_undated(joined) -> None:
    (member,) = look(joined(record(answer(page()), date="yesterday"))).members

    assert member.name == "undated/http://www.acme.example/privacy"
    assert member.provenance.captured_at is None


GOOD = record(answer(page("Zeta")), address="http://zeta.example/")
DAMAGE = {
    "another digest": (
        record(answer(page()), "WARC-Block-Digest: ", "WARC-Block-Digest: sha1:AAAA"),
        NAME, "the digest is another",
    ),
    "too short a length": (record(answer(page()), length=90), NAME, "longer than its head says"),
    "no answer": (record(b"What is this?"), NAME, "no answer of a server"),
    "broken pieces": (
        record(answer(b"5\r\nhello\r\nzz\r\n", "Transfer-Encoding: chunked")),
        NAME, "pieces that it was sent in are broken",
    ),
    "a coding of its own": (
        record(answer(b"\xff\x00\x01", "Content-Encoding: zstd")), NAME, "packed with zstd",
    ),
    "packed too often": (
        record(answer(page(), "Content-Encoding: gzip, gzip, gzip, gzip, gzip")),
        NAME, "5 times over",
    ),
    "cut content": (
        record(answer(gzip.compress(page())[:-20], "Content-Encoding: gzip")),
        NAME, "ends too early",
    ),
    "cut by the crawler": (
        record(answer(page()), "WARC-Truncated: time"), NAME, "the crawler cut it short: time",
    ),
    "a segment": (record(answer(page()), "WARC-Segment-Number: 1"), NAME, "several segments"),
    "a head without a length": (
        record(answer(page())).replace(b"Content-Length", b"Content-Lengs"), "byte-0", "head",
    ),
    "a repeated record that is elsewhere": (
        record(answer(b""), "WARC-Refers-To: <urn:uuid:9>", kind="revisit"),
        NAME, "not in this file",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("broken", "name", "told"), DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_record_is_named_and_the_others_are_read(
    joined, broken: bytes, name: str, told: str
) -> None:
    index = look(joined(broken, GOOD))

    assert [member.name for member in index.members] == ["20120621214209/http://zeta.example/"]
    (problem,) = index.problems
    assert (problem.where, problem.code) == (name, "damaged")
    assert told in problem.what


def test_what_was_cut_off_at_the_end_is_named(joined) -> None:
    data = joined(GOOD, record(answer(page())))
    index = look(data[:-60])

    assert len(index.members) == 1
    assert [problem.code for problem in index.problems] == ["damaged"]


def test_a_broken_byte_in_a_packed_record_costs_only_that_record() -> None:
    first, second, third = (packed(record(answer(page(name)))) for name in ("A", "B", "C"))
    broken = bytearray(second)
    broken[len(broken) // 2] ^= 0xFF
    index = look(first + bytes(broken) + third)

    assert len(index.members) == 2
    assert len(index.problems) == 1


def test_rubbish_between_records_costs_no_record(joined) -> None:
    index = look(joined(GOOD) + b"rubbish \x1f\x8b\x08 and more" + joined(record(answer(page()))))

    assert len(index.members) == 2
    assert [problem.code for problem in index.problems] == ["damaged"]


def test_records_packed_as_one_piece_are_refused_with_what_to_do() -> None:
    index = look(gzip.compress(GOOD + GOOD))

    assert index.members == ()
    (problem,) = index.problems
    assert (problem.where, problem.code) == ("", "damaged")
    assert "gunzip" in problem.hint


@pytest.mark.parametrize(
    "block",
    [
        answer(page() + bytes(300_000)),
        answer(gzip.compress(bytes(50_000_000)), "Content-Encoding: gzip"),
        answer(gzip.compress(gzip.compress(bytes(90_000_000))), "Content-Encoding: gzip, gzip"),
    ],
    ids=["long", "bomb", "bomb in a bomb"],
)
def test_a_page_beyond_the_limit_costs_little_and_only_itself(joined, block: bytes) -> None:
    data = joined(record(block), GOOD)
    tracemalloc.start()
    index = look(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [member.name for member in index.members] == ["20120621214209/http://zeta.example/"]
    assert [(problem.where, problem.code) for problem in index.problems] == [(NAME, "too-large")]
    assert peak < 5_000_000


def test_a_packed_record_without_end_costs_little_and_only_itself() -> None:
    for media_type in ("text/html", "video/mp4"):
        bomb = record(answer(bytes(80_000_000), media_type=media_type))
        tracemalloc.start()
        file = io.BytesIO(packed(bomb) + packed(GOOD))
        del bomb
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        index = indexed(file, LIMITS)  # type: ignore[arg-type]
        peak = tracemalloc.get_traced_memory()[1] - before
        tracemalloc.stop()

        assert [member.name for member in index.members] == ["20120621214209/http://zeta.example/"]
        assert peak < 5_000_000


def test_a_file_of_too_many_records_is_refused_whole(joined) -> None:
    data = joined(*[GOOD] * 5)

    assert len(look(data, Limits(records=5)).members) == 5
    assert faults(data, Limits(records=4)) == [("", "this WARC file holds more than 4 records")]
    assert look(data, Limits(records=4)).members == ()


def test_signs_of_records_without_end_are_no_records(joined) -> None:
    """Neither a file of heads nor one of signs of gzip holds up the build."""
    heads = look(GOOD + b"\nWARC/1.0\r\n" * 5_000, Limits(records=50))
    signs = look(packed(GOOD) + b"\x1f\x8b\x08" * 20_000)

    assert [problem.code for problem in heads.problems] == ["too-large"]
    assert len(signs.members) == 1
    assert [problem.code for problem in signs.problems] == ["damaged"]


def test_reading_one_record_reads_no_other(tmp_path: Path, monkeypatch) -> None:
    records = [
        record(answer(page(str(number))), address=f"http://acme.example/{number}")
        for number in range(200)
    ]
    (tmp_path / "a.warc.gz").write_bytes(packed(*records))
    index = index_of(tmp_path, "a.warc.gz", Limits())
    last = Record(tmp_path, "a.warc.gz", index.members[-1])

    def must_not(*args: object) -> None:
        raise AssertionError("the file is gone through again")

    monkeypatch.setattr("synoptic.corpus.containers.warc._at", must_not)
    assert last.read() == page("199")


def crawl(archive: Archive, name: str = "crawl.warc.gz") -> None:
    archive.add(
        name,
        packed(
            INFO,
            REQUEST,
            record(answer(page("Acme Corp")), address="http://corp.example/privacy"),
            record(
                answer(page("Acme Corp", "We keep it for two years.")),
                address="https://www.corp.example/privacy/",
                date="2015-03-04T05:06:07Z",
            ),
            record(answer(page())[:-30], "WARC-Truncated: length", address="http://cut.example/"),
        ),
    )


def test_a_warc_is_built_as_captures_with_their_times_and_addresses(archive: Archive) -> None:
    crawl(archive)
    done = archive.build()

    assert done.status == 0
    assert done.err == (
        "corpus/crawl.warc.gz!20120621214209/http://cut.example/: "
        "the crawler cut it short: length [damaged]\n"
        "  help: fetch it again, or leave it: the other records are read\n"
    )
    assert done.out.endswith(", 1 set aside, 0 warnings\n")
    found = {
        policy["id"]: policy
        for policy in archive.data("policies.json")["policies"]
        if policy["document"] == "corp-example-privacy"
    }
    assert list(found) == ["corp-example-privacy/2012-06-21", "corp-example-privacy/2015-03-04"]
    newer = found["corp-example-privacy/2015-03-04"]
    member = "20150304050607/https://www.corp.example/privacy/"
    assert newer["original_url"] == "https://www.corp.example/privacy/"
    assert newer["captured_at"] == "2015-03-04T05:06:07Z"
    assert (newer["source"]["file"], newer["source"]["member"]) == ("crawl.warc.gz", member)
    (capture,) = newer["captures"]
    assert (capture["file"], capture["member"]) == ("crawl.warc.gz", member)
    stored = (archive.docs / capture["copy"]).read_bytes()
    assert stored == page("Acme Corp", "We keep it for two years.")
    text = (archive.docs / newer["page"].rstrip("/")).with_suffix(".md").read_text("utf-8")
    assert f"crawl.warc.gz!{member}" in text
    checked = archive.command(
        "verify", "--corpus", archive.corpus, "--docs", archive.docs, "--site", archive.folder / "x"
    )
    assert checked.status == 0, checked.err

    (archive.corpus / "crawl.warc.gz").unlink()
    checked = archive.command(
        "verify", "--corpus", archive.corpus, "--docs", archive.docs, "--site", archive.folder / "x"
    )
    assert f"crawl.warc.gz!{member}: the file is missing [verify-hash]" in checked.err


def test_a_build_of_which_nothing_changed_goes_through_no_container(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(archive)
    archive.build()
    before = archive.tree()

    def must_not(*args: object) -> None:
        raise AssertionError("a container was gone through again")

    monkeypatch.setattr("synoptic.corpus.containers.warc._at", must_not)
    monkeypatch.setattr("synoptic.corpus.containers.warc._block", must_not)
    assert archive.build().status == 0
    assert archive.tree() == before


def test_the_manifest_speaks_of_a_record_or_of_all_in_a_container(archive: Archive) -> None:
    crawl(archive)
    name = "crawl.warc.gz!20150304050607/https://www.corp.example/privacy/"
    archive.add(
        "corpus.yml",
        "files:\n  crawl.warc.gz:\n    organisation: Acme Corp\n    sector: retail\n"
        f"  {name}:\n    title: The later one\n    sector: trade\n",
    )
    archive.build()
    versions = [
        policy
        for policy in archive.data("policies.json")["policies"]
        if policy["document"] == "corp-example-privacy"
    ]

    assert [version["organisation"] for version in versions] == ["Acme Corp", "Acme Corp"]
    assert [version["sector"] for version in versions] == ["retail", "trade"]
    assert versions[1]["title"] == "The later one"


def test_an_entry_of_a_record_that_is_not_there_is_a_fault_with_the_nearest(
    archive: Archive,
) -> None:
    crawl(archive)
    archive.add(
        "corpus.yml", "files:\n  crawl.warc.gz!20150304/https://www.corp.example/: {sector: x}\n"
    )
    done = archive.build()

    assert "corpus/corpus.yml:2: there is no record 'crawl.warc.gz!20150304/https" in done.err
    assert (
        "help: did you mean 'crawl.warc.gz!20150304050607/https://www.corp.example/privacy/'?"
    ) in done.err


def test_a_withdrawn_container_is_withdrawn_with_all_its_records(archive: Archive) -> None:
    crawl(archive)
    archive.add("corpus.yml", "files:\n  crawl.warc.gz: {withdrawn: asked to}\n")
    archive.build()

    assert len(archive.data("report.json")["withdrawn"]) == 2
    assert not any("corp" in name for name in archive.published())


@pytest.mark.parametrize("name", ["clean", "explain", "tag", "review"])
def test_commands_take_one_record(archive: Archive, name: str) -> None:
    crawl(archive)
    file = f"{archive.corpus}/crawl.warc.gz!20120621214209/http://corp.example/privacy"
    done = archive.command(name, file, "--corpus", archive.corpus)

    assert (done.status, done.err) == (0, "")
    assert "Acme Corp" in done.out


def test_two_records_are_held_against_each_other(archive: Archive) -> None:
    crawl(archive)
    base = archive.corpus / "crawl.warc.gz"
    done = archive.command(
        "redline",
        f"{base}!20120621214209/http://corp.example/privacy",
        f"{base}!20150304050607/https://www.corp.example/privacy/",
        "--corpus",
        archive.corpus,
    )

    assert done.status == 0
    assert "two years" in done.out


@pytest.mark.parametrize(
    ("member", "told"),
    [
        ("", "it holds 2 records [unreadable]\n  help: name one of its records: 'crawl.warc.g"),
        ("!2015/x", "there is no record '2015/x' in it [unreadable]\n  help: name one of"),
        ("!20120621214209/http://cut.example/", "the crawler cut it short: length [damaged]"),
    ],
)  # fmt: skip
def test_a_command_says_which_records_there_are(archive: Archive, member: str, told: str) -> None:
    crawl(archive)
    done = archive.command("clean", f"{archive.corpus}/crawl.warc.gz{member}")

    assert (done.status, done.out) == (1, "")
    assert told in done.err


def test_a_reading_of_one_record_is_signed_and_holds(archive: Archive) -> None:
    crawl(archive)
    archive.add("corpus.yml", "readers:\n  - {id: doe, name: J. Doe, kind: person}\n")
    record_id = "crawl.warc.gz!20120621214209/http://corp.example/privacy"
    signed = archive.command(
        "review", f"{archive.corpus}/{record_id}", "--corpus", archive.corpus,
        "--sign", "--by", "doe", "--on", "2026-01-15",
    )  # fmt: skip

    assert signed.status == 0, signed.err
    assert f'"{record_id}":' in (archive.corpus / "readings.yml").read_text("utf-8")
    assert archive.build("--strict").status == 1  # the cut record
    archive.build()
    (read,) = [policy for policy in archive.data("policies.json")["policies"] if policy["read"]]
    assert read["id"] == "corp-example-privacy/2012-06-21"
