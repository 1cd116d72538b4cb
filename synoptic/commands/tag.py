"""`tag FILE|-`: topics as JSON lines, for the clauses of a document or for paragraphs."""

from pathlib import Path

import click

from synoptic.commands.options import FILE, corpus_option, examples, run, taxonomy_option


@click.command(
    epilog=examples(
        "synoptic tag corpus/acme/2012.html",
        "synoptic tag - < paragraphs.txt",
        """echo '{"text": "We sell nothing.", "headings": ["Sharing"]}' | synoptic tag - --json""",
    )
)
@click.argument(
    "file",
    type=FILE,
    metavar="FILE",
    help="A document, FILE!MEMBER for one of many, or - for one paragraph a line of input.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="With -: lines are objects with text and, if known, headings and language.",
)
@taxonomy_option
@corpus_option
def command(file: str, as_json: bool, taxonomy: Path, corpus: Path) -> int:
    """Print the topics of clauses or paragraphs as JSON lines.

    There is one line for each clause of a document, or exactly one for each line of
    standard input. It holds the text, its topics, and the words by which they were found.
    A text in a language that the rules do not know gets no topics.
    """
    return run("tag", file=file, as_json=as_json, taxonomy=taxonomy, corpus=corpus)
