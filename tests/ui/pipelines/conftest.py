"""The real window, with the real dialog of pipelines over it, and a pipeline of somebody else's."""

import sys
from pathlib import Path

import pytest
from window_fixtures import home, project_file, start, window

sys.path.insert(0, str(Path(__file__).parents[2]))
import stock_pipeline
from window_driver import FakeAsk

from desktop.ui.dialogs.ask import Ask
from desktop.ui.pipelines.dialog import PipelinesDialog

__all__ = ["home", "project_file", "start", "window"]


@pytest.fixture(scope="session")
def stock(tmp_path_factory):
    return stock_pipeline.make(tmp_path_factory.mktemp("stock") / "stock")


class AskForPipelines(FakeAsk):
    """The dialog of pipelines is the real one."""

    def show_pipelines(self, bench, page):
        Ask(bench.window, bench.look).show_pipelines(bench, page)


@pytest.fixture
def opened(start, project_file, qtbot):
    """Open the window, then the dialog by its command; gives (driver, dialog)."""
    made = []

    def begin(command="prelabel.choose", driver=None):
        driver = driver or start(project_file, ask=AskForPipelines())
        driver.bench.actions[command].trigger()
        (dialog,) = (d for d in driver.window.findChildren(PipelinesDialog) if d.isVisible())
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.list.hasFocus())
        made.append(dialog)
        return driver, dialog

    return begin
