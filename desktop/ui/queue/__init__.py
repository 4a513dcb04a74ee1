"""The queue of articles: list, search, filters, progress."""
