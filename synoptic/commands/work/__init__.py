"""What each command does, in a module of its name; loaded when the command runs."""
