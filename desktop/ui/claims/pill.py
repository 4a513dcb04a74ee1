"""Pills: the few rounded words in a slot, painted alike in cards and in the editor."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.ui.claims.items import Pill, PillKind
from desktop.ui.mirroring import mirrored, towards
from desktop.ui.theme import Look, Theme, painted, ui_font

PILL_HEIGHT = 20
PAD = 8


_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@lru_cache(maxsize=1)
def _font() -> tuple[QFont, QFontMetricsF]:
    font = ui_font(12)
    return font, QFontMetricsF(font)


@lru_cache(maxsize=2000)
def pill_width(text: str) -> float:
    """Return the width of a pill in pixels."""
    return _font()[1].horizontalAdvance(text) + 2 * PAD


@lru_cache(maxsize=2000)
def fitted(text: str, room: float) -> str:
    """Return words in the face of pills, shortened to a width in pixels."""
    return _font()[1].elidedText(text, Qt.TextElideMode.ElideRight, room)


def paint_pill(
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    *,
    kind: PillKind = PillKind.VALUE,
    colours: tuple[str, str] | None = None,
) -> None:
    """Paint a pill; ``colours`` is (ink, tint) of a label. Suggested pills have a dotted border and no ground."""
    body = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    radius = body.height() / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = theme.color("ink")
    if kind is PillKind.MISSING:
        painter.setPen(QPen(theme.color("edge"), 1, Qt.PenStyle.DashLine))
        ink = theme.color("soft")
    elif kind is PillKind.SUGGESTED:
        ink = painted(colours[0]) if colours is not None else ink
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
    elif colours is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(painted(colours[1]))
        ink = painted(colours[0])
    else:
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("hover"))
    painter.drawRoundedRect(body, radius, radius)
    if not text:
        return
    painter.setPen(ink)
    painter.setFont(_font()[0])
    room = rect.adjusted(PAD, 0, -PAD + 2, 0)
    painter.drawText(room, _WORDS, fitted(text, room.width()))


def label_colours(schema: LabelSchema | None, label: str, theme: Theme) -> tuple[str, str] | None:
    """Return (ink, tint) of a label in a theme, or None for no label."""
    found = schema.label(label) if schema and label else None
    if found is None:
        return None
    colours = theme.of(found)
    return colours.ink, colours.tint


class PillButton(QAbstractButton):
    """A pill that can be pressed (go to the span) and taken away (× or Delete)."""

    removed = Signal()

    def __init__(self, pill: Pill, schema: LabelSchema, look: Look) -> None:
        """Build the pill; it can be taken away if it stands for a link or a value."""
        super().__init__()
        self._pill = pill
        self._schema = schema
        self._look = look
        self._offered = pill.kind is PillKind.SUGGESTED
        self.setText(pill.text)
        if self._offered:
            tip = translate("Claims", "{words} Click to accept it.")
            name = translate("Claims", "{words} Suggested. Enter accepts it.")
        else:
            tip, name = "{words}", translate("Claims", "{words}. Enter goes there, Delete removes it.")
        self.setToolTip(tip.format(words=pill.text))
        self.setAccessibleName(name.format(words=pill.text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size of words and cross."""
        return QSize(round(pill_width(self.text())) + (0 if self._offered else 14), PILL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """May be shortened."""
        return QSize(48, PILL_HEIGHT)

    def _cross(self) -> QRectF:
        """Return where the cross is meant to be, from left to right."""
        return QRectF() if self._offered else QRectF(self.width() - 18, 0, 16, self.height())

    def event(self, event: QEvent) -> bool:
        """Repaint when pointer or focus come and go."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross takes the pill away."""
        cross = towards(self.layoutDirection(), self._cross(), QRectF(self.rect()))
        if cross.contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the pill away; Enter presses it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._offered:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, its cross and the focus ring."""
        theme = self._look.theme
        painter = mirrored(QPainter(self), QRectF(self.rect()), self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0, 0, self.width(), PILL_HEIGHT)
        colours = label_colours(self._schema, self._pill.label, theme)
        paint_pill(painter, rect, "", theme, kind=self._pill.kind, colours=colours)
        painter.setPen(painted(colours[0]) if colours else theme.color("ink"))
        painter.setFont(_font()[0])
        room = rect.adjusted(PAD, 0, -PAD if self._offered else -20, 0)
        painter.drawText(room, _WORDS, fitted(self.text(), room.width() + 2))
        if not self._offered:
            painter.drawText(self._cross(), Qt.AlignmentFlag.AlignCenter, "×")
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 9, 9)
        painter.end()
