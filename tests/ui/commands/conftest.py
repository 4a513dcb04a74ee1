"""A real window, as in the tests of the window."""

from __future__ import annotations

from window_fixtures import home, project_file, start, window

__all__ = ["home", "project_file", "start", "window"]
