"""The command palette: one field to find commands, labels, values of the current span, and articles."""
