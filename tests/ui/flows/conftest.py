"""A real window, as in the tests of the window, with helpers for flows."""

from __future__ import annotations

import pytest
from window_fixtures import home, project_file, start, window

__all__ = ["home", "project_file", "start", "window"]


@pytest.fixture
def flow(window):
    from flow_driver import Flow  # after the fixtures, which know where the window's driver is

    return Flow(window)
