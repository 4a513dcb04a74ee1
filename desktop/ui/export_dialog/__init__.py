"""The dialog that asks what to export: a form at the left, what will be written at the right."""
