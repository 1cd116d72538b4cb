"""The one place where the stages are put together: from the files of corpus/ to those of docs/."""
