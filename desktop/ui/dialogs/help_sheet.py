"""The sheet of all keys and commands, built from the table of actions: columns by group, typing narrows it.

It floats beside the work and can stay open. What has no key is named in a line below its group, so that all of it is
seen at once on a screen of 1280 by 720.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core import fuzzy
from desktop.core.actions import ActionSpec, Group
from desktop.core.shortcuts import title
from desktop.core.words import inside
from desktop.ui.widgets import key_caps, soft_label

WIDTH, HEIGHT = 1240, 680
COLUMN = 276
"""Least width of a column."""
GAP = 24
_MOST_CAPS = 2


class Line(QWidget):
    """One command, or some that belong together: words at the left, key caps at the right."""

    def __init__(self, specs: Sequence[ActionSpec]) -> None:
        """Build the line."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        words = common_words(specs)
        label = soft_label(words, "sheet", wrap=True)
        label.setToolTip("\n".join(s.explained for s in specs if s.explained))
        row.addWidget(label, 1)
        each = _MOST_CAPS if len(specs) == 1 else 1
        keys = [cap for s in specs for cap in key_caps(s.shortcuts)[:each]]
        label.setAccessibleName(f"{words}: {', '.join(keys)}")
        for cap in keys if len(keys) <= _MOST_CAPS else (keys[0], "…", keys[-1]):
            row.addWidget(soft_label(cap, "small" if cap == "…" else "key"), 0, Qt.AlignmentFlag.AlignTop)


