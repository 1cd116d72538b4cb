"""clean, tag, explain and the library calls: one document in, text or lines out."""

import json
import re
from pathlib import Path

import pytest
from archives import ROOT, CommandLine
from makers import header

import synoptic

POLICY = """\
# Privacy

We share your name with our partners.

* nobody else

**Revised November 2005**
"""
WHOLE = header("acme.example", "20160601120000", "http%3A//acme.example/privacy") + POLICY
HTML = "<html><body><h1>Privacy</h1><p>We share your name with our partners.</p></body></html>"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.txt"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def lines(text: str) -> list[dict[str, object]]:
    assert text.endswith("\n") or not text
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_clean_prints_the_text_and_nothing_else(command: CommandLine, policy: Path) -> None:
    done = command("clean", policy)

    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "# Privacy\n\nWe share your name with our partners.\n\n- nobody else\n\n"
        "**Revised November 2005**\n"
    )


@pytest.mark.parametrize("source", [WHOLE, HTML, POLICY], ids=["header", "HTML", "plain"])
def test_a_file_standard_input_and_the_library_agree(
    command: CommandLine, tmp_path: Path, source: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(source.encode("utf-8"))
    printed = command("clean", path).out

    assert printed == command("clean", "-", stdin=source.encode("utf-8")).out
    assert printed == synoptic.clean(source.encode("utf-8"))


def test_cleaning_twice_is_cleaning_once(policy: Path) -> None:
    once = synoptic.clean(policy.read_bytes())

    assert synoptic.clean(once.encode("utf-8")) == once


@pytest.mark.parametrize("name", ["clean", "tag", "explain"])
def test_what_cannot_be_read_is_a_message(command: CommandLine, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"%PDF-1.4")
    done = command(name, path)

    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{path}: this is a PDF file [unknown-format]\n  help: ")


@pytest.mark.parametrize("name", ["clean", "tag", "explain"])
def test_a_file_that_is_not_there_is_a_message(
    command: CommandLine, tmp_path: Path, name: str
) -> None:
    done = command(name, tmp_path / "nowhere")

    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{tmp_path / 'nowhere'}: ")


def test_nothing_is_written(
    command: CommandLine, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(policy.parent)
    for name in ("clean", "tag", "explain"):
        assert command(name, policy).status == 0
    assert [path.name for path in policy.parent.rglob("*")] == ["policy.txt"]


def test_a_document_gives_one_line_for_each_clause(command: CommandLine, policy: Path) -> None:
    records = lines(command("tag", policy).out)

    assert [one["text"] for one in records] == [
        "We share your name with our partners.",
        "nobody else",
        "Revised November 2005",
    ]
    assert "sharing" in records[0]["topics"]
    assert "third-party-sharing" in records[0]["opp115"]
    assert all(str(one["id"]).startswith("c-") for one in records)
    for evidence in records[0]["evidence"]:
        if evidence["where"] == "text":
            span = records[0]["text"][evidence["start"] : evidence["end"]]
            assert span.strip() == span != ""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (b"", 0),
        (b"\n", 1),
        (b"one\ntwo", 2),
        (b"one\n\n\ntwo\n", 4),
        (b"one\r\ntwo\r\n", 2),
        ("one\u2028two\x0cthree\x85four\x1cfive\n".encode(), 1),
        (b"bad \xff\xfe bytes\n", 1),
        (b"\x00\n", 1),
        (b"x" * 100_000 + b"\n", 1),
        (b"word " * 20_000 + b"\n", 1),
    ],
)
def test_standard_input_gives_exactly_one_line_for_each(
    command: CommandLine, text: bytes, count: int
) -> None:
    done = command("tag", "-", stdin=text)

    assert (done.status, done.err) == (0, "")
    assert len(lines(done.out)) == count
    assert all({"topics", "opp115", "evidence"} <= one.keys() for one in lines(done.out))


