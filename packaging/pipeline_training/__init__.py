"""Everything that builds the embedded English pipeline: corpus, names, augmentation, training, scores, model card.

Build-time only: nothing in `desktop/` or `annotation_schema/` imports it, and it imports nothing of theirs.
"""
