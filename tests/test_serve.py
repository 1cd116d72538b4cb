"""A real `mkdocs serve`: changes show, and afterwards the server comes to rest."""

import time
from collections.abc import Iterator

import pytest
from serving import PATIENCE, Server, serving

SLIPS = {
    "files: [": "this is not YAML: did not find expected node content [manifest]",
    "files: " + "[" * 50_000: "this is not YAML: lists and mappings are nested",
    "? [files]\n: {}\n": "a list or a mapping cannot be a key [manifest]",
}
"""What may be typed below a manifest, and what is said of it."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("served")) as one:
        yield one


def test_a_change_in_the_corpus_shows_and_the_server_rests(server: Server) -> None:
    (server.folder / "corpus/new.txt").write_text(
        "# Privacy at Zebra\n\nZebra collects the names of visitors.\n", encoding="utf-8"
    )
    server.wait_for("policies/new/undated/", "Zebra collects the names of visitors.")
    server.comes_to_rest()
    (server.folder / "corpus/new.txt").unlink()
    server.comes_to_rest()
    assert "Zebra collects" not in server.text("policies/new/undated/")


def test_a_change_in_the_taxonomy_shows_and_the_server_rests(server: Server) -> None:
    path = server.folder / "taxonomy/topics.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Collection", "title: Gathering"), encoding="utf-8")
    server.wait_for("compare/", "Gathering")
    server.comes_to_rest()


def test_a_slip_in_the_manifest_is_told_and_the_last_pages_stay(server: Server) -> None:
    path = server.folder / "corpus/corpus.yml"
    text = path.read_text(encoding="utf-8")
    for slip, told in SLIPS.items():
        path.write_text(f"{text}\n{slip}", encoding="utf-8")
        end = time.monotonic() + PATIENCE
        while told not in server.log.read_text():
            assert server.process.poll() is None, server.log.read_text()
            assert time.monotonic() < end
            time.sleep(0.2)
    server.wait_for("policies/calmi/undated/", "Full text")
    path.write_text(text.replace("organisation: Calmi", "organisation: Calmi Ltd"))
    server.wait_for("policies/calmi/undated/", "Calmi Ltd")
    server.comes_to_rest()
