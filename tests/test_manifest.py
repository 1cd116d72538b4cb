"""The curator's manifest: every fault found in one reading, with its line."""

import pytest

from synoptic.corpus.manifest import DEFAULTS, ENTRY, FIELDS, load_manifest
from synoptic.errors import ManifestError
from synoptic.model import Entry, Moment, Reader

READ = "facts: [{{question: q, state: not-mentioned, by: {by}, on: 2024-05-01, why: x}}]"
FILES = ("a.txt", "b.txt", "sub/c.html")
WHOLE = """\
readers:
  - {id: ann, name: Ann Example, kind: organisation}
defaults:
  language: en
  rights: theirs
files:
  a.txt:
    organisation: "Acme: Ltd"
    document: acme
    title: Privacy
    language: de
    sector: tools
    site: acme.example
    captured: 2016-05-01T12:30:00+02:00
    added: 2024-03
    address: http://acme.example/privacy
    encoding: windows-1252
    rights: ours
    withdrawn: asked to
    policy: yes
    dates:
      - {kind: amended, date: 2005-11, quote: Revised November 2005}
    review:
      - {topic: sharing, quote: We tell nobody, verdict: add, by: ann, on: 2024-05-01, why: clear}
    facts:
      - {question: sells-data, state: no, quote: We tell nobody, by: ann, on: 2024-05-01, why: so}
      - {question: retention-period, state: not-mentioned, by: ann, on: 2024-05-01, why: read}
  sub/c.html:
"""


def faults(text: str) -> list[str]:
    """Every fault as one line, wherever it is kept."""
    manifest = load_manifest(text, "corpus.yml", FILES)
    found = [*manifest.faults, *(one for many in manifest.faulty.values() for one in many)]
    return [str(one).partition("\n")[0] for one in found]


READERS = "readers: [{id: a, name: A, kind: person}]\n"


def of_a(line: str) -> str:
    return f"files:\n  a.txt:\n    {line}\n"


def test_every_key_reaches_its_field() -> None:
    manifest = load_manifest(WHOLE, "corpus.yml", FILES)
    entry = manifest.entry("a.txt")

    assert (manifest.faults, dict(manifest.faulty)) == ((), {})
    assert entry.organisation == "Acme: Ltd"
    assert entry.captured_at == Moment("2016-05-01T10:30:00")
    assert (entry.line, entry.language, entry.rights) == (7, "de", "ours")
    assert (entry.dates[0].date, entry.dates[0].quote) == ("2005-11", "Revised November 2005")
    assert (entry.reviews[0].review.by, entry.reviews[0].line) == (
        Reader(id="ann", name="Ann Example", kind="organisation"),
        24,
    )
    assert [(one.state, one.quote) for one in entry.facts] == [
        ("no", "We tell nobody"),
        ("not-mentioned", ""),
    ]
    unset = [key for key, name in FIELDS.items() if not getattr(entry, name)]
    assert unset == [], "the sample above leaves out a key"


def test_defaults_fill_what_an_entry_leaves_out() -> None:
    manifest = load_manifest(WHOLE, "corpus.yml", FILES)

    assert manifest.archive is None
    assert manifest.entry("sub/c.html") == Entry(
        record="sub/c.html", line=28, default_language="en", rights="theirs"
    )
    assert manifest.entry("b.txt").default_language == "en"
    assert set(DEFAULTS) <= set(ENTRY)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "files:\n", "defaults:\nfiles:\n"])
def test_an_empty_manifest_is_none(text: str) -> None:
    manifest = load_manifest(text, "corpus.yml", FILES)

    assert faults(text) == []
    assert manifest.entry("a.txt") == Entry(record="a.txt")


@pytest.mark.parametrize(
    "given", ["2013", "2013-05", "2013-05-12", "2013-05-12T08:00Z", "2013-05-12T08:00:00Z"]
)
def test_a_time_of_capture_stays_as_exact_as_it_was_given(given: str) -> None:
    captured_at = load_manifest(of_a(f"captured: {given}"), "corpus.yml", FILES).entry("a.txt")

    assert captured_at.captured_at == Moment.parse(given)
    assert str(captured_at.captured_at) == given


