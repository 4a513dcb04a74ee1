"""Which pipelines there are, what the project makes of them, word lists beside them, two of them side by side."""
