"""The window: everything that imports Qt, but for the composition root."""
