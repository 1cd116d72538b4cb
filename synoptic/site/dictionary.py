"""The data dictionary: what the keys and columns of the data files mean.

Shown on the data page and written into the data package. Promise: every key and column is
here, and no other; a test compares them with the files.
"""

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "policies.json": "One entry for each version: provenance, captures, dates, topics with quotes",
    "clauses.jsonl": "One JSON line for each clause: number, headings, text, topics",
    "comparison.csv": (
        "One row for each version and topic: what was found, how much, the first quote"
    ),
    "facts.csv": "One row for each version and question: the answer, its quote, who gave it",
    "report.json": "What was set aside or withdrawn, and why",
    "feed.xml": "New versions and changes, for feed readers (Atom)",
    "manifest-sha256.txt": (
        "SHA-256 of every file in this folder and of every stored and cleaned text"
    ),
    "datapackage.json": "A description of these files for programs (Frictionless)",
}
"""The data files with what they hold."""

POLICY_KEYS: Mapping[str, str] = {
    "id": "Policy and version; also the address of the page below policies/",
    "document": "The policy through all its versions",
    "version": (
        "Day of the first capture of this text, or month or year if no more is known, or undated"
    ),
    "organisation": "Who the policy speaks for",
    "title": "What the text calls itself, without the name of its site",
    "title_source": "Where that stood: heading, page (the title of the web page) or manifest",
    "is_policy": "False for a captured page that is probably no policy: it has no topics and facts",
    "no_policy": "Why it is taken for none: the rule and its reason; null for a policy",
    "language": "Language code, such as en or pt-BR",
    "language_source": "Who says so: manifest, page, or detector, which reads the words",
    "sector": "Sector, if the curator names one",
    "site": "Site under which the archive lists the capture",
    "captured_at": (
        "When the archive first fetched this text, in UTC, as exact as it is known, such as 2013 "
        "or 2013-05-12T08:00:00Z; not the date of the policy"
    ),
    "original_url": "The address at that time",
    "memento_url": "The archived copy, with the archive's frame",
    "memento_raw_url": "The archived copy as it was received",
    "captures": (
        "All captures that read the same, oldest first: time, file, member of a container, "
        "archived copy, SHA-256, and where on this site the stored bytes lie"
    ),
    "dates": (
        "Dates that the policy states about itself, each with its quote; clause is the clause, or "
        "the section whose heading states it; lead_in is the line above, where it says what date "
        "it is; unclear is a day and month that can be read in two ways"
    ),
    "sections": "The headings in the order of the text; each id is an anchor on the page",
    "source": (
        "The stored record of the first capture: file, member of a container, SHA-256, "
        "length, format, encoding"
    ),
    "words": "Words in the source, kept and removed",
    "rules": "Version of the program and digest of the taxonomy that made the rest",
    "rights": "Note on rights",
    "page": "Address of the page below the root of the site",
    "read": "Who has read the text, with name and kind, the topics and questions asked as they "
    "are now, and the clauses that are there now and were not read; null if nobody",
    "topic_states": "For each topic: found; not-mentioned, if a reader found the whole text "
    "silent; nothing-found, if our rules found nothing",
    "topics": "For each topic the clauses that speak of it, with a verbatim quote, the one with "
    "most weight of evidence first; `lead_in` has the words that open the list of an item; "
    "`method` is rule or reader, the latter with `reader` and `reader_kind`, and `carried_from` "
    "if it was signed on the same words in that earlier version",
    "facts": "Answers to the questions of the label, each with its quote; `beside` has the other "
    "sentences with the question's key words, `more_beside` counts those left out; `lead_in` "
    "and `method` as with topics",
}
"""Keys of an entry of policies.json with what they mean."""

COMPARISON_COLUMNS: Mapping[str, str] = {
    "policy": "Policy and version, the id of policies.json",
    "organisation": "Organisation, empty if unknown",
    "captured_at": "Time of the first capture in UTC, as exact as it is known, empty if unknown",
    "topic": "Slug of the topic",
    "clauses": "How many clauses speak of it",
    "words": "How many words these clauses have",
    "first_clause": "Id of the one with most weight of evidence, an anchor on the policy's page; "
    "empty if none",
    "first_quote": "Its words, verbatim; empty if none",
    "state": "Whether anything was found, the same as in topic_states of policies.json",
    "title": "Title in the source, empty if unknown",
    "original_url": "The address at that time, empty if unknown",
    "memento_url": "The archived copy, with the archive's frame; empty if unknown",
    "page": "Address of the page below the root of the site",
}
"""Columns of comparison.csv with what they mean."""

FACT_COLUMNS: Mapping[str, str] = {
    "policy": "Policy and version, the id of policies.json",
    "organisation": "Organisation, empty if unknown",
    "title": "Title in the source, empty if unknown",
    "captured_at": "Time of the first capture in UTC, as exact as it is known, empty if unknown",
    "question": "Slug of the question; a policy that answers it in two ways has two rows",
    "state": "The answer: yes, no or conditional; or why there is none, the same words as in "
    "topic_states of policies.json",
    "value": "The number, period, names or date in the answer, empty if it has none",
    "quote": "The words that give the answer, verbatim; empty if none",
    "clause": "Id of their clause, an anchor on the policy's page; empty if none",
    "number": "Number of that clause on the page, such as 3.2; empty if none",
    "method": "Who gave the answer: rule or reader",
    "reader": "Name of the reader, empty for a rule",
    "reader_kind": (
        "Kind of the reader: person, organisation, assisted or unstated; empty for a rule"
    ),
    "page": "Address of the page below the root of the site",
}
"""Columns of facts.csv with what they mean."""

TABLES: Mapping[str, Mapping[str, str]] = {
    "comparison.csv": COMPARISON_COLUMNS,
    "facts.csv": FACT_COLUMNS,
}
"""The columns of each table."""

NUMBERS = ("clauses", "words")
"""Columns that hold whole numbers; all others hold text."""

CELLS = (
    "A cell that a spreadsheet could take for a formula has an apostrophe before it. Such a cell "
    "begins with =, +, -, @, a tab or a line end, or with blanks or quotes before one of them. "
    "The JSON files have the words as they are."
)
"""What the tables do to a text that is not safe in a spreadsheet."""
