"""A real window over a project in a temporary home, driven by key presses."""

from window_fixtures import home, project_file, start, window

__all__ = ["home", "project_file", "start", "window"]
