"""The settings, built from the table of settings; every change shows at once."""
