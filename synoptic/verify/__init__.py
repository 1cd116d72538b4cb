"""What is checked after a build, without the code that built."""
