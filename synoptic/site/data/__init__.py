"""The archive as data files that other programs read.

Comes in: the versions that are published, one at a time. Goes out: what each has in the
data files, and these, piece by piece.
"""
