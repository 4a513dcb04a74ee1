"""For tests of the interface: no screen needed, the bundled faces, and nothing may be left on screen."""

import os
from functools import partial
from pathlib import Path

# The offscreen platform's own screen has 800 by 800 pixels, and a window is kept on its screen.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.core.resources import default_schema, resource_path

PATIENCE_MS = 30_000


@pytest.fixture(scope="session")
def faces(qapp):
    """The fonts that the program brings along, so that lines break alike on every machine."""
    found = sorted(p for p in resource_path("fonts").iterdir() if p.suffix in (".otf", ".ttf"))
    assert found
    for path in found:
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path
    return qapp


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, which waits as long as a busy machine takes, and goes on as soon as what it waits for is there."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture(autouse=True)
def nothing_left(request):
    """Fail a test that leaves a window open (register widgets with ``qtbot.addWidget``)."""
    yield
    if QApplication.instance() is not None:
        left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        for widget in left:
            widget.close()
        assert not left, f"{request.node.name} left {left} on screen"


@pytest.fixture(scope="session")
def schema():
    """The label schema that is shipped."""
    return default_schema()
