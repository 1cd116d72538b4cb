"""Containers of one record and of many: what is in them is read, whatever they claim."""

import gzip
import io
import random
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from archives import Archive
from warcs import answer, packed, page, record

from synoptic.corpus.containers import CONTAINERS, container_of
from synoptic.corpus.limits import Limits
from synoptic.corpus.records import Record, index_of, indexed
from synoptic.errors import UnreadableError
from synoptic.model import Index

LIMITS = Limits(bytes=100_000)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return out.getvalue()


def look(data: bytes, limits: Limits = LIMITS) -> Index:
    return indexed(io.BytesIO(data), limits)


def told(index: Index) -> list[tuple[str, str]]:
    return [(problem.where, problem.code) for problem in index.problems]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (page(), "file"),
        (b"", "file"),
        (gzip.compress(page()), "gzip file"),
        (record(answer(page())), "WARC file"),
        (packed(record(answer(page()))), "WARC file"),
        (zipped({"a.html": page()}), "ZIP archive"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "file"),
        (zipped({"mimetype": b"application/epub+zip", "x.xhtml": page()}), "file"),
    ],
)
def test_a_container_is_told_by_its_content(data: bytes, kind: str) -> None:
    assert container_of(io.BytesIO(data)).kind == kind


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_files_of_a_zip_archive_are_records(tmp_path: Path, method: int) -> None:
    files = {"acme/2012.html": page("A"), "zeta.txt": b"We keep nothing.", "empty.txt": b""}
    hidden = {".git/config": b"x", "__MACOSX/acme/._2012.html": b"x", "acme/": b""}
    (tmp_path / "a.zip").write_bytes(zipped({**hidden, **files}, method))
    index = index_of(tmp_path, "a.zip", LIMITS)
    records = [Record(tmp_path, "a.zip", member) for member in index.members]

    assert index.problems == ()
    assert {one.id: one.read() for one in records} == {
        f"a.zip!{name}": data for name, data in files.items()
    }


def test_names_in_a_zip_archive_are_names_and_no_paths(archive: Archive) -> None:
    archive.add(
        "a.zip",
        zipped({"../../../up.txt": b"Up we collect.", "/etc/abs.txt": b"Abs we collect.",
                "red\x1b[31m.txt": b"x", "C:\\x.txt": b"We collect it on C."}),
    )  # fmt: skip
    done = archive.build()

    assert done.status == 0
    assert done.err.startswith("corpus/a.zip!red\\x1b[31m.txt: the name holds bytes or signs")
    assert not any((folder / "up.txt").exists() for folder in archive.folder.parents)
    assert not list(archive.folder.rglob("up.txt"))
    files = [policy["source"] for policy in archive.data("policies.json")["policies"]]
    assert {"../../../up.txt", "/etc/abs.txt", "C:\\x.txt"} <= {one["member"] for one in files}


def test_what_a_browser_put_beside_a_page_in_a_zip_archive_is_part_of_it(archive: Archive) -> None:
    archive.add("a.zip", zipped({"Acme.html": page(), "Acme_files/app.js": b"f()"}))
    done = archive.build()

    assert "corpus/a.zip!Acme_files/app.js: warning: not published" in done.err
    assert done.out.endswith(", 0 set aside, 1 warning\n")


def test_a_file_packed_with_gzip_is_one_record(tmp_path: Path, archive: Archive) -> None:
    archive.add("acme.html.gz", gzip.compress(page()))
    archive.build("--strict")
    sources = [policy["source"] for policy in archive.data("policies.json")["policies"]]

    (source,) = [source for source in sources if source["file"] == "acme.html.gz"]
    assert (source["member"], source["bytes"]) == (None, len(page()))
    assert archive.command("clean", archive.corpus / "acme.html.gz").status == 0


def test_what_is_packed_twice_is_named(archive: Archive) -> None:
    data = page()
    for _ in range(50):
        data = gzip.compress(data)
    archive.add("deep.gz", data)
    archive.add("crawl.gz", gzip.compress(gzip.compress(record(answer(page())))))

    err = archive.build().err
    assert "corpus/deep.gz: this is a gzip file [unknown-format]" in err
    assert "corpus/crawl.gz: this is a gzip file [unknown-format]" in err


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (gzip.compress(bytes(80_000_000)), ("", "too-large")),
        (zipped({"a.txt": bytes(80_000_000)}), ("a.txt", "too-large")),
        (gzip.compress(page())[:-9], ("", "damaged")),
        (zipped({"a.txt": page()})[:-30], ("", "damaged")),
        (zipped({"a.txt": page()}, zipfile.ZIP_LZMA), ("a.txt", "damaged")),
    ],
    ids=["gzip bomb", "zip bomb", "cut gzip", "cut zip", "another packing"],
)
def test_a_container_that_lies_costs_little(data: bytes, fault: tuple[str, str]) -> None:
    tracemalloc.start()
    index = look(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (index.members, told(index)) == ((), [fault])
    assert peak < 5_000_000


def patched(data: bytes, sign: bytes, place: int, new: bytes) -> bytes:
    """Return bytes with others at a place behind the last of a sign."""
    start = data.rindex(sign) + place
    return data[:start] + new + data[start + len(new) :]


STORED, PACKED = (
    zipped({"0.txt": b"-", "a.txt": b"We keep nothing at all of it, nothing. " * 9}, method)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (patched(STORED, b"PK\x03\x04", 0, b"PK\x07\x07"), "no file where the archive says"),
        (patched(STORED, b"PK\x03\x04", 6, b"\1"), "locked with a password"),
        (patched(STORED, b"We keep", 0, b"We sell"), "not what the archive says"),
        (patched(PACKED, b"PK\x03\x04", 35, b"\xff\xff"), "cannot be unpacked"),
        (patched(PACKED, b"PK\x01\x02", 24, b"\1"), "not what the archive says"),
    ],
)
def test_a_file_of_a_zip_archive_that_is_not_what_it_says_is_told(data: bytes, what: str) -> None:
    (problem,) = look(data).problems

    assert (problem.where, problem.code) == ("a.txt", "damaged")
    assert what in problem.what


