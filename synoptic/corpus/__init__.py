"""What a curator keeps: stored files, the manifest, readings, the taxonomy's files, the catalogue."""
