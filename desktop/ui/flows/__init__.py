"""What takes more than one key: borders by held keys, other occurrences, accepting in bulk, findings, the past."""
