"""What the documentation says is held against the code that it is about."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from archives import FIVE, ROOT

from synoptic import errors
from synoptic.cleaning.repairs import REPAIRS
from synoptic.commands.cli import COMMANDS, main
from synoptic.corpus.manifest import DEFAULTS, FIELDS, Manifest, load_manifest
from synoptic.formats.removals import RULES
from synoptic.label.taxonomy import load_taxonomy

ABOUT = ROOT / "docs" / "about"
TAXONOMY = ROOT / "taxonomy"

ELSEWHERE = {"system"}
"""Codes that are no class of errors.py: what the command line says of the system's faults."""


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def codes(kind: type[errors.CorpusError] = errors.CorpusError) -> Iterator[str]:
    yield kind.code
    for child in kind.__subclasses__():
        yield from codes(child)


def message_entries() -> dict[str, str]:
    """Return the entries of messages.md by their headings, which are their anchors."""
    parts = re.split(r"^### (.+)$", text_of(ABOUT / "messages.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def verify_codes() -> set[str]:
    kinds = re.findall(
        r'_fault\(.*"([a-z]+)"\)', text_of(ROOT / "synoptic" / "verify" / "built.py")
    )
    assert len(set(kinds)) > 3, "verify.py no longer names its codes like this"
    return {f"verify-{kind}" for kind in kinds}


def table_under(heading: str, path: Path) -> list[list[str]]:
    """Return the cells of the rows of the first table under a heading."""
    section = text_of(path).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    assert len(rows) > 2, f"{path.name} has no table under {heading!r}"
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def paths_in(cell: str) -> list[str]:
    """Return what is named in a cell and looks like a path: words with a slash or an ending."""
    return [name for name in re.findall(r"`([^`\s<>]+)`", cell) if re.search(r"/|\.\w+$", name)]


def test_every_promise_of_security_names_a_test_that_there_is() -> None:
    text = text_of(ROOT / "SECURITY.md")
    promised = text.partition("## What is promised")[2].partition("A file that breaks")[0]
    promises = re.findall(r"^- .+$", promised, re.MULTILINE)
    assert len(promises) > 8
    assert [promise for promise in promises if "::test_" not in promise] == []
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", text)
    assert len(named) == text.count("::")
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not re.search(rf"^def {name}\(", text_of(ROOT / path), re.MULTILINE)
    ]
    assert missing == []


def test_every_message_code_has_an_entry_and_every_entry_a_code() -> None:
    assert set(message_entries()) == {*codes(), *verify_codes(), *ELSEWHERE}


@pytest.mark.parametrize("code", message_entries())
def test_every_message_says_what_it_means_and_what_to_do(code: str) -> None:
    meaning, found, action = message_entries()[code].partition("**What to do:**")
    assert found
    assert len(meaning.split()) >= 8
    assert len(action.split()) >= 3


def test_every_key_of_the_manifest_is_explained() -> None:
    rows = table_under("The manifest", ABOUT / "curators.md")
    assert {row[0].strip("`") for row in rows} == set(FIELDS)
    assert all(row[1] for row in rows)
    sentence = re.search(r"Under `defaults` may stand ([^.]+)\.", text_of(ABOUT / "curators.md"))
    assert sentence is not None
    assert set(re.findall(r"`(\w+)`", sentence[1])) == set(DEFAULTS)


@pytest.mark.parametrize("page", ["curators.md", "take-down.md"])
def test_the_examples_of_the_manifest_can_be_loaded(page: str) -> None:
    assert not loaded_example(page).faults
    assert not loaded_example(page).faulty


def test_the_example_of_the_manifest_uses_every_key() -> None:
    entries = loaded_example("curators.md").entries.values()
    assert len(entries) > 1
    unused = {
        key for key, field in FIELDS.items() if not any(getattr(entry, field) for entry in entries)
    }
    assert unused == set()


def loaded_example(page: str) -> Manifest:
    (example,) = re.findall(r"^```yaml\n(.*?)^```", text_of(ABOUT / page), re.DOTALL | re.MULTILINE)
    files = re.findall(r"^  ([\w/]+\.[\w.]+):(?: +#.*)?$", example, re.MULTILINE)
    assert files
    return load_manifest(example, "corpus.yml", files)


def test_every_command_is_in_the_readme() -> None:
    rows = table_under("Commands", ROOT / "README.md")
    named = [row[0].strip("`").split() for row in rows if row[0].startswith("`python build_corpus")]
    assert {words[2] for words in named} == set(COMMANDS)


def test_the_page_of_the_commands_says_what_they_say_of_themselves() -> None:
    renewed = runpy.run_path(str(ROOT / "tools" / "commands_page.py"))["renewed"]
    page = text_of(ABOUT / "commands.md")

    assert renewed(page) == page, "run python tools/commands_page.py"
    assert re.findall(r"^## ([a-z]+)$", page, re.MULTILINE) == list(COMMANDS)
    assert "- `--no-cache`: Work through every file anew." in page
    assert "- `--jobs N|auto`: Worker processes; auto: one a core. Default: auto." in page


def test_the_page_of_the_rules_of_cleaning_says_what_they_say_of_themselves() -> None:
    renewed = runpy.run_path(str(ROOT / "tools" / "cleaning_page.py"))["renewed"]
    page = text_of(ABOUT / "cleaning.md")

    assert renewed(page) == page, "run python tools/cleaning_page.py"
    anchors = re.findall(r"^### .+ \{ #([a-z-]+) \}\n\n(.{40,})$", page, re.MULTILINE)
    assert [name for name, _ in anchors] == [rule.name for rule in (*RULES, *REPAIRS)]


def test_every_topic_is_on_the_taxonomy_page(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    folders = {"corpus": tmp_path / "corpus", "docs": tmp_path / "docs", "taxonomy": TAXONOMY}
    options = [text for name, path in folders.items() for text in (f"--{name}", str(path))]
    assert main(["build", "--quiet", "--allow-empty", *options]) == 0

    part = text_of(tmp_path / "docs" / "_parts" / "taxonomy.md")
    shown = re.findall(r"^## .+ \{ #([a-z-]+) \}$", part, re.MULTILINE)
    taxonomy = load_taxonomy(text_of(TAXONOMY / "topics.yml"), "topics.yml")
    assert shown == [topic.slug for topic in taxonomy.topics]
    assert '\n--8<-- "taxonomy.md"\n' in text_of(ABOUT / "taxonomy.md")


@pytest.mark.parametrize(
    ("page", "heading", "column", "least"),
    [("README.md", "Where things are", 0, 12), ("CONTRIBUTING.md", "I want to …", 1, 15)],
)
def test_every_file_that_a_table_names_exists(
    page: str, heading: str, column: int, least: int
) -> None:
    rows = table_under(heading, ROOT / page)
    named = [path for row in rows for cell in row[column:] for path in paths_in(cell)]
    assert len(named) >= least
    assert [path for path in named if not place(path).exists()] == []


def place(path: str) -> Path:
    """Return where a path of the repository is; of `corpus/`, which anyone may fill, our copy."""
    inside = path.removeprefix("corpus/")
    return ROOT / path if inside == path else FIVE / inside


def test_the_lists_that_contributors_are_sent_to_are_in_the_files_named() -> None:
    rows = [row[1] for row in table_under("I want to …", ROOT / "CONTRIBUTING.md")]
    named = [(name, paths_in(cell)) for cell in rows for name in re.findall(r"`([A-Z]+)`", cell)]
    assert len(named) >= 5
    missing = [
        name for name, paths in named if not any(defines(ROOT / path, name) for path in paths)
    ]
    assert missing == []


def defines(path: Path, name: str) -> bool:
    return path.suffix == ".py" and bool(re.search(rf"^{name}\b", text_of(path), re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_links_of_the_repository_pages_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(ROOT / page))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md"):
        named = set(
            re.findall(r"`make ([a-z]+)|^make ([a-z]+)", text_of(ROOT / page), re.MULTILINE)
        )
        assert named
        assert {first or second for first, second in named} <= targets


def test_the_guide_to_the_tests_names_every_helper_and_folder() -> None:
    folder = ROOT / "tests"
    helpers = {path.name for path in folder.glob("*.py") if not path.name.startswith("test_")}
    folders = {path.parent.name for path in folder.glob("*/*") if path.parent.name[0] not in "._"}
    parts = {path.name for path in folder.glob("[dg]*/*")}
    told = set(re.findall(r"[\w.]+", text_of(folder / "README.md")))
    assert (helpers | folders | parts) <= told


def test_every_decision_is_linked_from_the_method() -> None:
    decisions = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    linked = re.findall(r"\(\.\./decisions/([\w-]+\.md)\)", text_of(ABOUT / "index.md"))
    assert decisions
    assert sorted(linked) == decisions, "link each decision from docs/about/index.md"


def test_the_lock_has_the_versions_of_the_constraints_and_a_hash_for_each() -> None:
    lock = text_of(ROOT / "requirements.lock")
    pins = re.findall(r"^([\w.-]+)==(\S+) \\\n((?:    --hash=.+\n?)+)", lock, re.M)
    constraints = dict(re.findall(r"^([\w.-]+)==(\S+)$", text_of(ROOT / "constraints.txt"), re.M))
    known = {plain(name): version for name, version in constraints.items()}
    wanted = re.findall(r"^([\w.-]+)==", text_of(ROOT / "requirements.txt"), re.M)

    assert {plain(name) for name in wanted} <= {plain(name) for name, _, _ in pins}
    assert {plain(name): version for name, version, _ in pins}.items() <= known.items()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
