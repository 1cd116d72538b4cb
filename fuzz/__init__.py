"""Fuzzing: any bytes into each stage and into whole archives; see `__main__`."""
