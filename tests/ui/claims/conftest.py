"""A real window, as in the tests of the window, and helpers for claims."""

from __future__ import annotations

import pytest
from claims_driver import Claims
from window_fixtures import home, project_file, start, window

__all__ = ["home", "project_file", "start", "window"]


@pytest.fixture
def claims(window):
    return Claims(window)
