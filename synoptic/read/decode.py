"""Bytes of an HTML page to text."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the encoding it was read with."""
    return data.decode("utf-8").replace("\r\n", "\n"), "utf-8"