def test_headings_count(command: CommandLine) -> None:
    given = [
        {"text": "Letters are kept in a cupboard.", "headings": ["Privacy", "Retention"]},
        {"text": "Letters are kept in a cupboard."},
        {"text": "", "headings": []},
        {"text": "A\nB", "headings": None},
    ]
    stdin = "".join(f"{json.dumps(one)}\n" for one in given).encode()
    done = command("tag", "-", "--json", stdin=stdin)
    found = lines(done.out)

    assert (done.status, len(found)) == (0, 4)
    assert "heading" in [one["where"] for one in found[0]["evidence"]]
    assert found[1]["evidence"] == []


def test_an_empty_line_is_a_paragraph_without_words(command: CommandLine) -> None:
    done = command("tag", "-", "--json", stdin=b'{"text": "x"}\n\n{"text": "y"}\n')

    assert (done.status, len(lines(done.out))) == (0, 3)


@pytest.mark.parametrize("line", ["{", "[]", '"x"', '{"txt": "x"}', "1"])
def test_a_line_that_is_no_record_is_named(command: CommandLine, line: str) -> None:
    done = command("tag", "-", "--json", stdin=f'{{"text": "x"}}\n{line}\n'.encode())

    assert done.status == 2
    assert done.err.startswith("standard input:2: ")


def test_the_library_tags_a_paragraph(command: CommandLine) -> None:
    text = "We share your name with our partners."
    found = synoptic.tag(text, ["Privacy"])
    line = json.dumps({"text": text, "headings": ["Privacy"]}).encode()

    assert found["topics"] == ["sharing"]
    assert [found] == lines(command("tag", "-", "--json", stdin=line).out)


def test_explain_tells_what_became_of_everything(command: CommandLine, policy: Path) -> None:
    done = command("explain", policy)

    assert (done.status, done.err) == (0, "")
    for words in (
        "site: acme.example",
        "captured: 2016-06-01T12:00:00Z",
        "address: http://acme.example/privacy",
        "amended 2005-11: 'Revised November 2005'",
        "# Privacy",
        "We share your name with our partners.",
        "sharing: ",
        "provenance-header",
    ):
        assert words in done.out
    (sums,) = re.findall(r"words: (\d+) in the source = (\d+) kept \+ (\d+) removed", done.out)
    source, kept, removed = map(int, sums)
    assert source == kept + removed


