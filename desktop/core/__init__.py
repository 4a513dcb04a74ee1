"""Everything that runs without a window and without spaCy."""
