"""The window's composition root: builds the parts and ties them together, in steps that keep the start short.

1. arguments, settings, QApplication, the frame, shown and painted; then, each from the event loop so that what it made
is painted: 2. style sheet, project, queue; 3. all other parts; 4. (by ``prelabelling``) the worker. Before the first
paint nothing is imported that it does not need (a test looks at ``sys.modules``).
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotation_schema.wording import translate
from desktop.core import paths, settings
from desktop.core.resources import resource_path
from desktop.ui import translation
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import READING_FACES, UI_FACES, Look, add_faces
from desktop.ui.window_state import WindowState

if TYPE_CHECKING:
    from desktop.core.errors import AppError
    from desktop.core.project import Project
    from desktop.ui.crash import Crash
    from desktop.ui.dialogs.ask import Ask
    from desktop.ui.queue.panel import QueuePanel
    from desktop.ui.workbench import Workbench

QUIT_LIMIT_MS = 60_000
SETTLE_MS = 3_000
SCALE = "QT_SCALE_FACTOR"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of the window."""

    project: Path | None = None
    screenshot: Path | None = None
    quit_after_ready: bool = False


def parse(argv: list[str]) -> Options:
    """Return the options in ``[PROJECT] [--screenshot FILE] [--quit-after-ready]``. Raises SystemExit(2)."""
    project: Path | None = None
    screenshot: Path | None = None
    quit_after = False
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--quit-after-ready":
            quit_after = True
        elif word == "--screenshot" and rest:
            screenshot = Path(rest.pop(0))
        elif word.startswith("-") or project is not None:
            sys.stderr.write(f"pressmark open: {word} is not understood here.\n")
            raise SystemExit(2)
        else:
            project = Path(word)
    return Options(project, screenshot, quit_after)


class Session(QObject):
    """One run of the window, from the first paint to the last."""

    def __init__(self, app: QApplication, options: Options, loaded: settings.Loaded | None = None) -> None:
        """Build the frame; ``show`` begins. The settings are read unless they were already."""
        super().__init__()
        self.app = app
        self.options = options
        self.loaded = loaded or settings.load(paths.settings_file())
        translation.take(app, self.loaded.settings.appearance.language)
        self.look = Look(app, self.loaded.settings.appearance.theme)
        self.state = WindowState(paths.settings_file().with_name("window.ini"))
        self.window = MainWindow(self.look)
        self.state.restore_geometry(self.window, self._wanted())
        self.queue: QueuePanel | None = None
        self.project: Project | None = None
        self.problem: tuple[Path, AppError] | None = None
        self.bench: Workbench | None = None
        self.crash: Crash | None = None
        self.ask: Ask | None = None
        self.status = 0
        self.ready = False
        self.closed = False
        self.window.closing.connect(self.end)

    def show(self) -> None:
        """Show the frame; the rest follows its first paint."""
        self.window.ground.painted.connect(lambda: QTimer.singleShot(0, self, self.open))
        self.window.show()

    def open(self) -> None:
        """Second step: the style sheet, the project and its queue."""
        if self.queue is not None or self.closed:
            return
        self._install_crash()
        from desktop.ui.queue.panel import QueuePanel

        self.look.dress()
        self.queue = QueuePanel(self.look)
        path = self._wanted()
        if path is not None:
            from desktop.core.errors import AppError
            from desktop.core.project import Project

            try:
                self.project = Project.open(path)
            except AppError as error:
                self.problem = (path, error)
            else:
                self.state.restore_filter(self.queue, path.absolute())
                self.queue.show_project(self.project)
                self.window.show_early(self.queue)
        QTimer.singleShot(0, self, self.build)

    def _wanted(self) -> Path | None:
        chosen = self.loaded.settings
        recent = chosen.places.recent
        if self.options.project is not None:
            return self.options.project
        return Path(recent[0]) if chosen.work.reopen_last and recent and Path(recent[0]).exists() else None

    def build(self) -> None:
        """Third step: all other parts."""
        if self.bench is not None or self.queue is None or self.closed:
            return
        from desktop.ui.dialogs.ask import Ask
        from desktop.ui.workbench import Workbench

        add_faces(READING_FACES)
        ask = self.ask or Ask(self.window, self.look)
        self.bench = Workbench(self.window, self.look, self.loaded.settings, self.state, ask, self.queue)
        self.bench.assemble()
        self.bench.handlers.show_checks()
        if self.loaded.problem:
            self.bench.notices.warn(self.loaded.problem)
        if self.project is not None:
            self.bench.adopt(self.project)
        elif self.problem is not None:
            self.status = 1 if self.options.project is not None else 0
            self.bench.fail(*self.problem)
        QTimer.singleShot(0, self, self._finish_start)

    def _finish_start(self) -> None:
        self.window.setWindowIcon(QIcon(str(resource_path("icons", "pressmark.png"))))
        if self.crash is not None and self.crash.fault:
            assert self.bench is not None
            ask, fault = self.bench.ask, self.crash.fault
            title, message = (
                translate("Window", "Details"),
                translate("Window", "What the system says about the crash:"),
            )
            show = (title, lambda: ask.show_text(title, message, fault))
            words = translate("Window", "Pressmark crashed the last time. What had been saved is there.")
            self.bench.notices.warn(words, button=show)
        settle()
        QTimer.singleShot(SETTLE_MS, self, settle)  # again, with what the first use has made
        self.ready = True
        if self.options.screenshot is not None or self.options.quit_after_ready:
            self._waited = 0
            self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        """For the packaging: when tasks and pre-highlighting are over, take the picture and go."""
        bench = self.bench
        assert bench is not None
        self._waited += 200
        busy = bench.tasks.running or bench.prelabelling.busy
        if busy and self._waited < QUIT_LIMIT_MS:
            QTimer.singleShot(200, self, self._wait_until_ready)
            return
        QTimer.singleShot(300, self, self._picture)

    def _picture(self) -> None:
        if self.options.screenshot is not None and not self.window.grab().save(str(self.options.screenshot)):
            sys.stderr.write(f"{self.options.screenshot} could not be written.\n")
            self.status = 1
        if self.options.quit_after_ready:
            self.window.close()

    def _install_crash(self) -> None:
        from desktop.ui.crash import Crash

        def show(details: str) -> None:
            from desktop.ui.dialogs.ask import Ask

            if self.options.quit_after_ready:  # nobody is there to close a dialog
                sys.stderr.write(details)
                return
            bench = self.bench
            project = bench.project.path if bench is not None and bench.project is not None else self.options.project
            message = translate(
                "Window",
                "Something went wrong that Pressmark did not expect. All that was shown as saved is in the file.",
            )
            ask = self.ask or Ask(self.window, self.look)
            title = translate("Window", "Pressmark has to close")
            ask.show_text(title, message, f"Project: {project}\n{details}")

        def close() -> None:
            self.status = 70
            self.window.close()
            self.app.exit(70)

        self.crash = Crash(paths.log_dir(), show, close)
        self.crash.install()

    def end(self) -> None:
        """Close what is open; the window is closing, or closed."""
        self.closed = True
        if self.bench is not None:
            self.bench.close_project()
        elif self.project is not None:
            self.project.close()
        if self.crash is not None:
            self.crash.remove()
            self.crash = None


