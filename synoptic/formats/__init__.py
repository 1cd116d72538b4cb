"""Stored bytes in the formats that archives keep: recognised, decoded, read into blocks."""
