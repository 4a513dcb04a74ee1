"""Dialogs, opened through one seam (``ask``)."""
