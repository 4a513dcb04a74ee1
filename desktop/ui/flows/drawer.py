"""The place beneath the article for one list at a time: heading, progress, keys, and the list. It never blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, ui_font
from desktop.ui.widgets import Shortened, key_width, key_words, paint_key, set_kind

HEIGHT = 260


class Panel(QWidget):
    """What the drawer shows. Emits ``changed`` when heading, progress or keys are others, ``left`` to be closed."""

    changed = Signal()
    left = Signal()

    def heading(self) -> str:
        """Return what the list is."""
        raise NotImplementedError

    def note(self) -> str:
        """Return counts, or what to do."""
        return ""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys that act here, with words."""
        return ()

    def progress(self) -> tuple[int, int] | None:
        """Return (done, total) of what is under way, None for nothing."""
        return None

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Answer Esc."""
        self.left.emit()

    def closing(self) -> None:
        """End what is under way: the drawer shows it no more."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, also where the list is empty."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class KeyHints(QWidget):
    """Key caps with words, as many as there is room for, to the right."""

    def __init__(self, look: Look) -> None:
        """Build it without keys."""
        super().__init__()
        self._look = look
        self._keys: Sequence[tuple[str, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(ui_font(11))

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        if keys != self._keys:
            self._keys = keys
            self.setAccessibleName(", ".join(f"{key_words(k)}: {w}" for k, w in keys))
            self.updateGeometry()
            self.update()

    def _width(self, key: str, words: str) -> float:
        if not words:  # a pair of keys
            return key_width(key_words(key)) + 4
        return key_width(key_words(key)) + 5 + QFontMetricsF(ui_font(11)).horizontalAdvance(words) + 16

    def sizeHint(self) -> QSize:
        """Return room for all of them."""
        return QSize(round(sum(self._width(*k) for k in self._keys)), 20)

    def minimumSizeHint(self) -> QSize:
        """They may all go."""
        return QSize(0, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint those that fit; the first ones matter most."""
        theme = self._look.theme
        shown: list[tuple[str, str]] = []
        room = float(self.width())
        for key in self._keys:
            room -= self._width(*key)
            if room < 0:
                break
            shown.append(key)
        painter = mirrored(QPainter(self), QRectF(self.rect()), self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self.width() - sum(self._width(*k) for k in shown)
        for key, words in shown:
            width = paint_key(painter, x, self.height() / 2, key_words(key), theme)
            painter.setPen(theme.color("soft"))
            painter.setFont(ui_font(11))
            rect = QRectF(x + width + 5, 0, self._width(key, words), self.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            x += self._width(key, words)
        painter.end()


class Drawer(QWidget):
    """Holds panels; hidden while none is shown."""

    left = Signal()  # the keyboard should go back to the article

    def __init__(self, look: Look) -> None:
        """Build the empty drawer."""
        super().__init__()
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panel: Panel | None = None
        self.chosen_height = 0  # what the user gave it; 0: nothing
        self._title = Shortened()
        self._title.setProperty("tone", "strong")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._note = Shortened()
        self._note.setProperty("tone", "soft")
        self._note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._keys = KeyHints(look)
        close = QPushButton(translate("Lists", "Close"))
        set_kind(close, "flat")
        close.setAccessibleName(translate("Lists", "Close the list"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_panel)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 10, 6)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note)
        head.addWidget(self._keys, 1)
        head.addWidget(close)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setObjectName("drawerBar")
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(self._body, 1)
        self.setMinimumHeight(120)
        self.hide()

    @property
    def panel(self) -> Panel | None:
        """What is shown."""
        return self._panel

    def show_panel(self, panel: Panel, *, focus: bool = True) -> None:
        """Show a panel instead of the one before."""
        if panel is not self._panel:
            self._put_away()
            self._panel = panel
            self._body.addWidget(panel)
            panel.changed.connect(self._refresh)
            panel.left.connect(self.close_panel)
            panel.show()
        self._refresh()
        if not self.isVisible():
            self.show()
            self._give_height()
        if focus:
            panel.take_focus()

    def note_height(self, *_: object) -> None:
        """Take the height that the user gave it for the next time."""
        if self.isVisible():
            self.chosen_height = self.height()

    def _give_height(self) -> None:
        split = self.parentWidget()
        if isinstance(split, QSplitter):
            whole = sum(split.sizes()) or split.height()
            mine = self.chosen_height or min(HEIGHT, whole * 2 // 5)
            mine = max(self.minimumHeight(), min(mine, whole - self.minimumHeight()))
            split.setSizes([whole - mine, mine])

    def close_panel(self) -> None:
        """Show nothing; the keyboard goes back to the article if it was here."""
        if self._panel is None:
            return
        had_focus = self._has_keyboard()
        self._put_away()
        self.hide()
        if had_focus:
            self.left.emit()

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _put_away(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.changed.disconnect(self._refresh)
            panel.left.disconnect(self.close_panel)
            panel.closing()
            self._body.removeWidget(panel)
            panel.hide()
            panel.setParent(None)

    def _refresh(self) -> None:
        panel = self._panel
        if panel is None:
            return
        self._title.set_full(panel.heading())
        self._note.set_full(panel.note())
        progress = panel.progress()
        self._bar.setVisible(progress is not None)
        if progress is not None:
            self._bar.setRange(0, max(1, progress[1]))
            self._bar.setValue(progress[0])
        self._keys.set_keys(panel.keys())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let the panel see that the theme has changed."""
        if event.type() == QEvent.Type.StyleChange and self._panel is not None:
            self._panel.update()
        return super().event(event)
