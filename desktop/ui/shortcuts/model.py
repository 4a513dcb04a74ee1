"""The list of the shortcut editor: every command of the table of actions with its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotation_schema.wording import mark, marked, translate
from desktop.core import fuzzy
from desktop.core.actions import ActionSpec, Scope
from desktop.core.shortcuts import Overrides, title
from desktop.ui.widgets import key_caps, key_words

Index = QModelIndex | QPersistentModelIndex
TITLES = (mark("Keys", "Command"), mark("Keys", "Keys"), mark("Keys", "Where"), "")
COMMAND, KEYS, WHERE, CHANGED = range(4)
PLACES = {Scope.WINDOW: mark("Keys", "everywhere"), Scope.ARTICLE: mark("Keys", "in the article")}


class CommandList(QAbstractTableModel):
    """Rows are commands that fit what is looked for, in the table's order by group."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._specs: Sequence[ActionSpec] = ()
        self._changed: Overrides = {}
        self._words = ""
        self.rows: list[ActionSpec] = []

    def show(self, specs: Sequence[ActionSpec], changed: Overrides) -> None:
        """Show the commands as they are now."""
        self._specs, self._changed = specs, changed
        self.search(self._words)

    def search(self, words: str) -> None:
        """Show the commands that have these words, or one of these keys."""
        self._words = words
        wanted, key = fuzzy.words(words), words.strip().lower()
        self.beginResetModel()
        self.rows = [
            s
            for s in self._specs
            if fuzzy.match(wanted, fuzzy.Target.of(f"{title(s)} {s.group.shown}")) is not None
            or any(key in (k.lower(), key_words(k).lower()) for k in s.shortcuts)
        ]
        self.endResetModel()

    def place(self, action: str) -> int:
        """Return the row of an action, -1 if it is not shown."""
        return next((n for n, s in enumerate(self.rows) if s.id == action), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of commands shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Command, keys, where they act, whether they were changed."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return marked("Keys", TITLES[section]) if TITLES[section] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        spec = self.rows[index.row()]
        changed = spec.id in self._changed
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                COMMAND: f"{title(spec)}",
                KEYS: _keys(spec),
                WHERE: marked("Keys", PLACES[spec.scope]),
                CHANGED: translate("Keys", "changed") if changed else "",
            }[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return " · ".join(x for x in (spec.group.shown, spec.explained) if x)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == COMMAND:
            keys = ", ".join(spec.shortcuts) or translate("Keys", "no key")
            parts = [title(spec), keys, marked("Keys", PLACES[spec.scope])]
            parts += [translate("Keys", "changed")] if changed else []
            return "; ".join([*parts, spec.explained] if spec.lost else parts)
        return None


def _keys(spec: ActionSpec) -> str:
    """Return an action's keys, and who has those that it would have."""
    words = "  /  ".join(key_caps(spec.shortcuts)) or "–"
    lost = ", ".join(f"{key_words(key)}: {owner.rstrip('…')}" for key, owner in spec.lost)
    return f"{words}   ({lost})" if lost else words
