"""Walks through the whole window by its actions and collects every text that stands, is painted or is spoken there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from shiboken6 import isValid

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
NEVER = {"file.quit", "file.close", "help.logs", "file.sample", "prelabel.article", "prelabel.all", "view.menu"}
"""Actions that end the walk, leave the program or start a process; ``view.menu`` waits for a mouse."""
ON_ITEMS = ("span.", "tag.", "part.", "suggestion.", "border.", "slot.", "occurrences.", "claim.", "link.")
"""Actions that say other things for a suggestion, a selection and a span; once is enough for others."""
MOST_ROWS = 40


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget shows or tells, with the place it stands in."""
    yield "windowTitle", widget.windowTitle()
    yield "toolTip", widget.toolTip()
    yield "accessibleName", widget.accessibleName()
    yield "accessibleDescription", widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QAbstractSpinBox):
        yield "text", widget.text()
    if isinstance(widget, QGroupBox):
        yield "title", widget.title()
    if isinstance(widget, QTextBrowser):
        yield "page", widget.toPlainText()
    if isinstance(widget, QTabBar):
        for n in range(widget.count()):
            yield "tab", widget.tabText(n)
    if isinstance(widget, QComboBox) and widget.accessibleName():
        for n in range(min(widget.count(), 1)):
            yield "choice", widget.itemText(n)
    if isinstance(widget, QMenu):
        for action in widget.actions():
            yield "menu", action.text()
    if isinstance(widget, QAbstractItemView):
        yield from _model_texts(widget)


def _model_texts(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if model is None or "QComboBox" in view.parent().metaObject().className():  # the typefaces of this machine
        return
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in range(columns):
            for role in ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield f"row:{role.name}", value
    for column in range(columns if isinstance(model, QAbstractTableModel) else 0):
        value = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(value, str) and not value.isdigit():
            yield "header", value


class Walk:
    """One walk; ``texts`` maps each text to where it was first seen."""

    def __init__(self, session, qtbot, monkeypatch) -> None:
        self.session, self.bench, self.window, self.qtbot = session, session.bench, session.window, qtbot
        self.texts: dict[str, str] = {}
        self.cut: dict[str, str] = {}
        self._where = "start"
        self._painted: set[str] = set()
        draw = QPainter.drawText

        def noting(painter, *args):
            self._painted.update(a for a in args if isinstance(a, str))
            return draw(painter, *args)

        monkeypatch.setattr(QPainter, "drawText", noting)
        monkeypatch.setattr(QDialog, "exec", lambda dialog: self._dialog(dialog))
        for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *args, **_: self._file_dialog(args) or ("", ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args, **_: self._file_dialog(args) or "")

    def _file_dialog(self, args) -> None:
        self._note("file dialog", *(a for a in args if isinstance(a, str) and not a.startswith("/")))

    def _dialog(self, dialog) -> int:
        dialog.show()
        self.look(f"{self._where}: {type(dialog).__name__}")
        dialog.hide()
        return 0

    def _note(self, where: str, *texts: str) -> None:
        for text in texts:
            if text:
                self.texts.setdefault(text, where)

    def look(self, where: str = "") -> None:
        """Collect what stands there now, and what is cut off."""
        where = where or self._where
        QApplication.processEvents()
        cut: list[tuple[QWidget, str]] = []
        tops = [self.window, *(w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window)]
        for widget in [w for top in tops for w in (top, *top.findChildren(QWidget))]:
            kind = f"{where} > {type(widget).__name__} {widget.objectName()}"
            for what, text in texts_of(widget):
                self._note(f"{kind}.{what}", text)
            if widget.isVisible() and self._is_cut(widget):
                cut.append((widget, kind))
        for action in self.window.findChildren(QAction):
            self._note(f"{where} > action {action.objectName()}", action.text(), action.toolTip())
        for _ in range(3) if cut else ():  # layouts that are still on their way
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        for widget, kind in cut:
            if isValid(widget) and widget.isVisible() and self._is_cut(widget):
                self.cut.setdefault(widget.text(), f"{kind} {widget.width()} < {widget.sizeHint().width()}")
        self._note(f"{where} > painted", *self._painted)
        self._painted.clear()

    @staticmethod
    def _is_cut(widget: QWidget) -> bool:
        if not isinstance(widget, QLabel | QAbstractButton) or not re.search("[A-Za-zäöü]{2}", widget.text()):
            return False  # the label schema's words are the project's
        if type(widget).__name__ == "Shortened":  # says all of it in a tool tip
            return False
        wanted = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < wanted.width() - 1

    def go(self) -> None:
        """Trigger every action, with a span, with a suggestion and with a selection; look after each."""
        self.look()
        actions = dict(self.bench.actions.all())
        order = [a for a in actions if a not in NEVER and not a.startswith("view.theme")]
        for visited, state in enumerate((self._on_suggestion, self._with_selection, self._on_span)):
            for name in order:
                if name not in self.bench.actions.all() or (visited and not name.startswith(ON_ITEMS)):
                    continue
                self._where = f"{state.__name__[1:]}, {name}"
                if not self.bench.actions[name].isEnabled():
                    continue
                self.bench.actions[name].trigger()
                self.look()
                self._leave()
                state()
        self._tabs()
        self._palette()

    def _leave(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
        QApplication.processEvents()
        self.bench.focus_article()
        view = self.bench.controller.view
        if view is not None and not view.spans and not view.suggestions:
            self.bench.open_article(self.bench.project.article_id("0" * 20))
        self.qtbot.waitUntil(lambda: not self.bench.tasks.running, timeout=20_000)

    def _on_suggestion(self) -> None:
        self.bench.open_article(self.bench.project.article_id("0" * 20))
        self.bench.pane.clear_selection()
        self.bench.actions["suggestion.next"].trigger()

    def _with_selection(self) -> None:
        self.bench.pane.select_range(0, 11)

    def _on_span(self) -> None:
        self.bench.pane.clear_selection()
        self.bench.actions["span.next"].trigger()
        self.bench.cards.edit_current()
        self.look()
        self.bench.focus_article()

    def _tabs(self) -> None:
        for tabs in self.window.findChildren(QTabBar):
            for n in range(tabs.count()):
                tabs.setCurrentIndex(n)
                self._where = f"tab {n}"
                self.look()

    def _palette(self) -> None:
        self._where = "palette"
        self.bench.actions["palette.open"].trigger()
        palette = self.bench.commands.palette
        for words in ("", ">", ":", "@", "ыыыы"):
            palette.field.setText(words)
            self.look()
        self._leave()
