"""The contract between annotators and whoever trains on the data: what an annotation is."""
