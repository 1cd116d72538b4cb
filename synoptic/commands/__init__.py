"""The commands: each module has a `command` of click, which returns the exit status."""
