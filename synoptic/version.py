"""The version of the program, for itself and for the build system."""

__version__ = "0.1.0"
