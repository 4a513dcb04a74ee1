"""Annotations that other programs made, on their way into a project: as read, counted, mapped."""
