"""What MkDocs is told before it builds the site."""

import logging
from types import SimpleNamespace

import pytest
from archives import Archive

from synoptic.mkdocs_hook import on_config, on_pre_build


def told(archive: Archive, caplog: pytest.LogCaptureFixture) -> list[tuple[int, str]]:
    """Run the hook as MkDocs does; return level and message of all that it logs."""
    config = SimpleNamespace(
        config_file_path=str(archive.folder / "mkdocs.yml"), docs_dir=str(archive.docs)
    )
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        on_pre_build(config)
    return [(record.levelno, record.getMessage()) for record in caplog.records]


def test_what_is_set_aside_is_told_as_news_and_counted_last(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    archive.add("bad.txt", "")
    first, last = told(archive, caplog)

    assert first[0] == last[0] == logging.INFO
    assert first[1].startswith("corpus/bad.txt: the file holds no text [empty-document]")
    assert last[1].endswith(", 1 set aside, 0 warnings")


def test_pages_that_cannot_be_built_are_a_warning(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    archive.add("corpus.yml", "files: [")
    ((level, message),) = told(archive, caplog)

    assert level == logging.WARNING
    assert message.startswith("The pages were not built anew. corpus/corpus.yml:2: ")


def test_generated_parts_of_pages_are_found_whatever_folder_mkdocs_is_called_in(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    snippets = {"base_path": ["docs/_parts"], "check_paths": True}
    config = SimpleNamespace(
        config_file_path=str(archive.folder / "mkdocs.yml"),
        mdx_configs={"pymdownx.snippets": snippets},
    )
    on_config(config)

    assert snippets == {"base_path": [str(archive.docs / "_parts")], "check_paths": True}