def test_explain_tells_what_was_repaired(command: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("**Privacy**\n\nWe share your name with partners.\n\n**Cookies**\n\nNone.\n")
    repaired = command("explain", path).out.partition("\nRepaired")[2].partition("\nRemoved")[0]
    rules = re.findall(r"^  line (\d+): ([\w-]+): .+: '(.*)'$", repaired, re.MULTILINE)

    assert {(line, text) for line, _, text in rules} >= {("1", "Privacy"), ("5", "Cookies")}


def test_review_prints_answers_with_their_values(command: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("# Privacy\n\nWe keep your order history for two years.\n")
    done = command("review", path, "--by", "ann", "--on", "2024-05-01")

    assert 'files:\n  "a.txt":\n    review:\n      - quote: "We keep' in done.out
    assert (
        "      - question: retention-period\n        state: yes\n"
        '        value: "2 years"\n        quote: "We keep your order history for two years."\n'
        '        by: "ann"\n        on: "2024-05-01"\n        why: ""\n'
    ) in done.out


def test_nobody_signs_a_file_that_lies_elsewhere(command: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(POLICY)
    (tmp_path / "corpus").mkdir()
    signature = ("--sign", "--by", "ann", "--on", "2024-05-01")
    done = command("review", path, "--corpus", tmp_path / "corpus", *signature)

    assert done.status == 2
    assert "this is no file of" in done.err
    assert not (tmp_path / "corpus" / "readings.yml").exists()


def test_the_package_gives_its_calls_and_no_others() -> None:
    assert set(synoptic.__all__) == {"__version__", "clean", "redline", "tag"}
    assert all(getattr(synoptic, name) for name in synoptic.__all__)
    with pytest.raises(AttributeError, match="sing"):
        synoptic.sing  # noqa: B018


def test_a_redline_is_classed_by_the_words_of_its_language() -> None:
    """The German "will" is a wish, and no English "will"."""
    text = (
        "# Datenschutz\n\nWir verarbeiten Ihre personenbezogenen Daten nur zu den Zwecken, die "
        "hier genannt sind. Wer das nicht will, schreibt uns einen Brief mit seiner Anschrift.\n"
    )
    told = synoptic.redline(text.encode(), text.replace("nicht will", "ablehnt").encode())
    assert "1 wording\n" in told


def test_build_corpus_is_a_door_and_no_house() -> None:
    text = (ROOT / "build_corpus.py").read_text(encoding="utf-8")

    assert len([line for line in text.splitlines() if line.strip()]) <= 8


@pytest.mark.parametrize("name", ["tag", "explain", "review"])
def test_a_taxonomy_that_is_not_there_is_an_unusable_setting(
    command: CommandLine, policy: Path, name: str
) -> None:
    done = command(name, policy, "--taxonomy", policy.parent / "nowhere")

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{policy.parent / 'nowhere'}")
    assert "[setting]\n" in done.err


@pytest.fixture
def western(tmp_path: Path) -> Path:
    """Write a corpus of one text in an encoding that only its entry says; return the text."""
    path = tmp_path / "corpus" / "acme" / "privacy.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes("We don’t sell your personal information.\n".encode("windows-1252"))
    manifest = tmp_path / "corpus" / "corpus.yml"
    manifest.write_text("files:\n  acme/privacy.txt:\n    encoding: windows-1252\n", "utf-8")
    return path


SHOWING = [("clean",), ("tag",), ("explain",), ("review",), ("redline", ROOT / "README.md")]


@pytest.mark.parametrize("words", SHOWING, ids=[name for name, *_ in SHOWING])
def test_a_document_in_the_corpus_takes_its_entry(
    command: CommandLine, western: Path, words: tuple[str, ...]
) -> None:
    done = command(*words, western, "--corpus", western.parent.parent)

    assert (done.status, done.err) == (0, "")
    assert "We don’t sell your personal" in done.out


@pytest.mark.parametrize("words", SHOWING, ids=[name for name, *_ in SHOWING])
def test_a_document_beside_the_corpus_takes_none(
    command: CommandLine, western: Path, words: tuple[str, ...], tmp_path: Path
) -> None:
    done = command(*words, western, "--corpus", tmp_path / "elsewhere")

    assert (done.status, done.out) == (1, "")
    assert f"{western}: " in done.err
    assert "[undecodable]" in done.err


def test_the_limits_and_the_language_of_the_manifest_hold_for_commands(
    command: CommandLine, western: Path
) -> None:
    corpus = western.parent.parent
    manifest = corpus / "corpus.yml"
    told = manifest.read_text("utf-8")

    manifest.write_text(f"{told}    language: mi\n", "utf-8")
    (record,) = lines(command("tag", western, "--corpus", corpus).out)
    assert record["topics"] == []

    manifest.write_text(f"{told}limits:\n  bytes: 9\n", "utf-8")
    assert "[too-large]" in command("clean", western, "--corpus", corpus).err


def test_a_fault_in_the_entry_is_a_message(command: CommandLine, western: Path) -> None:
    corpus = western.parent.parent
    (corpus / "corpus.yml").write_text("files:\n  acme/privacy.txt:\n    colour: red\n", "utf-8")

    done = command("clean", western, "--corpus", corpus)

    assert done.out == ""
    assert "corpus.yml:3: " in done.err


def test_a_topic_that_only_a_reader_gave_is_no_finding_of_the_rules(
    command: CommandLine, western: Path
) -> None:
    corpus = western.parent.parent
    (corpus / "corpus.yml").write_text(
        "readers: [{id: doe, name: J. Doe, kind: person}]\nfiles:\n  acme/privacy.txt:\n"
        "    encoding: windows-1252\n    review:\n      - {topic: children, verdict: add, by: doe,"
        " on: 2026-01-15, why: A test., quote: your personal information}\n",
        "utf-8",
    )

    assert "topic: children" not in command("review", western, "--corpus", corpus).out
