"""The one place that knows MkDocs: builds the pages before each site build and watches corpus/.

MkDocs loads this file by its path, once for all builds of a server. The server watches
what people write and not what is generated from it, so that an edit is one build.
"""

import logging
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

ROOT = str(Path(__file__).resolve().parent.parent)
# The day of a build is nobody's business and would make every build another one; the
# site map has no dates either (overrides/sitemap.xml).
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
sys.path.insert(0, ROOT)  # the mkdocs command does not look into the folder it is called in

from synoptic.build.pipeline import Settings, build  # noqa: E402
from synoptic.build.workers import Workers  # noqa: E402
from synoptic.commands.work.build import summary  # noqa: E402
from synoptic.errors import CorpusError  # noqa: E402
from synoptic.plain import message  # noqa: E402
from synoptic.site.publish.hashes import recorded_hashes  # noqa: E402

log = logging.getLogger("mkdocs.hooks.synoptic")

WATCHED = ("corpus", "taxonomy", "synoptic/site/pages/templates")
"""Folders beside mkdocs.yml whose changes call for a new build."""

RELOAD = "livereload.js"
"""The script beside this file that every page has under `mkdocs serve`, and only there."""

_commands: list[str] = []  # what MkDocs was started with; it says so once


def on_startup(command: str, dirty: bool) -> None:
    """Keep the command; put our folder back on the path, which MkDocs restores.

    Worker processes inherit the path.
    """
    _commands[:] = [command]
    if ROOT not in sys.path:
        sys.path.insert(0, ROOT)


def on_config(config: Any) -> None:
    """Name the reloading script to every page that is served.

    Generated parts of pages are looked for beside mkdocs.yml, whatever folder MkDocs is
    called in.
    """
    snippets = config.mdx_configs["pymdownx.snippets"]
    root = Path(config.config_file_path).parent
    snippets["base_path"] = [str(root / folder) for folder in snippets["base_path"]]
    if "serve" in _commands:
        config.extra_javascript.append(RELOAD)


def on_files(files: Any, config: Any) -> None:
    """Put the reloading script beside the pages that are served."""
    if "serve" in _commands:
        source = str(Path(__file__).with_name(RELOAD))
        files.append(File.generated(config, RELOAD, abs_src_path=source))


def on_pre_build(config: Any) -> None:
    """Bring docs/ up to date with corpus/ and taxonomy/.

    If they cannot be built that is logged as a warning and the last good pages stay, so
    that a slip in the manifest does not end `mkdocs serve`; under `--strict` MkDocs then
    fails. Files set aside and warnings about captures are told as news, and counted last:
    they are the curator's, and `build_corpus.py --strict` is there to fail on them.
    """
    root = Path(config.config_file_path).parent
    settings = Settings(
        corpus=root / "corpus",
        docs=Path(config.docs_dir),
        taxonomy=root / "taxonomy",
        workers=Workers(),
    )
    try:
        report = build(settings)
    except (CorpusError, OSError) as error:
        log.warning("The pages were not built anew. %s", message(error))
        return
    for problem in report.problems:
        log.info("%s", message(problem))
    log.info("%s", summary(report, settings.docs.name))


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watch what the pages are made of, and what people write in docs/.

    A new folder right in docs/ is watched from the next start on.
    """
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    generated = {name.partition("/")[0] for name in recorded_hashes(docs)}
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    for entry in sorted(docs.iterdir()):
        if entry.is_dir() and entry.name not in generated:
            server.watch(str(entry))
    for name in WATCHED:
        server.watch(str(root / name))
    return server
