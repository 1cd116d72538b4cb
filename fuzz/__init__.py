"""Fuzzing: any bytes into reader, cleaner, escaping and redline; see `__main__`."""
