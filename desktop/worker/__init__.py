"""The worker process: the only place that imports spaCy; it never opens a project."""
