"""The build as a person meets it: exit status, messages, what is written and what is not."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from archives import POLICY, ROOT, Archive
from makers import header
from page_makers import SLUGS

from synoptic.build import document, pipeline, result
from synoptic.build.cache import decoded, encoded
from synoptic.errors import CorpusWarning

IDS = ["acme/2016-06-01", "acme/2018-06-01", "sub-plain/undated"]
MESSAGE = re.compile(r"\S.*: \S.* \[[a-z-]+\]\n  help: \S.*")
READERS = "readers: [{id: ann, name: Ann, kind: person}]\n"
MANIFEST = "files:\n  acme-2016.txt:\n    organisation: Acme\n    document: acme\n"
REVIEW = """\
    review:
      - {{topic: sharing, quote: {quote}, verdict: confirm, by: ann, on: 2024-05-01, why: read}}
"""


def test_a_good_archive_is_built_whole(archive: Archive) -> None:
    done = archive.build()

    assert (done.status, done.err) == (0, "")
    size = "2 policies, 3 versions, 3 captures"
    assert re.fullmatch(size + r" in \S+: \d+ files written, 0 set aside, 0 warnings\n", done.out)
    assert archive.published() == IDS
    assert archive.data("report.json") == {
        "published": {"policies": 2, "versions": 3, "captures": 3},
        "set_aside": [],
        "warnings": [],
        "withdrawn": [],
    }
    assert (archive.docs / "index.md").read_text() == "# Written by a person\n"


def test_quiet_says_nothing(archive: Archive) -> None:
    done = archive.build("--quiet")

    assert (done.status, done.out, done.err) == (0, "", "")


def test_sources_are_kept_as_they_were_received(archive: Archive) -> None:
    before = {path: path.read_bytes() for path in archive.corpus.rglob("*.txt")}
    archive.build()

    assert {path: path.read_bytes() for path in before} == before
    stored = archive.docs / "data/sources/acme/2016-06-01.txt"
    assert stored.read_bytes() == before[archive.corpus / "acme-2016.txt"]


def test_the_same_archive_gives_the_same_bytes(archive: Archive) -> None:
    archive.build()
    first = archive.tree()
    again = archive.build()

    assert ": 0 files written" in again.out
    for options in (["--no-cache"], ["--jobs", "2"], ["--jobs", "2", "--no-cache"]):
        archive.build(*options)
        assert archive.tree() == first


def test_many_files_on_several_processes_give_the_same_bytes(archive: Archive) -> None:
    for number in range(40):
        archive.add_policy(f"{number}.txt", f"site{number}.example")
    archive.build("--jobs", "1", "--no-cache")
    first = archive.tree()
    assert archive.build("--jobs", "2", "--no-cache").status == 0
    assert archive.tree() == first


@pytest.mark.slow
def test_the_order_of_sets_does_not_matter(archive: Archive) -> None:
    trees = []
    for seed in ("0", "1", "77"):
        done = subprocess.run(
            [sys.executable, str(ROOT / "build_corpus.py"), "--corpus", str(archive.corpus),
             "--docs", str(archive.docs), "--taxonomy", str(archive.taxonomy), "--no-cache"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )  # fmt: skip
        assert done.stderr == ""
        trees.append(archive.tree())
    assert trees[0] == trees[1] == trees[2]


@pytest.mark.slow
def test_a_cluster_gives_the_same_bytes(archive: Archive) -> None:
    distributed = pytest.importorskip("distributed")
    archive.build("--no-cache")
    first = archive.tree()
    with distributed.LocalCluster(
        n_workers=1, processes=False, dashboard_address=None, protocol="tcp"
    ) as cluster:
        done = archive.build("--no-cache", "--scheduler", cluster.scheduler_address)
    assert (done.status, archive.tree() == first) == (0, True)


def test_an_address_where_no_scheduler_answers_is_an_unusable_setting(archive: Archive) -> None:
    done = archive.build("--scheduler", "nothing here")

    assert done.status == 2
    assert done.err.startswith("--scheduler: ")
    assert "Traceback" not in done.err
    assert archive.tree().keys() == {"index.md"}


Break = Callable[[Archive], object]


def contradicting(archive: Archive) -> object:
    text = header("x.example", "20160601120000", "http%3A//x.example/", "2016-06-02")
    return archive.add("bad.txt", text + POLICY)


def leading_out(archive: Archive) -> object:
    outside = archive.folder / "secret.txt"
    outside.write_text("Nobody should read this sentence on a page.")
    return (archive.corpus / "bad.txt").symlink_to(outside)


def two_texts_at_once(archive: Archive) -> object:
    text = (archive.corpus / "acme-2016.txt").read_bytes()
    return archive.add("sub/copy.txt", text.replace(b"cookies", b"biscuits"))


def manifest(text: str) -> Break:
    return lambda archive: archive.add("corpus.yml", MANIFEST + text)


def bad_file(data: str | bytes) -> Break:
    return lambda archive: archive.add("bad.txt", data)


HALF = "> *The following text is extracted and transformed from somewhere\n\nText."
BAD = "corpus/bad.txt"
FAULTS: dict[str, tuple[Break, str, str]] = {
    "empty": (bad_file(""), BAD, "empty-document"),
    "blank": (bad_file(" \n\n\t"), BAD, "empty-document"),
    "header alone": (
        bad_file(header("x.example", "20160601120000", "http%3A//x.example/")),
        BAD,
        "empty-document",
    ),
    "binary": (bad_file(b"abc\x00\x01\x02" * 9), BAD, "unknown-format"),
    "PDF": (bad_file(b"%PDF-1.4\n%x"), BAD, "unknown-format"),
    "ZIP": (bad_file(b"PK\x03\x04xxxx"), BAD, "damaged"),
    "bad UTF-8": (bad_file(b"We keep \xff\xfe\xfa."), BAD, "undecodable"),
    "date against address": (contradicting, BAD, "provenance"),
    "half a header": (bad_file(HALF), BAD, "provenance"),
    "link out of the corpus": (leading_out, BAD, "corpus-error"),
    "two texts at once": (two_texts_at_once, "corpus/sub/copy.txt", "duplicate-capture"),
    "unknown key": (
        lambda archive: archive.add("corpus.yml", "organisations:\n" + MANIFEST),
        "corpus/corpus.yml:1",
        "manifest",
    ),
    "no such file": (
        manifest("  nowhere.txt:\n    title: x\n"),
        "corpus/corpus.yml:5",
        "manifest",
    ),
}


@pytest.mark.parametrize(("break_it", "where", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_one_fault_is_told_and_the_rest_is_published(
    archive: Archive, break_it: Break, where: str, code: str
) -> None:
    break_it(archive)
    done = archive.build()

    assert done.status == 0
    assert archive.published() == IDS
    check_told(archive, done.err, where, code)
    assert counts(done.out) in (["1 set aside"], ["0 set aside", "1 fault"])


def counts(out: str) -> list[str]:
    """What the last line of a build counts beside what was written: "1 set aside" and so on."""
    *aside, warnings = re.findall(r", (\d+ (?:set aside|faults?|warnings?))", out.splitlines()[-1])
    assert warnings.endswith(("warning", "warnings"))
    return aside


def check_told(archive: Archive, err: str, where: str, code: str) -> None:
    """One message of the promised form, and the same in the public report."""
    assert MESSAGE.fullmatch(err.rstrip("\n")), err
    assert err.startswith(f"{where}: ")
    assert f" [{code}]\n" in err
    (told,) = archive.data("report.json")["set_aside"]
    assert (told["where"], told["code"]) == (where, code)
    assert told["help"]
    assert where in (archive.docs / "data/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("break_it", "where", "code"),
    [
        (manifest("    organization: Acme\n"), "corpus/corpus.yml:5", "manifest"),
        (manifest("    site: apex.example\n"), "corpus/acme-2016.txt", "manifest"),
        (
            manifest(REVIEW.format(quote="We sell it all") + READERS),
            "corpus/corpus.yml:6",
            "quote-not-found",
        ),
        (manifest("    encoding: utf-9\n"), "corpus/acme-2016.txt", "undecodable"),
        (
            manifest("    dates:\n      - {kind: amended, date: 2016, quote: in the year}\n"),
            "corpus/corpus.yml",
            "quote-not-found",
        ),
    ],
    ids=["unknown key", "contradiction", "quote", "encoding", "date"],
)
def test_a_fault_in_an_entry_sets_its_file_aside(
    archive: Archive, break_it: Break, where: str, code: str
) -> None:
    break_it(archive)
    done = archive.build()

    assert done.status == 0
    # Its name went with its entry, so the other capture is called by its address.
    assert len(archive.published()) == 2
    assert not any(one.endswith("2016-06-01") for one in archive.published())
    check_told(archive, done.err, where, code)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("corpus/corpus.yml", "files: ["),
        ("corpus/corpus.yml", "- a list\n"),
        ("taxonomy/topics.yml", "topics: ["),
        ("taxonomy/topics.yml", ""),
        ("taxonomy/facts.yml", "- x\n"),
    ],
)
def test_settings_that_cannot_be_read_write_nothing(archive: Archive, name: str, text: str) -> None:
    archive.build()
    before = archive.tree()
    (archive.folder / name).write_text(text)
    done = archive.build()

    assert done.status == 2
    assert name.rpartition("/")[2] in done.err.partition(": ")[0]
    assert re.search(r"\[[a-z-]+\]", done.err)
    assert archive.tree() == before


def test_settings_that_are_not_there(archive: Archive) -> None:
    assert archive.command("build", "--corpus", archive.folder / "none").status == 2
    (archive.taxonomy / "topics.yml").unlink()
    assert archive.build().status == 2
    assert archive.tree().keys() == {"index.md"}


@pytest.mark.parametrize(
    "argv",
    [["bild"], ["--colour"], ["build", "--jobs", "many"], ["build", "--jobs", "0"], ["clean"]],
)
def test_wrong_usage(archive: Archive, argv: list[str]) -> None:
    done = archive.command(*argv)

    assert done.status == 2
    assert done.err
    assert "Traceback" not in done.err


def test_strict_writes_nothing_at_the_first_fault(archive: Archive) -> None:
    archive.build()
    before = archive.tree()
    archive.add("bad.txt", "")
    archive.add_policy("new.txt", "new.example")
    done = archive.build("--strict")

    assert done.status == 1
    assert "corpus/bad.txt: the file holds no text [empty-document]" in done.err
    assert "nothing written" in done.out
    assert archive.tree() == before


def test_strict_builds_what_is_good(archive: Archive) -> None:
    assert archive.build("--strict").status == 0
    assert archive.published() == IDS


@pytest.fixture
def warned(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """The archive, with a warning about one of its files and one about their order."""
    labelled, catalogue = document.labelled, pipeline.catalogue

    def with_one(opened: Any, *args: Any) -> document.Outcome:
        about = (CorpusWarning(opened.id, "this is strange", hint="look"),)
        told = about if opened.id == "sub/plain.txt" else ()
        return replace(labelled(opened, *args), warnings=told)

    def with_another(found: Any) -> Any:
        versions, faults = catalogue(found)
        return versions, [*faults, CorpusWarning("acme-2016.txt", "stranger", hint="look")]

    monkeypatch.setattr(result, "labelled", with_one)
    monkeypatch.setattr(pipeline, "catalogue", with_another)
    return archive


def test_a_warning_is_told_and_keeps_nothing_out(warned: Archive) -> None:
    done = warned.build()

    assert (done.status, warned.published()) == (0, IDS)
    assert done.err == (
        "corpus/acme-2016.txt: warning: stranger [corpus-error]\n  help: look\n"
        "corpus/sub/plain.txt: warning: this is strange [corpus-error]\n  help: look\n"
    )
    assert done.out.endswith(" files written, 0 set aside, 2 warnings\n")
    report = warned.data("report.json")
    assert report["set_aside"] == []
    assert [one["what"] for one in report["warnings"]] == ["stranger", "this is strange"]
    page = (warned.docs / "data/index.md").read_text(encoding="utf-8")
    assert "this is strange" in page.partition("## Warnings")[2]
    assert warned.build().err == done.err, "a warning is kept with the result"


def test_strict_fails_on_a_warning(warned: Archive) -> None:
    done = warned.build("--strict")

    assert done.status == 1
    assert "2 warnings: nothing written" in done.out
    assert warned.tree().keys() == {"index.md"}


def test_an_edited_page_stops_the_build(archive: Archive) -> None:
    archive.build()
    page = archive.docs / "policies/acme/2016-06-01.md"
    page.write_text(page.read_text() + "\nA remark of mine.\n")
    before = archive.tree()
    archive.add_policy("new.txt", "new.example")
    done = archive.build()

    assert done.status == 2
    assert MESSAGE.fullmatch(done.err.rstrip("\n"))
    assert "[edited-page]" in done.err
    assert archive.tree() == before


def test_what_is_gone_from_the_corpus_is_gone_from_the_site(archive: Archive) -> None:
    archive.build()
    (archive.corpus / "sub/plain.txt").unlink()
    archive.build()

    assert archive.published() == IDS[:2]
    assert not list(archive.docs.rglob("*plain*"))


def test_a_withdrawn_text_is_nowhere_and_its_reason_is_told(archive: Archive) -> None:
    archive.build()
    archive.add("corpus.yml", f"{MANIFEST}  sub/plain.txt:\n    withdrawn: its author asked\n")
    done = archive.build()

    assert (done.status, archive.published()) == (0, IDS[:2])
    assert archive.data("report.json")["withdrawn"] == [
        {"file": "sub/plain.txt", "reason": "its author asked"}
    ]
    assert not [name for name, data in archive.tree().items() if b"no records of any" in data]


SECRET = "In Quillmouth the ledgers of every lodger are burnt at Candlemas."


@pytest.mark.parametrize("options", [(), ("--no-cache",)])
def test_nothing_of_a_withdrawn_text_is_left_nor_of_its_copies(
    archive: Archive, options: tuple[str, ...]
) -> None:
    page = f"# Privacy\n\n{SECRET}\n"
    archive.add("gone.md", page)
    archive.add("same-bytes.md", page)
    archive.add("same-text.md", header("q.example", "20170101120000", "http%3A//q.example/") + page)
    archive.build()
    assert mentions(archive, SECRET)
    archive.add("corpus.yml", f"{MANIFEST}  gone.md:\n    withdrawn: its author asked\n")
    done = archive.build(*options)

    assert (done.status, done.err, archive.published()) == (0, "", IDS)
    assert archive.data("report.json")["withdrawn"] == [
        {"file": "gone.md", "reason": "its author asked"},
        {"file": "same-bytes.md", "reason": "the same text as gone.md: its author asked"},
        {"file": "same-text.md", "reason": "the same text as gone.md: its author asked"},
    ]
    assert mentions(archive, SECRET) == []
    archive.build()
    assert mentions(archive, SECRET) == []


def mentions(archive: Archive, words: str) -> list[Path]:
    """All files that were made from the archive and hold the words, caches included."""
    made = [*archive.docs.rglob("*"), *(archive.folder / ".cache").rglob("*")]
    return [path for path in made if path.is_file() and words.encode() in path.read_bytes()]


def test_a_withdrawal_without_a_reason_is_a_fault(archive: Archive) -> None:
    archive.add("corpus.yml", f"{MANIFEST}  sub/plain.txt:\n    withdrawn:\n")
    done = archive.build()

    assert "corpus/corpus.yml:6: a value is missing here [manifest]" in done.err
    assert archive.published() == IDS[:2]


def test_files_that_are_no_captures_are_told_and_not_published(archive: Archive) -> None:
    archive.add("README.md", "These texts were gathered by a class.")
    archive.add("Saved.html", "<h1>Privacy</h1><p>We keep your name.</p>")
    archive.add("Saved_files/frame.html", "<p>Share this page</p>")
    archive.add("Saved_files/logo.png", b"\x89PNG\r\n")
    done = archive.build()

    assert (done.status, archive.published()) == (0, [*IDS[:2], "saved/undated", IDS[2]])
    assert done.out.endswith(", 0 set aside, 3 warnings\n")
    report = archive.data("report.json")
    assert report["set_aside"] == []
    assert [(one["where"], one["code"]) for one in report["warnings"]] == [
        ("corpus/Saved_files/frame.html", "no-capture"),
        ("corpus/Saved_files/logo.png", "no-capture"),
        ("corpus/README.md", "no-capture"),
    ]
    assert archive.build("--strict").status == 1


def test_a_person_overrules_what_a_file_is_taken_for(archive: Archive) -> None:
    archive.add("README.md", "These texts were gathered by a class.")
    archive.add("notes.txt", "We have nothing to say.")
    archive.add(
        "corpus.yml",
        f"{MANIFEST}  README.md:\n    policy: no\n  notes.txt:\n    policy: yes\n",
    )
    done = archive.build("--strict")

    assert (done.status, done.err) == (0, "")
    assert archive.published() == [*IDS[:2], "notes/undated", IDS[2]]


def test_reviews_are_applied_and_can_be_left_out(archive: Archive) -> None:
    quote = "We do not sell personal information to third parties."
    archive.add(
        "corpus.yml",
        READERS + MANIFEST + REVIEW.format(quote=f'"{quote}"').replace("confirm", "remove"),
    )

    def sharing() -> list[str]:
        policies = archive.data("policies.json")["policies"]
        return [one["quote"] for one in policies[0]["topics"]["sharing"]]

    assert archive.build("--no-review").status == 0
    assert any(quote in one for one in sharing())
    assert archive.build().status == 0
    assert not any(quote in one for one in sharing())


def cached(archive: Archive) -> list[Path]:
    return sorted((archive.folder / ".cache").rglob("*.msgpack"))


def test_a_build_without_results_makes_them_anew(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    for path in cached(archive):
        path.write_bytes(b"")
    archive.build("--no-cache")

    assert all(path.stat().st_size for path in cached(archive))


def test_results_are_kept_and_used(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build()
    assert len(cached(archive)) >= 3
    first = archive.tree()

    def nothing_may_be_read(*args: object, **told: object) -> None:
        raise AssertionError("a file was worked through again")

    with monkeypatch.context() as patch:
        patch.setattr("synoptic.build.one_text.read", nothing_may_be_read)
        assert archive.build().status == 0
        archive.add_policy("new.txt", "new.example")
        with pytest.raises(AssertionError, match="again"):
            archive.build()
    (archive.corpus / "new.txt").unlink()
    archive.build()
    assert archive.tree() == first


def test_a_build_of_which_nothing_changed_makes_no_page(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    first = archive.tree()

    def nothing_may_be_made(*args: object) -> None:
        raise AssertionError("a policy was made again")

    with monkeypatch.context() as patch:
        patch.setattr("synoptic.build.archive.made", nothing_may_be_made)
        patch.setattr("synoptic.build.archive.Table.views", nothing_may_be_made)
        patch.setattr("synoptic.build.archive.DataFile.whole", nothing_may_be_made)
        manifest = archive.corpus / "corpus.yml"
        manifest.write_text("# A comment moves every line.\n" + manifest.read_text())
        assert archive.build().status == 0
    assert archive.tree() == first


def test_a_page_that_was_lost_is_made_again(archive: Archive) -> None:
    archive.build()
    first = archive.tree()
    for name in ("policies/acme/2016-06-01.md", "compare/index.md", "data/policies.json"):
        (archive.docs / name).unlink()
    (archive.docs / "data/sources/acme/2016-06-01.txt").unlink()
    assert archive.build().status == 0
    assert archive.tree() == first


@pytest.mark.parametrize("lost", range(6))
def test_whatever_is_lost_of_the_results_the_pages_are_the_same(
    archive: Archive, lost: int
) -> None:
    archive.build()
    first = archive.tree()
    for path in cached(archive)[lost::6]:
        path.unlink()
    archive.add_policy("new.txt", "new.example")
    archive.build()
    (archive.corpus / "new.txt").unlink()
    assert archive.build().status == 0
    assert archive.tree() == first


def test_a_damaged_result_is_made_anew(archive: Archive) -> None:
    archive.build()
    first = archive.tree()
    for number, path in enumerate(cached(archive)):
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] if number % 2 else data[:-1] + b"?")
    assert archive.build().status == 0
    assert archive.tree() == first


@pytest.mark.parametrize("rows", [{}, {"matrix": b"", "readers": b"", "changes": b""}])
def test_rows_of_another_kind_under_a_good_checksum_are_made_anew(
    archive: Archive, rows: dict[str, bytes]
) -> None:
    archive.build()
    first = archive.tree()
    forged = 0
    for path in cached(archive):
        with suppress(ValueError):
            if "matrix" in decoded(path.read_bytes()[32:], dict[str, bytes]):
                path.write_bytes(sha256(encoded(rows)).digest() + encoded(rows))
                forged += 1
    assert forged == 2
    assert archive.build().status == 0
    assert archive.tree() == first


def test_a_change_of_the_taxonomy_is_seen(archive: Archive) -> None:
    archive.build()
    path = archive.taxonomy / "topics.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Collection", "title: Gathering"), encoding="utf-8")
    archive.build()

    assert "Gathering" in (archive.docs / "compare/index.md").read_text(encoding="utf-8")


def test_two_captures_of_one_address_are_one_document(archive: Archive) -> None:
    archive.add("corpus.yml", "")
    archive.build()

    assert archive.published()[:2] == [
        "acme-example-privacy/2016-06-01",
        "acme-example-privacy/2018-06-01",
    ]


def test_the_data_agree_with_one_another(archive: Archive) -> None:
    archive.build()
    policies = archive.data("policies.json")["policies"]
    clauses = [json.loads(line) for line in archive.data("clauses.jsonl").splitlines()]
    known = {(one["policy"], one["clause"]): one for one in clauses}

    for policy in policies:
        assert policy["words"]["source"] == policy["words"]["kept"] + policy["words"]["removed"]
        assert (archive.docs / f"{policy['page'].rstrip('/')}.md").is_file()
        for topic, tags in policy["topics"].items():
            for tag in tags:
                clause = known[policy["id"], tag["clause"]]
                assert tag["quote"] in clause["text"]
                assert topic in clause["topics"]
    assert policies[0]["dates"][0] | {"clause": ""} == {
        "kind": "amended",
        "date": "2016-05-01",
        "quote": "Last updated: May 1, 2016",
        "clause": "",
        "lead_in": None,
        "unclear": None,
    }
    rows = archive.data("comparison.csv").splitlines()
    assert len(rows) == 1 + 3 * len(SLUGS)


def test_the_unknown_is_null(archive: Archive) -> None:
    archive.build()
    plain = archive.data("policies.json")["policies"][2]

    for key in (
        "organisation", "title", "language", "site", "captured_at", "original_url",
        "memento_url", "memento_raw_url", "rights", "sector",
    ):  # fmt: skip
        assert plain[key] is None, key
    assert (plain["version"], plain["dates"]) == ("undated", [])


def test_a_time_of_capture_is_nowhere_more_exact_than_it_is_known(archive: Archive) -> None:
    for year in ("2012", "2014-05"):
        archive.add(f"{year}.txt", f"We keep your orders of {year} and your address.\n")
    archive.add(
        "corpus.yml",
        "files:\n"
        '  2012.txt: {captured: 2012, address: "http://apex.example/privacy"}\n'
        '  2014-05.txt: {captured: 2014-05, address: "http://apex.example/privacy"}\n',
    )
    archive.build()
    records = {one["id"]: one for one in archive.data("policies.json")["policies"]}

    first, second = (records[f"apex-example-privacy/{year}"] for year in ("2012", "2014-05"))
    assert (first["captured_at"], second["captured_at"]) == ("2012", "2014-05")
    assert (first["captures"][0]["captured_at"], first["memento_url"]) == ("2012", None)
    shown = (archive.docs / "policies/apex-example-privacy/2012.md").read_text("utf-8")
    assert 'Captured in <time datetime="2012">2012</time>' in shown
    for path, text in archive.tree().items():
        if "apex-example" in path:
            assert b"00:00" not in text, path
            assert b"2012-01" not in text, path


def test_a_date_in_a_heading_is_shown_and_linked_to_it(archive: Archive) -> None:
    archive.add("dated.md", "# Privacy\n\n## Last updated: 03/04/2018\n\nWe keep your name.\n")
    archive.build()
    policies = archive.data("policies.json")["policies"]
    record = next(one for one in policies if one["document"] == "dated")
    (stated,) = record["dates"]
    held = {section["id"]: section["heading"] for section in record["sections"]}

    assert (stated["date"], stated["unclear"]) == ("2018", "03/04/2018")
    assert stated["quote"] in held[stated["clause"]]
    shown = (archive.docs / f"{record['page'].rstrip('/')}.md").read_text("utf-8")
    assert "03/04/2018 can be read in two ways" in shown
    assert f'<a href="#{stated["clause"]}"><q dir="auto">{stated["quote"]}</q></a>' in shown
    last = record["facts"]["last-amended"]
    assert (last["value"], last["clause"]) == ("2018", stated["clause"])


def test_an_empty_corpus_is_taken_for_a_wrong_folder(archive: Archive) -> None:
    archive.build()
    before = archive.tree()
    for path in archive.corpus.rglob("*.txt"):
        path.unlink()
    done = archive.build()

    assert done.status == 2
    assert MESSAGE.fullmatch(done.err.rstrip("\n"))
    assert "[empty-corpus]" in done.err
    assert archive.tree() == before
    assert (archive.build("--allow-empty").status, archive.published()) == (0, [])


def test_files_of_which_none_can_be_read_empty_no_site(archive: Archive) -> None:
    archive.build()
    before = archive.tree()
    for path in archive.corpus.rglob("*.txt"):
        path.write_bytes(b"\x00\xff\x00")
    done = archive.build()

    assert done.status == 2
    assert "what was made of 3 [empty-corpus]\n  help: " in done.err
    assert archive.tree() == before
    assert (archive.build("--allow-empty").status, archive.published()) == (0, [])
    assert archive.build().status == 0  # now there is nothing to lose


def test_the_last_text_can_be_withdrawn_without_more_ado(archive: Archive) -> None:
    archive.build()
    lines = [f"  {name}: {{withdrawn: asked to}}\n" for name in
             ("acme-2016.txt", "acme-2018.txt", "sub/plain.txt")]  # fmt: skip
    archive.add("corpus.yml", "files:\n" + "".join(lines))

    assert (archive.build().status, archive.published()) == (0, [])


@pytest.mark.parametrize(
    ("corpus", "docs"),
    [
        ("corpus", "corpus"),
        ("corpus", "corpus/docs"),
        ("docs/corpus", "docs"),
        ("corpus", "corpus/sub/../new/docs"),
        ("corpus", "way/new/docs"),
        (".", "docs"),
    ],
)
def test_pages_and_archived_files_never_lie_in_each_other(
    archive: Archive, corpus: str, docs: str
) -> None:
    (archive.folder / "way").symlink_to("corpus")
    (archive.docs / "corpus").mkdir()
    before = sorted(archive.folder.rglob("*"))
    places = ("--corpus", archive.folder / corpus, "--docs", archive.folder / docs)
    done = archive.command("build", *places, "--taxonomy", archive.taxonomy)

    assert done.status == 2
    assert MESSAGE.fullmatch(done.err.rstrip("\n"))
    assert sorted(archive.folder.rglob("*")) == before


@pytest.mark.parametrize("folder", ["/", "docs", "corpus/sub"])
def test_a_build_does_not_depend_on_the_folder_it_is_called_in(
    archive: Archive, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    before = archive.tree()
    monkeypatch.chdir(archive.folder / folder)

    for name in ("corpus", "docs", "taxonomy"):
        setattr(archive, name, Path(os.path.relpath(archive.folder / name)))
    done = archive.build("--no-cache", "--jobs", "2")
    assert (done.status, done.err) == (0, "")
    assert ": 0 files written" in done.out
    assert archive.tree() == before


def test_hidden_files_are_no_captures(archive: Archive) -> None:
    archive.add(".git/config", "x")
    archive.add("sub/.DS_Store", b"\x00\x01")

    assert archive.build().status == 0


def test_the_same_bytes_without_address_and_time_are_one_version_with_its_sightings(
    archive: Archive,
) -> None:
    text = "# Privacy at Zebra\n\nZebra collects the names of visitors.\n"
    for name in ("zebra.txt", "copy/zebra.txt", "other.txt"):
        archive.add(name, text)
    archive.add("near.txt", text + "And their age.\n")
    assert archive.build().status == 0

    (same,) = [entry for entry in archive.data("policies.json")["policies"]
               if len(entry["captures"]) == 3]  # fmt: skip
    assert [capture["file"] for capture in same["captures"]] == [
        "copy/zebra.txt",
        "other.txt",
        "zebra.txt",
    ]
    page = (archive.docs / f"policies/{same['id']}.md").read_text(encoding="utf-8")
    assert 'href="None"' not in page
    assert "other.txt" in page


def test_the_same_bytes_of_two_organisations_are_two_policies(archive: Archive) -> None:
    for name in ("zebra.txt", "yak.txt"):
        archive.add(name, "# Privacy\n\nWe collect the names of visitors.\n")
    archive.add("corpus.yml", "files:\n  yak.txt: {organisation: Yak}\n")
    archive.build("--strict")

    assert {"zebra/undated", "yak/undated"} <= set(archive.published())


@pytest.mark.parametrize("given", ["http://ann:secret@zebra.example/p", "//ann:secret@z.example/p"])
def test_no_password_of_an_address_is_published(archive: Archive, given: str) -> None:
    note = f"<!-- saved from url=(0014){given} -->"
    archive.add("zebra.html", f"{note}\n<h1>Privacy</h1><p>We keep <a href='{given}'>it</a>.")
    archive.add("yak.txt", header("yak.example", "20160601120000", given) + "# P\n\nWe keep it.\n")
    assert archive.build("--strict").status == 0

    told = {name: data for name, data in archive.tree().items()
            if b"secret@" in data and "sources" not in name}  # fmt: skip
    # What the header of a file says stands on its page word for word, among what was removed.
    assert all(name.endswith("2016-06-01.md") for name in told)
    assert all(data.count(b"secret@") == 1 for data in told.values())


@pytest.mark.parametrize(
    "given", ["http://[", "http://a b/", "javascript:alert(1)", "http://u:p@x/"]
)
def test_an_address_in_the_manifest_that_leads_nowhere_is_a_fault(
    archive: Archive, given: str
) -> None:
    archive.add("zebra.txt", "# Privacy\n\nWe keep it.\n")
    archive.add("corpus.yml", f"files:\n  zebra.txt: {{address: '{given}'}}\n")

    assert "corpus/corpus.yml:2: " in archive.build().err
