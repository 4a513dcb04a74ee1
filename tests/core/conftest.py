"""Fixtures of the core's tests: a project with one article, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import article, new_project

from desktop.core.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = new_project(tmp_path, article())
    yield opened
    opened.close()
