"""What a curator keeps: stored files, manifest, readings, files of the taxonomy, catalogue."""
