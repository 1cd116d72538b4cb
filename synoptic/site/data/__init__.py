"""The archive as data files that other programs read.

Comes in: the versions that are published, one at a time. Goes out: what each has in the
data files, and these, piece by piece.
"""

from synoptic.site.data.files import DataRows, data_files, data_rows, report_files

__all__ = ["DataRows", "data_files", "data_rows", "report_files"]
