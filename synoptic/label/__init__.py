"""The label stage: what each clause is about, what the policy answers, and why we say so.

Comes in: a `Document` and the two taxonomy files as text. Goes out: tags and
facts, each with the exact words that carry it. Everything that decides is
written in the taxonomy files; this package only reads and applies them.
"""