def test_values_that_look_like_others_stay_text() -> None:
    text = of_a('organisation: 1984\n    title: "null"\n    sector: yes\n    site: 2005-11-01')
    entry = load_manifest(text, "corpus.yml", FILES).entry("a.txt")

    assert (entry.organisation, entry.title) == ("1984", "null")
    assert (entry.sector, entry.site) == ("yes", "2005-11-01")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("archive: {id: acme}\n", "corpus.yml:1: 'acme' is no id such as urn:uuid:"),
        ("archive:\n  id: 0b5f7a3e-1c1d-4e57-9a63-4b1a7d3c9f20\n", "corpus.yml:2: '0b5f7a3e-"),
        ("archive:\n  id:\n", "corpus.yml:2: a value is missing here"),
        ("archive: acme\n", "corpus.yml:1: keys and values are wanted here"),
        (of_a("added: yesterday"), "corpus.yml:3: 'yesterday' is not a time"),
        ("file:\n", "corpus.yml:1: there is no key 'file'"),
        ("files: [a.txt]\n", "corpus.yml:1: files is not a mapping"),
        ("files:\n  z.txt:\n", "corpus.yml:2: there is no file 'z.txt' in the corpus"),
        ("defaults:\n  document: x\n", "corpus.yml:2: there is no key 'document'"),
        (of_a("organization: Acme"), "corpus.yml:3: there is no key 'organization'"),
        (of_a("organisation: [Acme]"), "corpus.yml:3: a plain value is wanted here"),
        (of_a("document: Acme Ltd"), "corpus.yml:3: 'Acme Ltd' cannot be part of an address"),
        (of_a("document: ../acme"), "corpus.yml:3: '../acme' cannot be part of an address"),
        (of_a("captured: 9999-12-31"), "corpus.yml:3: nothing was archived from the web in 9999"),
        (of_a("withdrawn:"), "corpus.yml:3: a value is missing here"),
        (of_a('withdrawn: " "'), "corpus.yml:3: a value is missing here"),
        (of_a("policy: perhaps"), "corpus.yml:3: 'perhaps' is no answer"),
        (of_a("captured: yesterday"), "corpus.yml:3: 'yesterday' is not a time"),
        (of_a("captured: 2013-13"), "corpus.yml:3: '2013-13' is not a time"),
        (of_a("title: A\n    title: B"), "corpus.yml:4: 'title' stands here twice"),
        (of_a("dates: {kind: amended}"), "corpus.yml:3: a list is wanted here"),
        (
            of_a("dates:\n    - {kind: amended, date: 2005-13, quote: x}"),
            "corpus.yml:4: '2005-13' is not a date",
        ),
        (of_a("dates:\n    - {kind: amended, date: 2005}"), "corpus.yml:4: quote is missing here"),
        (
            READERS
            + of_a(
                "review:\n    - {topic: x, quote: y, verdict: maybe, by: a, on: 2024-05-01, why: z}"
            ),
            "corpus.yml:5: 'maybe' is no verdict",
        ),
        (
            READERS
            + of_a("facts:\n    - {question: x, state: yes, by: a, on: 2024-05-01, why: z}"),
            "corpus.yml:5: yes and the quote do not go together",
        ),
        (
            READERS
            + of_a("facts:\n    - {question: x, state: maybe, quote: y, by: a, on: 2024, why: z}"),
            "corpus.yml:5: 'maybe' is no state",
        ),
        ("files:\n  a.txt:\n  a.txt:\n", "corpus.yml:3: 'a.txt' has an entry already"),
        ("files:\n  a.txt: Acme\n", "corpus.yml:2: keys and values are wanted here"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, fault: str) -> None:
    found = faults(text)

    assert len(found) == 1
    assert found[0].startswith(fault)
    assert found[0].endswith("[manifest]")


@pytest.mark.parametrize(
    ("text", "fault", "hint"),
    [
        ("readers: [{id: A B, name: x, kind: person}]", "'A B' cannot be part", "write 'a-b'"),
        ("readers: [{id: a, name: x, kind: robot}]", "'robot' is no kind", "person, organisation"),
        ("readers: [{id: a, name: x}]", "kind is missing here", ""),
        ("readers:\n- &a {id: a, name: x, kind: person}\n- *a\n", "a reader 'a' already", ""),
        (READERS + of_a(READ.format(by="Ann")), "there is no reader 'Ann'", "known are a"),
        (READERS + of_a(READ.format(by="aa")), "there is no reader 'aa'", "did you mean 'a'"),
    ],
)
def test_a_reader_is_known_by_id_name_and_kind(text: str, fault: str, hint: str) -> None:
    manifest = load_manifest(text, "corpus.yml", FILES)
    found = [*manifest.faults, *(one for many in manifest.faulty.values() for one in many)]

    assert len(found) == 1
    assert fault in found[0].problem
    assert hint in found[0].hint
    assert found[0].where.startswith("corpus.yml:")


def test_readers_may_stand_below_the_files_that_name_them() -> None:
    manifest = load_manifest(of_a(READ.format(by="a")) + READERS, "corpus.yml", FILES)

    assert faults(of_a(READ.format(by="a")) + READERS) == []
    assert manifest.entry("a.txt").facts[0].review.by.title == "A (person)"


def test_a_near_miss_is_answered_with_the_right_word() -> None:
    manifest = load_manifest(of_a("organization: Acme"), "corpus.yml", FILES)

    assert manifest.faulty["a.txt"][0].hint == "did you mean 'organisation'?"


def test_all_faults_are_found_at_once_and_the_rest_holds() -> None:
    text = "other: 1\n" + of_a("titel: x\n    captured: y") + "  b.txt: {title: B}\n  z.txt:\n"
    manifest = load_manifest(text, "corpus.yml", FILES)

    assert len(faults(text)) == 4
    assert len(manifest.faulty["a.txt"]) == 2
    assert manifest.entry("b.txt").title == "B"


@pytest.mark.parametrize(
    "text",
    [
        "files: [",
        "files:\n\ta.txt:\n",
        "- a list\n",
        "just words",
        "a: 1\n---\nb: 2\n",
        "a: *unknown\n",
        "a: \x00\n",
        "? [files]\n: {}\n? {a: b}\n: 1\n",
    ],
)
def test_what_is_no_manifest_stops_the_build_with_a_line(text: str) -> None:
    try:
        found = faults(text)
    except ManifestError as error:
        found = [str(error)]
    assert found
    assert all(one.startswith("corpus.yml") for one in found)
