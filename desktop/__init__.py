"""Pressmark, the desktop program: window, command line, worker and the core they share."""