def application() -> QApplication:
    """Return the one QApplication, made on the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(["pressmark"])
    app.setApplicationName("Pressmark")
    app.setDesktopFileName("pressmark")
    if app.style().objectName() != "fusion":  # setting what is there takes 4 ms of the time to the first paint
        app.setStyle("Fusion")
    add_faces(UI_FACES)  # later would have all fonts of the system looked for again
    return app


def settle() -> None:
    """Take what is there out of the garbage collector's sight.

    It lives as long as the window, and looking through it costs some 15 ms in the middle of a key press.
    """
    gc.freeze()


def main(argv: list[str]) -> int:
    """Run the window and return the exit status: 0, 1 if the project could not be opened, 70 after a bug."""
    options = parse(argv)
    loaded = settings.load(paths.settings_file())
    scaled = take_scale(loaded.settings.appearance.scale)
    app = application()
    session = Session(app, options, loaded)
    session.show()
    code = app.exec()
    session.end()
    again = session.bench.commands.restarting if session.bench is not None else None
    if again is not None:
        start_again(again, scaled=scaled)
    return session.status or code


def take_scale(percent: int) -> bool:
    """Let Qt draw everything larger; a factor in the environment goes before the setting. Before QApplication only."""
    if percent == 100 or SCALE in os.environ:
        return False
    os.environ[SCALE] = str(percent / 100)
    return True


def start_again(arguments: list[str], *, scaled: bool) -> None:
    """Start the program anew, without the factor that ``take_scale`` set for this run."""
    from PySide6.QtCore import QProcess, QProcessEnvironment

    from desktop.core.prelabel.protocol import worker_command, worker_environment

    command = worker_command()[:-1]
    environment = QProcessEnvironment()
    for name, value in worker_environment().items():
        if not (scaled and name == SCALE):
            environment.insert(name, value)
    again = QProcess()
    again.setProgram(command[0])
    again.setArguments([*command[1:], *arguments])
    again.setProcessEnvironment(environment)
    if not again.startDetached():
        sys.stderr.write("Pressmark could not be started again.\n")
