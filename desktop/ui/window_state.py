"""Where the window was: geometry, pane widths, the article last on screen of each project. Not settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.ui.main_window import MainWindow

LIMIT = 50
"""Projects whose last article is remembered."""


class WindowState:
    """A small ini file beside the settings. What cannot be read is as if it were not there."""

    def __init__(self, file: Path) -> None:
        """Use ``file``; it need not exist."""
        self._file = QSettings(str(file), QSettings.Format.IniFormat)

    def restore_geometry(self, window: MainWindow) -> None:
        """Put the window where it was."""
        value = self._file.value("window/geometry")
        if isinstance(value, QByteArray) and not value.isEmpty():
            window.restoreGeometry(value)

    def restore_panes(self, window: MainWindow) -> None:
        """Give the panes the widths that they had."""
        value = self._file.value("window/panes")
        if isinstance(value, QByteArray) and not value.isEmpty():
            window.splitter.restoreState(value)

    def save(self, window: MainWindow) -> None:
        """Note where the window is."""
        self._file.setValue("window/geometry", window.saveGeometry())
        if window.splitter.count():
            self._file.setValue("window/panes", window.splitter.saveState())
        self._file.sync()

    def article(self, project: Path) -> str:
        """Return the uid of the article last on screen, or ""."""
        value = self._file.value(f"articles/{_key(project)}")
        return value if isinstance(value, str) else ""

    def set_article(self, project: Path, uid: str) -> None:
        """Note the article on screen."""
        self._file.beginGroup("articles")
        known = self._file.childKeys()
        if len(known) > LIMIT:
            self._file.remove(known[0])
        self._file.endGroup()
        self._file.setValue(f"articles/{_key(project)}", uid)


def _key(project: Path) -> str:
    """Return a key for a path: a slash would make groups."""
    return str(project).replace("%", "%25").replace("/", "%2F").replace("\\", "%5C")
