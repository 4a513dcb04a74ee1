"""The settings: pages at the left, what they hold at the right. There is nothing to confirm: all applies at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import marked, translate
from desktop.core.settings import GROUPS, READING, SPECS, Settings, SettingSpec
from desktop.ui.article.typography import Typography
from desktop.ui.settings_dialog.controls import Control, Switch, control_for
from desktop.ui.settings_dialog.sample import ReadingSample
from desktop.ui.widgets import give_room, soft_label

READING_PIXELS = 17


@dataclass(frozen=True, slots=True)
class Doors:
    """What the dialog needs of the window: the settings as they are, and what to do with others."""

    current: Callable[[], Settings]
    apply: Callable[[Settings], object]
    open_keys: Callable[[], object]
    restart: Callable[[], object]


class SettingsDialog(QDialog):
    """See the module."""

    def __init__(self, parent: QWidget, doors: Doors) -> None:
        """Build all pages."""
        super().__init__(parent)
        self.setWindowTitle(translate("Settings", "Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._doors = doors
        self._before = doors.current()
        self.controls: dict[str, Control] = {}
        self._sample = ReadingSample()
        self._restarts: dict[str, QPushButton] = {}
        self.pages = QStackedWidget()
        self.groups = QListWidget()
        self.groups.setObjectName("settingsGroups")
        self.groups.setAccessibleName(translate("Settings", "Pages of the settings"))
        self.groups.setFixedWidth(172)
        for group in GROUPS:
            self.groups.addItem(marked("Settings", group))
            self.pages.addWidget(self._page(group))
        self.groups.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.groups.setCurrentRow(0)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.groups)
        body.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        rule = QFrame()
        rule.setObjectName("rule")
        column.addWidget(rule)
        column.addLayout(self._footer())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        give_room(self, 760, 500)
        self._show()
        self.groups.setFocus()

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(soft_label(translate("Settings", "Changes apply at once."), "small", wrap=True), 1)
        keys = QPushButton(translate("Settings", "Change keys…"))
        keys.clicked.connect(self._keys)
        defaults = QPushButton(translate("Settings", "Back to defaults"))
        defaults.clicked.connect(self._defaults)
        self._undo = QPushButton(translate("Settings", "Take back changes"))
        self._undo.clicked.connect(self._take_back)
        close = QPushButton(translate("Settings", "Close"))
        close.setProperty("kind", "primary")
        close.clicked.connect(self.close)
        for button in (keys, defaults, self._undo, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _page(self, group: str) -> QWidget:
        page = QWidget()
        page.setObjectName("formPane")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        for spec in SPECS:
            if spec.group == group:
                column.addWidget(self._row(spec))
        if group == READING:
            column.addWidget(self._sample, 1)
        else:
            column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _row(self, spec: SettingSpec) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        control = control_for(spec, spec.value(Settings()))
        control.changed.connect(lambda value, spec=spec: self._changed(spec, value))
        self.controls[spec.key] = control
        switch = isinstance(control, Switch)
        if not switch:
            column.addWidget(soft_label(marked("Settings", spec.title), "strong"))
        if spec.restart:
            control.line.addWidget(self._restart_button(spec))
        column.addWidget(control)
        if spec.note:
            note = soft_label(marked("Settings", spec.note), "small", wrap=True)
            note.setIndent(25 if switch else 0)
            column.addWidget(note)
        return row

    def _restart_button(self, spec: SettingSpec) -> QPushButton:
        button = QPushButton(translate("Settings", "Restart now"))
        button.setAutoDefault(False)
        button.setAccessibleName(translate("Settings", "Restart Pressmark now; everything is saved"))
        button.clicked.connect(self._doors.restart)
        self._restarts[spec.key] = button
        return button

    # --- values ------------------------------------------------------------------------------

    def _show(self) -> None:
        now = self._doors.current()
        for spec in SPECS:
            if spec.key in self.controls:
                self.controls[spec.key].show_value(spec.value(now))
        self._follow()

    def _follow(self) -> None:
        """Show what follows from the values."""
        now = self._doors.current()
        self._undo.setEnabled(now != self._before)
        for spec in SPECS:
            if spec.key in self._restarts:
                self._restarts[spec.key].setVisible(spec.value(now) != spec.value(self._before))
        size = round(READING_PIXELS * now.appearance.zoom / 100)
        self._sample.show_kind(Typography(size, family=now.appearance.font, characters=now.appearance.measure))

    def _changed(self, spec: SettingSpec, value: object) -> None:
        now = self._doors.current()
        if spec.value(now) != value:
            self._doors.apply(spec.put(now, value))
        self._follow()

    def _take_back(self) -> None:
        self._put(self._before)

    def _defaults(self) -> None:
        self._put(Settings())

    def _put(self, source: Settings) -> None:
        """Give every setting that the dialog shows the value it has there."""
        now = self._doors.current()
        for spec in SPECS:
            if spec.key in self.controls:
                now = spec.put(now, spec.value(source))
        self._doors.apply(now)
        self._show()

    def _keys(self) -> None:
        self.close()
        self._doors.open_keys()