class HelpSheet(QDialog):
    """See the module. ``shown`` has the ids of the commands that it lists now."""

    def __init__(self, parent: QWidget, specs: Sequence[ActionSpec]) -> None:
        """Build the sheet."""
        super().__init__(parent)
        self.setWindowTitle(translate("Keys", "Keys and commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._specs = list(specs)
        self._columns = 0
        self.shown: list[str] = []
        self.search = QLineEdit()
        self.search.setAccessibleName(translate("Keys", "Search keys and commands"))
        self.search.setPlaceholderText(translate("Keys", "Type to search"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(COLUMN)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        top = QHBoxLayout()
        top.setContentsMargins(GAP, 12, GAP, 8)
        top.setSpacing(16)
        top.addWidget(self.search)
        palette = next((key_caps(s.shortcuts) for s in specs if s.id == "palette.open"), [])
        words = translate("Keys", "With Shift, a motion selects.")
        if palette:
            words = translate("Keys", "With Shift, a motion selects. {key} finds any command by its words.")
        top.addWidget(soft_label(words.format(key=palette[0] if palette else ""), "small", wrap=True), 1)
        self.area = QScrollArea()
        self.area.setObjectName("helpArea")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.area, 1)
        free = self.screen().availableGeometry()
        self.resize(min(WIDTH, free.width() - 20), min(HEIGHT, free.height() - 36))
        self._fill()
        self.search.setFocus()

    # --- what is listed ----------------------------------------------------------------------

    def _fill(self) -> None:
        wanted = fuzzy.words(self.search.text())
        key = self.search.text().strip().lower()
        found = [
            s
            for s in self._specs
            if fuzzy.match(wanted, fuzzy.Target.of(f"{title(s)} {s.group.shown}")) is not None
            or key in (k.lower() for k in key_caps(s.shortcuts))
        ]
        self.shown = [s.id for s in found]
        groups = [(group, [s for s in found if s.group is group]) for group in Group]
        blocks = [part for group, specs in groups if specs for part in _group(group, specs)]
        self._columns = self._count()
        page = QWidget()
        page.setObjectName("sheet")
        row = QHBoxLayout(page)
        row.setContentsMargins(GAP, 0, GAP, 12)
        row.setSpacing(GAP)
        width = (self.width() - GAP * (self._columns + 1)) // self._columns
        for blocks_here in _columns(blocks, self._columns, width, self.height()):
            column = QVBoxLayout()
            column.setSpacing(2)
            for block in blocks_here:
                column.addWidget(block)
            column.addStretch(1)
            holder = QWidget()
            holder.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            holder.setFixedWidth(width)
            row.addWidget(holder)
        if not blocks:
            row.addWidget(
                soft_label(translate("Keys", "No command has these words or this key.")), 0, Qt.AlignmentFlag.AlignTop
            )
        row.addStretch(1)
        self.area.setWidget(page)

    def _count(self) -> int:
        return max(1, min(4, (self.width() - GAP) // (COLUMN + GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for."""
        super().resizeEvent(event)
        if self._columns and event.size().width() != event.oldSize().width():
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll by the arrow and page keys while the field has the keyboard; ? closes the sheet it opened."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            bar = self.area.verticalScrollBar()
            steps = {
                Qt.Key.Key_Down: bar.singleStep(),
                Qt.Key.Key_Up: -bar.singleStep(),
                Qt.Key.Key_PageDown: bar.pageStep(),
                Qt.Key.Key_PageUp: -bar.pageStep(),
            }
            if event.key() in steps:
                bar.setValue(bar.value() + steps[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_F1 or (event.text() == "?" and not self.search.text()):
                self.close()
                return True
        return super().eventFilter(watched, event)

    def show_sheet(self) -> None:
        """Show it without stopping the work."""
        self.setModal(False)
        self.show()
        self.raise_()
        self.activateWindow()


def _group(group: Group, specs: Sequence[ActionSpec]) -> list[QWidget]:
    """Return title, lines and the line of what has no key; a title never stands alone at the end of a column."""
    rows: list[list[ActionSpec]] = []
    together: list[ActionSpec] = []
    keyless: list[str] = []
    ids = {s.id: s for s in specs}
    for spec in specs:
        if spec.id.startswith("extend.") and f"move.{spec.id[7:]}" in ids:
            continue  # said in one line for all
        if not spec.shortcuts:
            keyless.append(title(spec))
        elif together and _belongs(together, spec):
            together.append(spec)
        else:
            together = [spec]
            rows.append(together)
    lines: list[QWidget] = [Line(row) for row in rows]
    if keyless:
        words = soft_label(
            translate("Keys", "Without a key: {commands}").format(commands=", ".join(keyless)), "small", wrap=True
        )
        lines[-1:] = [_stack([*lines[-1:], words], 0)]
    head = soft_label(group.shown, "strong")
    return [_stack([head, *lines[:1]], 8), *lines[1:]]


def _stack(parts: Sequence[QWidget], above: int) -> QWidget:
    """Return parts that stay in one column."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, above, 0, 0)
    column.setSpacing(3)
    for part in parts:
        column.addWidget(part)
    return block


def _differing(one: ActionSpec, other: ActionSpec) -> int | None:
    """Return which word alone differs between two commands, or None."""
    first, second = title(one).split(), title(other).split()
    found = [n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    return found[0] if len(first) == len(second) > 1 and len(found) == 1 else None


def _belongs(together: Sequence[ActionSpec], spec: ActionSpec) -> bool:
    """There and back go on one line, and what is only counted (1 … 9); each label has its own."""
    at = _differing(together[0], spec)
    if at is None or spec.label:
        return False
    counted = title(spec).split()[at].isdigit() and title(together[-1]).split()[at].isdigit()
    return counted or len(together) == 1


def common_words(specs: Sequence[ActionSpec]) -> str:
    """Return words for commands on one line: “Word back / on”, “Fill slot 1 … 9 of the card”."""
    words = title(specs[0]).split()
    at = _differing(specs[0], specs[-1]) if len(specs) > 1 else None
    if at is not None:
        last = title(specs[-1]).split()[at]
        words[at] += f" … {last}" if last.isdigit() else f" / {inside(last[0])}{last[1:]}"
    return " ".join(words)


def _columns(blocks: Sequence[QWidget], count: int, width: int, room: int) -> list[list[QWidget]]:
    """Share the blocks out in order, so that all columns are equally high; what is little stays in one."""
    heights = [_height(b, width) + 2 for b in blocks]
    if sum(heights) <= room // 2:
        return [list(blocks)]
    low, high = max(heights, default=0), sum(heights)
    while low < high:
        middle = (low + high) // 2
        if len(_cut(heights, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return [[blocks[i] for i in part] for part in _cut(heights, low)]


def _cut(heights: Sequence[int], most: int) -> list[list[int]]:
    found: list[list[int]] = [[]]
    used = 0
    for n, height in enumerate(heights):
        if used + height > most and found[-1]:
            found.append([])
            used = 0
        found[-1].append(n)
        used += height
    return found


def _height(block: QWidget, width: int) -> int:
    block.ensurePolished()
    for label in block.findChildren(QLabel):
        label.ensurePolished()
    return block.heightForWidth(width) if block.hasHeightForWidth() else block.sizeHint().height()
