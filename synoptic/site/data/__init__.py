"""The export stage: the archive as data files that other programs read.

Comes in: the versions that are published. Goes out: the bytes of every data file by
its path below docs/.
"""

from synoptic.site.data.files import data_files

__all__ = ["data_files"]