def test_a_file_of_a_zip_archive_has_as_many_bytes_as_the_limit_allows() -> None:
    data = zipped({"a.txt": b"a" * 500})

    assert look(data, Limits(bytes=500)).problems == ()
    (problem,) = look(data, Limits(bytes=499)).problems
    assert problem.what == "unpacked it has 500 bytes, more than 499"


def test_a_zip_archive_that_says_little_and_unpacks_to_much_is_refused() -> None:
    data = bytearray(zipped({"a.txt": bytes(50_000_000)}))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<L", 100)  # its size, unpacked
    tracemalloc.start()
    index = look(bytes(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert told(index) == [("a.txt", "damaged")]
    assert peak < 5_000_000


def test_a_zip_archive_whose_files_share_bytes_is_refused() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 500, "b.txt": b"x" * 500}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = struct.pack("<L", 0)  # where it begins

    index = look(bytes(data))
    assert told(index) == [("", "damaged")]
    assert "overlap" in index.problems[0].what


def test_too_many_files_of_a_zip_archive_are_refused() -> None:
    data = zipped({f"{number}.txt": b"x" for number in range(5)})

    assert len(look(data, Limits(records=5)).members) == 5
    assert told(look(data, Limits(records=4))) == [("", "too-large")]


@pytest.mark.parametrize(
    "data",
    [
        zipped({"a.html": page(), "b.html": page("B")}),
        record(answer(page())) + record(answer(page("B")), date="2014-01-01T00:00:00Z"),
        packed(record(answer(page())), record(answer(gzip.compress(page()),
               "Content-Encoding: gzip"), date="2014-01-01T00:00:00Z")),
        gzip.compress(page()),
    ],
    ids=["zip", "warc", "packed warc", "gzip"],
)  # fmt: skip
def test_any_damage_is_told_and_never_a_fault_of_the_program(data: bytes) -> None:
    chance = random.Random(7)
    for _ in range(400):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        broken = broken[: chance.randint(len(data) // 2, len(data))]
        index = look(bytes(broken))
        assert index.members or index.problems
        for member in index.members:
            file = io.BytesIO(bytes(broken))
            assert len(container_of(file).read(file, member)) == member.size


def test_a_container_that_changes_after_it_was_gone_through_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(record(answer(page("Acme"))))
    (member,) = index_of(tmp_path, "a.warc", LIMITS).members
    for data in (record(answer(page("Acne"))), b"", b"WARC/1.0\r\n\r\n", page("Zeta")):
        path.write_bytes(data)
        with pytest.raises(UnreadableError, match="it changed while it was read"):
            Record(tmp_path, "a.warc", member).read()


def test_who_names_no_record_is_told_five_of_them(archive: Archive) -> None:
    many = {f"{number}.txt": b"We keep it." for number in range(6)}
    archive.add("a.zip", zipped(many))
    archive.add("b.zip", zipped(dict(list(many.items())[:5])))
    told = {
        name: archive.command("clean", f"{archive.corpus}/{name}").err
        for name in ("a.zip", "b.zip", "a.zip!7.txt")
    }

    five = ", ".join(f"'a.zip!{number}.txt'" for number in range(5))
    assert "a.zip: it holds 6 records [" in told["a.zip"]
    assert told["a.zip"].endswith(f"  help: name one of its records: {five}, …\n")
    assert told["b.zip"].endswith("'b.zip!4.txt'\n")
    assert "there is no record '7.txt' in it" in told["a.zip!7.txt"]


def test_a_file_that_has_the_id_of_a_record_is_told(archive: Archive) -> None:
    archive.add("a.zip", zipped({"b.txt": b"We collect your name in this file."}))
    archive.add("a.zip!b.txt", b"We collect your name in that file.")
    done = archive.build()

    assert "corpus/a.zip!b.txt: a record of a.zip has the same id [corpus-error]" in done.err
    assert done.out.endswith(", 1 set aside, 0 warnings\n")


def test_a_file_is_meant_before_a_record_of_another(archive: Archive) -> None:
    archive.add("a.zip", zipped({"b.txt": b"We collect your name in the archive."}))
    assert "in the archive" in archive.command("clean", f"{archive.corpus}/a.zip!b.txt").out
    archive.add("a.zip!b.txt", b"We collect your name in the file.")
    assert "in the file" in archive.command("clean", f"{archive.corpus}/a.zip!b.txt").out


def test_a_name_with_the_sign_of_members_is_a_name(archive: Archive) -> None:
    archive.add("wow!/policy!.txt", b"We collect your name, wow.")
    archive.add("corpus.yml", "files:\n  wow!/policy!.txt: {organisation: Wow}\n")
    assert archive.build("--strict").status == 0
    done = archive.command("clean", f"{archive.corpus}/wow!/policy!.txt")
    assert done.out == "We collect your name, wow.\n"


def test_every_container_has_a_kind_of_its_own_and_the_last_takes_any() -> None:
    assert len({container.kind for container in CONTAINERS}) == len(CONTAINERS)
    assert CONTAINERS[-1].recognises(io.BytesIO(bytes(range(256))))
