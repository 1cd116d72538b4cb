"""Slips in what people write as YAML: each a fault with its line, at a cost that stays small."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import Archive

from synoptic.corpus.manifest import load_manifest
from synoptic.corpus.manifest.readings import load_readings
from synoptic.corpus.yaml_text import NotYamlError, nodes_of
from synoptic.errors import FaultsError, ManifestError
from synoptic.label.questions import load_facts
from synoptic.label.taxonomy import load_taxonomy
from synoptic.model import Reader
from synoptic.text.near import Names

FILES = ("a.txt", "b.txt")
READERS = "readers: [{id: a, name: A, kind: person}]\n"
SIGNED = "state: yes, quote: x, by: a, on: 2024-05-01, why: x"
MANY = 5000
DEEP = 50_000


def told(text: str, files: tuple[str, ...] = FILES) -> list[str]:
    """Return every fault of a manifest, wherever it is kept, as one line."""
    try:
        manifest = load_manifest(text, "corpus.yml", files)
    except ManifestError as fault:
        return [str(fault).partition("\n")[0]]
    faults = [*manifest.faults, *(fault for many in manifest.faulty.values() for fault in many)]
    return [str(fault).partition("\n")[0] for fault in faults]


def answer(value: str) -> str:
    return READERS + f"files:\n  a.txt:\n    facts: [{{question: q, value: {value}, {SIGNED}}}]\n"


def entry(line: str) -> str:
    return f"files:\n  a.txt:\n    {line}\n"


@pytest.mark.parametrize(
    "value", ["13:00", "0x10", "0b11", "017", "1_000", "+5", "9" * 20, "9" * 5000, "!!int x"]
)
def test_what_only_yaml_takes_for_a_number_is_a_fault(value: str) -> None:
    (fault,) = told(answer(value))

    assert fault.startswith("corpus.yml:4: '")
    assert "is neither a plain number nor a text [manifest]" in fault


@pytest.mark.parametrize(
    ("value", "read"),
    [("16", 16), ("0", 0), ("-5", -5), ("'13:00'", "13:00"), ("1.5", "1.5"), ("Japan", "Japan")],
)
def test_plain_numbers_and_texts_are_read_as_they_stand(value: str, read: object) -> None:
    manifest = load_manifest(answer(value), "corpus.yml", FILES)

    assert manifest.entry("a.txt").facts[0].value == read


@pytest.mark.parametrize(
    "limits",
    [
        *("bytes: 999999999999", "bytes: -1", "bytes: 0", "bytes: 1.5", "bytes: yes"),
        *("bytes: 0x10", f"bytes: {'9' * 5000}", "bytes: 1073741825", "seconds: 86401"),
        *("clauses: 1000001", "records: 100000001"),
    ],
)
def test_a_limit_beyond_sense_is_a_fault_and_the_usual_one_holds(limits: str) -> None:
    text = f"defaults:\nlimits: {{{limits}}}\n"
    manifest = load_manifest(text, "corpus.yml", FILES)

    assert [fault.where for fault in manifest.faults] == ["corpus.yml:2"]
    assert manifest.limits == load_manifest("", "corpus.yml", FILES).limits


def test_limits_can_be_raised_up_to_the_most_that_makes_sense() -> None:
    text = "limits: {bytes: 1073741824, records: 100000000, clauses: 1000000, seconds: 86400}\n"

    assert told(text) == []


@pytest.mark.parametrize("key", ["[title]", "{title: x}", "[[title]]", "[]"])
@pytest.mark.parametrize(
    ("before", "line"),
    [
        *(("", 1), ("defaults:\n", 2), ("limits:\n", 2), ("archive:\n", 2), ("files:\n", 2)),
        *(("files:\n  a.txt:\n", 3), ("readers:\n  -\n", 3)),
        ("files:\n  a.txt:\n    dates:\n    -\n", 5),
    ],
)
def test_a_list_or_mapping_as_a_key_is_a_fault(before: str, line: int, key: str) -> None:
    faults = told(f"{before}{'      ' if before else ''}? {key}\n")

    assert f"corpus.yml:{line}: a list or a mapping cannot be a key [manifest]" in faults


@pytest.mark.parametrize("key", ["readers", "defaults", "files", "limits", "archive"])
def test_a_key_of_the_manifest_that_stands_there_twice_is_a_fault(key: str) -> None:
    texts = {"readers": "[]", "archive": "{id: urn:uuid:0b5f7a3e-1c1d-4e57-9a63-4b1a7d3c9f20}"}
    line = f"{key}: {texts.get(key, '{}')}\n"

    assert told(line) == []
    assert told(line + line) == [f"corpus.yml:2: '{key}' stands here twice [manifest]"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (f"document: {'a' * 300}", "corpus.yml:3: this has 300 letters, more than the name"),
        ("dates: [{kind: amended, date: 0000-00-00, quote: x}]", "corpus.yml:3: '0000-00-00'"),
        ("dates: [{kind: amended, date: 2005-W01, quote: x}]", "corpus.yml:3: '2005-W01' is"),
        ("dates: [{kind: amended, date: 20050101, quote: x}]", "corpus.yml:3: '20050101' is"),
        ("dates: [{kind: adopted, date: 2005, quote: x}]", "corpus.yml:3: 'adopted' is no kind"),
        ("dates: !!null [x]", "corpus.yml:3: "),
    ],
)
def test_a_value_that_would_break_a_page_is_a_fault(line: str, fault: str) -> None:
    (found,) = told(entry(line))

    assert found.startswith(fault)


def test_the_longest_name_of_a_policy_is_published(archive: Archive) -> None:
    archive.add_policy("acme.txt", "acme.example")
    archive.add("corpus.yml", f"files:\n  acme.txt:\n    document: {'a' * 100}\n")

    assert archive.build("--strict").status == 0
    assert f"{'a' * 100}/2016-06-01" in archive.published()


NESTED = {
    "flow": "[" * DEEP + "]" * DEEP,
    "open": "[" * DEEP,
    "mappings": "{a: " * DEEP,
    "both": "[{a: " * DEEP,
    "dashes": "\n" + "- " * DEEP,
    "keys": "\n" + "? " * DEEP,
    "blocks": "".join("\n" + " " * deep + "a:" for deep in range(1, 500)),
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_what_is_nested_beyond_all_sense_is_a_fault_with_its_line(text: str) -> None:
    start = time.process_time()
    with pytest.raises(NotYamlError, match="nested more than 40 deep") as caught:
        nodes_of(f"x: y\nz: {text}")

    assert caught.value.line >= 2
    assert time.process_time() - start < 1


@pytest.mark.parametrize("name", ["corpus.yml", "readings.yml"])
@pytest.mark.parametrize("slip", ["nested", "list as key", "no UTF-8", "no sign", "own alias"])
def test_a_slip_ends_no_build_without_its_line(archive: Archive, name: str, slip: str) -> None:
    texts: dict[str, str | bytes] = {
        "nested": "files:\n  x: " + NESTED["flow"],
        "list as key": "files: {}\n? [files]\n: {}\n",
        "no UTF-8": "files:\n  x\n".encode("utf-16"),
        "no sign": "files:\n  x: \x00",
        "own alias": "x: y\nfiles: &x\n  a: *x\n",
    }
    archive.add(name, texts[slip])
    done = archive.build()

    assert f"corpus/{name}:" in done.err or f"{archive.corpus}/{name}:" in done.err
    assert "Traceback" not in done.err
    assert done.status in (0, 2)


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "a: \x00", "a: " + NESTED["flow"], "a: &a [*a]"])
@pytest.mark.parametrize("load", [load_taxonomy, load_facts])
def test_slips_of_the_taxonomy_are_told_with_their_lines(
    load: Callable[[str, str], object], text: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        load(text, "topics.yml")

    assert all(fault.where.startswith("topics.yml:") for fault in caught.value.faults)


@pytest.mark.parametrize("number", ["inf", "nan", "9" * 5000, "1.5", "0x10", "[1]"])
def test_a_number_of_the_questions_is_a_number(number: str) -> None:
    question = f"- {{slug: a, title: b, question: c,\n   least: {number}}}\n"
    text = f"lists: {{}}\nconditions: []\nquestions:\n{question}"
    with pytest.raises(FaultsError) as caught:
        load_facts(text, "facts.yml")

    assert str(caught.value.faults[0]).startswith("facts.yml:5: ")


QUESTION = "- {{slug: {}, title: b, question: c}}\n"


@pytest.mark.parametrize(
    ("slugs", "problem"),
    [
        (["../x"], "cannot be part of an address"),
        (["a b"], "cannot be part of an address"),
        (["a" * 101], "this has 101 letters, more than the name of a folder should"),
        (["a", "b", "a"], "is there twice"),
    ],
)
def test_a_question_has_a_name_of_its_own_that_an_address_can_carry(
    slugs: list[str], problem: str
) -> None:
    asked = "".join(map(QUESTION.format, slugs))
    with pytest.raises(FaultsError) as caught:
        load_facts(f"lists: {{}}\nconditions: []\nquestions:\n{asked}", "facts.yml")

    (fault,) = caught.value.faults
    assert fault.where == "facts.yml:4"
    assert problem in fault.problem


def test_aliases_that_multiply_are_a_fault() -> None:
    lines = ["x0: &x0 [a, a, a, a, a, a, a, a, a]"]
    lines += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 30)]

    assert told("\n".join(lines)) == [
        "corpus.yml:6: this is not YAML: aliases repeat what stands here without end, or far too "
        "often [manifest]"
    ]


def test_aliases_that_spare_writing_are_read() -> None:
    text = "files:\n  a.txt: &same {organisation: Acme}\n  b.txt: *same\n"
    manifest = load_manifest(text, "corpus.yml", FILES)

    assert told(text) == []
    assert manifest.entry("b.txt").organisation == "Acme"


def names(folder: str) -> tuple[str, ...]:
    return tuple(f"{folder}/organisation-{n}/privacy-policy-{n}.txt" for n in range(MANY))


def test_a_renamed_folder_costs_no_more_than_its_length() -> None:
    lines = "".join(f"  {name}: {{title: T}}\n" for name in names("old"))
    start = time.process_time()
    manifest = load_manifest(f"files:\n{lines}", "corpus.yml", names("new"))

    assert len(manifest.faults) == MANY
    assert manifest.faults[7].hint == f"did you mean {names('new')[7]!r}?"
    assert time.process_time() - start < 10


def test_readings_of_a_renamed_folder_cost_no_more_than_their_length() -> None:
    lines = "".join(f"  {name}: {{by: a}}\n" for name in names("old"))
    start = time.process_time()
    reader = Reader(id="a", name="A", kind="person")
    _, faults = load_readings(f"readings:\n{lines}", "readings.yml", names("new"), {"a": reader})

    assert len(faults) == MANY
    assert time.process_time() - start < 10


def test_strangers_among_many_records_cost_no_more_than_their_number() -> None:
    lines = "".join(f"  a.txt!{name}: {{title: T}}\n" for name in names("old"))
    manifest = load_manifest(f"files:\n{lines}", "corpus.yml", FILES)
    records = [f"a.txt!{name}" for name in names("new")]
    start = time.process_time()
    faults = list(manifest.strangers(frozenset(records).__contains__, records))

    assert len(faults) == MANY
    assert faults[7].hint == f"did you mean {records[7]!r}?"
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("new/organistion-77/privacy-policy-77.txt", "new/organisation-77/privacy-policy-77.txt"),
        ("new/organisation-77/privacy-policy-77.tx", "new/organisation-77/privacy-policy-77.txt"),
        ("new/organisation-77/privacy-polcy-77.txt", "new/organisation-77/privacy-policy-77.txt"),
        ("New/organisation-77/privacy-policy-77.txt", "new/organisation-77/privacy-policy-77.txt"),
    ],
)
def test_a_typing_error_among_many_names_is_answered_with_the_right_one(
    given: str, meant: str
) -> None:
    assert Names(names("new")).near(given) == [meant]


def test_a_name_like_no_other_is_answered_with_none() -> None:
    assert Names(names("new")).near("zebra.html") == []
    assert Names(()).near("zebra.html") == []
    assert Names(names("new")).near("x" * 100_000) == []


def test_a_quote_as_long_as_a_book_is_looked_for_in_no_time(archive: Archive) -> None:
    quote = "x " * 300_000
    signed = f"topic: sharing, verdict: add, by: a, on: 2024, why: z, quote: '{quote}'"
    archive.add_policy("acme.txt", "acme.example")
    archive.add("corpus.yml", f"files:\n  acme.txt:\n    review: [{{{signed}}}]\n")
    start = time.process_time()
    done = archive.build()

    assert "corpus.yml:3: no clause holds the words" in done.err
    assert time.process_time() - start < 10


def test_a_setting_that_is_not_utf_8_is_told_with_its_line(archive: Archive) -> None:
    archive.add("corpus.yml", "files:\n  a.txt:\n    title: Café\n".encode("latin-1"))
    done = archive.build()

    assert done.status == 2
    assert done.err.startswith(f"{Path(archive.corpus) / 'corpus.yml'}:3: this is not UTF-8")
